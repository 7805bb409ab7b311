import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { resolveEnvironment } from "./environment.mjs";
import { migrate } from "./migrate.mjs";
import { stopCluster } from "./postgres.mjs";
import { clusters } from "./postgres-clusters.mjs";
import { empty, seed } from "./seeding.mjs";
import { dataFolder } from "./secrets.mjs";

/**
 * A fresh, migrated and seeded database for one run of tests, and the settings that lead to it.
 *
 * On the bundled PostgreSQL every run gets a database of its own in the test cluster, so that runs may stand side by
 * side. With TEST_DATABASE_URL that very database is emptied first.
 *
 * @param {{ name: string, seeds: "reference" | "demo", isDemo?: boolean, port?: number }} options
 * @returns {Promise<{ env: Record<string, string>, close: () => Promise<void> }>} close drops what was made
 */
export async function openTestDatabase({ name, seeds, isDemo = true, port }) {
  const { env, isOwnCluster } = await resolveEnvironment({ cluster: "test", isDemo, port, isQuiet: true });
  env.FILES_DIR = join(dataFolder, "test-files", `${name}-${process.pid}`);
  const close = isOwnCluster ? await openOwn(env, name) : async () => undefined;
  try {
    if (!isOwnCluster) await empty(env);
    await migrate(env, { isQuiet: true });
    await seed(env, [seeds]);
  } catch (problem) {
    await close();
    throw problem;
  }
  return { env, close };
}

/** Makes a database named after this process and points every address of `env` at it. */
async function openOwn(env, name) {
  const database = `lachan_${name}_${process.pid}`;
  const admin = withDatabase(env.DATABASE_URL, "postgres");
  await asAdmin(admin, async (client) => {
    await dropForsaken(client);
    await client.query(`create database ${database}`);
  });
  for (const key of ["DATABASE_URL", "APP_DATABASE_URL", "SYSTEM_DATABASE_URL"]) {
    env[key] = withDatabase(env[key], database);
  }
  return async () => {
    rmSync(env.FILES_DIR, { recursive: true, force: true });
    const isLast = await asAdmin(admin, async (client) => {
      await client.query(`drop database if exists ${database} with (force)`);
      return (await runsOf(client)).length === 0;
    });
    if (isLast) await stopCluster(clusters.test);
  };
}

/** The databases of test runs, this one's or others'. */
async function runsOf(client) {
  const { rows } = await client.query(
    "select datname from pg_database where datname ~ '^lachan_[a-z0-9]+_[0-9]+$'",
  );
  return rows.map(({ datname }) => datname);
}

/** A run that was killed could not drop its database: the next one does. */
async function dropForsaken(client) {
  for (const database of await runsOf(client)) {
    try {
      process.kill(Number(database.split("_").at(-1)), 0);
    } catch {
      await client.query(`drop database if exists ${database} with (force)`);
    }
  }
}

function withDatabase(address, database) {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin(url, work) {
  const client = new pg.Client({ connectionString: url, application_name: "tests" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
