import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Actor } from "@/lib/access/actor";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";

/** What a command or query works with: a transaction in which PostgreSQL knows who acts. */
export type Tx = Prisma.TransactionClient;

type Door = { prisma: PrismaClient; pool: pg.Pool };
/** Where a transaction sits: the connection that Prisma took for it, until it is given back. */
type Seat = { client?: pg.PoolClient; isOver?: true };
// One of each per process. Pages and route handlers are built with a copy of this module each, and all use the same pools.
const doors = globalThis as unknown as {
  appDoor?: Door;
  systemDoor?: Door;
  sessionPool?: pg.Pool;
  seats?: AsyncLocalStorage<Seat>;
  taken?: WeakMap<Tx, Seat>;
};
const seats = (doors.seats ??= new AsyncLocalStorage<Seat>());
const taken = (doors.taken ??= new WeakMap<Tx, Seat>());

function open(url: string, max: number): Door {
  const pool = poolOf(url, max);
  return {
    pool,
    prisma: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementName }) }),
  };
}

function poolOf(url: string, max: number): SeatedPool {
  // Statements and waits are bounded, so a cut or slow database gives a 503 and never a hanging screen.
  // Statements that are given together travel together (pipeline): a list is one way there and back, not four.
  const config = {
    connectionString: url,
    max,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 20_000,
  };
  const pool = new SeatedPool(config);
  pool.on("error", () => undefined); // a dropped idle connection is replaced on next use
  return pool;
}

/** The same SQL keeps the same prepared statement, so PostgreSQL parses and plans it once per connection. */
function statementName({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known) return known;
  if (statementNames.size >= 2_000) statementNames.clear(); // lists of every length make texts without end
  const name = `p${createHash("sha256").update(sql).digest("base64url").slice(0, 22)}`;
  statementNames.set(sql, name);
  return name;
}
const statementNames = new Map<string, string>();

/** A pool that remembers which connection the transaction of the running command was given. */
class SeatedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool["connect"]>[0]): void;
  override connect(callback?: Parameters<pg.Pool["connect"]>[0]): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(callback);
    const seat = seats.getStore();
    return super.connect().then((client) => {
      if (seat && !seat.client && !seat.isOver) sit(seat, client);
      return client;
    });
  }
}

/**
 * The seat is lost with the connection, not with the work: a transaction that took too long is ended under a command that still
 * speaks, and its connection serves the next person.
 */
function sit(seat: Seat, client: pg.PoolClient): void {
  seat.client = client;
  const release = client.release.bind(client);
  client.release = (problem) => {
    stand(seat);
    release(problem);
  };
}

function stand(seat: Seat): void {
  seat.client = undefined;
  seat.isOver = true;
}

/** Before Prisma ends a transaction that takes too long, nobody speaks in it any more, in milliseconds. */
const beforeItsEnd = 100;

/** A Prisma transaction on a connection that `statement` can also reach. */
function transact<T>(
  { prisma }: Door,
  work: (tx: Tx) => Promise<T>,
  limits: { maxWait: number; timeout: number },
): Promise<T> {
  const seat: Seat = {};
  return seats.run(seat, () =>
    prisma.$transaction(async (tx) => {
      taken.set(tx, seat);
      const end = setTimeout(() => stand(seat), limits.timeout - beforeItsEnd);
      try {
        return await work(tx);
      } finally {
        clearTimeout(end);
        taken.delete(tx); // whoever comes later would speak into somebody else's transaction
      }
    }, limits),
  );
}

/**
 * One statement of a command past Prisma, on the transaction's own connection and prepared by its text: a tenth of Prisma's
 * work for what every command writes. Values as `pg` takes them: instants as Date, arrays as arrays, JSON as text, bigint as digits.
 */
