import type { OrganisationKind, OrganisationLevel, Role } from "@/lib/generated/prisma/enums";

export type OrganisationRow = {
  id: string;
  code: string;
  kind: OrganisationKind;
  name: string;
  shortName: string;
  provinceName: string | null;
  parentName: string | null;
  onPortal: boolean;
  verify: boolean;
  members: number;
  /** yyyy-mm-dd */
  validTo: string | null;
};
/** A place in the dated tree: under whom, since when, until when (exclusive, yyyy-mm-dd). */
export type PlaceInTree = {
  id: string;
  organisationId: string;
  name: string;
  validFrom: string;
  validTo: string | null;
};
export type OrganisationDetail = {
  id: string;
  code: string;
  kind: OrganisationKind;
  level: OrganisationLevel | null;
  name: string;
  nameEn: string;
  shortName: string;
  aliases: string[];
  symbol: string | null;
  provinceName: string | null;
  specialisedCyber: boolean;
  onPortal: boolean;
  dutyPhone: string | null;
  source: string;
  verify: boolean;
  validFrom: string;
  validTo: string | null;
  version: number;
  parents: PlaceInTree[];
  children: PlaceInTree[];
  /** Who works here now or is to, a hundred at most. */
  members: { id: string; personId: string; name: string; roles: Role[] }[];
};
export type OrganisationChoice = { id: string; shortName: string; name: string; kind: OrganisationKind };
