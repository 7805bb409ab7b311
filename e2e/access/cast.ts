import type { Actor } from "@/lib/access/actor";
import { asSystem } from "@/lib/db";
import type { Role } from "@/lib/generated/prisma/enums";
import { makeOrganisation, makePerson, type Unit } from "@/prisma/factories/people";

type UnitName =
  | "upper"
  | "own"
  | "stranger"
  | "bank"
  | "otherBank"
  | "telecom"
  | "procuracy"
  | "otherProcuracy"
  | "committee"
  | "department"
  | "operator";
/** Who stands where: all twelve roles, and each relation that the rules tell apart. */
export const casting = {
  drafter: ["investigator", "own"], // on the case; wrote the requests
  colleague: ["investigator", "own"], // same unit, not on the case
  intake: ["intake_officer", "own"],
  commander: ["commander", "own"],
  analyst: ["analyst", "own"],
  upper: ["commander", "upper"], // the unit above
  strangerInvestigator: ["investigator", "stranger"],
  strangerCommander: ["commander", "stranger"],
  liaison: ["liaison", "bank"], // took the bank's requests
  deskmate: ["liaison", "bank"], // same desk, not assigned
  manager: ["liaison_manager", "bank"],
  otherLiaison: ["liaison", "otherBank"],
  otherManager: ["liaison_manager", "otherBank"],
  telecomLiaison: ["liaison", "telecom"],
  prosecutor: ["prosecutor", "procuracy"], // notified of the freeze
  otherProsecutor: ["prosecutor", "otherProcuracy"],
  leader: ["leader", "committee"],
  secretary: ["secretary", "committee"],
  officer: ["department_officer", "department"],
  auditor: ["auditor", "upper"],
  admin: ["admin", "operator"],
} as const satisfies Record<string, readonly [Role, UnitName]>;
export type Who = keyof typeof casting;
export const everybody = Object.keys(casting) as Who[];

export type Cast = { units: Record<UnitName, Unit>; people: Record<Who, Actor> };

/** Organisations and people of their own for one test. */
export async function makeCast(): Promise<Cast> {
  const upper = await makeOrganisation("police");
  const own = await makeOrganisation("police", { under: upper, specialisedCyber: true });
  const units: Cast["units"] = {
    upper,
    own,
    stranger: await makeOrganisation("police", { provinceCode: "01", specialisedCyber: true }),
    bank: await makeOrganisation("bank", { provinceCode: null }),
    otherBank: await makeOrganisation("bank", { provinceCode: null }),
    telecom: await makeOrganisation("telecom", { provinceCode: null }),
    procuracy: await makeOrganisation("procuracy"),
    otherProcuracy: await makeOrganisation("procuracy", { provinceCode: "01" }),
    committee: await makeOrganisation("peoples_committee"),
    department: await makeOrganisation("department"),
    operator: await makeOrganisation("operator", { provinceCode: null }),
  };
  const people = {} as Cast["people"];
  for (const who of everybody) {
    const [role, unit] = casting[who];
    people[who] = await makePerson(role, units[unit], unit === "upper" ? [own] : []);
  }
  // With a second factor set up, as everybody who has signed in has; nobody signs in with this password.
  const credentials = everybody.map((who) => ({
    userId: people[who].userId,
    passwordHash: "!",
    totpSecret: "!",
    totpConfirmedAt: new Date(),
  }));
  await asSystem((tx) => tx.credential.createMany({ data: credentials }));
  return { units, people };
}
