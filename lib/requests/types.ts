import type { Outcome, TargetKind } from "@/lib/generated/prisma/enums";
import type { Language } from "@/lib/i18n/languages";
import type { Amendments } from "./amendments/types";
import type { Thread } from "./thread/types";

/** What is said about a request, read in the same breath as the request; no talk for who hears none. */
export type Talk = { thread: Thread | null; amendments: Amendments };

/** A legal basis as a person reads it. What has still to be confirmed in it is an administrator's to see. */
export type LegalBasis = {
  id: string;
  article: string | null;
  number: string | null;
  title: string;
  /** The whole provision, as a paper names it in the reader's language. */
  cited: string;
};

/** A provision relied on: the document as the register knows it, and the article. `number` is null for an unknown document. */
export type LegalBasisLine = {
  code: string;
  cited: Record<Language, string>;
};

/** A target and what was answered on it, as both sides read it. Amounts VND as digits, instants ISO in UTC. */
export type RequestItem = {
  id: string;
  position: number;
  kind: TargetKind;
  value: string;
  display: string;
  holderName: string | null;
  disputedAmount: string | null;
  /** Why more is disputed than reached the account. */
  overGround: string | null;
  note: string | null;
  /** What the kind asks of this target. */
  details: Record<string, unknown> | null;
  outcome: Outcome | null;
  /** In the shape of the kind's schema. */
  answer: Record<string, unknown> | null;
  heldAmount: string | null;
  heldUntil: string | null;
  movedAmount: string | null;
  cashedOutAmount: string | null;
  answeredAt: string | null;
  answeredBy: string | null;
  sentBackReason: string | null;
};
