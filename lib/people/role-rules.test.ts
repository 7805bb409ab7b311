import { describe, expect, it } from "vitest";
import { roles } from "@/lib/access/roles-list";
import { OrganisationKind } from "@/lib/generated/prisma/enums";
import { roleFlaws, rolesFor } from "./role-rules";

const police = { kind: "police", specialisedCyber: false } as const;

describe("roles and organisations", () => {
  it("gives every role a home", () => {
    const homes = new Set(Object.values(OrganisationKind).flatMap((kind) => rolesFor(kind)));
    expect(roles.filter((role) => !homes.has(role))).toEqual([]);
  });
  it("lets only the operator have administrators", () => {
    expect(Object.values(OrganisationKind).filter((kind) => rolesFor(kind).includes("admin"))).toEqual([
      "operator",
    ]);
  });
  it.each([
    [police, { roles: ["investigator", "intake_officer"] }, {}],
    [police, { roles: ["liaison"] }, { roles: "admin.errors.roleElsewhere" }],
    [
      { kind: "bank", specialisedCyber: false },
      { roles: ["admin"] },
      { roles: "admin.errors.roleElsewhere" },
    ],
    [police, { roles: ["auditor", "commander"] }, { roles: "admin.errors.auditorAlone" }],
    [
      police,
      { roles: ["investigator"], signerTitle: "head_of_investigation_agency" },
      { signerTitle: "admin.errors.signerNotCommander" },
    ],
    [
      police,
      { roles: ["commander"], signerTitle: "head_of_specialised_cyber_unit" },
      { signerTitle: "admin.errors.signerNotCyber" },
    ],
    [
      { ...police, specialisedCyber: true },
      { roles: ["commander"], signerTitle: "head_of_specialised_cyber_unit" },
      {},
    ],
  ] as const)("in %j finds in %j the flaws %j", (organisation, given, flaws) => {
    expect(roleFlaws(organisation, given)).toEqual(flaws);
  });
});
