import type { Outcome, RequestStatus, TargetKind, Urgency } from "@/lib/generated/prisma/enums";

/** What would leave with a list: targets beyond `mostListed` are counted no further. */
export type ListedCount = { requests: number; targets: number; isTooMany: boolean };

export type Listed = ListedCount & {
  caseCode: string | null;
  addressee: string | null;
  /** When the reader may take the next list out, ISO UTC; null for now. */
  againAt: string | null;
};

/** A request as its line in the file tells it. Amounts VND as digits. */
export type ListedRequest = {
  id: string;
  code: string;
  kindCode: string;
  addressee: string;
  status: RequestStatus;
  urgency: Urgency;
  doubt: "held" | "forged" | null;
  lateness: "overdue" | "late" | null;
  caseCode: string;
  caseTitle: string;
  unit: string;
  drafter: string;
  signer: string | null;
  documentNumber: string | null;
  itemCount: number;
  answeredCount: number;
  asked: string;
  held: string;
  moved: string;
  cashedOut: string;
  createdAt: Date;
  sentAt: Date | null;
  dueAt: Date | null;
  firstActionAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  refusalGround: string | null;
  statedReason: string | null;
};

/** One of its targets with the answer to it. */
export type ListedItem = {
  requestId: string;
  position: number;
  kind: TargetKind;
  value: string;
  holderName: string | null;
  keeper: string | null;
  disputed: string | null;
  outcome: Outcome | null;
  answer: Record<string, unknown> | null;
  held: string | null;
  heldUntil: Date | null;
  moved: string | null;
  cashedOut: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  sentBackReason: string | null;
};

/** Organisations that answers name, by id. */
export type Named = ReadonlyMap<string, string>;
