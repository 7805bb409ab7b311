/**
 * A second implementation of the deadline rules, for the tests alone: it looks at every minute, one after the other, reads the
 * holiday table by date string and shares nothing with `due.ts`. Only whole minutes are understood.
 */
import type { CalendarRow, OfficeHours } from "./calendar";

interface NaiveInput {
  readonly start: Date;
  readonly unit: string;
  readonly value: number;
  readonly rows: readonly CalendarRow[];
  readonly hours: OfficeHours;
  readonly pauses: readonly { from: Date; to: Date }[];
}

const minute = 60_000;

export function naiveDueAt({ start, unit, value, rows, hours, pauses }: NaiveInput): Date {
  const known = new Map<string, boolean>();
  for (const row of rows) {
    if (row.kind === "possible") continue;
    if (row.nonWorking) known.set(row.date, false);
    else if (row.kind === "swapped-work" && known.get(row.date) !== false) known.set(row.date, true);
  }
  /** The local wall clock read through UTC getters. */
  const local = (at: number): Date => new Date(at + 7 * 60 * minute);
  const seen = new Map<number, OfficeHours["makeUpDay"]>(); // only so that a thousand runs do not take an hour
  const hoursOf = (at: number): OfficeHours["makeUpDay"] => {
    const day = Math.floor((at + 7 * 60 * minute) / (24 * 60 * minute));
    const windows = seen.get(day) ?? lookUp(at);
    seen.set(day, windows);
    return windows;
  };
  const lookUp = (at: number): OfficeHours["makeUpDay"] => {
    const wall = local(at);
    const listed = known.get(wall.toISOString().slice(0, 10));
    const usual = hours.weekdays[wall.getUTCDay()] ?? [];
    if (listed === false) return [];
    return listed === true && usual.length === 0 ? hours.makeUpDay : usual;
  };
  const isOpen = (at: number): boolean => {
    const now = (at / minute + 7 * 60) % (24 * 60);
    return hoursOf(at).some(({ from, to }) => now >= from && now < to);
  };
  const isDayOff = (at: number): boolean => hoursOf(at).length === 0;
  const isMidnight = (at: number): boolean => (at / minute + 7 * 60) % (24 * 60) === 0;
  const nextMidnight = (at: number): number => {
    let t = at + minute;
    while (!isMidnight(t)) t += minute;
    return t;
  };
  /** The minute before an end tells which day the end belongs to. */
  const offDaysOff = (end: number): number => {
    let t = end;
    while (isDayOff(t - minute)) t = nextMidnight(t);
    return t;
  };

  const working = unit === "working-hours" || unit === "working-days";
  const calendarUnit = unit === "calendar-days" || unit === "months";
  const counts = (at: number): boolean => !working || isOpen(at);
  const begin = start.getTime();

  // First the minutes to be spent if nothing ever pauses.
  let budget: number;
  if (unit === "immediate" || unit === "minutes") budget = value;
  else if (unit === "hours" || unit === "working-hours") budget = value * 60;
  else {
    let end = nextMidnight(begin);
    if (unit === "working-days") {
      for (let days = 0; days < value; end = nextMidnight(end)) {
        if (!isDayOff(end)) days += 1;
      }
      while (!isOpen(end - minute)) end -= minute;
    } else if (unit === "calendar-days") {
      for (let days = 0; days < value; days += 1) end = nextMidnight(end);
      end = offDaysOff(end);
    } else {
      const [year = 0, month = 0, date = 0] = local(begin).toISOString().slice(0, 10).split("-").map(Number);
      const months = year * 12 + (month - 1) + value;
      const isWanted = (day: number): boolean => {
        const wall = local(end - minute);
        return wall.getUTCFullYear() * 12 + wall.getUTCMonth() === months && wall.getUTCDate() === day;
      };
      const isPastMonth = (): boolean =>
        local(end - minute).getUTCFullYear() * 12 + local(end - minute).getUTCMonth() > months;
      while (!isWanted(date) && !isPastMonth()) end = nextMidnight(end);
      while (isPastMonth()) end -= 24 * 60 * minute;
      end = offDaysOff(end);
    }
    budget = 0;
    for (let t = begin; t < end; t += minute) if (counts(t)) budget += 1;
  }

  // Then every minute is spent, or stands still.
  const isPaused = (at: number): boolean =>
    pauses.some(({ from, to }) => at >= from.getTime() && at < to.getTime());
  let t = begin;
  let wasPaused = false;
  while (budget > 0) {
    const paused = isPaused(t);
    if (wasPaused && !paused && calendarUnit) {
      const end = t + budget * minute; // every minute counts for these units, so the end is known
      budget += (offDaysOff(end) - end) / minute;
    }
    wasPaused = paused;
    if (!paused && counts(t)) budget -= 1;
    t += minute;
  }
  return new Date(t);
}
