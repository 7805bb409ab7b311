import type { FileRow } from "@/lib/files/types";
import type { AppealStatus, RequestStatus } from "@/lib/generated/prisma/enums";
import type { Packed } from "@/lib/packed";
import type { Finding } from "./links";

/** Held money in a list of the unit. Amounts VND as digits, instants ISO UTC. */
export type HoldRow = {
  id: string;
  requestId: string;
  requestCode: string;
  kindCode: string;
  caseId: string;
  caseCode: string;
  caseTitle: string;
  holder: string;
  account: string;
  accountName: string | null;
  amount: string;
  returned: string;
  fromAt: string;
  /** Null: until it is lifted. */
  untilAt: string | null;
  spanMinutes: number;
  /** By days of Viet Nam. */
  ends: "overdue" | "today" | "tomorrow" | "soon" | "later" | "never";
  openAppeals: number;
  /** Requests that go on with it, freeze it or lift it and are not answered yet. */
  pending: { id: string; code: string; kindCode: string }[];
};
/** What all pages of a filtered list add up to. */
export type HoldSums = { count: number; amount: string; returned: string };
export type FoundHolds = { rows: Packed<HoldRow>; sums: HoldSums };

/** The same for the organisation that holds: nothing of the case. `released` says when and why it ended. */
export type DeskHoldRow = {
  id: string;
  requestId: string;
  requestCode: string;
  kindCode: string;
  unit: string;
  account: string;
  accountName: string | null;
  amount: string;
  returned: string;
  fromAt: string;
  untilAt: string | null;
  spanMinutes: number;
  ends: HoldRow["ends"];
  released: { at: string; reason: string } | null;
};

/** A hold that the trail does not lead to, or that holds more than was traced to it. */
export type UnlinkedRow = HoldRow & {
  finding: Finding;
  linked: string;
  entered: string;
  facts: string;
  mayKeep: boolean;
  mayRelease: boolean;
  /** What the paper will say, in Vietnamese; set by the page. */
  grounds?: string;
};

export type AppealRow = {
  id: string;
  code: string;
  status: AppealStatus;
  channel: string;
  appellant: string;
  account: string;
  amount: string;
  holder: string;
  /** Null for the desk that handed it in. */
  caseCode: string | null;
  unit: string;
  receivedAt: string;
  dueAt: string;
  spanMinutes: number;
  endedAt: string | null;
};

export type AppealDetail = AppealRow & {
  version: number;
  /** Does the reader stand on the holder's side? Then nothing of the case is here. */
  isDesk: boolean;
  contact: string;
  content: string;
  intake: string;
  receivedBy: string;
  reviewer: string | null;
  decidedBy: string | null;
  ground: string | null;
  answer: string | null;
  documentNumber: string | null;
  documentDate: string | null;
  accountName: string | null;
  hold: {
    amount: string;
    fromAt: string;
    untilAt: string | null;
    releasedAt: string | null;
    linked: string | null;
  };
  order: { id: string; code: string; kindCode: string };
  case: { id: string; code: string; title: string } | null;
  release: { id: string; code: string; status: RequestStatus } | null;
  policy: { text: string; verify: boolean } | null;
  files: FileRow[];
  history: {
    id: string;
    at: string;
    type: string;
    actor: string | null;
    organisation: string | null;
    reason: string | null;
    changes: Record<string, unknown>;
  }[];
  /** The file in which its appellant took it back. */
  withdrawalLetter: string | null;
  /** Decisions to give money of this hold back that are not carried out: it is not let go before they are called back. Empty for a desk. */
  owedBy: { id: string; documentNumber: string | null }[];
  /** The reader wrote or signed the order: somebody else looks into it. */
  isAgainstReader: boolean;
  may: {
    review: boolean;
    uphold: boolean;
    reject: boolean;
    withdraw: boolean;
    draftRelease: boolean;
    addFile: boolean;
  };
};

/** A held account that a search for its number finds, to appeal against. */
export type FoundHold = {
  id: string;
  account: string;
  accountName: string | null;
  holder: string;
  amount: string;
  requestCode: string;
};

/** The answer to an appeal as a paper (Decree 30/2020). */
export type AppealLetter = {
  code: string;
  isUpheld: boolean;
  ground: string | null;
  answer: string;
  appellant: string;
  account: string;
  amount: string;
  holder: string;
  orderNumber: string | null;
  orderDate: string | null;
  receivedAt: string;
  documentNumber: string;
  documentDate: string;
  issuer: { above: string | null; name: string; phone: string | null };
  place: string;
  signer: { name: string; rank: string | null; title: string | null };
};
