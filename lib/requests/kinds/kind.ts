import { z } from "zod";
import { instant, optionalText, positiveVnd, text } from "@/lib/fields";
import type { OrganisationKind, Outcome, TargetKind } from "@/lib/generated/prisma/enums";
import { readAccount } from "@/lib/targets/kinds/bank-account";

const clockErrorMs = 10 * 60_000;
/** When something was done: a clock that runs a little ahead is forgiven, a moment in the future is not. */
export const doneBefore = (now: Date) =>
  instant.refine((at) => Date.parse(at) < now.getTime() + clockErrorMs, "date.future");
/** A moment that is still to come. */
export const yetToCome = (now: Date) =>
  instant.refine((at) => Date.parse(at) > now.getTime(), "answer.until");

/** One onward transfer that an answer tells of. `toInstitutionId` is an organisation of the register. */
export const onwardTransfer = (now: Date) =>
  z.object({
    at: doneBefore(now),
    amount: positiveVnd,
    toInstitutionId: z.uuid("required"),
    toAccount: text(1, 40).refine(
      (typed) => typeof readAccount(typed, "account") === "string",
      "answer.account",
    ),
    toName: optionalText(120),
    reference: optionalText(60),
  });
export type OnwardTransfer = z.output<ReturnType<typeof onwardTransfer>>;

/** What an answer does to the case's money, the same for every kind. Amounts VND. */
export type AnswerEffects = {
  held?: { amount: bigint; until: Date | null };
  transfers?: OnwardTransfer[];
  cashedOut?: bigint;
  /** Ends the holds of the order this one lifts. */
  releases?: boolean;
};

export type AnswerBase = { outcome: Outcome };

/**
 * One request kind: what it may be about, what an answer looks like, what the answer does.
 * Addressees, signers, legal bases and time limits are rows with dates, not code (table request_kind).
 */
export type Kind<A extends AnswerBase = AnswerBase> = {
  code: string;
  /** Which holds it makes, if any: a suspension lapses at its maximum time, a freeze does not. */
  hold: "suspension" | "freeze" | null;
  targets: readonly TargetKind[];
  addressees: readonly OrganisationKind[];
  /** Is the disputed amount of each target asked for? */
  asksAmount: boolean;
  /** Short form for the document's number, e.g. 12/LPT-PA05 (Decree 30/2020). */
  documentType: string;
  /** The procuracy is told of it when it is issued (Criminal Procedure Code art. 129). */
  notifiesProcuracy: boolean;
  /** Lifts or continues an earlier order, which must be named. */
  needsParent: readonly string[];
  outcomes: readonly Outcome[];
  /** What an answer looks like that is given at `now`: the database's clock in a command, the server's in a form. */
  answer: (now: Date) => z.ZodType<A>;
  effects: (answer: A) => AnswerEffects;
};

/** Keeps the answer's type inside one definition while the registry sees them all alike. */
export function defineKind<A extends AnswerBase>(kind: Kind<A>): Kind {
  return kind as unknown as Kind;
}
