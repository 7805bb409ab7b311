import { statement, type Tx } from "@/lib/db";
import { log } from "@/lib/log";
import { nameOf } from "./sweep-state";
import { heldBackForMs, isNobodysFault, setAside, takeBack } from "./set-aside";

/** What a tick took: a row it locked, and what keeps its order (a request), if anything does. */
export type Taken = { id: string; orderKey?: string | null };
export type Done<Row> = {
  /** What was done, in the order in which it was taken. */
  done: Row[];
  /** Set aside now, with those behind them of the same order: nothing of theirs was written. */
  left: Row[];
};

/**
 * Does all rows at once; when that throws, takes it back and does each in a savepoint of its own, so that one that always fails holds up
 * nobody but what stands behind it in its own order. It is set aside until `next_at`: 10 s, 20 s … one hour. `source` names the work
 * (`a-z0-9-`); the claim leaves out what is aside with `notAside`. `work` speaks to the transaction one statement after the other, and may
 * be called several times. `now` is for tests; otherwise the database's clock.
 * @throws what is no row's fault: a connection that is gone, a deadlock, a database that is full or ends.
 */
export async function oneByOne<Row extends Taken>(
  tx: Tx,
  source: string,
  rows: readonly Row[],
  work: (rows: readonly Row[]) => Promise<void>,
  now: Date | null = null,
): Promise<Done<Row>> {
  if (rows.length === 0) return { done: [], left: [] };
  const done: Row[] = [];
  const left: Row[] = [];
  if ((await attempt(tx, () => work(rows))) === null) done.push(...rows);
  else {
    const stopped = new Set<string>();
    for (const row of rows) {
      const problem =
        row.orderKey && stopped.has(row.orderKey) ? behind : await attempt(tx, () => work([row]));
      if (problem === null) {
        done.push(row);
        continue;
      }
      left.push(row);
      if (problem === behind) continue;
      log.error({ source, row: row.id, name: nameOf(problem.error) }, "a row was set aside");
      const isHeld = await setAside(tx, { source, ...row, errorName: nameOf(problem.error), now });
      if (isHeld && row.orderKey) stopped.add(row.orderKey);
    }
  }
  await takeBack(
    tx,
    source,
    done.map(({ id }) => id),
  );
  return { done, left };
}

const behind = { error: null };

/** Null when it went well; otherwise what was thrown, with everything it wrote taken back. */
async function attempt(tx: Tx, work: () => Promise<void>): Promise<{ error: unknown } | null> {
  await statement(tx, "savepoint one_by_one", []);
  try {
    await work();
    await statement(tx, "release savepoint one_by_one", []);
    return null;
  } catch (error) {
    if (isNobodysFault(error)) throw error;
    // Where the transaction or its connection is gone, this throws, and no row is blamed.
    await statement(tx, "rollback to savepoint one_by_one", []);
    await statement(tx, "release savepoint one_by_one", []);
    return { error };
  }
}

/**
 * SQL for the claim of `source`: the row `id` is not set aside, and no earlier one of its `order` is. `now` is an expression: a parameter
 * with its type, or the clock. Rows of one order are told apart by their id, which grows.
 */
export function notAside(
  source: string,
  { id, order, now }: { id: string; order?: string; now: string },
): string {
  const own = `(aside.row_id = ${id} and aside.next_at > ${now})`;
  const earlier = `(aside.order_key = ${order} and aside.row_id < ${id} and aside.next_at > ${now}
    and aside.since > ${now} - interval '${heldBackForMs / 1_000} seconds')`;
  return `not exists (select from set_aside aside where aside.source = '${source}' and ${order ? `(${own} or ${earlier})` : own})`;
}
