import { spawnSync } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asOwner } from "./owner";
import { seedPeople } from "./people-rows";
import { seedReference } from "./reference";
import { seedScale } from "./scale";

// A database of its own: what is seeded at scale is committed batch by batch, and sums are counted anew at the end.
const name = `scale_seed_${process.pid}`;
const addressOf = (key: string) => {
  const address = new URL(process.env[key] ?? "");
  address.pathname = name;
  return address.href;
};
let url: string;
const register = new pg.Client({ connectionString: process.env.DATABASE_URL });

beforeAll(async () => {
  await register.connect();
  await register.query(`create database ${name}`);
  url = addressOf("DATABASE_URL");
  const env = {
    ...process.env,
    DATABASE_URL: url,
    APP_DATABASE_URL: addressOf("APP_DATABASE_URL"),
    SYSTEM_DATABASE_URL: addressOf("SYSTEM_DATABASE_URL"),
  };
  const { status, stderr } = spawnSync(process.execPath, ["scripts/migrate.mjs"], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}, 120_000);
afterAll(async () => {
  await register.query(`drop database if exists ${name} with (force)`);
  await register.end();
});

it("fills the portal with as many requests as asked for, under every constraint and trigger, and again on top", async () => {
  await asOwner(url, async (client) => {
    await seedReference(client);
    await seedPeople(client, "only-in-this-database");
  });
  const written = await seedScale(url, 400);
  expect(written.request).toBe(400);
  await seedScale(url, 100);
  const counts = await asOwner(url, async (client) => {
    const { rows } = await client.query<Record<string, number>>(
      `select (select count(*)::int from request) as requests,
        (select count(distinct status)::int from request) as statuses,
        (select count(*)::int from request r where r.status in ('SENT', 'ACKNOWLEDGED')
          and not exists (select from deadline d where d.request_id = r.id and d.subject = 'ANSWER')) as unclocked,
        (select count(*)::int from pg_trigger where tgname like 'pace\\_%' and tgenabled = 'D') as asleep`,
    );
    return rows[0];
  });
  expect(counts?.requests).toBe(500);
  expect(counts?.statuses).toBeGreaterThan(6);
  expect(counts).toMatchObject({ unclocked: 0, asleep: 0 });
}, 180_000);
