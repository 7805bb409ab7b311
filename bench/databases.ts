import pg from "pg";
import { spawnSync } from "node:child_process";
import { asOwner } from "@/prisma/seed/owner";
import { seedPeople } from "@/prisma/seed/people-rows";
import { seedReference } from "@/prisma/seed/reference";
import { seedScale } from "@/prisma/seed/scale";

/** What a fresh seed wrote, or null when the database was kept from an earlier run. */
export type Seeded = { rows: number; perSecond: number; seconds: number } | null;

const nameOf = (size: number) => `lachan_bench_${size}`;

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** The addresses of the database with `size` requests, for this process's children. */
export function environmentOf(size: number): NodeJS.ProcessEnv {
  const moved = (["DATABASE_URL", "APP_DATABASE_URL", "SYSTEM_DATABASE_URL"] as const).map((name) => [
    name,
    at(process.env[name] ?? "", nameOf(size)),
  ]);
  return { ...process.env, ...Object.fromEntries(moved) };
}

/**
 * Makes the database of one size unless it is there: reference data and the demonstration's people from the base database,
 * then `size` requests of the same shape, with every constraint and trigger on. `isFresh` throws an old one away.
 */
export async function ensureDatabase(size: number, isFresh: boolean): Promise<Seeded> {
  const base = process.env.DATABASE_URL ?? "";
  const url = at(base, nameOf(size));
  const register = await connect(at(base, "postgres"));
  try {
    if (isFresh) await register.query(`drop database if exists ${nameOf(size)} with (force)`);
    const known = await register.query("select 1 from pg_database where datname = $1", [nameOf(size)]);
    if (known.rowCount) {
      migrate(environmentOf(size));
      if (await isWhole(url, size)) return null;
      await register.query(`drop database ${nameOf(size)} with (force)`);
    }
    await seedBase(base);
    await register.query(`create database ${nameOf(size)} template ${new URL(base).pathname.slice(1)}`);
  } finally {
    await register.end();
  }
  const began = performance.now();
  const { "rows per second": perSecond = 0, ...tables } = await seedScale(url, size);
  await settle(url);
  return {
    rows: Object.values(tables).reduce((sum, count) => sum + count, 0),
    perSecond,
    seconds: (performance.now() - began) / 1_000,
  };
}

/** The base holds everything but requests; copying it is cheaper than seeding it for each size. */
async function seedBase(url: string): Promise<void> {
  await asOwner(url, async (client) => {
    const { rowCount } = await client.query("select 1 from membership limit 1");
    if (rowCount) return;
    await seedReference(client);
    await seedPeople(client, process.env.DEMO_PASSWORD ?? "");
  });
}

/** A run that was interrupted while seeding leaves too few requests behind. */
const isWhole = (url: string, size: number) =>
  asOwner(
    url,
    async (client) =>
      ((await client.query("select 1 from request offset $1 limit 1", [size - 1])).rowCount ?? 0) > 0,
  );

/** What autovacuum does at leisure on a real server: the visibility map lets figures be read from indexes alone. */
async function settle(url: string): Promise<void> {
  const client = await connect(url);
  await client.query("vacuum analyze");
  await client.query("checkpoint");
  await client.end();
}

function migrate(env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(process.execPath, ["scripts/migrate.mjs"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("a kept database could not be migrated: run with --fresh");
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
