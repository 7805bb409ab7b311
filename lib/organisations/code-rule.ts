import type { OrganisationKind } from "@/lib/generated/prisma/enums";

/** What a code of the register begins with, and whose codes begin so (prisma/seed/reference). */
const kindsOf: Record<string, readonly OrganisationKind[]> = {
  police: ["police"],
  procuracy: ["procuracy"],
  committee: ["peoples_committee"],
  department: ["department"],
  sbv: ["state_bank_branch"],
  operator: ["operator"],
  bank: ["bank"],
  payment: ["payment_intermediary"],
  telecom: ["telecom", "isp_registrar"],
  registrar: ["isp_registrar"],
  platform: ["platform"],
};
/** Of these the second part is the province: `police:25:pa05`. */
const ofProvinces = new Set(["police", "procuracy", "committee", "department"]);

/** What is wrong with a code for this kind and province; null when it may stand. A code with a beginning of its own is free. */
export function codeFlaw(code: string, kind: OrganisationKind, provinceCode: string | undefined) {
  const [start = "", place = ""] = code.split(":");
  const kinds = kindsOf[start];
  if (!kinds) return null;
  if (!kinds.includes(kind)) return "admin.errors.codeKind" as const;
  const isElsewhere = ofProvinces.has(start) && /^\d{2}$/.test(place) && place !== provinceCode;
  return isElsewhere ? ("admin.errors.codeProvince" as const) : null;
}
