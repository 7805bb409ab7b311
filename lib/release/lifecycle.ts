import type { AppealStatus, RequestStatus } from "@/lib/generated/prisma/enums";

export const appealEvents = ["review", "uphold", "reject", "withdraw"] as const;
export type AppealEvent = (typeof appealEvents)[number];
type AppealStep = { to: AppealStatus; emits: `appeal.${string}`; ends: boolean };

const review: AppealStep = { to: "REVIEWING", emits: "appeal.review_started", ends: false };
const uphold: AppealStep = { to: "UPHELD", emits: "appeal.upheld", ends: true };
const reject: AppealStep = { to: "REJECTED", emits: "appeal.rejected", ends: true };
const withdraw: AppealStep = { to: "WITHDRAWN", emits: "appeal.withdrawn", ends: true };

/** What may happen to an appeal. *Who* lives in the policy. The arrows of appeal_guard() are these; a test proves it. */
export const appealLifecycle: Record<AppealStatus, Partial<Record<AppealEvent, AppealStep>>> = {
  RECEIVED: { review, withdraw },
  REVIEWING: { uphold, reject, withdraw },
  UPHELD: {},
  REJECTED: {},
  WITHDRAWN: {},
};
export const appealStatuses = Object.keys(appealLifecycle) as AppealStatus[];
export const openAppeals = ["RECEIVED", "REVIEWING"] as const satisfies readonly AppealStatus[];
export const isOpenAppeal = (status: AppealStatus) =>
  (openAppeals as readonly AppealStatus[]).includes(status);
/** The same in SQL, of the appeal `a`. */
export const openAppealSql = `a.status in (${openAppeals.map((status) => `'${status}'`).join(", ")})`;

/** Whether the order that should let the money of an upheld appeal go is no more: then it may be drafted anew, once. So says appeal_guard(). */
export const isReleaseGone = (status: RequestStatus) => status === "DISCARDED" || status === "WITHDRAWN";
