import { rmSync } from "node:fs";
import { relative } from "node:path";
import pg from "pg";
import { Refusal, say } from "./messages.mjs";
import { run, typescript } from "./processes.mjs";
import { dataFolder } from "./secrets.mjs";

/** What was loaded into this database stands in a table of its own, beside _prisma_migrations and as little ours to grant. */
const register = `create schema if not exists setup;
  create table if not exists setup.seed (
    what text primary key, started_at timestamptz not null default now(), finished_at timestamptz)`;

async function asOwner(env, work) {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, application_name: "setup" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Runs prisma/seed/run.ts and remembers that it finished.
 * @param {string[]} args what to load: ["reference"], ["demo"] or ["scale", "--requests", "1000000"]
 */
export async function seed(env, args) {
  const [what] = args;
  const remember = (set) => async (client) => {
    await client.query(register);
    await client.query(`insert into setup.seed (what) values ($1) on conflict (what) do update set ${set}`, [
      what,
    ]);
  };
  say("seeding", { what: args.join(" ") });
  await asOwner(env, remember("started_at = now(), finished_at = null"));
  await run(typescript("prisma/seed/run.ts", ...args), { name: `seed ${what}`, env });
  await asOwner(env, remember("finished_at = now()"));
}

/** True when this database has had this seed to its end. */
export function isSeeded(env, what) {
  return asOwner(env, async (client) => {
    await client.query(register);
    const { rowCount } = await client.query(
      "select from setup.seed where what = $1 and finished_at is not null",
      [what],
    );
    return rowCount === 1;
  });
}

/**
 * Empties a database: every schema of ours, and the uploaded files when they lie in this project's data folder.
 * @throws {Refusal} in production
 */
export async function empty(env) {
  if (process.env.NODE_ENV === "production") throw new Refusal("resetProduction");
  await asOwner(env, async (client) => {
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and usename like 'lachan%'`,
    );
    await client.query(
      `drop schema if exists setup, app, graphile_worker, public cascade; create schema public`,
    );
  });
  if (!relative(dataFolder, env.FILES_DIR).startsWith("..")) {
    rmSync(env.FILES_DIR, { recursive: true, force: true });
  }
}
