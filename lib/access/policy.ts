import type { CaseStatus, RequestStatus, Role } from "@/lib/generated/prisma/enums";
import type { RequestEvent } from "@/lib/requests/lifecycle";
import type { Actor } from "./actor";

/**
 * How far a grant reaches.
 * - unit: the acting police unit's records and those of units below it, unless sealed to others
 * - working: of those, what the actor drafted, took over (request officer) or is named on (case member)
 * - received: addressed to the acting organisation and issued
 * - desk: of those, assigned to the actor or to nobody
 * - either: unit or received
 * - handling: working or desk
 * - notified: issued, and this procuracy was notified
 * - any: needs no record
 */
export type Reach = "unit" | "working" | "received" | "desk" | "either" | "handling" | "notified" | "any";
type Grants = Partial<Record<Role, Reach>>;

/** What rights need to know of a request. */
export type RequestLike = {
  status: RequestStatus;
  requesterOrgId: string;
  addresseeOrgId: string;
  procuracyOrgId: string | null;
  sealedTo: string[];
  drafterId: string;
  /** Everybody who drafted, rewrote or handed in any version of it. */
  editorIds: string[];
  assigneeId: string | null;
  /** Who signed it; nobody yet, or not asked for. */
  signerId?: string | null;
  /** Since when somebody doubts that it is real. */
  suspectedAt?: Date | null;
  sentAt: Date | null;
  /** Memberships named on the request's case, and the one that took the request over. */
  memberIds: string[];
};
/** What rights need to know of a case. */
export type CaseLike = { unitId: string; status: CaseStatus; sealedTo: string[]; memberIds: string[] };

/** Who answers: the desk of an institution, and in a police unit that another one asks its investigators and commanders. */
const atDesk = {
  liaison: "desk",
  liaison_manager: "received",
  investigator: "desk",
  commander: "received",
} as const satisfies Grants;

/** Who may do what to a request (domain §1). A new lifecycle event does not compile until it has a row here. */
export const requestPolicy = {
  "request.read": {
    intake_officer: "unit",
    // A police unit is asked too, by another one for assistance.
    investigator: "either",
    commander: "either",
    analyst: "unit",
    liaison: "received",
    liaison_manager: "received",
    prosecutor: "notified",
  },
  "request.edit": { investigator: "working", commander: "working" },
  "request.submit": { investigator: "working", commander: "working" },
  "request.discard": { investigator: "working", commander: "working" },
  "request.return": { commander: "unit" },
  "request.recall": { investigator: "working", commander: "working" }, // and only who wrote or handed it in: see can()
  "request.sign": { commander: "unit" }, // and never who wrote or handed it in: see can()
  "request.withdraw": { commander: "unit" },
  "request.proposeWithdrawal": { investigator: "working" },
  "request.extendDeadline": { investigator: "working", commander: "unit" },
  "request.proposeWaiver": { investigator: "working" },
  "request.waiveDeadline": { commander: "unit" }, // and never who proposed it
  "request.clarify": { investigator: "working", commander: "unit" },
  "request.accept": { investigator: "working", commander: "unit" },
  "request.sendBack": { investigator: "working", commander: "unit" },
  "request.dispute": { investigator: "working", commander: "unit" },
  "request.acknowledge": atDesk,
  "request.start": atDesk,
  "request.ask": atDesk,
  "request.answer": atDesk,
  "request.refuse": atDesk,
  "request.assign": { liaison_manager: "received", commander: "received" },
  "request.take": atDesk,
  "request.suspect": atDesk,
  "request.review": { commander: "unit" }, // and never the signer or who wrote it: see can()
  "request.object": { prosecutor: "notified" },
  "request.replyObjection": { investigator: "working", commander: "unit" },
  "request.expire": {}, // the clock alone
  // To the other side speaks whoever works on it; among colleagues whoever reads it to work on it.
  "request.write": {
    investigator: "handling",
    commander: "either",
    liaison: "desk",
    liaison_manager: "received",
  },
  "request.note": {
    investigator: "either",
    commander: "either",
    liaison: "received",
    liaison_manager: "received",
  },
  "request.remind": { investigator: "working", commander: "unit" },
  "request.handOver": {
    investigator: "handling",
    commander: "either",
    liaison: "desk",
    liaison_manager: "received",
  },
  "request.amend": { investigator: "working", commander: "unit" },
  "request.issueAmendment": { commander: "unit" }, // and never the amendment's drafter
  "request.recheck": { investigator: "working", commander: "unit" },
  "request.reroute": { investigator: "working", commander: "unit" },
} satisfies Record<`request.${RequestEvent | Beside}`, Grants>;
/** Acts beside the lifecycle. */
type Beside =
  | "read"
  | "edit"
  | "assign"
  | "proposeWithdrawal"
  | "extendDeadline"
  | "proposeWaiver"
  | "waiveDeadline"
  | "take"
  | "suspect"
  | "object"
  | "replyObjection"
  | "write"
  | "note"
  | "remind"
  | "handOver"
  | "amend"
  | "issueAmendment"
  | "recheck"
  | "reroute";
