import { noOrganisation } from "./fold";

/**
 * Every counter once more, from the records alone, as rows of `fresh`. What a corrected answer said before is not in its record
 * any more, so it counts on the day of its last word.
 */
const fromRecords = ({ requests, cases }: { requests: string; cases: string }) => `
  with asked as (
    select id, case_id, province_code, requester_org_id, addressee_org_id, kind_code, sent_at, disputed_amount from request where ${requests} and sent_at is not null
  ), answered as (
    select i.*, r.case_id, r.province_code, r.requester_org_id, r.addressee_org_id, r.kind_code,
      coalesce(i.answered_at, (select max(coalesce((e.changes->>'at')::timestamptz, e.at)) from event e where e.request_id = r.id and e.type = 'request.answered')) as said_at,
      coalesce((select sum(h.amount - h.returned_amount) from hold h where h.confirmed_by_id = r.id and h.account = i.value), 0)::bigint as taken_over
    from request_item i join asked r on r.id = i.request_id where i.outcome is not null
  ), lifted as (
    select h.*, coalesce(u.kind_code, r.kind_code) as by_kind, r.province_code, r.requester_org_id, r.addressee_org_id
    from hold h join asked r on r.id = h.request_id
    left join lateral (
      select q.kind_code from asked q join request whole on whole.id = q.id join request_item i on i.request_id = q.id and i.value = h.account
      where h.release_reason = 'unfrozen' and whole.parent_id = h.request_id and i.outcome = 'DONE' limit 1
    ) u on true
    where h.released_at is not null
  ), happened as (
    select created_at as at, province_code, unit_id as requester, null::uuid as addressee, '' as kind, id as case_id, 'case.reported' as measure, 1 as n, reported_loss as amount from fraud_case where ${cases}
    union all select sent_at, province_code, requester_org_id, addressee_org_id, kind_code, case_id, 'request.sent', 1, disputed_amount from asked
    union all select said_at, province_code, requester_org_id, addressee_org_id, kind_code, case_id, 'answer.held', (taken_over = 0)::int, held_amount - taken_over
      from answered where held_amount > 0 and (held_amount <> taken_over)
    union all select said_at, province_code, requester_org_id, addressee_org_id, kind_code, case_id, 'answer.moved_on', 1, moved_amount from answered where moved_amount > 0
    union all select said_at, province_code, requester_org_id, addressee_org_id, kind_code, case_id, 'answer.cashed_out', 1, cashed_out_amount from answered where cashed_out_amount > 0
    union all select released_at, province_code, requester_org_id, addressee_org_id, by_kind, case_id, 'money.released', 1, amount - returned_amount from lifted
      where release_reason in ('withdrawn', 'lapsed', 'unfrozen') and amount > returned_amount
    union all select answered_at, province_code, requester_org_id, addressee_org_id, kind_code, case_id, 'money.released', 1, (details->>'partAmount')::bigint from answered a
      where kind_code = 'ACCOUNT_UNFREEZE' and outcome = 'DONE' and details->>'partAmount' is not null and not exists (select from hold h join request p on p.id = a.request_id
        where h.request_id = p.parent_id and h.account = a.value and h.release_reason = 'unfrozen' and h.released_at = a.answered_at)
    union all select released_at, province_code, requester_org_id, addressee_org_id, by_kind, case_id, 'money.returned', 1, returned_amount from lifted l
      where returned_amount > 0 and not exists (select from restitution_return t where t.hold_id = l.id)
    union all select t.recorded_at, r.province_code, r.requester_org_id, r.addressee_org_id, r.kind_code, r.case_id, 'money.returned', 1, t.amount
      from restitution_return t join hold h on h.id = t.hold_id join asked r on r.id = h.request_id
  ), fresh as (
    select (at at time zone 'Asia/Ho_Chi_Minh')::date as day, province_code, requester as requester_org_id, coalesce(addressee, '${noOrganisation}'::uuid) as addressee_org_id,
      kind as kind_code, measure, case_id, sum(n)::int as count, sum(amount)::bigint as amount
    from happened where at is not null group by 1, 2, 3, 4, 5, 6, 7
  )`;

/** Of all cases that are counted: restricted ones count nowhere. */
export const ofOpenCases = fromRecords({ requests: "not restricted", cases: "not restricted" });
/** Of one case ($1), restricted or not. */
export const ofOneCase = fromRecords({ requests: "case_id = $1::uuid", cases: "id = $1::uuid" });
