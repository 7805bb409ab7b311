import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { lastDayOf } from "@/lib/deadlines/last-day";
import { startOf } from "@/lib/local-days";
import { dueSql } from "./due-sql";
import { type DayCount, type DueItem, type DueKind, isBeginning, type Reach } from "./types";

type Asked = {
  reach: Reach;
  /** Days of Viet Nam, yyyy-mm-dd; `to` is no longer asked for. */
  from: string;
  to: string;
  /** Empty: all. */
  kinds: readonly DueKind[];
  /** For a calendar program: nothing of restricted cases. */
  isOutside?: boolean;
};

const values = (actor: Actor, { from, to, kinds }: Asked) => [
  actor.orgIds,
  actor.orgId,
  startOf(from),
  startOf(to),
  actor.membershipId,
  actor.userId,
  kinds.length > 0 ? kinds : null,
];
// Who asks is named in every text, so that its parameters have a type where a reach does not need them.
const ofKinds = "$5::uuid is not null and $6::uuid is not null and ($7::text[] is null or kind = any($7))";
// A shift begins; it is never late.
const overdueSql = "(due.at < now() and due.kind <> 'duty')";

// What ends at midnight is of the day that ends then; a promise and a shift begin.
const endSql =
  "(at - case when kind in ('promise', 'duty') then interval '0' else interval '1 millisecond' end)";

// Every part has an index by organisation and instant (deadline_calendar_of_*, hold_until, hold_active_of_holder, work_promise_of_org,
// duty_shift_of_org); planning six of them under row-level security takes longer than reading: hence kept plans.

/** How much is due on each day, by kind; days with nothing are left out. */
export async function countDue(actor: Actor, asked: Asked): Promise<DayCount[]> {
  const reach = asked.reach;
  const rows = await readAsActor<DayCount>(actor, {
    name: `due_count_${reach}`,
    text: `select to_char(${endSql} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day, kind, count(*)::int as count, count(*) filter (where ${overdueSql})::int as overdue
      from (${dueSql(reach, false)}) due where ${ofKinds} group by 1, 2 order by 1, 2`,
    values: values(actor, asked),
    plan: "kept",
  });
  return rows.map(({ day, kind, count, overdue }) => ({ day, kind, count, overdue }));
}

export type Edge = { at: string; id: string };
export const pageSize = 100;

type Row = {
  id: string;
  kind: DueKind;
  at: Date;
  until: Date | null;
  code: string | null;
  request_id: string | null;
  case_id: string | null;
  appeal_id: string | null;
  detail: string | null;
  organisation: string | null;
  person: string | null;
  count: number;
  overdue: boolean;
};

/** What is due, earliest first, and where the next page begins (null: that was all). */
export async function listDue(
  actor: Actor,
  asked: Asked & { after?: Edge | null; limit?: number },
): Promise<{ items: DueItem[]; next: Edge | null }> {
  const { reach, isOutside = false, after = null, limit = pageSize } = asked;
  const rows = await readAsActor<Row>(actor, {
    name: `due_list_${reach}${isOutside ? "_outside" : ""}`,
    text: `select due.id, due.kind, due.at, coalesce(a.code, r.code, c.code) as code, due.request_id, coalesce(due.case_id, r.case_id) as case_id, due.appeal_id,
        coalesce(due.detail, r.kind_code) as detail, ${overdueSql} as overdue, due.count,
        case when r.id is not null then o.short_name end as organisation, s.to_at as until, p.full_name as person
      from (select * from (${dueSql(reach, isOutside)}) all_due
        where ${ofKinds} and ($8::timestamptz is null or (at, id) > ($8, $9::uuid)) order by at, id limit $10) due
      left join request r on r.id = due.request_id left join fraud_case c on c.id = due.case_id and due.request_id is null
      left join appeal a on a.id = due.appeal_id
      left join organisation o on o.id = case when r.requester_org_id = any($1) then r.addressee_org_id else r.requester_org_id end
      left join duty_shift s on due.kind = 'duty' and s.id = due.id
      left join membership m on m.id = due.member_id left join person p on p.id = m.user_id
      order by due.at, due.id`,
    values: [...values(actor, asked), after?.at ?? null, after?.id ?? null, limit + 1],
    plan: "kept",
  });
  const items = rows.slice(0, limit).map(itemOf);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? { at: last.at, id: last.id } : null };
}

const itemOf = (row: Row): DueItem => ({
  id: row.id,
  kind: row.kind,
  at: row.at.toISOString(),
  until: row.until?.toISOString() ?? null,
  lastDay: isBeginning(row.kind) ? null : lastDayOf(row.at),
  code: row.code,
  requestId: row.request_id,
  caseId: row.case_id,
  appealId: row.appeal_id,
  detail: row.detail,
  organisation: row.organisation,
  person: row.person,
  count: row.count,
  isOverdue: row.overdue,
});
