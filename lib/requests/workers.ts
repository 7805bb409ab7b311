import { actsAt } from "@/lib/access/acts-at";
import { statement, type Tx } from "@/lib/db";
import { firstOnDuty } from "@/lib/duty/on-call";
import { grouped } from "@/lib/grouped";
import { none, type Seen, type Workers, workersAmong } from "./workers-rule";

const now = "coalesce($2::timestamptz, clock_timestamp())";
// Of a sealed case its own unit knows as far as its members do; the addressee's desk is a party of its order.
const mayKnow =
  "(cardinality(r.sealed_to) = 0 or m.organisation_id <> r.requester_org_id or m.id = any(r.sealed_to))";
const sql = `
  select r.id as "requestId", 'desk' as side, m.id as "memberId", m.id = r.assignee_id as "isHolder", false as "isDrafter",
      m.id = ${firstOnDuty("r.addressee_org_id", now)} as "isOnDuty", case when o.kind = 'police' then m.roles && '{investigator,commander}'::role[]
        else m.roles && '{liaison}'::role[] end as "works", m.roles && '{liaison_manager,commander}'::role[] as "leads", r.urgency <> 'normal' as "isUrgent"
    from request r join organisation o on o.id = r.addressee_org_id join membership m on m.organisation_id = r.addressee_org_id
    where r.id = any($1::uuid[]) and m.roles && '{liaison,liaison_manager,investigator,commander}'::role[] and ${actsAt("m", now)} and ${mayKnow}
  union all
  select r.id, 'asks', m.id, coalesce(m.id = f.membership_id, false), m.user_id = r.drafter_id, false,
      m.roles && '{investigator}'::role[] and exists (select from case_member k where k.case_id = r.case_id and k.membership_id = m.id and k.removed_at is null),
      m.roles && '{commander}'::role[], r.urgency <> 'normal'
    from request r left join request_officer f on f.request_id = r.id join membership m on m.organisation_id = r.requester_org_id
    where r.id = any($1::uuid[]) and ${actsAt("m", now)} and ${mayKnow}
  order by 1, 2, 3`;

/**
 * Who works on each of these requests at an instant (UTC; the database's when it is null), on either side: told of it, reminded of it.
 * Runs asSystem. An unknown request has nobody.
 */
export async function workersOf(
  tx: Tx,
  requestIds: readonly string[],
  at: Date | null = null,
): Promise<(requestId: string) => Workers> {
  const { rows } =
    requestIds.length === 0
      ? { rows: [] }
      : await statement<Seen & { requestId: string }>(tx, sql, [[...requestIds], at]);
  const found = grouped(rows, ({ requestId }) => requestId);
  return (requestId) => (found.has(requestId) ? workersAmong(found.get(requestId) ?? []) : none);
}
