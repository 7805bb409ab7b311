import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Actor } from "@/lib/access/actor";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";

/** What a command or query works with: a transaction in which PostgreSQL knows who acts. */
export type Tx = Prisma.TransactionClient;

type Door = { prisma: PrismaClient; pool: pg.Pool };
const doors = globalThis as unknown as { appDoor?: Door; systemDoor?: Door };

function open(url: string, max: number): Door {
  // Statements and waits are bounded, so a cut or slow database gives a 503 and never a hanging screen.
  const config = { connectionString: url, max, connectionTimeoutMillis: 5_000, statement_timeout: 15_000, idle_in_transaction_session_timeout: 20_000 };
  const pool = new pg.Pool(config);
  pool.on("error", () => undefined); // a dropped idle connection is replaced on next use
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementName }) }) };
}

/** The same SQL keeps the same prepared statement, so PostgreSQL parses and plans it once per connection. */
function statementName({ sql }: { sql: string }): string {
  let hash = 5381n;
  for (let i = 0; i < sql.length; i++) hash = BigInt.asUintN(64, hash * 33n + BigInt(sql.charCodeAt(i)));
  return `p${hash.toString(36)}_${sql.length}`;
}

const app = () => (doors.appDoor ??= open(env().appDatabaseUrl, env().databasePool));
const system = () => (doors.systemDoor ??= open(env().systemDatabaseUrl, 4));

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
  return app().prisma.$transaction(
    async (tx) => {
      const [user, membership, org, orgs, roles, provinces] = contextOf(actor);
      await tx.$executeRaw`select set_config('app.user_id', ${user}, true), set_config('app.membership_id', ${membership}, true), set_config('app.org_id', ${org}, true), set_config('app.org_ids', ${orgs}, true), set_config('app.roles', ${roles}, true), set_config('app.provinces', ${provinces}, true)`;
      return work(tx);
    },
    { maxWait: 5_000, timeout: 20_000 },
  );
}

/** Hot lists: one named, prepared SQL query under the same context and the same second wall. Read only. */
export async function readAsActor<Row extends pg.QueryResultRow>(actor: Actor, query: { name: string; text: string; values: unknown[] }): Promise<Row[]> {
  const client = await app().pool.connect();
  try {
    // pg sends queries in order without waiting for each answer in between only when they are queued together.
    const [, , result] = await Promise.all([
      client.query("begin read only"),
      client.query({ name: "context", text: contextSql, values: contextOf(actor) }),
      client.query<Row>(query),
      client.query("commit"),
    ]);
    client.release();
    return result.rows;
  } catch (error) {
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}

/**
 * The narrow second door, for the worker, sign-in and search. Its callers are listed in
 * docs/decisions/row-level-security.md and checked by lint.
 */
export function asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return system().prisma.$transaction(work, { maxWait: 5_000, timeout: 60_000 });
}

/** Raw SQL through the narrow door: search and the worker's sweeps. */
export async function readAsSystem<Row extends pg.QueryResultRow>(query: { name: string; text: string; values: unknown[] }): Promise<Row[]> {
  return (await system().pool.query<Row>(query)).rows;
}

/** The database's clock: all order and all deadlines come from it, never from the web server's. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select date_trunc('milliseconds', clock_timestamp()) as now`;
  return row!.now;
}

/** Waits for a connection of its own, for LISTEN. The caller ends it. */
export function listenConnection(): pg.Client {
  return new pg.Client({ connectionString: env().systemDatabaseUrl, keepAlive: true });
}

/** Closes both pools: tests and the worker's graceful stop. */
export async function closeDatabase(): Promise<void> {
  for (const door of [doors.appDoor, doors.systemDoor]) {
    await door?.prisma.$disconnect();
    if (door && !door.pool.ended) await door.pool.end();
  }
  doors.appDoor = doors.systemDoor = undefined;
}
