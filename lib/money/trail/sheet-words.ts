import type { TrailStatus } from "./status";

/** The sums of an account, in the order in which money goes. */
export const accountNames = [
  "entered",
  "held",
  "returned",
  "cashedOut",
  "movedOn",
  "sentBack",
  "pending",
  "unexplained",
] as const;
/** The ledger's lines: the same, and what only came round. */
export const ledgerNames = ["entered", "cameRound", ...accountNames.slice(1)] as const;
export const sumNames = [...accountNames, "ownIn", "surplus", "heldBeyond"] as const;
/** Heads and other words of the sheets. */
export const sheetNames = [
  "accounts",
  "transfers",
  "ledger",
  "institution",
  "account",
  "name",
  "kind",
  "bank_account",
  "e_wallet",
  "victim",
  "total",
  "layer",
  "cameRound",
  "traced",
  "amount",
  "at",
  "from",
  "to",
  "requests",
  "payment",
  "told",
  "source",
  "reported",
] as const;

/** The sheets' words in the reader's language; sums are in đồng. */
export type SheetWords = {
  sums: Record<(typeof sumNames)[number], string>;
  status: Record<TrailStatus, string>;
  sheet: Record<(typeof sheetNames)[number], string>;
  statusHead: string;
  reference: string;
  first: string;
};
