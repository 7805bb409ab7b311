import { actsAt } from "@/lib/access/acts-at";
import { statement, type Tx } from "@/lib/db";
import { workersOf } from "@/lib/requests/workers";
import type { Audience } from "./rules";

// Each says which memberships `m` are meant about the request `r`; `told` is the outbox row. Notify itself leaves out whoever may not know.
// Who works on the request, at the desk and in the unit, is lib/requests/workers.ts.
const meant: Record<Exclude<Audience, "desk" | "askers">, string> = {
  managers: `m.organisation_id = r.addressee_org_id and m.roles && case
    when (select kind from organisation where id = r.addressee_org_id) = 'police' then '{commander}'::role[] else '{liaison_manager}'::role[] end`,
  signers: `m.organisation_id = r.requester_org_id and m.roles && '{commander}' and m.user_id <> r.drafter_id and not m.user_id = any(r.editor_ids)`,
  authors: `m.organisation_id = r.requester_org_id and (m.user_id = r.drafter_id or m.user_id = any(r.editor_ids))`,
  prosecutors: `m.organisation_id = r.procuracy_org_id and m.roles && '{prosecutor}'`,
  // The note was written in the transaction of the row that tells of it, just before it (app.was_done asks for that): his latest until then.
  mentioned: `m.id = any((select n.mentions from thread_message n where n.request_id = r.id and n.internal and n.membership_id = told.actor_membership_id
    and n.sent_at <= told.at order by n.sent_at desc, n.id desc limit 1)::uuid[])`,
};
/** The memberships that a rule means about the request of an outbox row, without whoever did it. Order by id, each once. */
export async function audienceOf(
  tx: Tx,
  outboxId: string,
  audiences: readonly Audience[],
): Promise<string[]> {
  const told = await statement<{ requestId: string | null; actorId: string | null }>(
    tx,
    `select request_id as "requestId", actor_membership_id as "actorId" from outbox where id = $1`,
    [outboxId],
  );
  const { requestId, actorId } = told.rows[0] ?? { requestId: null, actorId: null };
  if (!requestId) return [];
  const found = new Set<string>();
  const add = (ids: readonly string[]) => ids.forEach((id) => found.add(id));
  if (audiences.includes("desk") || audiences.includes("askers")) {
    const { desk, askers } = (await workersOf(tx, [requestId]))(requestId);
    if (audiences.includes("desk")) add(desk.all);
    if (audiences.includes("askers")) add(askers.all);
  }
  const others = audiences.filter((audience) => audience !== "desk" && audience !== "askers");
  if (others.length > 0) add(await membersMeant(tx, outboxId, others));
  return [...found].filter((id) => id !== actorId).sort();
}

async function membersMeant(tx: Tx, outboxId: string, audiences: readonly (keyof typeof meant)[]) {
  const { rows } = await statement<{ id: string }>(
    tx,
    `select m.id from outbox told join request r on r.id = told.request_id
      join membership m on m.organisation_id in (r.requester_org_id, r.addressee_org_id, r.procuracy_org_id)
      where told.id = $1 and ${actsAt("m")} and (${audiences.map((audience) => `(${meant[audience]})`).join(" or ")})`,
    [outboxId],
  );
  return rows.map(({ id }) => id);
}
