import { type Actor, hasRole } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { countUnread } from "./count";
import type { Notice } from "./listen";

/** An event of the stream: what a browser re-reads through its own rights. Ids of records that its reader sees, nothing else. */
export type Told = {
  topic: string;
  requestId: string | null;
  caseId: string | null;
  urgent: boolean;
  /** How many notifications of his own wait, when the event is about them. */
  unread?: number;
};

/** What a screen is told of its own person's notifications: how many wait, and nothing of any. */
export async function countTold(actor: Actor, topic: "notice" | "seen", urgent = false): Promise<Told> {
  return { topic, requestId: null, caseId: null, urgent, unread: await countUnread(actor) };
}

/**
 * What this actor may know of it: it concerns his organisation, and row-level security shows him the record. Null for nothing.
 * So an open screen of the same unit never learns that a restricted case exists, and a bank that is asked twice never learns
 * that both requests are of one case: it does not see the case.
 */
export async function toldTo(actor: Actor, notice: Notice): Promise<Told | null> {
  if (notice.members)
    return notice.members.includes(actor.membershipId)
      ? countTold(actor, notice.topic === "notice" ? "notice" : "seen", notice.urgent)
      : null;
  if (!notice.orgs.some((org) => org === actor.orgId || actor.orgIds.includes(org))) return null;
  const { topic, requestId, urgent } = notice;
  if (requestId) {
    const [row] = await readAsActor<{ case_id: string | null }>(actor, {
      name: "notice-request",
      plan: "once",
      text: "select (select c.id from fraud_case c where c.id = r.case_id) as case_id from request r where r.id = $1",
      values: [requestId],
    });
    return row ? { topic, requestId, caseId: row.case_id, urgent } : null;
  }
  // Who keeps or inspects the portal hears that an order is doubted, and of no record: his list tells which he may know of.
  if (!notice.caseId)
    return topic.startsWith("suspicion.") && hasRole(actor, "admin", "auditor")
      ? { topic, requestId: null, caseId: null, urgent }
      : null;
  const [row] = await readAsActor<{ id: string }>(actor, {
    name: "notice-case",
    plan: "once",
    text: "select id from fraud_case where id = $1",
    values: [notice.caseId],
  });
  return row ? { topic, requestId: null, caseId: row.id, urgent } : null;
}
