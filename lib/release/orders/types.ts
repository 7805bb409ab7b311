import type { CaseStatus, RequestStatus } from "@/lib/generated/prisma/enums";
import type { OrderKind } from "./schema";

/** Why a hold is left out. Words: `release.orders.why.<code>`. */
export const reasonsLeftOut = [
  "ended",
  "notAllowed",
  "asked",
  "noEnd",
  "frozen",
  "wallet",
  "notInitiated",
  "beyondTrail",
  "notInForce",
  "closed",
  "notLater",
  "tooLate",
  "refused",
  "together",
] as const;
export type LeftOutReason = (typeof reasonsLeftOut)[number];

/** A hold that was ticked. Amount VND as digits, instants ISO UTC. */
export type TickedHold = {
  id: string;
  account: string;
  accountName: string | null;
  holder: string;
  caseId: string;
  caseCode: string;
  caseStatus: CaseStatus;
  requestCode: string;
  amount: string;
  untilAt: string | null;
  /** When it ends at the latest if it goes on being held; null where the law names no such end. */
  latestAt: string | null;
};
/** `asked` names the request that asks it already, `fault` is the message code of what its draft was refused for. */
export type LeftOut = TickedHold & {
  why: LeftOutReason;
  asked: { id: string; code: string; status: RequestStatus } | null;
  fault: string | null;
};
/** One request of those that would be drafted: for an extension one for each order, for a freeze one for each case at each holder. */
export type OrderGroup = {
  id: string;
  holder: string;
  caseCode: string;
  /** The order that is gone on with; null for a freeze. */
  parentCode: string | null;
  holds: TickedHold[];
  amount: string;
};
export type OrderPlan = {
  kindCode: OrderKind;
  groups: OrderGroup[];
  leftOut: LeftOut[];
  /** The latest end that all of them may be given; null where the law names none. */
  latestAt: string | null;
};
export type FiledOrders = {
  drafted: { requestId: string; code: string; holder: string; holds: number }[];
  leftOut: LeftOut[];
};
