import type { FileRow } from "@/lib/files/types";
import type { TargetKind, Urgency } from "@/lib/generated/prisma/enums";
import type { KindCode } from "@/lib/requests/kinds";
import type { Details } from "@/lib/requests/kinds/kind";
import type { LegalBasis } from "@/lib/requests/types";

/** What was verified before the signature, whoever signs. */
export type SigningFindings = {
  /** Grounds for holding more than the disputed amount, when there are any. */
  overGrounds: string[];
  /** More is disputed than the victims of the case lost. */
  beyondLoss: boolean;
  /** The same accounts at the same organisation, in another request for a hold. */
  duplicates: Twin[];
};
/**
 * Another request for a hold of the same account: it holds already, is on its way, or waits for a signature as well;
 * `replaced` is the hold that this request takes over or goes on with, which is no cause for doubt. VND as digits.
 */
export type Twin = {
  account: string;
  code: string;
  amount: string;
  is: "held" | "asked" | "waiting" | "replaced";
};

/** One card of the signer's stack, closed. Amounts VND as digits, instants ISO UTC. */
export type SigningPeek = {
  id: string;
  code: string;
  version: number;
  /** What a signature would cover now; signing another content is refused. */
  contentHash: string;
  kindCode: string;
  urgency: Urgency;
  caseId: string;
  caseCode: string;
  addressee: string;
  disputedAmount: string;
  /** Money is held or let go by it. */
  movesMoney: boolean;
  itemCount: number;
  submittedAt: string;
  firstTransferAt: string | null;
  /**
   * Why the reader may not sign it: his own draft; a doubt about what he signed or drafted stands; the law names other titles for this
   * kind; the case is not far enough; a procuracy has to be told and the register has none; null when he may.
   */
  bar: "own" | "held" | "title" | "stage" | "procuracy" | null;
  /** Its basis is the drafter's own statement, for the register names none; or the unit has still to confirm what the register names. */
  basis: "stated" | "unconfirmed" | null;
  /** What a signature of several at once is decided on; the rest of it stands on the card. */
  drafter: string;
  grounds: string;
  reportedLoss: string;
  /** The first targets as they are numbered, VND as digits. */
  accounts: { value: string; amount: string | null }[];
  findings: SigningFindings;
};

export type SigningItem = {
  id: string;
  kind: TargetKind;
  value: string;
  display: string;
  holderName: string | null;
  disputedAmount: string | null;
  overGround: string | null;
  /** What the kind asks of this target. */
  details: Record<string, unknown> | null;
};
/** What is verified before the signature, each with its finding. */
export type SigningChecks = SigningFindings & {
  fourEyes: boolean;
  /** Titles of which the law asks one for this kind; none named is any commander's. */
  titles: string[];
};

/** One card, open: to be read in ten seconds. */
export type SigningCard = SigningPeek & {
  addresseeName: string;
  /** What the kind asks beside the targets; a warning's text is approved by the signature. */
  details: Record<string, unknown> | null;
  /** The fields in which it does so. */
  asks: Pick<Details, "request" | "target">;
  legalBases: LegalBasis[];
  disclosure: string | null;
  items: SigningItem[];
  files: FileRow[];
  checks: SigningChecks;
};

/** The card that was asked for and does not wait for this signer any more; `who` signed it, where somebody did. */
export type GoneCard = {
  id: string;
  code: string;
  what: "signed" | "returned" | "recalled" | "over" | "elsewhere";
  who: string;
};
export type SigningStack = { stack: SigningPeek[]; card: SigningCard | null; gone: GoneCard | null };

/** A version that was handed in and taken back. Amounts VND as digits, instants ISO UTC. */
export type RecalledVersion = {
  version: number;
  handedInAt: string;
  recalledAt: string;
  recalledBy: string;
  /** Null when what was kept cannot be read. `hash` is that of the envelope that the signer had before him. */
  content: {
    kindCode: KindCode;
    grounds: string;
    hash: string;
    targets: { value: string; amount: string | null }[];
  } | null;
};
