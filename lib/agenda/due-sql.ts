import type { Reach } from "./types";

/**
 * A limit that ends at midnight ends the day before: of limits and holds the days from $3 to $4 have what ends after $3 and no later than $4.
 * A promise and a shift are of the day that begins then.
 */
const ofSpan = (instant: string) => `${instant} > $3 and ${instant} <= $4`;

/**
 * Everything that is due on the days from $3 to $4, of the organisation $2, of the units $1 that it reads, for the member $5 who is the
 * person $6: rows of (id, kind, at, request_id, case_id, appeal_id, detail, member_id, count). Row-level security decides beneath
 * what is to be seen of it at all. What leaves the portal (`isOutside`) knows nothing of restricted cases.
 */
export function dueSql(reach: Reach, isOutside: boolean): string {
  const own = reach === "own";
  const open = (alias: string) => (isOutside ? `and not ${alias}.restricted` : "");
  const ofRequest = `(r.assignee_id = $5 or case when exists (select from request_officer o where o.request_id = r.id)
      then exists (select from request_officer o where o.request_id = r.id and o.membership_id = $5) else r.drafter_id = $6 end)`;
  const mineByEither = own
    ? `and case when d.request_id is null then exists (select from case_member m where m.case_id = d.case_id and m.membership_id = $5 and m.removed_at is null)
        else exists (select from request r where r.id = d.request_id and ${ofRequest}) end`
    : "";
  const clocks = (side: string) => `
    select d.id, case d.subject when 'ANSWER' then 'answer' when 'ACKNOWLEDGE' then 'acknowledge' when 'APPEAL' then 'appeal' else 'case' end as kind,
      d.due_at as at, d.request_id, d.case_id, d.appeal_id, case when d.subject = 'CASE_LEGAL' then d.label else d.kind_code end as detail,
      null::uuid as member_id, 1 as count
    from deadline d where ${side} and d.state = 'running' and d.subject in ('ANSWER', 'ACKNOWLEDGE', 'APPEAL', 'CASE_LEGAL')
      and ${ofSpan("d.due_at")} ${open("d")} ${mineByEither}`;
  // Holds of one order that end together are one thing to be done.
  const holds = (side: string) => `
    select (min(h.id::text))::uuid as id, 'hold' as kind, h.until_at as at, h.request_id, r.case_id, null::uuid, r.kind_code, null::uuid, count(*)::int
    from hold h join request r on r.id = h.request_id
    where h.released_at is null and ${side} ${open("r")} ${own ? `and ${ofRequest}` : ""} group by h.until_at, h.request_id, r.case_id, r.kind_code`;
  return `
    ${clocks("d.requester_org_id = any($1)")}
    union all ${clocks("d.owner_org_id = $2 and d.requester_org_id <> all($1)")}
    union all ${holds(`${ofSpan("h.until_at")} and r.requester_org_id = any($1)`)}
    union all ${holds(`h.holder_org_id = $2 and ${ofSpan("coalesce(h.until_at, 'infinity')")} and r.requester_org_id <> all($1)`)}
    union all
    select w.id, 'promise', w.promised_at, w.request_id, null, null, null, w.membership_id, 1 from work_promise w
    where w.org_id = $2 and w.ended_at is null and w.promised_at >= $3 and w.promised_at < $4 ${own ? "and w.membership_id = $5" : ""}
      ${isOutside ? "and exists (select from request r where r.id = w.request_id and not r.restricted)" : ""}
    union all
    select s.id, 'duty', s.from_at, null, null, null, null, s.membership_id, 1 from duty_shift s
    where s.org_id = $2 and s.cancelled_at is null and s.from_at >= $3 and s.from_at < $4 and s.to_at > $3 ${own ? "and s.membership_id = $5" : ""}`;
}
