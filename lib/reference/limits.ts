import { dayMs, minuteMs, type WorkCalendar } from "@/lib/deadlines/calendar";
import { dueAt } from "@/lib/deadlines/due";
import type { DeadlineUnit } from "@/lib/deadlines/policy";

/** What a time limit is for; the enum of the table, as plain words for the browser too. */
export const limitSubjects = [
  "ANSWER",
  "ACKNOWLEDGE",
  "SUSPENSION_MAX",
  "HOLD_EXPIRY",
  "CASE_LEGAL",
  "APPEAL",
] as const;
export type LimitSubject = (typeof limitSubjects)[number];
/** Units an administrator may choose. `immediate` has no figure and is entered as minutes. */
export const limitUnits = [
  "minutes",
  "hours",
  "working-hours",
  "working-days",
  "calendar-days",
  "months",
] as const;
export type LimitUnit = (typeof limitUnits)[number];
/** How long a provisional hold may last. */
export type HoldLimit = { unit: LimitUnit; value: number };

/** Nobody reads and answers in less, whatever is typed. */
const shortestMs = 5 * minuteMs;
const longestMs: Record<LimitSubject, number> = {
  ACKNOWLEDGE: 8 * dayMs,
  ANSWER: 366 * dayMs,
  SUSPENSION_MAX: 366 * dayMs,
  HOLD_EXPIRY: 3_660 * dayMs,
  CASE_LEGAL: 3_660 * dayMs,
  APPEAL: 31 * dayMs,
};

/** Why a limit cannot stand: codes of `admin.errors.<code>`, `limitBeyond` with the days that it may last at most. */
export type LimitFlaw = "limitTooShort" | `limitBeyond:${number}`;

/**
 * A limit that nobody can meet, or that never comes, is refused before it is promised to anyone: under five real minutes from
 * `start`, or beyond the longest that its subject knows. Null when it may stand.
 */
export function limitFlaw(
  limit: { subject: LimitSubject; unit: DeadlineUnit; value: number },
  start: Date,
  calendar: WorkCalendar,
): LimitFlaw | null {
  if (!Number.isInteger(limit.value) || limit.value <= 0) return "limitTooShort";
  const due = dueOrNull(limit, start, calendar);
  const beyond = `limitBeyond:${longestMs[limit.subject] / dayMs}` as const;
  if (due === null) return beyond;
  const span = due.getTime() - start.getTime();
  // Working time is shortest when the office is open: its own figure decides, not the moment of asking.
  if (limit.unit === "minutes" && limit.value * minuteMs < shortestMs) return "limitTooShort";
  return span > longestMs[limit.subject] ? beyond : null;
}

/** When a limit that starts now would end (UTC); null when its figure is out of every range. */
export function dueOrNull(
  { unit, value }: { unit: DeadlineUnit; value: number },
  start: Date,
  calendar: WorkCalendar,
): Date | null {
  try {
    return dueAt({ start, unit, value, calendar });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
