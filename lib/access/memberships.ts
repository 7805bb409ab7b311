import { asSystem } from "@/lib/db";
import type { Role } from "@/lib/generated/prisma/enums";

export type OwnMembership = { id: string; organisation: string; roles: Role[]; title: string | null };

/** The memberships a person may act in today, oldest first. */
export async function ownMemberships(userId: string): Promise<OwnMembership[]> {
  const now = new Date();
  const rows = await asSystem((tx) =>
    tx.membership.findMany({
      where: { userId, validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
      orderBy: { validFrom: "asc" },
      select: { id: true, roles: true, title: true, organisation: { select: { shortName: true } } },
    }),
  );
  return rows.map(({ id, roles, title, organisation }) => ({
    id,
    roles,
    title,
    organisation: organisation.shortName,
  }));
}
