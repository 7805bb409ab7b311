import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { asSystem } from "@/lib/db";
import type { OrganisationKind, Role } from "@/lib/generated/prisma/enums";

export type Unit = {
  id: string;
  kind: OrganisationKind;
  provinceCode: string | null;
  name: string;
  specialisedCyber: boolean;
  parentIds: string[];
};

/** An organisation of its own for one test, so that all tests stand side by side. */
export async function makeOrganisation(
  kind: OrganisationKind,
  over: Partial<{ provinceCode: string | null; under: Unit; specialisedCyber: boolean; name: string }> = {},
): Promise<Unit> {
  const code = `test:${randomUUID()}`;
  const provinceCode = over.provinceCode === undefined ? "25" : over.provinceCode;
  const name = over.name ?? `Đơn vị ${code.slice(5, 11)}`;
  const specialisedCyber = over.specialisedCyber ?? false;
  const { id } = await asSystem((tx) =>
    tx.organisation.create({
      data: {
        code,
        kind,
        name,
        nameEn: name,
        shortName: name,
        provinceCode,
        specialisedCyber,
        symbol: code.slice(5, 9).toUpperCase(),
        onPortal: true,
        source: "test",
        validFrom: new Date("2025-07-01"),
      },
      select: { id: true },
    }),
  );
  if (over.under) {
    const parentId = over.under.id;
    await asSystem((tx) =>
      tx.organisationLink.create({ data: { parentId, childId: id, validFrom: new Date("2025-07-01") } }),
    );
  }
  return { id, kind, provinceCode, name, specialisedCyber, parentIds: over.under ? [over.under.id] : [] };
}

/** A person with one membership, as the actor that rights see. `below` are units under the person's own. */
export async function makePerson(roles: Role | Role[], unit: Unit, below: Unit[] = []): Promise<Actor> {
  const all = Array.isArray(roles) ? roles : [roles];
  const name = `Người ${randomUUID().slice(0, 6)}`;
  const signerTitle = all.includes("commander") ? "head_of_investigation_agency" : null;
  const { user, membership } = await asSystem(async (tx) => {
    const user = await tx.user.create({
      data: { email: `${randomUUID()}@test.invalid`, fullName: name, rank: "Đại úy" },
      select: { id: true },
    });
    const membership = await tx.membership.create({
      data: { userId: user.id, organisationId: unit.id, roles: all, signerTitle },
      select: { id: true },
    });
    return { user, membership };
  });
  return {
    userId: user.id,
    membershipId: membership.id,
    orgId: unit.id,
    orgIds: [unit.id, ...below.map(({ id }) => id)],
    roles: all,
    name,
    rank: "Đại úy",
    title: null,
    signerTitle,
    orgName: unit.name,
    orgKind: unit.kind,
    specialisedCyber: unit.specialisedCyber,
    provinceCode: unit.provinceCode,
    provinces: unit.provinceCode ? [unit.provinceCode] : [],
    sessionId: null,
    secondFactorAt: new Date(),
    origin: null,
  };
}

/** Who keeps the house, in an office of the operator of his own. */
export const makeAdministrator = async (): Promise<Actor> =>
  makePerson("admin", await makeOrganisation("operator", { provinceCode: null }));
