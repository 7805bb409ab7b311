import type { Tx } from "@/lib/db";
import { dueAt } from "@/lib/deadlines/due";
import { choosePolicy, type DeadlineUnit } from "@/lib/deadlines/policy";
import type { DeadlineSubject } from "@/lib/generated/prisma/enums";
import { deadlineReference } from "@/lib/organisations/time-limits";

/** A policy as it is copied into a clock: a later change of it never rewrites one that runs. */
export type PolicyCopy = {
  id: string;
  unit: DeadlineUnit;
  value: number;
  /** How much more time may be given altogether, in `unit`; null: as much as `value`. */
  mostExtension?: number | null;
  verify: boolean;
  note: string | null;
  source: string;
  legalBasis: string | null;
};
/** When something is due, and by which policy. */
export type Term = {
  label: string;
  /** The policy's own kind; null: any. */ kindCode: string | null;
  policy: PolicyCopy;
  dueAt: Date;
  spanMinutes: number;
};

export type TermQuestion = {
  subject: DeadlineSubject;
  kind: string;
  urgency: string;
  legalBases?: readonly string[];
  specialisedCyber: boolean;
  requesterOrgId: string;
  /** Whose calendar counts: who has to keep the limit. */
  ownerOrgId: string;
  /** From when it is counted, and the instant whose rules hold (UTC). */
  start: Date;
  at: Date;
};

/** The terms of several clocks by the policies in force, in the order asked; null where none applies. */
export async function termsOf(tx: Tx, questions: readonly TermQuestion[]): Promise<(Term | null)[]> {
  const { policies, calendarOf } = await deadlineReference(tx);
  const asker = questions[0]?.requesterOrgId;
  // Only where somebody made a limit for units of one level.
  const level =
    asker && policies.some(({ requesterLevel }) => requesterLevel)
      ? (await tx.organisation.findUnique({ where: { id: asker }, select: { level: true } }))?.level
      : null;
  return questions.map(({ start, ownerOrgId, ...question }) => {
    const found = choosePolicy(policies, { ...question, requesterLevel: level });
    if (!found || found.value === null) return null;
    const { id, unit, value, mostExtension, verify, note, source, legalBasis, kindCode } = found;
    const due = dueAt({ start, unit, value, calendar: calendarOf(ownerOrgId) });
    return {
      label: note ?? question.subject,
      kindCode,
      policy: { id, unit, value, mostExtension, verify, note, source, legalBasis },
      dueAt: due,
      spanMinutes: spanOf(start, due),
    };
  });
}

/** Minutes from start to end, at least one. */
export const spanOf = (start: Date, due: Date): number =>
  Math.max(1, Math.round((due.getTime() - start.getTime()) / 60_000));
