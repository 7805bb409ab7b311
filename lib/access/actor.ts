import type { OrganisationKind, Role } from "@/lib/generated/prisma/enums";

/**
 * A person acting in one membership. Everything that rights depend on is in here, read from the database
 * on each request, so that a changed role or a suspension works at once.
 */
export type Actor = {
  userId: string;
  membershipId: string;
  orgId: string;
  /** The acting organisation and those below it today: police units see what units below them hold. */
  orgIds: string[];
  roles: Role[];
  name: string;
  rank: string | null;
  title: string | null;
  /** The signer's legal title (`legal-bases.json` signerRoles), when this membership may sign. */
  signerTitle: string | null;
  orgName: string;
  orgKind: OrganisationKind;
  /** A05, PA05: some signers and the 24 h / 3 h limits depend on it. */
  specialisedCyber: boolean;
  provinceCode: string | null;
  /** Provinces whose figures this organisation may read. */
  provinces: string[];
  sessionId: string | null;
  /** When this session last proved its second factor: signing wants it fresh. */
  secondFactorAt: Date | null;
  /** Keyed hash of where the request came from, for the record; never an address in clear. */
  origin: string | null;
};

/** Does the actor hold one of these roles? */
export function hasRole(actor: Pick<Actor, "roles">, ...roles: Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** Is the actor asked: at the desk of an institution, or in a police unit that another one asks for assistance? */
export const answersRequests = (actor: Pick<Actor, "roles">): boolean =>
  hasRole(actor, "liaison", "liaison_manager", "investigator", "commander");

/** Does he give the work of that desk to others? */
export const managesDesk = (actor: Pick<Actor, "roles">): boolean =>
  hasRole(actor, "liaison_manager", "commander");

/** Does this organisation keep other people's money, so that some of it may be held? */
export function keepsMoney({ orgKind }: Pick<Actor, "orgKind">): boolean {
  return orgKind === "bank" || orgKind === "payment_intermediary";
}