export async function statement<Row extends pg.QueryResultRow>(
  tx: Tx,
  text: string,
  values: unknown[],
): Promise<{ rows: Row[]; count: number }> {
  const client = taken.get(tx)?.client;
  if (!client) throw new Error("the transaction is over");
  const { rows, rowCount } = await client.query<Row>({ name: statementName({ sql: text }), text, values });
  return { rows, count: rowCount ?? 0 };
}

const app = () => (doors.appDoor ??= open(env().appDatabaseUrl, env().databasePool));
// Who signs in holds a connection while he waits for his lane (lib/access/throttle.ts): sixty at a shift's beginning need more than
// a few. A page begins by asking who is there; that never stands in line behind them and has connections of its own.
const system = () =>
  (doors.systemDoor ??= open(env().systemDatabaseUrl, Math.max(4, Math.ceil(env().databasePool / 2))));
const sessions = () => (doors.sessionPool ??= poolOf(env().systemDatabaseUrl, 4));

const arrayLiteral = (values: readonly string[]) => `{${values.join(",")}}`;

/** The settings that row-level security reads, as one statement's parameters. Local to the transaction: safe with a pool. */
export const contextSql = `select set_config('app.user_id', $1, true), set_config('app.membership_id', $2, true),
  set_config('app.org_id', $3, true), set_config('app.org_ids', $4, true), set_config('app.roles', $5, true), set_config('app.provinces', $6, true)`;
export const contextOf = (actor: Actor) => [
  actor.userId,
  actor.membershipId,
  actor.orgId,
  arrayLiteral(actor.orgIds),
  arrayLiteral(actor.roles),
  arrayLiteral(actor.provinces),
];

/**
 * The only door to the tables: opens a transaction and tells PostgreSQL who acts, so that row-level security
 * repeats the tenant rule. Throws what `work` throws, after rolling back.
 */
export function asActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(
    app(),
    async (tx) => {
      await statement(tx, contextSql, contextOf(actor));
      return work(tx);
    },
    { maxWait: 5_000, timeout: 20_000 },
  );
}

type Prepared = { name: string; text: string; values: unknown[] };
/**
 * How a list is planned. `fresh`: each time for these very values, which with row-level security takes longer than most reading:
 * for filters of which no index knows. `once`: once for each connection, where the values do not matter to the way. `kept`: once too,
 * but along the indexes and in their order alone, for lists whose every narrowing has an index of its own.
 */
type Plan = "fresh" | "once" | "kept";
const settingsOf: Record<Plan, [mode: string, gathers: "on" | "off"]> = {
  fresh: ["force_custom_plan", "on"],
  once: ["force_generic_plan", "on"],
  kept: ["force_generic_plan", "off"],
};
/** From the place of its first parameter; bitmaps and whole tables are the ways that gather and sort. */
const planSql = (first: number) => `set_config('plan_cache_mode', $${first}, true),
  set_config('enable_bitmapscan', $${first + 1}, true), set_config('enable_seqscan', $${first + 1}, true)`;
const under = (actor: Actor, plan: Plan): Prepared => ({
  name: "context-plan",
  text: `${contextSql}, ${planSql(7)}`,
  values: [...contextOf(actor), ...settingsOf[plan]],
});
const planned = (plan: Plan): Prepared => ({
  name: "plan",
  text: `select ${planSql(1)}`,
  values: settingsOf[plan],
});
/** `isHeavy` goes alone, beside what else is asked in this breath. */
type Reading = Prepared & { plan?: Plan; isHeavy?: boolean };
type Asked = { query: Prepared; plan: Plan; answer: (rows: never[]) => void; fail: (error: unknown) => void };
/** What each actor asks in this breath and has not been sent yet. */
const breaths = new WeakMap<Actor, Asked[]>();

/**
 * Hot lists: a named, prepared SQL query under the same context and the same second wall. Read only. What one actor asks in one
 * breath (a list, its counts, its filters) shares a transaction and travels together.
 */
