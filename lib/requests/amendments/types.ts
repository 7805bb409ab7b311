import type { TargetKind } from "@/lib/generated/prisma/enums";
import type { AmendmentStatus } from "./lifecycle";

/** Before and after of what an amendment changes, as it is kept, signed and shown. Amounts VND as digits, instants ISO UTC. */
export type AmendmentChanges = {
  grounds?: { before: string; after: string };
  disclosure?: { before: string | null; after: string | null };
  dueAt?: { before: string; after: string };
  amounts?: {
    itemId: string;
    display: string;
    before: string | null;
    after: string;
    overGround: string | null;
  }[];
  added?: {
    targetId: string;
    kind: TargetKind;
    display: string;
    amount: string | null;
    overGround: string | null;
  }[];
  removed?: { itemId: string; display: string; amount: string | null }[];
};

/** An amendment as its readers see it. `genuine` says of an issued one whether its signature fits. */
export type AmendmentView = {
  id: string;
  number: number | null;
  status: AmendmentStatus;
  reason: string;
  changes: AmendmentChanges;
  drafter: string;
  signer: string | null;
  issuedAt: string | null;
  documentNumber: string | null;
  statedReason: string | null;
  version: number;
  contentHash: string;
  genuine: boolean | null;
};

/** An amendment that waits for a signature: what the signer reads of it, the differences and nothing else. */
export type AmendmentCard = AmendmentView & {
  requestId: string;
  requestCode: string;
  kindCode: string;
  urgency: "normal" | "urgent" | "emergency";
  addressee: string;
  submittedAt: string;
  disputedBefore: string;
  disputedAfter: string;
  /** Why the reader may not sign: his own draft, or the law names other titles. */
  bar: "own" | "title" | null;
};

/** What the form begins with. */
export type AmendmentForm = {
  requestId: string;
  code: string;
  kindCode: string;
  version: number;
  grounds: string;
  disclosure: string | null;
  dueAt: string | null;
  asksAmount: boolean;
  /** Targets without an answer: only those can change. */
  items: {
    id: string;
    kind: TargetKind;
    display: string;
    holderName: string | null;
    disputedAmount: string | null;
    overGround: string | null;
  }[];
  answered: number;
  addable: { id: string; kind: TargetKind; display: string; holderName: string | null }[];
  draft: AmendmentView | null;
};

/** What an issued request's page says of its amendments, and whether the reader may amend it. */
export type Amendments = {
  lines: AmendmentView[];
  mayAmend: boolean;
  /** One that waits for the signer and is the reader's own to take back. */
  recallId: string | null;
};
