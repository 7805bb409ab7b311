import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db";
import { attribute } from "@/lib/money/trail/attribution";
import { readStory } from "@/lib/money/trail/read-story";
import { type HoldLink, linksOf } from "@/lib/money/trail/hold-links";

/** What the trail of a case says of each of its holds, read through the actor's rights. Amounts VND. */
export async function lookAtCase(tx: Tx, caseId: string): Promise<Map<string, HoldLink>> {
  const { story } = await readStory(tx, caseId);
  return linksOf(story, attribute(story));
}

/** The cases of the actor's units that have money held now: the soonest end first, at most `limit`. */
export async function casesHolding(tx: Tx, actor: Actor, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select h.case_id as id from hold h join request r on r.id = h.request_id
    where h.released_at is null and r.requester_org_id = any(${actor.orgIds}::uuid[])
      and (not r.restricted or ${actor.membershipId}::uuid = any(r.sealed_to))
    group by h.case_id order by min(coalesce(h.until_at, 'infinity')), h.case_id limit ${limit}`;
  return rows.map(({ id }) => id);
}
