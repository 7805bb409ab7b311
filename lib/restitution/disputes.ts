import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Dispute } from "./types";

/** Which of these holds wait for the answer to an objection or an appeal; told also to their holder, who reads neither. */
export async function disputedHolds(tx: Tx, holdIds: readonly string[]): Promise<Set<string>> {
  if (holdIds.length === 0) return new Set();
  const { rows } = await statement<{ id: string }>(tx, "select id from app.disputed_holds($1) as id", [
    [...new Set(holdIds)],
  ]);
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
 * hold and against the suspension that its freeze took over. The earliest first.
 */
export async function disputesOf(tx: Tx, holdIds: readonly string[]): Promise<Map<string, Dispute[]>> {
  const { rows } = await statement<Row>(
    tx,
    `select * from (
        select h.id as "holdId", 'appeal' as kind, a.id, a.code, a.appellant as by, a.received_at as at
          from hold h join hold e on e.case_id = h.case_id
              and (e.id = h.id or (e.confirmed_by_id = h.request_id and e.account = h.account and e.holder_org_id = h.holder_org_id))
            join appeal a on a.hold_id = e.id and a.status in ('RECEIVED', 'REVIEWING')
          where h.id = any($1::uuid[])
        union all
        select h.id, 'objection', r.id, r.code, o.short_name, b.raised_at
          from hold h join request r on r.id = h.request_id join objection b on b.request_id = r.id and b.replied_at is null
            join organisation o on o.id = r.procuracy_org_id
          where h.id = any($1::uuid[])
      ) d order by at, id`,
    [holdIds],
  );
  const byHold = new Map<string, Dispute[]>();
  for (const { holdId, at, ...dispute } of rows)
    byHold.set(holdId, [...(byHold.get(holdId) ?? []), { ...dispute, at: at.toISOString() }]);
  return byHold;
}
