import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "./migrate.mjs";
import { root } from "./processes.mjs";

const folder = join(root, "prisma/migrations");
let owner;

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
});
afterAll(() => owner.end());

describe("the migrated database", () => {
  it("has two login roles that own nothing and bypass nothing", async () => {
    const { rows } = await owner.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              exists (select from pg_class where relowner = r.oid) as owns
         from pg_roles r where rolname in ('lachan_app', 'lachan_system') order by rolname`,
    );
    const weak = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: false,
    };
    expect(rows).toEqual([
      { rolname: "lachan_app", ...weak },
      { rolname: "lachan_system", ...weak },
    ]);
  });

  it("keeps the job queue from the web and opens it to the worker", async () => {
    const sql = "select count(*)::int as count from graphile_worker.jobs";
    await expect(ask(process.env.APP_DATABASE_URL, sql)).rejects.toThrow(/permission denied/);
    expect(await ask(process.env.SYSTEM_DATABASE_URL, sql)).toEqual([{ count: expect.any(Number) }]);
    const add = "select id from graphile_worker.add_job('migrate-test', '{}')";
    expect(await ask(process.env.SYSTEM_DATABASE_URL, add)).toHaveLength(1);
    await owner.query(
      "delete from graphile_worker._private_jobs using graphile_worker._private_tasks t where t.id = task_id and t.identifier = 'migrate-test'",
    );
  });

  it("lets neither role make tables", async () => {
    for (const url of [process.env.APP_DATABASE_URL, process.env.SYSTEM_DATABASE_URL]) {
      await expect(ask(url, "create table public.mine (id int)")).rejects.toThrow(/permission denied/);
    }
  });

  it("acknowledges a commit only when it is on disk", async () => {
    expect(await ask(process.env.APP_DATABASE_URL, "show synchronous_commit")).toEqual([
      { synchronous_commit: "on" },
    ]);
  });
});

describe("migrating again", () => {
  it("applies nothing, also when two start together", async () => {
    expect(await Promise.all([1, 2].map(() => migrate(process.env, { isQuiet: true })))).toEqual([0, 0]);
  });

  it("refuses a migration that was changed after it was applied", async () => {
    const copy = mkdtempSync(join(tmpdir(), "migrations-"));
    cpSync(folder, copy, { recursive: true });
    const [first] = readdirSync(copy).sort();
    writeFileSync(join(copy, first, "migration.sql"), "select 1;");
    await expect(migrate(process.env, { folder: copy, isQuiet: true })).rejects.toThrow(first);
    rmSync(copy, { recursive: true });
  });

  it("leaves nothing behind of a migration that fails, and names its line", async () => {
    const copy = mkdtempSync(join(tmpdir(), "migrations-"));
    cpSync(folder, copy, { recursive: true });
    cpSync(join(copy, readdirSync(copy).sort()[0]), join(copy, "29990101000000_broken"), { recursive: true });
    writeFileSync(
      join(copy, "29990101000000_broken", "migration.sql"),
      "create table half_done (id int);\nselect nothing from nowhere;",
    );
    await expect(migrate(process.env, { folder: copy, isQuiet: true })).rejects.toThrow(
      /_broken.*nowhere.*line 2/,
    );
    const { rows } = await owner.query("select to_regclass('half_done') as left");
    expect(rows).toEqual([{ left: null }]);
    rmSync(copy, { recursive: true });
  });
});
