import "./enough-node.mjs";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ensureRoles } from "./database-roles.mjs";
import { resolveEnvironment } from "./environment.mjs";
import { migrateJobs } from "./job-schema.mjs";
import { isMain, main, Refusal, say } from "./messages.mjs";
import { root } from "./processes.mjs";

/** Prisma's own migration lock and table: this command and `prisma migrate deploy` may follow one another. */
const lockKey = 72707369;
const table = `create table if not exists _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

const lockNotAvailable = "55P03";
const attempts = 30;

/**
 * Brings a database up to date: login roles, prisma/migrations in order, the job queue's tables.
 * @param {Record<string, string>} env what `resolveEnvironment` gave; DATABASE_URL is the owner's address
 * @returns {Promise<number>} how many migrations were applied
 * @throws {Refusal} server unreachable or too old, roles not allowed, a migration changed, failed or blocked
 */
export async function migrate(env, { folder = join(root, "prisma/migrations"), isQuiet = false } = {}) {
  const client = await connect(env.DATABASE_URL);
  try {
    await requireVersion(client);
    await takeLock(client);
    await ensureRoles(client, env);
    const steps = readSteps(folder);
    const applied = await applyAll(client, steps, isQuiet);
    await migrateJobs(client, env.DATABASE_URL);
    if (applied === 0 && !isQuiet) say("migrationsCurrent", { count: steps.length });
    return applied;
  } finally {
    await client.end();
  }
}

async function connect(url) {
  const client = new pg.Client({ connectionString: url, application_name: "migrate" });
  try {
    await client.connect();
  } catch (problem) {
    const { hostname, port } = new URL(url);
    const reason = problem.message || problem.code || problem.errors?.[0]?.message;
    throw new Refusal("databaseUnreachable", { where: `${hostname}:${port || 5432}`, reason });
  }
  client.on("error", () => undefined);
  return client;
}

async function requireVersion(client) {
  const { rows } = await client.query("show server_version_num");
  const version = Number(rows[0].server_version_num);
  if (version < 150_000) throw new Refusal("databaseTooOld", { version: Math.floor(version / 10_000) });
}

async function takeLock(client) {
  for (let second = 0; second < 120; second += 1) {
    const { rows } = await client.query("select pg_try_advisory_lock($1) as taken", [lockKey]);
    if (rows[0].taken) return;
    if (second === 0) say("migrationLockWaits");
    await sleep(1_000);
  }
  throw new Refusal("migrationLockHeld");
}

function readSteps(folder) {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function applyAll(client, steps, isQuiet) {
  await client.query(table);
  const { rows } = await client.query(
    "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  const known = new Map(rows.map((row) => [row.migration_name, row]));
  let applied = 0;
  for (const step of steps) {
    const earlier = known.get(step.name);
    if (earlier && !earlier.finished_at) throw new Refusal("migrationFailedBefore", { name: step.name });
    if (earlier && earlier.checksum !== step.checksum)
      throw new Refusal("migrationChanged", { name: step.name });
    if (earlier) continue;
    await applyPatiently(client, step);
    if (!isQuiet) say("migrationApplied", { name: step.name });
    applied += 1;
  }
  return applied;
}

/** A migration that waits for a lock makes everybody behind it wait too: give up after a second and come again. */
async function applyPatiently(client, step) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await apply(client, step);
    } catch (problem) {
      if (problem.code !== lockNotAvailable || attempt >= attempts) {
        throw new Refusal("migrationFailed", { name: step.name, reason: explain(problem, step.sql) });
      }
      say("migrationWaits", { name: step.name, attempt: attempt + 1 });
      await sleep(500 + Math.random() * 1_500);
    }
  }
}

async function apply(client, { name, sql, checksum }) {
  await client.query("begin");
  try {
    await client.query("set local lock_timeout = '1s'");
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
  } catch (problem) {
    await client.query("rollback");
    throw problem;
  }
}

function explain(problem, sql) {
  const line = problem.position ? sql.slice(0, Number(problem.position)).split("\n").length : undefined;
  return [problem.message, line && `(line ${line})`, problem.hint].filter(Boolean).join(" ");
}

if (isMain(import.meta)) {
  await main(async () => {
    const { env } = await resolveEnvironment();
    await migrate(env);
  });
}
