import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Dispute } from "./types";

/** Which of these holds wait for the answer to an objection or an appeal; told also to their holder, who reads neither. */
export async function disputedHolds(tx: Tx, holdIds: readonly string[]): Promise<Set<string>> {
  if (holdIds.length === 0) return new Set();
  const { rows } = await statement<{ id: string }>(
    tx,
    "select distinct hold_id as id from app.disputed_holds($1)",
    [[...new Set(holdIds)]],
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Money that somebody says is held wrongly is not given away before he is answered. The holds are locked by the caller.
 * @throws Problem "disputed".
 */
export async function assertUndisputed(tx: Tx, holdIds: readonly string[]): Promise<void> {
  if ((await disputedHolds(tx, holdIds)).size > 0) throw new Problem("disputed");
}

type Row = Omit<Dispute, "at"> & { holdId: string; at: Date };

/**
 * What waits for an answer about each of these holds, for the unit that had them held: the procuracy's objection to the order, appeals against the
 * hold and against the suspension that its freeze took over. The earliest first. Which these are `app.disputed_holds()` alone says: the triggers
 * that keep the money ask it too.
 */
export async function disputesOf(tx: Tx, holdIds: readonly string[]): Promise<Map<string, Dispute[]>> {
  const { rows } = await statement<Row>(
    tx,
    `select * from (
        select d.hold_id as "holdId", case when a.status = 'UPHELD' then 'upheld' else d.kind end as kind, a.id, a.code, a.appellant as by, a.received_at as at
          from app.disputed_holds($1) d join appeal a on a.id = d.about where d.kind = 'appeal'
        union all
        select d.hold_id, d.kind, r.id, r.code, o.short_name, b.raised_at
          from app.disputed_holds($1) d join objection b on b.id = d.about join request r on r.id = b.request_id
            join organisation o on o.id = r.procuracy_org_id
          where d.kind = 'objection'
      ) d order by at, id`,
    [[...new Set(holdIds)]],
  );
  const byHold = new Map<string, Dispute[]>();
  for (const { holdId, at, ...dispute } of rows)
    byHold.set(holdId, [...(byHold.get(holdId) ?? []), { ...dispute, at: at.toISOString() }]);
  return byHold;
}
