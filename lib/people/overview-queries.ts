import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { actColumns, actOf, type SubjectAct } from "@/lib/audit/subject-history";
import { asActor } from "@/lib/db";

/** An act with whom or what it was about, as far as that has a name of its own: a person, an organisation. */
export type OwnAct = SubjectAct & {
  about: { type: "person" | "organisation"; id: string; name: string } | null;
};

/** The last acts of administration of this organisation, and how many people there are (counted to 100 at most). @throws Problem not-allowed. */
export function listOwnActs(actor: Actor): Promise<{ acts: OwnAct[]; persons: number; suspended: number }> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const events = await tx.event.findMany({
      where: { stream: actor.orgId, subjectType: { not: null }, type: { not: "person.searched" } },
      orderBy: { seq: "desc" },
      take: 20,
      select: { ...actColumns, subjectType: true, subjectId: true },
    });
    const idsOf = (type: "person" | "organisation") =>
      events.flatMap(({ subjectType, subjectId }) => (subjectType === type && subjectId) || []);
    const [people, organisations] = await Promise.all([
      tx.user.findMany({ where: { id: { in: idsOf("person") } }, select: { id: true, fullName: true } }),
      tx.organisation.findMany({
        where: { id: { in: idsOf("organisation") } },
        select: { id: true, shortName: true },
      }),
    ]);
    const about = new Map<string | null, OwnAct["about"]>([
      ...people.map(({ id, fullName }) => [id, { type: "person", id, name: fullName }] as const),
      ...organisations.map(
        ({ id, shortName }) => [id, { type: "organisation", id, name: shortName }] as const,
      ),
    ]);
    return {
      acts: events.map((event) => ({
        ...actOf(actor, event),
        about: about.get(event.subjectId) ?? null,
      })),
      persons: (await tx.user.findMany({ select: { id: true }, take: 100 })).length,
      suspended: (
        await tx.user.findMany({ where: { suspendedAt: { not: null } }, select: { id: true }, take: 100 })
      ).length,
    };
  });
}
