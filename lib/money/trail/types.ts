import type { LedgerView } from "@/lib/money/types";
import type { TrailStatus } from "./status";
import type { Sums } from "./sums";

/** Amounts of the trail as a screen receives them: VND as digits. */
export type SumsView = Record<keyof Sums, string>;
export type TrailRequest = {
  id: string;
  code: string;
  kindCode: string;
  status: string;
  outcome: string | null;
};

/** A victim, or an account that money of the case came to. Layer 0 are the victims; null: nothing of the trail leads there. */
export type TrailNode = {
  id: string;
  kind: "victim" | "bank_account" | "e_wallet";
  layer: number | null;
  /** A bank's or an intermediary's short name; of a victim, that of his own account. */
  institution: string | null;
  account: string | null;
  /** The account's holder, or the victim. */
  name: string | null;
  status: TrailStatus;
  firstAt: string | null;
  sums: SumsView;
  /** Of each victim with a part in it, his part. */
  shares: Record<string, SumsView>;
  /** Not the case's money: what it had or got from elsewhere; told to have left it beyond all that; held beyond the trail. */
  ownIn: string;
  surplus: string;
  heldBeyond: string;
  /** What its institution said to be left there. */
  balance: string | null;
  isDrafted: boolean;
  /** A request about its money stands; what is open there waits for an answer, and else nobody was asked about it. */
  isAsked: boolean;
  requests: TrailRequest[];
};
/** A payment or a transfer, counted once. `traced` is the part that is the victims', `shares` says whose. */
export type TrailEdge = {
  id: string;
  from: string;
  to: string;
  amount: string;
  traced: string;
  at: string;
  reference: string | null;
  shares: Record<string, string>;
  isPayment: boolean;
  /** The requests whose answers tell of it. */
  requestIds: string[];
};
export type TrailVictimView = { id: string; node: string; name: string; paid: string; sums: SumsView };
/** A group of accounts that nobody has been asked about, as the head and the panel of the trail show it. */
export type NextGroupView = {
  institution: string | null;
  kind: "bank_account" | "e_wallet";
  /** Abroad, crypto, a merchant: nobody of the register is asked. */
  isOutside: boolean;
  nodes: string[];
  waiting: string;
};
export type TrailView = {
  caseId: string;
  code: string;
  mayDraft: boolean;
  victims: TrailVictimView[];
  nodes: TrailNode[];
  edges: TrailEdge[];
  ledger: LedgerView;
  next: NextGroupView[];
};
