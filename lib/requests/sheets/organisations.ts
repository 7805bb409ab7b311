import type { Tx } from "@/lib/db";
import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import { foldVietnamese } from "@/lib/targets/normalise-text";

/** What a cell may call an organisation in force. */
export type OrganisationNames = {
  /** The one that bears this short name, name or alias, whatever its accents, `among` these kinds; null when none or several do. */
  find: (typed: string, among?: readonly OrganisationKind[]) => string | null;
  shortName: (id: string) => string;
};

/** Kinds of organisations that requests go to and answers name. */
export const asked = ["bank", "payment_intermediary", "telecom", "isp_registrar", "platform"] as const;

export async function organisationNames(tx: Tx): Promise<OrganisationNames> {
  const rows = await tx.organisation.findMany({
    where: { kind: { in: [...asked] }, validTo: null },
    select: { id: true, name: true, shortName: true, aliases: true, kind: true },
  });
  const called = new Map<string, Map<string, OrganisationKind>>();
  for (const { id, name, shortName, aliases, kind } of rows)
    for (const each of [name, shortName, ...aliases]) {
      const key = foldVietnamese(each).trim();
      called.set(key, (called.get(key) ?? new Map<string, OrganisationKind>()).set(id, kind));
    }
  const shortNames = new Map(rows.map(({ id, shortName }) => [id, shortName]));
  return {
    find(typed, among) {
      const found = [...(called.get(foldVietnamese(typed).trim()) ?? [])].filter(
        ([, kind]) => among === undefined || among.includes(kind),
      );
      return found.length === 1 ? found[0]![0] : null;
    },
    shortName: (id) => shortNames.get(id) ?? "",
  };
}
