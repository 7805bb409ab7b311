import { codeOf, isDatabaseAway } from "@/lib/database-away";
import { givenUpAfterMs, waitAfter } from "@/lib/channels/back-off";
import { statement, type Tx } from "@/lib/db";

/** So long what stands behind a row of the same order waits for it, in milliseconds: a day, as a receiver's words do for each other. */
export const heldBackForMs = givenUpAfterMs;

type Failed = { source: string; id: string; orderKey?: string | null; errorName: string; now: Date | null };

/** Writes down that a row failed and when it is tried again. Returns whether what stands behind it still waits for it. */
export async function setAside(tx: Tx, { source, id, orderKey, errorName, now }: Failed): Promise<boolean> {
  const known = await statement<{ tries: number }>(
    tx,
    "select tries from set_aside where source = $1 and row_id = $2",
    [source, id],
  );
  const tries = (known.rows[0]?.tries ?? 0) + 1;
  const { rows } = await statement<{ held: boolean }>(
    tx,
    `insert into set_aside as s (source, row_id, order_key, since, failed_at, next_at, error_name)
      select $1, $2, $3, at.now, at.now, at.now + make_interval(secs => $6), $4
        from (select date_trunc('milliseconds', coalesce($5::timestamptz, clock_timestamp())) as now) at
      on conflict (source, row_id) do update set tries = s.tries + 1, failed_at = excluded.failed_at, next_at = excluded.next_at,
        error_name = excluded.error_name
      returning since > failed_at - make_interval(secs => $7) as held`,
    [source, id, orderKey ?? null, errorName, now, waitAfter(tries) / 1_000, heldBackForMs / 1_000],
  );
  return rows[0]!.held;
}

/** What went well at last is not aside any more. */
export async function takeBack(tx: Tx, source: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await statement(tx, "delete from set_aside where source = $1 and row_id = any($2::uuid[])", [
      source,
      [...ids],
    ]);
}

/** The next run does better, whichever row it was. A statement that took too long is its row's own doing. */
export const isNobodysFault = (error: unknown): boolean => isDatabaseAway(error) && codeOf(error) !== "57014";
