import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { env } from "@/lib/env";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { startWorker, until, type WorkerProcess } from "@/prisma/factories/worker-process";
import { spreadNotices } from "@/lib/notices/spread";

const connect = async (connectionString: string) => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
};
let owner: pg.Client;
/** In the worker's own role: it may end what its role began, and stays connected itself. */
let system: pg.Client;
let workers: WorkerProcess[] = [];
beforeAll(async () => {
  [owner, system] = [await connect(process.env.DATABASE_URL!), await connect(env().systemDatabaseUrl)];
});
afterAll(async () => {
  await connections(-1);
  // Whoever counts failures after this counts his own.
  await system.query("update sweep_state set failures = 0");
  for (const { child } of workers) child.kill("SIGKILL");
  await Promise.all([owner.end(), system.end()]);
  await closeDatabase();
});

/** How many may connect to this database; 0 refuses all but superusers, -1 none. */
async function connections(most: number): Promise<void> {
  const { rows } = await owner.query<{ name: string }>("select quote_ident(current_database()) as name");
  await owner.query(`alter database ${rows[0]!.name} connection limit ${most}`);
}
const cutAll = () =>
  system.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid()",
  );
/** What commands leave in the outbox, so many at once. */
async function say(requestId: string, count: number): Promise<string[]> {
  const { rows } = await system.query<{ id: string }>(
    "insert into outbox (topic, org_ids, request_id) select 'request.clarified', '{}', $1 from generate_series(1, $2::int) returning id",
    [requestId, count],
  );
  return rows.map(({ id }) => id);
}
const count = async (sql: string, values: unknown[]) =>
  Number((await system.query<{ count: string }>(sql, values)).rows[0]!.count);
const untold = (ids: string[]) =>
  count("select count(*) from outbox where id = any($1) and processed_at is null", [ids]);
const failures = () => count("select sum(failures) as count from sweep_state", []);

it(
  "goes on when the database was away and is back: what was left meanwhile is told, and nothing twice",
  { timeout: 120_000 },
  async () => {
    const scene = await setScene({ provinceCode: "NO" });
    const { requestId } = await makeAcknowledged(scene);
    await spreadNotices();
    // This process keeps no connection of the role that is about to be cut.
    await closeDatabase();
    workers = await Promise.all([startWorker(), startWorker()]);
    const first = await say(requestId, 3);
    await until(async () => (await untold(first)) === 0);

    const cutMidway = await say(requestId, 600);
    await connections(0);
    await cutAll();
    const whileAway = await say(requestId, 50);
    await until(() => workers.every(({ said }) => said().includes("a tick failed")));
    expect(await untold(whileAway)).toBe(50);
    await connections(-1);

    const all = [...first, ...cutMidway, ...whileAway];
    await until(async () => (await untold(all)) === 0);
    // Cut while it works, again and again, with nobody refused.
    const more = await say(requestId, 600);
    for (let cut = 0; cut < 5; cut += 1) {
      await cutAll();
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await until(async () => (await untold(more)) === 0);
    const told = await system.query<{ events: string; words: string; people: string }>(
      "select count(distinct event_id) as events, count(*) as words, count(distinct membership_id) as people from notification where event_id = any($1)",
      [[...all, ...more]],
    );
    const { events, words, people } = told.rows[0]!;
    expect(Number(events)).toBe(all.length + more.length);
    expect(Number(words)).toBe(Number(events) * Number(people));
    // A database that is away is no row's fault.
    expect(await count("select count(*) from set_aside where row_id = any($1)", [[...all, ...more]])).toBe(0);
    // What failed is counted once it can be written, and the job runner takes up jobs again.
    await until(async () => (await failures()) > 0);
    const job = await system.query<{ id: string }>("select id from graphile_worker.add_job('scan-files')");
    const waiting = () => count("select count(*) from graphile_worker.jobs where id = $1", [job.rows[0]!.id]);
    await until(async () => (await waiting()) === 0);

    for (const { child } of workers) child.kill("SIGTERM");
    for (const { ended } of workers) expect(await ended).toEqual([0, null]);
    expect(await asSystem((tx) => tx.workerProcess.count())).toBe(0);
  },
);
