import { actsAt } from "@/lib/access/acts-at";
import { planDeliveries } from "@/lib/channels/plan";
import { statement, type Tx } from "@/lib/db";
import type { NoticeKind } from "./kinds";

/** Something that people have to know. Nothing personal: codes, counts, percents, instants (ISO), names of organisations. */
export type Word = {
  kind: NoticeKind;
  /** The id of the row that says that it happened: the same id again adds nothing for whoever knows. */
  eventId: string;
  /** Memberships. */
  to: readonly string[];
  urgent: boolean;
  caseId?: string | null;
  requestId?: string | null;
  deadlineId?: string | null;
  code?: string | null;
  facts?: Record<string, string | number>;
  /** A path of the portal; otherwise the request's or the case's own page. */
  href?: string | null;
};

// A restricted case or request is nothing to anybody but its members and whom the order went to, whatever the caller chose.
const insertSql = `
  insert into notification (event_id, membership_id, org_id, kind, urgent, case_id, request_id, deadline_id, code, facts, href)
  select $1, m.id, m.organisation_id, $3, $4, case when $6::uuid is null then $5::uuid end, $6, $7, $8, $9::jsonb, $10
  from membership m
  where m.id = any($2::uuid[]) and ${actsAt("m")}
    and not exists (select from request r where r.id = $6::uuid and cardinality(r.sealed_to) > 0 and not m.id = any(r.sealed_to)
      and m.organisation_id is distinct from r.addressee_org_id and m.organisation_id is distinct from r.procuracy_org_id)
    and not exists (select from fraud_case c where $6::uuid is null and c.id = $5::uuid and cardinality(c.sealed_to) > 0 and not m.id = any(c.sealed_to))
  order by m.id
  on conflict (membership_id, event_id) do nothing
  returning id`;

/**
 * Tells people, inside the transaction (asSystem) of what happened, and plans what leaves the portal about it. Suspended people and
 * memberships that are over are told nothing. Returns how many notifications are new.
 */
export async function notify(tx: Tx, words: readonly Word[]): Promise<number> {
  const added: string[] = [];
  for (const word of words) {
    if (word.to.length === 0) continue;
    const { rows } = await statement<{ id: string }>(tx, insertSql, [
      word.eventId,
      [...new Set(word.to)],
      word.kind,
      word.urgent,
      word.caseId ?? null,
      word.requestId ?? null,
      word.deadlineId ?? null,
      word.code ?? null,
      JSON.stringify(word.facts ?? {}),
      word.href ?? null,
    ]);
    added.push(...rows.map(({ id }) => id));
  }
  await planDeliveries(tx, added);
  return added.length;
}
