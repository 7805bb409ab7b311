import { dayNumber } from "./calendar";

/** Units a time limit may be counted in. `immediate` has no figure in law: its minutes are a configured default. */
export const deadlineUnits = [
  "immediate",
  "minutes",
  "hours",
  "working-hours",
  "working-days",
  "calendar-days",
  "months",
] as const;
export type DeadlineUnit = (typeof deadlineUnits)[number];

/**
 * One rule that gives a duration. `null` in kindCode, urgency or legalBasis means "any".
 * `value` counts `unit`s and is null only for `immediate`. `validFrom` and `validTo` (exclusive) are days of Viet Nam, each as its UTC midnight. `verify` marks a configurable
 * default that no source confirms: it is shown as such and never as law.
 */
export interface DeadlinePolicy {
  readonly id: string;
  readonly subject: string;
  readonly kindCode: string | null;
  readonly urgency: string | null;
  readonly legalBasis: string | null;
  /** Counts only when a specialised cyber force (A05, PA05) asks: Cybersecurity Law limits of 24 h and 3 h. */
  readonly specialisedOnly: boolean;
  /** One unit's requests alone, or those of units of one level (ministry, province, commune); null or left out: everybody's. */
  readonly requesterOrgId?: string | null;
  readonly requesterLevel?: string | null;
  readonly unit: DeadlineUnit;
  readonly value: number | null;
  /** The ordinary policy this one shortens in an emergency, for the administrator's screen. */
  readonly emergencyOf: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly verify: boolean;
}

export interface PolicyQuestion {
  readonly kind: string;
  readonly urgency: string;
  readonly specialisedCyber: boolean;
  /** The unit that asks, and its level. */
  readonly requesterOrgId?: string;
  readonly requesterLevel?: string | null;
  readonly at: Date;
  readonly subject?: string;
  readonly legalBases?: readonly string[];
}

/**
 * The policy that applies: in force at `at` and matching; the most specific wins (kind before urgency before legal basis before one
 * unit before units of a level before the specialised force), then the youngest, then the smallest id, so the choice never depends on the order of rows.
 * Undefined when none applies.
 */
export function choosePolicy<P extends DeadlinePolicy>(
  policies: readonly P[],
  question: PolicyQuestion,
): P | undefined {
  // Rules hold from a day on, and days begin at midnight in Viet Nam.
  const today = dayNumber(question.at.getTime());
  let best: P | undefined;
  for (const policy of policies) {
    if (applies(policy, question, today) && (best === undefined || precedes(policy, best))) best = policy;
  }
  return best;
}

/** The number of the day that a `date` column's UTC midnight stands for. */
const dayStoredAs = (date: Date) => Math.floor(date.getTime() / 86_400_000);

function applies(policy: DeadlinePolicy, question: PolicyQuestion, today: number): boolean {
  return (
    dayStoredAs(policy.validFrom) <= today &&
    (policy.validTo === null || today < dayStoredAs(policy.validTo)) &&
    (question.subject === undefined || policy.subject === question.subject) &&
    (policy.kindCode === null || policy.kindCode === question.kind) &&
    (policy.urgency === null || policy.urgency === question.urgency) &&
    (policy.legalBasis === null || (question.legalBases ?? []).includes(policy.legalBasis)) &&
    (!policy.specialisedOnly || question.specialisedCyber) &&
    (policy.requesterOrgId == null || policy.requesterOrgId === question.requesterOrgId) &&
    (policy.requesterLevel == null || policy.requesterLevel === question.requesterLevel)
  );
}

function precedes(left: DeadlinePolicy, right: DeadlinePolicy): boolean {
  const bySpecific = specificity(left) - specificity(right);
  if (bySpecific !== 0) return bySpecific > 0;
  const byAge = left.validFrom.getTime() - right.validFrom.getTime();
  return byAge !== 0 ? byAge > 0 : left.id < right.id;
}

function specificity(policy: DeadlinePolicy): number {
  return (
    (policy.kindCode === null ? 0 : 32) +
    (policy.urgency === null ? 0 : 16) +
    (policy.legalBasis === null ? 0 : 8) +
    (policy.requesterOrgId == null ? 0 : 4) +
    (policy.requesterLevel == null ? 0 : 2) +
    (policy.specialisedOnly ? 1 : 0)
  );
}
