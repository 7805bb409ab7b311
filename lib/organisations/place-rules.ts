import type { Tx } from "@/lib/db";
import { inForceOrLater } from "@/lib/day";
import { type Ask, Problem } from "@/lib/errors";
import type { OrganisationModel } from "@/lib/generated/prisma/models";

type Placed = Pick<OrganisationModel, "kind" | "level" | "provinceCode">;

/**
 * Police of a commune stand under the police of a province: their requests are reported and signed for there (Law on Public Security
 * Forces, the local forces). @throws Problem invalid at `parentId` when it is left out.
 */
export function assertPlaced({ kind, level }: Placed, parentId: string | undefined): void {
  if (kind === "police" && level === "commune" && parentId === undefined)
    throw new Problem("invalid", { fields: { parentId: "admin.errors.parentRequired" } });
}

/** A superior in another province would see this unit's cases: asked about, since two provinces share many names. */
export async function acrossProvinces(
  tx: Tx,
  { provinceCode }: Placed,
  parentId: string | undefined,
): Promise<Ask | null> {
  if (!parentId || !provinceCode) return null;
  const parent = await tx.organisation.findUnique({
    where: { id: parentId },
    select: { provinceCode: true, shortName: true },
  });
  if (!parent?.provinceCode || parent.provinceCode === provinceCode) return null;
  const names = await tx.province.findMany({
    where: { code: { in: [provinceCode, parent.provinceCode] } },
    select: { code: true, name: true },
  });
  const nameOf = (code: string) => names.find((one) => one.code === code)?.name ?? code;
  return {
    code: "otherProvince",
    subject: "organisation",
    facts: {
      under: parent.shortName,
      ownProvince: nameOf(provinceCode),
      theirProvince: nameOf(parent.provinceCode),
    },
  };
}

/** Who still works in a unit, or stands under it, when it closes: their rights there end with it. Null when nobody does. */
export async function leftBehind(tx: Tx, id: string, closes: string): Promise<Ask | null> {
  const open = inForceOrLater(closes);
  const members = (
    await tx.membership.findMany({ where: { organisationId: id, ...open }, select: { id: true } })
  ).length;
  const units = (await tx.organisationLink.findMany({ where: { parentId: id, ...open } })).length;
  if (members + units === 0) return null;
  return { code: "closesWithPeople", subject: "organisation", facts: { validTo: closes, members, units } };
}
