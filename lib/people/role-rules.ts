import type { OrganisationKind, Role } from "@/lib/generated/prisma/enums";

/** Which roles an organisation's members may hold (domain §1). Who keeps the house sits with the operator alone. */
const rolesOfKind: Record<OrganisationKind, readonly Role[]> = {
  police: ["intake_officer", "investigator", "commander", "analyst", "auditor"],
  bank: ["liaison", "liaison_manager"],
  payment_intermediary: ["liaison", "liaison_manager"],
  telecom: ["liaison", "liaison_manager"],
  isp_registrar: ["liaison", "liaison_manager"],
  platform: ["liaison", "liaison_manager"],
  state_bank_branch: ["department_officer"],
  department: ["department_officer"],
  peoples_committee: ["leader", "secretary"],
  procuracy: ["prosecutor"],
  court: [],
  operator: ["admin", "auditor"],
};
export const rolesFor = (kind: OrganisationKind): readonly Role[] => rolesOfKind[kind];

/** Titles that make a commander's signature valid (Criminal Procedure Code art. 36; Cybersecurity Law's specialised force). */
export const signerTitles = [
  "head_of_investigation_agency",
  "deputy_head_of_investigation_agency",
  "head_of_specialised_cyber_unit",
  "deputy_head_of_specialised_cyber_unit",
] as const;

/** What is wrong with these roles in this organisation, by field; empty when nothing is. */
export function roleFlaws(
  organisation: { kind: OrganisationKind; specialisedCyber: boolean },
  given: { roles: readonly Role[]; signerTitle?: string },
): Record<string, string> {
  const flaws: Record<string, string> = {};
  const allowed = rolesFor(organisation.kind);
  if (given.roles.some((role) => !allowed.includes(role))) flaws.roles = "admin.errors.roleElsewhere";
  // Who reads the record does not write it: an auditor keeps no other role beside.
  else if (given.roles.includes("auditor") && given.roles.length > 1)
    flaws.roles = "admin.errors.auditorAlone";
  if (given.signerTitle && !given.roles.includes("commander"))
    flaws.signerTitle = "admin.errors.signerNotCommander";
  else if (given.signerTitle?.includes("specialised_cyber") && !organisation.specialisedCyber)
    flaws.signerTitle = "admin.errors.signerNotCyber";
  return flaws;
}
