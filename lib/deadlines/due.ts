import {
  dayMs,
  dayNumber,
  dayStart,
  hourMs,
  minuteMs,
  windowsOf,
  workingDayFrom,
  type WorkCalendar,
} from "./calendar";
import type { DeadlineUnit } from "./policy";
import { addWorkingMs, workingMsBetween } from "./working-time";

export interface Pause {
  readonly from: Date;
  readonly to: Date;
}

export interface DueInput {
  readonly start: Date;
  readonly unit: DeadlineUnit;
  /** Counts of `unit`; null only for `immediate`, which then takes `immediateMinutes`. */
  readonly value: number | null;
  readonly calendar: WorkCalendar;
  readonly pauses?: readonly Pause[];
  readonly immediateMinutes?: number;
}

/** Ten years: nothing in the portal runs longer, and a slip of the keyboard must not spin the day loop. */
const longest: Record<DeadlineUnit, number> = {
  immediate: 5_256_000,
  minutes: 5_256_000,
  hours: 87_600,
  "working-hours": 87_600,
  "working-days": 2_600,
  "calendar-days": 3_660,
  months: 120,
};
const whole: ReadonlySet<DeadlineUnit> = new Set(["working-days", "calendar-days", "months"]);

/**
 * When a time limit ends (UTC instant). Counting, after Criminal Procedure Code 2015 art. 134 and Civil Code 2015 art. 147-148:
 * - immediate, minutes, hours: real time, day and night, holidays included;
 * - working-hours: only time inside office hours; the limit ends at the closing moment, not at the next opening;
 * - working-days: the first day is the day after the start; ends when the office closes on the N-th working day;
 * - calendar-days: the first day is the day after; ends at 24:00 of the last day;
 * - months: ends at 24:00 of the day with the same date, or of the month's last day if there is none;
 * - calendar-days and months that end on a day off end at 24:00 of the next working day.
 * Pauses keep the time left: see {@link dueAfterPause}. Overlapping pauses count once, those before the start or after the end not at all.
 * @throws RangeError for a missing, negative, absurdly long or (for days and months) broken value, and for invalid dates.
 */
export function dueAt(input: DueInput): Date {
  const { start, unit, calendar } = input;
  let due = dueUnpaused(start.getTime(), unit, checkedValue(input), calendar);
  for (const { from, to } of mergedPauses(input.pauses ?? [], start.getTime())) {
    if (from >= due) break;
    due = dueAfterPauseMs(due, from, to, unit, calendar);
  }
  return new Date(due);
}

/**
 * When a limit ends that goes on from the `end` of an earlier one. 24:00 closes its own day though it is written as the next one's 00:00:
 * the first day more is that next day. @throws as {@link dueAt}.
 */
export const dueFurther = ({ end, ...limit }: Omit<DueInput, "start"> & { end: Date }): Date =>
  dueAt({ ...limit, start: whole.has(limit.unit) ? new Date(end.getTime() - 1) : end });

/**
 * The new end of a limit that stood still from `from` to `to`: what was left at the pause is left at the resumption, counted in
 * real time for clock and calendar units and in working time for working units. A calendar limit never comes to end on a day off.
 * A limit already missed when the pause began stays missed.
 */
export function dueAfterPause(due: Date, pause: Pause, unit: DeadlineUnit, calendar: WorkCalendar): Date {
  return new Date(dueAfterPauseMs(due.getTime(), pause.from.getTime(), pause.to.getTime(), unit, calendar));
}

function dueAfterPauseMs(
  due: number,
  from: number,
  to: number,
  unit: DeadlineUnit,
  calendar: WorkCalendar,
): number {
  if (to <= from || from >= due) return due;
  switch (unit) {
    case "immediate":
    case "minutes":
    case "hours":
      return due + (to - from);
    case "working-hours":
    case "working-days":
      return addWorkingMs(calendar, due, workingMsBetween(calendar, from, to));
    case "calendar-days":
    case "months":
      return offDaysOff(due + (to - from), calendar);
  }
}

function dueUnpaused(start: number, unit: DeadlineUnit, value: number, calendar: WorkCalendar): number {
  const day = dayNumber(start);
  switch (unit) {
    case "immediate":
    case "minutes":
      return start + value * minuteMs;
    case "hours":
      return start + value * hourMs;
    case "working-hours":
      return addWorkingMs(calendar, start, value * hourMs);
    case "working-days": {
      let last = day;
      for (let counted = 0; counted < value; counted += 1) last = workingDayFrom(calendar, last + 1);
      return dayStart(last) + (windowsOf(calendar, last).at(-1)?.to ?? 0) * minuteMs;
    }
    case "calendar-days":
      return offDaysOff(dayStart(day + value + 1), calendar);
    case "months":
      return offDaysOff(dayStart(monthsLater(day, value) + 1), calendar);
  }
}

/** 24:00 belongs to the day it closes, hence the millisecond. */
function offDaysOff(end: number, calendar: WorkCalendar): number {
  const day = dayNumber(end - 1);
  const working = workingDayFrom(calendar, day);
  return working === day ? end : dayStart(working + 1);
}

function monthsLater(day: number, months: number): number {
  const date = new Date(day * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / dayMs;
}

function checkedValue({ start, unit, value, immediateMinutes }: DueInput): number {
  const counted = value ?? (unit === "immediate" ? immediateMinutes : undefined);
  if (Number.isNaN(start.getTime())) throw new RangeError("deadline start is not a date");
  if (counted === undefined || !Number.isFinite(counted) || counted < 0 || counted > longest[unit]) {
    throw new RangeError(`deadline value out of range for ${unit}`);
  }
  if (whole.has(unit) && (!Number.isInteger(counted) || counted === 0))
    throw new RangeError(`${unit} are counted from one, whole`);
  return counted;
}

function mergedPauses(pauses: readonly Pause[], start: number): { from: number; to: number }[] {
  const merged: { from: number; to: number }[] = [];
  const clipped = pauses.map(({ from, to }) => ({ from: Math.max(from.getTime(), start), to: to.getTime() }));
  if (clipped.some(({ from, to }) => Number.isNaN(from) || Number.isNaN(to)))
    throw new RangeError("pause is not a date");
  for (const pause of clipped
    .filter(({ from, to }) => to > from)
    .sort((left, right) => left.from - right.from)) {
    const last = merged.at(-1);
    if (last !== undefined && pause.from <= last.to) last.to = Math.max(last.to, pause.to);
    else merged.push(pause);
  }
  return merged;
}
