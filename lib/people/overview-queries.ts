import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import type { SubjectAct } from "@/lib/audit/subject-history";
import { asActor } from "@/lib/db";

/** The last acts of administration of this organisation, and how many people there are (counted to 100 at most). @throws Problem not-allowed. */
export function listOwnActs(
  actor: Actor,
): Promise<{ acts: SubjectAct[]; persons: number; suspended: number }> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const events = await tx.event.findMany({
      where: { stream: actor.orgId, subjectType: { not: null }, type: { not: "person.searched" } },
      orderBy: { seq: "desc" },
      take: 20,
      select: { id: true, at: true, type: true, actorName: true, reason: true, changes: true },
    });
    return {
      acts: events.map(({ id, at, type, actorName, reason, changes }) => ({
        id,
        at: at.toISOString(),
        type,
        actor: actorName,
        reason,
        changes: changes as Record<string, unknown>,
      })),
      persons: (await tx.user.findMany({ select: { id: true }, take: 100 })).length,
      suspended: (
        await tx.user.findMany({ where: { suspendedAt: { not: null } }, select: { id: true }, take: 100 })
      ).length,
    };
  });
}
