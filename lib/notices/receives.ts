import type { Role } from "@/lib/generated/prisma/enums";
import type { NoticeKind } from "./kinds";

/** Who answers and who asks: a police unit is asked too, and both sides talk. */
const works: readonly Role[] = ["investigator", "commander", "liaison", "liaison_manager"];
const asks: readonly Role[] = ["investigator", "commander"];
const leads: readonly Role[] = ["commander", "liaison_manager"];
/** Who stands on a duty roster. */
const stands: readonly Role[] = [...works, "intake_officer", "analyst"];
/** Whom overdue answers climb to, beside those who work on them. */
const oversees: readonly Role[] = ["department_officer", "leader", "secretary"];

/** Which roles are ever told of a kind: by the rules of the outbox (rules.ts), the ladder, the roster, the league and the worker. */
export const receives: Record<NoticeKind, readonly Role[]> = {
  "request.received": works,
  "request.answered": asks,
  "request.accepted_or_returned": works,
  "request.question": asks,
  "request.clarified": works,
  "request.withdrawn": works,
  "request.amended": works,
  "request.suspected": works,
  "request.lapsed": works,
  "request.notified": ["prosecutor"],
  "signing.waiting": ["commander"],
  "signing.returned": asks,
  "proposal.waiting": ["commander"],
  "proposal.declined": asks,
  "case.assigned": works,
  "request.message": works,
  "request.mention": works,
  "request.reminded": works,
  "deadline.reminder": [...works, "intake_officer"],
  "deadline.breached": [...works, "intake_officer"],
  "deadline.escalated": [...works, ...oversees],
  "deadline.extended": works,
  "deadline.waived": works,
  "hold.ends": works,
  "promise.due": works,
  "duty.called": stands,
  "duty.passed_on": leads,
  "duty.handover": stands,
  "duty.swap": stands,
  "league.replied": ["commander", ...oversees],
  "delivery.dead": ["admin", ...leads],
  "job.failed": ["admin"],
};

/** Of these a head of an organisation is told, whatever else he does there. */
const ofHeads: readonly NoticeKind[] = [
  "deadline.reminder",
  "deadline.breached",
  "deadline.escalated",
  "hold.ends",
];

/** Whether somebody in these roles can be told of this kind. `heads`: he heads his organisation. */
export const isToldOf = (kind: NoticeKind, roles: readonly Role[], heads: boolean): boolean =>
  receives[kind].some((role) => roles.includes(role)) || (heads && ofHeads.includes(kind));
