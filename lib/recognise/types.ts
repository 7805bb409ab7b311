/** What a statement may contain. Targets of requests keep the names of `lib/targets`; the others exist only in a text. */
export const foundKinds = [
  "bank_account",
  "e_wallet",
  "phone_number",
  "amount",
  "crypto_amount",
  "date_time",
  "url",
  "domain",
  "social_account",
  "person_id",
  "crypto_wallet",
  "email",
  "transaction_reference",
  "ip_address",
] as const;
export type FoundKind = (typeof foundKinds)[number];

/** What a reader should know beside the value; words for them belong to the screen. */
export const foundFlags = [
  /** Letters stood for digits: O for 0, l for 1. */
  "repaired",
  /** The digits were broken by blanks, dots or line ends. */
  "joined",
  "inWords",
  /** The victim's own account: money left it. */
  "own",
  /** The strict validator of the kind refuses the value; only its label speaks for it. */
  "unchecked",
  /** What a bank has left, not what was moved. */
  "balance",
  /** Asked for or named, but the statement says that it was not paid. */
  "notPaid",
  /** The sum that the text itself gives of what was paid or lost. */
  "total",
  /** Given back to the victim, or received by him: no payment, and nothing to hold. */
  "cameBack",
  /** In the name of a service or a public body, or paid as a bill: seldom a swindler's. */
  "service",
] as const;
export type FoundFlag = (typeof foundFlags)[number];

/** `value` is VND for an amount, else the canonical text of the kind. `start` and `end` are UTF-16 offsets, `end` exclusive. */
export interface Found {
  readonly kind: FoundKind;
  readonly value: string | number;
  /** Id of `banks.json`: the bank of an account, the issuer of a wallet. */
  readonly bank: string | null;
  readonly start: number;
  readonly end: number;
  /** 0.5 to 1. Below `certainFrom` somebody should look. */
  readonly confidence: number;
  readonly flags: readonly FoundFlag[];
}

export type SetAsideReason = "negated" | "doubtful" | "incomplete";

/** Recognised and left out on purpose; a screen may offer it. Never a target by itself. */
export interface SetAside {
  readonly kind: FoundKind;
  readonly value: string | number;
  readonly start: number;
  readonly end: number;
  readonly reason: SetAsideReason;
}

/** Money that went to an account. `amount` is VND; `time` is whole where the text allows it, else what was written. */
export interface Transfer {
  readonly fromAccount?: string;
  readonly toAccount: string;
  readonly toBank: string | null;
  readonly amount: number;
  readonly time?: string;
}

export interface Recognition {
  readonly found: readonly Found[];
  readonly setAside: readonly SetAside[];
  readonly transfers: readonly Transfer[];
}

/** From here on a find needs no click; below it the screen asks. */
export const certainFrom = 0.8;
/** Below this a find is left out. */
export const foundFrom = 0.5;
