/**
 * The working calendar of an office: which days are worked and between which hours.
 * Viet Nam has used UTC+7 without summer time since 1975, so a local day is plain arithmetic and needs no time-zone data.
 */
export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;
const offsetMs = 7 * hourMs;

/** Part of a local day, in minutes from local midnight; `to` is exclusive. */
export interface OfficeWindow {
  readonly from: number;
  readonly to: number;
}

/** Office hours: seven lists of windows, Sunday first, and the hours kept on a make-up working day. */
export interface OfficeHours {
  readonly weekdays: readonly (readonly OfficeWindow[])[];
  readonly makeUpDay: readonly OfficeWindow[];
}

/** Days are local day numbers, see {@link dayNumber}. */
export interface WorkCalendar extends OfficeHours {
  readonly holidays: ReadonlySet<number>;
  readonly workingSaturdays: ReadonlySet<number>;
}

/** A row of the public-holiday table (Labour Code 2019 art. 111-112 and the yearly notices). `date` is yyyy-mm-dd. */
export interface CalendarRow {
  readonly date: string;
  readonly kind: string;
  readonly nonWorking: boolean;
  readonly status: string;
}

const officeDay: readonly OfficeWindow[] = [
  { from: 8 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 17 * 60 },
];

/** 08:00–12:00 and 13:00–17:00, Monday to Friday: the 40-hour week of state agencies. */
export const ordinaryHours: OfficeHours = everyWeekday(officeDay);

/** The same windows from Monday to Friday and on make-up days. */
export function everyWeekday(windows: readonly OfficeWindow[]): OfficeHours {
  return { weekdays: [[], windows, windows, windows, windows, windows, []], makeUpDay: windows };
}

/**
 * Builds a calendar from the holiday table. Rows of kind `possible` wait for the yearly plan and are not counted.
 * @throws RangeError when a date is not a real yyyy-mm-dd, when windows overlap, or when no weekday is worked at all.
 */
export function workCalendar(rows: readonly CalendarRow[], hours: OfficeHours = ordinaryHours): WorkCalendar {
  if (hours.weekdays.length !== 7) throw new RangeError("calendar needs seven weekdays");
  for (const windows of [...hours.weekdays, hours.makeUpDay]) assertOrdered(windows);
  if (!hours.weekdays.some((windows) => windows.length > 0))
    throw new RangeError("calendar has no office hours");
  const counted = rows.filter((row) => row.kind !== "possible");
  return {
    weekdays: hours.weekdays,
    makeUpDay: hours.makeUpDay,
    holidays: new Set(counted.filter((row) => row.nonWorking).map((row) => dayNumberOf(row.date))),
    workingSaturdays: new Set(
      counted
        .filter((row) => row.kind === "swapped-work" && !row.nonWorking)
        .map((row) => dayNumberOf(row.date)),
    ),
  };
}

function assertOrdered(windows: readonly OfficeWindow[]): void {
  let last = 0;
  for (const { from, to } of windows) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < last || to <= from || to > 1_440) {
      throw new RangeError("office windows must be whole minutes, in order, inside one day");
    }
    last = to;
  }
}

/** Local days since 1970-01-01 of an instant in milliseconds. */
export function dayNumber(instant: number): number {
  return Math.floor((instant + offsetMs) / dayMs);
}

/** Day number of a local date written yyyy-mm-dd. @throws RangeError when there is no such date. */
export function dayNumberOf(date: string): number {
  const instant = Date.parse(`${date}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(date) ||
    Number.isNaN(instant) ||
    new Date(instant).toISOString().slice(0, 10) !== date
  ) {
    throw new RangeError("not a calendar date");
  }
  return instant / dayMs;
}

/** The instant (ms) at which a local day begins; `dayStart(day + 1)` is 24:00 of the day. */
export function dayStart(day: number): number {
  return day * dayMs - offsetMs;
}

/** Office windows of a day, empty on a day off. A holiday wins over everything else. */
export function windowsOf(calendar: WorkCalendar, day: number): readonly OfficeWindow[] {
  if (calendar.holidays.has(day)) return [];
  const weekday = (((day + 4) % 7) + 7) % 7; // day 0 was a Thursday
  const windows = calendar.weekdays[weekday] ?? [];
  return windows.length === 0 && calendar.workingSaturdays.has(day) ? calendar.makeUpDay : windows;
}

export function isWorkingDay(calendar: WorkCalendar, day: number): boolean {
  return windowsOf(calendar, day).length > 0;
}

/** The day itself if it is worked, else the next one that is. */
export function workingDayFrom(calendar: WorkCalendar, day: number): number {
  let candidate = day;
  while (!isWorkingDay(calendar, candidate)) candidate += 1; // ends: some weekday is worked and holidays are finite
  return candidate;
}

/** True for local midnight: screens write it as 24:00 of the day before, as the law does. */
export function isMidnight(at: Date): boolean {
  return dayStart(dayNumber(at.getTime())) === at.getTime();
}
