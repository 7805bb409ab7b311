import type { OrganisationKind, Role } from "@/lib/generated/prisma/enums";

export type PersonState = "active" | "invited" | "noAccess" | "suspended";
export type PersonRow = {
  id: string;
  fullName: string;
  rank: string | null;
  email: string;
  state: PersonState;
  memberships: { organisation: string; roles: Role[] }[];
};
export type MembershipDetail = {
  id: string;
  organisationId: string;
  organisation: string;
  kind: OrganisationKind;
  specialisedCyber: boolean;
  roles: Role[];
  title: string | null;
  signerTitle: string | null;
  heads: boolean;
  /** yyyy-mm-dd of the first day and of the first day on which it no longer holds. */
  validFrom: string;
  validTo: string | null;
  isOver: boolean;
  version: number;
};
export type PersonDetail = {
  id: string;
  fullName: string;
  rank: string | null;
  email: string;
  state: PersonState;
  /** ISO instants. */
  createdAt: string;
  suspendedAt: string | null;
  invitedUntil: string | null;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  sessions: number;
  version: number;
  isSelf: boolean;
  memberships: MembershipDetail[];
};
/** What the inviter sees once. `path` is null when the same act was sent again: the link is stored nowhere and cannot be shown twice. */
export type InvitationShown = { personId: string; path: string | null; expiresAt: string };