export type RequestPermission = keyof typeof requestPolicy;

/** Who may do what to a case. */
export const casePolicy = {
  "case.read": { intake_officer: "unit", investigator: "unit", commander: "unit", analyst: "unit" },
  "case.edit": { intake_officer: "working", investigator: "working", commander: "unit" },
  "case.draftRequest": { investigator: "working", commander: "unit" },
  "case.changeStatus": { investigator: "working", commander: "unit" },
  "case.markNotified": { investigator: "working", commander: "unit" },
  "case.appoint": { commander: "unit" },
  "case.restrict": { commander: "unit" },
} satisfies Record<`case.${string}`, Grants>;
export type CasePermission = keyof typeof casePolicy;

const listReaders = {
  intake_officer: "any",
  investigator: "any",
  commander: "any",
  analyst: "any",
} as const satisfies Grants;

/** What needs no record: opening, looking up, keeping the house. */
export const generalPolicy = {
  "case.create": { intake_officer: "any", investigator: "any", commander: "any" },
  "search.use": {
    intake_officer: "any",
    investigator: "any",
    commander: "any",
    analyst: "any",
    liaison: "any",
    liaison_manager: "any",
  },
  // The filtered list of requests or of holds, as a workbook.
  "request.export": listReaders,
  "hold.export": listReaders,
  // To ask what goes on with ticked holds; of which of them is each case's own to say: `case.draftRequest`.
  "hold.order": { investigator: "any", commander: "any" },
  "figures.read": { leader: "any", secretary: "any", department_officer: "any", commander: "any" },
  "figures.own": { liaison_manager: "any", commander: "any" }, // a police unit is asked too
  // A word to one's own line of the league table, which compares those who are asked.
  "league.reply": { liaison_manager: "any" },
  "audit.read": { auditor: "any" },
  "audit.verify": { auditor: "any" },
  "admin.manage": { admin: "any" },
  // Where the organisation's own system is told of what happens.
  "webhook.keep": { liaison_manager: "any", commander: "any" },
} satisfies Record<string, Grants>;
export type GeneralPermission = keyof typeof generalPolicy;

/** May the actor do this at all, no record asked? */
export function may(actor: Pick<Actor, "roles">, permission: GeneralPermission): boolean {
  return actor.roles.some((role) => (generalPolicy[permission] as Grants)[role] !== undefined);
}

const unsealed = (actor: Actor, sealedTo: string[]) =>
  sealedTo.length === 0 || sealedTo.includes(actor.membershipId);
const inUnit = (actor: Actor, request: RequestLike) =>
  actor.orgIds.includes(request.requesterOrgId) && unsealed(actor, request.sealedTo);
const receivedBy = (actor: Actor, request: RequestLike) =>
  request.addresseeOrgId === actor.orgId && request.sentAt !== null;

const works = (actor: Actor, request: RequestLike) =>
  inUnit(actor, request) &&
  (request.drafterId === actor.userId || request.memberIds.includes(actor.membershipId));
const atHisDesk = (actor: Actor, request: RequestLike) =>
  receivedBy(actor, request) && (request.assigneeId === null || request.assigneeId === actor.membershipId);

const withinRequest: Record<Reach, (actor: Actor, request: RequestLike) => boolean> = {
  unit: inUnit,
  working: works,
  received: receivedBy,
  desk: atHisDesk,
  handling: (actor, request) => works(actor, request) || atHisDesk(actor, request),
  either: (actor, request) => inUnit(actor, request) || receivedBy(actor, request),
  notified: (actor, request) => request.procuracyOrgId === actor.orgId && request.sentAt !== null,
  any: () => false,
};

/** Did this person write it: any version of what stands there, or hand one in? */
export const hasWritten = (
  { userId }: Pick<Actor, "userId">,
  request: Pick<RequestLike, "drafterId" | "editorIds">,
): boolean => request.drafterId === userId || request.editorIds.includes(userId);

/**
 * May the actor do this to this request? Four eyes: nobody signs what he wrote or handed in, whatever his roles. Back from the signer
 * it comes only to who wrote it.
 */
export function can(actor: Actor, permission: RequestPermission, request: RequestLike): boolean {
  const isAuthor = hasWritten(actor, request);
  if (permission === "request.sign" && isAuthor) return false;
  if (permission === "request.recall" && !isAuthor) return false;
  if (permission === "request.review" && (isAuthor || request.signerId === actor.userId)) return false;
  return actor.roles.some((role) => {
    const reach = (requestPolicy[permission] as Grants)[role];
    return reach !== undefined && withinRequest[reach](actor, request);
  });
}

/** May the actor do this to this case? */
export function canOnCase(actor: Actor, permission: CasePermission, record: CaseLike): boolean {
  if (!actor.orgIds.includes(record.unitId) || !unsealed(actor, record.sealedTo)) return false;
  return actor.roles.some((role) => {
    const reach = (casePolicy[permission] as Grants)[role];
    return reach === "unit" || (reach === "working" && record.memberIds.includes(actor.membershipId));
  });
}
