import type { RestitutionStatus } from "@/lib/generated/prisma/enums";

export const restitutionEvents = ["submit", "recall", "return", "approve", "cancel"] as const;
export type RestitutionEvent = (typeof restitutionEvents)[number];
type DecisionStep = { to: RestitutionStatus; emits: `restitution.${string}` };

const cancel: DecisionStep = { to: "CANCELLED", emits: "restitution.cancelled" };

/** What may happen to a decision. *Who* lives in the policy. The arrows of restitution_decision_guard() are these; a test proves it. */
export const restitutionLifecycle: Record<
  RestitutionStatus,
  Partial<Record<RestitutionEvent, DecisionStep>>
> = {
  DRAFT: { submit: { to: "PENDING_APPROVAL", emits: "restitution.submitted" }, cancel },
  PENDING_APPROVAL: {
    recall: { to: "DRAFT", emits: "restitution.recalled" },
    return: { to: "DRAFT", emits: "restitution.sent_back" },
    approve: { to: "APPROVED", emits: "restitution.approved" },
    cancel,
  },
  APPROVED: { cancel }, // while nothing has been returned on it
  CANCELLED: {},
};
