import type { OrganisationKind, Outcome, TargetKind } from "@/lib/generated/prisma/enums";
import type { Field } from "./field";
import type { OnwardTransfer } from "./money-rows";

/** What an answer does to the case's money, the same for every kind. Amounts VND. */
export type AnswerEffects = {
  held?: { amount: bigint; until: Date | null };
  transfers?: OnwardTransfer[];
  /** Transfers that an account's history tells: an edge of the trail each, and no figure of what moved on from a hold. */
  isHistory?: boolean;
  cashedOut?: bigint;
  /** Ends the holds of the order this one lifts. */
  releases?: boolean;
  /** Moves the end of the hold of the order this one goes on with. */
  extendsTo?: Date;
};

export type AnswerBase = { outcome: Outcome };
export type Columns = Partial<Record<Outcome, readonly Field[]>>;
/** What a request of a kind asks beside its targets: once for the whole, and for each target. */
export type Details = {
  request: readonly Field[];
  target: readonly Field[];
  /** Of these fields of a target at least one is filled in. */
  oneOf?: readonly string[];
};

/**
 * One request kind: what it may be about, what it asks, what an answer looks like, what the answer does.
 * Addressees, signers, legal bases and time limits are rows with dates, not code (table request_kind).
 */
export type Kind<A extends AnswerBase = AnswerBase> = {
  code: string;
  /** Which holds it makes, if any: a suspension lapses at its maximum time, a freeze does not. */
  hold: "suspension" | "freeze" | null;
  targets: readonly TargetKind[];
  addressees: readonly OrganisationKind[];
  /** Who keeps a target is the only one to be asked about it; a site is blocked by others than its registrar. */
  keeperOnly: boolean;
  /** Do its answers say where money of an account is? Other kinds ask about the holder, not about the money. */
  tellsOfMoney: boolean;
  /** Is the disputed amount of each target asked for? */
  asksAmount: boolean;
  details: Details;
  /** Short form for the document's number, e.g. 12/LPT-PA05 (Decree 30/2020). */
  documentType: string;
  /** The procuracy is told of it when it is issued (Criminal Procedure Code art. 129). */
  notifiesProcuracy: boolean;
  /** Lifts or continues an earlier order, which must be named. */
  needsParent: readonly string[];
  /** Each target must be held by that order today. */
  needsHold: boolean;
  outcomes: readonly Outcome[];
  /** The fields of an answer by outcome, in the order in which people read them. */
  columns: Columns;
  /** After these the unit looks again whether it is still so. */
  rechecked: readonly Outcome[];
  effects: (answer: A) => AnswerEffects;
};

const nothingMore: Details = { request: [], target: [] };
type Definition<A extends AnswerBase> = Pick<Kind<A>, "code" | "targets" | "addressees" | "columns"> &
  Partial<Omit<Kind<A>, "outcomes">>;

/**
 * A kind from what is particular to it: a description without any script of its own, so that lists and summaries carry it to the
 * browser lightly. What reads an answer is made from it (field-schema.ts).
 * Keeps the answer's type inside one definition while the registry sees them all alike.
 */
export function defineKind<A extends AnswerBase = AnswerBase>(kind: Definition<A>): Kind {
  const whole: Kind<A> = {
    hold: null,
    keeperOnly: true,
    tellsOfMoney: false,
    asksAmount: false,
    details: nothingMore,
    documentType: "CV",
    notifiesProcuracy: false,
    needsParent: [],
    needsHold: false,
    rechecked: [],
    effects: () => ({}),
    ...kind,
    outcomes: Object.keys(kind.columns) as Outcome[],
  };
  return whole as unknown as Kind;
}
