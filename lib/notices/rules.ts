import type { NoticeKind } from "./kinds";

/**
 * Who has to know of it.
 * - desk, managers: who answers the request, and who keep that desk
 * - askers: who works on it in the unit that asks (who that is on either side: lib/requests/workers-rule.ts)
 * - signers: commanders of that unit who did not write it
 * - authors: who wrote it or handed it in
 * - prosecutors: of the procuracy that was notified
 * - mentioned: who is named in an internal note
 */
export type Audience = "desk" | "managers" | "askers" | "signers" | "authors" | "prosecutors" | "mentioned";
/**
 * `from`: whose act it is. The outbox takes a row from either party of a request, so one that says the other side's act tells nobody. Without
 * it either side may have done it.
 */
type Rule = { kind: NoticeKind; to: readonly Audience[]; from?: "asks" | "answers" };

/**
 * What each topic of the outbox tells to whom. A topic that is not here tells nobody by itself: it only makes open screens look again.
 * Nobody is told of his own act, and of a restricted request only its members are.
 */
export const noticeRules: Record<string, Rule> = {
  "request.submitted": { kind: "signing.waiting", to: ["signers"], from: "asks" },
  "request.returned": { kind: "signing.returned", to: ["authors"], from: "asks" },
  "request.signed": { kind: "request.received", to: ["desk"], from: "asks" },
  "request.notified": { kind: "request.notified", to: ["prosecutors"], from: "asks" },
  "request.clarification_asked": { kind: "request.question", to: ["askers"], from: "answers" },
  "request.clarified": { kind: "request.clarified", to: ["desk"], from: "asks" },
  "request.answered": { kind: "request.answered", to: ["askers"], from: "answers" },
  "request.refused": { kind: "request.answered", to: ["askers"], from: "answers" },
  "request.accepted": { kind: "request.accepted_or_returned", to: ["desk"], from: "asks" },
  "request.sent_back": { kind: "request.accepted_or_returned", to: ["desk", "managers"], from: "asks" },
  "request.refusal_disputed": {
    kind: "request.accepted_or_returned",
    to: ["desk", "managers"],
    from: "asks",
  },
  "request.withdrawn": { kind: "request.withdrawn", to: ["desk"], from: "asks" },
  "request.withdrawal_proposed": { kind: "proposal.waiting", to: ["signers"], from: "asks" },
  "request.withdrawal_declined": { kind: "proposal.declined", to: ["askers"], from: "asks" },
  "request.amendment_submitted": { kind: "signing.waiting", to: ["signers"], from: "asks" },
  "request.amendment_returned": { kind: "signing.returned", to: ["authors", "askers"], from: "asks" },
  "request.amended": { kind: "request.amended", to: ["desk"], from: "asks" },
  "request.expired": { kind: "request.lapsed", to: ["desk", "askers", "signers"] },
  "request.hold_lapsed": { kind: "request.lapsed", to: ["desk", "askers", "signers"] },
  "request.message_sent": { kind: "request.message", to: ["desk", "askers"] },
  "request.noted": { kind: "request.mention", to: ["mentioned"] },
  "request.reminded": { kind: "request.reminded", to: ["desk", "managers"], from: "asks" },
  "request.assigned": { kind: "case.assigned", to: ["desk"] },
  "request.handed_over": { kind: "case.assigned", to: ["desk"] },
  "request.deadline_extended": { kind: "deadline.extended", to: ["desk", "askers"], from: "asks" },
  "request.waiver_proposed": { kind: "proposal.waiting", to: ["signers"], from: "asks" },
  "request.waiver_declined": { kind: "proposal.declined", to: ["askers"], from: "asks" },
  "request.deadline_waived": { kind: "deadline.waived", to: ["desk", "askers"], from: "asks" },
  "request.sender_doubted": { kind: "request.suspected", to: ["desk", "managers"], from: "answers" },
  "suspicion.raised": { kind: "request.suspected", to: ["signers", "askers", "managers"] },
  "suspicion.decided": { kind: "request.suspected", to: ["desk", "managers", "askers"], from: "asks" },
};
