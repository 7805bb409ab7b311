import { statement, type Tx } from "@/lib/db";
import type { Audience } from "./rules";

// Each says which memberships `m` are meant about the request `r`; `told` is the outbox row. Notify itself leaves out whoever may not know.
const askers = `m.organisation_id = r.requester_org_id and (case when o.request_id is not null then m.id = o.membership_id
    else m.user_id = r.drafter_id end
  or (m.roles && '{investigator}' and exists (select from case_member k where k.case_id = r.case_id and k.membership_id = m.id and k.removed_at is null)))`;
const meant: Record<Audience, string> = {
  desk: `m.organisation_id = r.addressee_org_id and case when exists (select from membership a join person p on p.id = a.user_id and p.suspended_at is null
      where a.id = r.assignee_id and (a.valid_to is null or a.valid_to > clock_timestamp())) then m.id = r.assignee_id
    when (select kind from organisation where id = r.addressee_org_id) = 'police' then m.roles && '{investigator,commander}'
    else m.roles && '{liaison}' or (m.roles && '{liaison_manager}' and (r.urgency <> 'normal' or not exists (
      select from membership l where l.organisation_id = r.addressee_org_id and l.roles && '{liaison}' and (l.valid_to is null or l.valid_to > clock_timestamp())))) end`,
  managers: `m.organisation_id = r.addressee_org_id and m.roles && case
    when (select kind from organisation where id = r.addressee_org_id) = 'police' then '{commander}'::role[] else '{liaison_manager}'::role[] end`,
  askers,
  signers: `m.organisation_id = r.requester_org_id and m.roles && '{commander}' and m.user_id <> r.drafter_id and not m.user_id = any(r.editor_ids)`,
  authors: `m.organisation_id = r.requester_org_id and (m.user_id = r.drafter_id or m.user_id = any(r.editor_ids))`,
  prosecutors: `m.organisation_id = r.procuracy_org_id and m.roles && '{prosecutor}'`,
  // The note was written in the same transaction as the row that tells of it.
  mentioned: `m.id = any((select n.mentions from thread_message n where n.request_id = r.id and n.internal and n.membership_id = told.actor_membership_id
    and n.sent_at >= told.at - interval '5 milliseconds' order by n.sent_at, n.id limit 1)::uuid[])`,
};

/** The memberships that a rule means about a request, without whoever did it. Order by id, each once. */
export async function audienceOf(
  tx: Tx,
  outboxId: string,
  audiences: readonly Audience[],
): Promise<string[]> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `select m.id from outbox told join request r on r.id = told.request_id left join request_officer o on o.request_id = r.id
      join membership m on m.organisation_id in (r.requester_org_id, r.addressee_org_id, r.procuracy_org_id)
      where told.id = $1 and m.id is distinct from told.actor_membership_id and m.valid_from <= clock_timestamp()
        and (${audiences.map((audience) => `(${meant[audience]})`).join(" or ")})
      order by m.id`,
    [outboxId],
  );
  return rows.map(({ id }) => id);
}
