import type { Actor } from "@/lib/access/actor";
import { canOnCase } from "@/lib/access/policy";
import { visibleCases } from "@/lib/access/scope";
import { asActor, type Tx } from "@/lib/db";
import { organisationsOf } from "@/lib/organisations/names";
import { placeOf } from "./accounts";
import { readStory } from "./read-story";
import { traceMoney } from "./trace";
import type { TrailView } from "./types";
import { viewOf } from "./view";

/**
 * The money trail of a case for those of the police who read the case; null for everybody else, and for a case that is not there. No
 * responder ever reads any of it: he sees only the requests addressed to him.
 */
export function getTrail(actor: Actor, caseId: string): Promise<TrailView | null> {
  return asActor(actor, (tx) => trailOf(tx, actor, caseId));
}

/** The same within the caller's own transaction, so that what is exported is what was read. */
export async function trailOf(tx: Tx, actor: Actor, caseId: string): Promise<TrailView | null> {
  const found = await tx.case.findFirst({
    where: { AND: [{ id: caseId }, visibleCases(actor)] },
    include: { members: { where: { removedAt: null } } },
  });
  if (!found) return null;
  const read = await readStory(tx, caseId);
  const trail = traceMoney(read.story);
  const organisations = await organisationsOf(
    tx,
    [
      ...new Set([
        ...trail.accounts.keys(),
        ...[...read.victims.values()].flatMap(({ accounts }) => accounts),
      ]),
    ].map((key) => placeOf(key).institutionId),
  );
  const memberIds = found.members.map(({ membershipId }) => membershipId);
  return {
    caseId,
    code: found.code,
    mayDraft: canOnCase(actor, "case.draftRequest", { ...found, memberIds }),
    ...viewOf(trail, read, organisations),
  };
}
