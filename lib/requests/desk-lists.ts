import type { Actor } from "@/lib/access/actor";
import { asActor, databaseNow } from "@/lib/db";
import type { Colleague, Institution } from "./received-types";

/** Colleagues to whom a manager may give work: liaisons of the same organisation who act today. */
export function listColleagues(actor: Actor): Promise<Colleague[]> {
  return asActor(actor, async (tx) => {
    const now = await databaseNow(tx);
    const found = await tx.membership.findMany({
      where: {
        organisationId: actor.orgId,
        roles: { hasSome: ["liaison", "liaison_manager"] },
        validFrom: { lte: now },
        OR: [{ validTo: null }, { validTo: { gt: now } }],
        user: { suspendedAt: null },
      },
      select: { id: true, user: { select: { fullName: true } } },
      take: 200,
    });
    return found
      .map(({ id, user }) => ({ membershipId: id, name: user.fullName }))
      .sort((a, b) => a.name.localeCompare(b.name, "vi"));
  });
}

/** Where money can have gone on to: banks and payment intermediaries in force, by short name. */
export function listMoneyInstitutions(actor: Actor): Promise<Institution[]> {
  return asActor(actor, async (tx) => {
    const found = await tx.organisation.findMany({
      where: { kind: { in: ["bank", "payment_intermediary"] }, validTo: null },
      select: { id: true, shortName: true },
      take: 500,
    });
    return found
      .map(({ id, shortName }) => ({ id, name: shortName }))
      .sort((a, b) => a.name.localeCompare(b.name, "vi"));
  });
}
