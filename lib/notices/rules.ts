import type { NoticeKind } from "./kinds";

/**
 * Who has to know of it.
 * - desk: who answers the request: its assignee; without one everybody who may answer, and of urgent work the managers too
 * - managers: who keep that desk
 * - askers: who works on it in the unit that asks: its officer, or else who wrote it, and the case's members
 * - signers: commanders of that unit who did not write it
 * - authors: who wrote it or handed it in
 * - prosecutors: of the procuracy that was notified
 * - mentioned: who is named in an internal note
 */
export type Audience = "desk" | "managers" | "askers" | "signers" | "authors" | "prosecutors" | "mentioned";
type Rule = { kind: NoticeKind; to: readonly Audience[] };

/**
 * What each topic of the outbox tells to whom. A topic that is not here tells nobody by itself: it only makes open screens look again.
 * Nobody is told of his own act, and of a restricted request only its members are.
 */
export const noticeRules: Record<string, Rule> = {
  "request.submitted": { kind: "signing.waiting", to: ["signers"] },
  "request.returned": { kind: "signing.returned", to: ["authors"] },
  "request.signed": { kind: "request.received", to: ["desk"] },
  "request.notified": { kind: "request.notified", to: ["prosecutors"] },
  "request.clarification_asked": { kind: "request.question", to: ["askers"] },
  "request.clarified": { kind: "request.clarified", to: ["desk"] },
  "request.answered": { kind: "request.answered", to: ["askers"] },
  "request.refused": { kind: "request.answered", to: ["askers"] },
  "request.accepted": { kind: "request.accepted_or_returned", to: ["desk"] },
  "request.sent_back": { kind: "request.accepted_or_returned", to: ["desk", "managers"] },
  "request.refusal_disputed": { kind: "request.accepted_or_returned", to: ["desk", "managers"] },
  "request.withdrawn": { kind: "request.withdrawn", to: ["desk"] },
  "request.withdrawal_proposed": { kind: "signing.waiting", to: ["signers"] },
  "request.withdrawal_declined": { kind: "signing.returned", to: ["askers"] },
  "request.amendment_submitted": { kind: "signing.waiting", to: ["signers"] },
  "request.amendment_returned": { kind: "signing.returned", to: ["authors", "askers"] },
  "request.amended": { kind: "request.amended", to: ["desk"] },
  "request.expired": { kind: "request.lapsed", to: ["desk", "askers", "signers"] },
  "request.hold_lapsed": { kind: "request.lapsed", to: ["desk", "askers", "signers"] },
  "request.message_sent": { kind: "request.message", to: ["desk", "askers"] },
  "request.noted": { kind: "request.mention", to: ["mentioned"] },
  "request.reminded": { kind: "request.reminded", to: ["desk", "managers"] },
  "request.assigned": { kind: "case.assigned", to: ["desk"] },
  "request.handed_over": { kind: "case.assigned", to: ["desk"] },
  "request.deadline_extended": { kind: "deadline.extended", to: ["desk", "askers"] },
  "request.waiver_proposed": { kind: "signing.waiting", to: ["signers"] },
  "request.waiver_declined": { kind: "signing.returned", to: ["askers"] },
  "request.deadline_waived": { kind: "deadline.waived", to: ["desk", "askers"] },
  "request.sender_doubted": { kind: "request.suspected", to: ["desk", "managers"] },
  "suspicion.raised": { kind: "request.suspected", to: ["signers", "askers", "managers"] },
  "suspicion.decided": { kind: "request.suspected", to: ["desk", "managers", "askers"] },
};