export function readAsActor<Row extends pg.QueryResultRow>(
  actor: Actor,
  { plan = "fresh", isHeavy = false, ...query }: Reading,
): Promise<Row[]> {
  return new Promise<Row[]>((answer, fail) => {
    const asked = { query, plan, answer, fail };
    if (isHeavy) return void readTogether(actor, [asked]);
    const breath = breaths.get(actor);
    if (breath) return void breath.push(asked);
    const all: Asked[] = [asked];
    breaths.set(actor, all);
    queueMicrotask(() => {
      breaths.delete(actor);
      void readTogether(actor, all);
    });
  });
}

/** What is planned alike is asked together. */
const byPlan = ([, a]: [number, Asked], [, b]: [number, Asked]) => a.plan.localeCompare(b.plan);

/** One transaction, sent in one go. Of queries that share it, one that fails fails all. */
async function readTogether(actor: Actor, all: Asked[]): Promise<void> {
  let client: pg.PoolClient | undefined;
  try {
    client = await app().pool.connect();
    const send = (query: string | Prepared) => client!.query<never>(query);
    const results = all.map(() => null as pg.QueryResult<never> | null);
    const sent: Promise<unknown>[] = [send("begin read only")];
    let now: Plan | undefined;
    for (const [index, { query, plan }] of [...all.entries()].sort(byPlan)) {
      if (plan !== now) sent.push(send(now ? planned(plan) : under(actor, plan)));
      now = plan;
      sent.push(send(query).then((result) => (results[index] = result)));
    }
    // The first refusal is the cause; those behind it only say that the transaction is over.
    const ends = await Promise.allSettled([...sent, send("commit")]);
    const refusal = ends.find((end) => end.status === "rejected");
    if (refusal) throw refusal.reason;
    client.release();
    all.forEach(({ answer }, index) => answer(results[index]!.rows));
  } catch (error) {
    client?.release(error instanceof Error ? error : true);
    for (const { fail } of all) fail(error);
  }
}

/**
 * The narrow second door, for the worker, sign-in and search. Who may use it is said in eslint.config.mjs (`narrowDoor`), why in
 * docs/decisions/row-level-security.md.
 */
export function asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(system(), work, { maxWait: 5_000, timeout: 60_000 });
}

/** Raw SQL through the narrow door: search and the worker's sweeps. */
export async function readAsSystem<Row extends pg.QueryResultRow>(query: Prepared): Promise<Row[]> {
  return (await system().pool.query<Row>(query)).rows;
}

/** The narrow door's short look-ups with which every page begins: whose session this is, and that he is there. */
export async function readSession<Row extends pg.QueryResultRow>(query: Prepared): Promise<Row[]> {
  return (await sessions().query<Row>(query)).rows;
}

/** The database's clock: all order and all deadlines come from it, never from the web server's. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const { rows } = await statement<{ now: Date }>(
    tx,
    "select date_trunc('milliseconds', clock_timestamp()) as now",
    [],
  );
  return (rows[0] as { now: Date }).now;
}

/** How many connections each pool of this process has, how many are free and how many wait for one. */
export function poolSizes(): { pool: string; total: number; idle: number; waiting: number }[] {
  const pools = { app: doors.appDoor?.pool, system: doors.systemDoor?.pool, session: doors.sessionPool };
  return Object.entries(pools).flatMap(([pool, found]) =>
    found ? [{ pool, total: found.totalCount, idle: found.idleCount, waiting: found.waitingCount }] : [],
  );
}

/** Waits for a connection of its own, for LISTEN. The caller ends it. */
export function listenConnection(): pg.Client {
  return new pg.Client({ connectionString: env().systemDatabaseUrl, keepAlive: true });
}

/** Closes all pools: tests and the worker's graceful stop. */
export async function closeDatabase(): Promise<void> {
  for (const door of [doors.appDoor, doors.systemDoor]) {
    await door?.prisma.$disconnect();
    if (door && !door.pool.ended) await door.pool.end();
  }
  await doors.sessionPool?.end();
  doors.appDoor = doors.systemDoor = doors.sessionPool = undefined;
}
