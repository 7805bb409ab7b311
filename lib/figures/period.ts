import { z } from "zod";
import { dayOf, optionalDay } from "@/lib/day";
import { addDays, dayAt, daysBetween, midnightOf } from "@/lib/local-days";
import { leastDays } from "./disclosure";

export const periodNames = ["today", "week", "month", "custom"] as const;
export type PeriodName = (typeof periodNames)[number];
/** Local days of Viet Nam as yyyy-MM-dd, both included. */
export type DayRange = { from: string; to: string };
export type Period = DayRange & {
  name: PeriodName;
  previous: DayRange;
  lastYear: DayRange;
  weeks: DayRange[];
  /** It is made of whole weeks, a month too: its first day may lie before the month's. */
  inWeeks: boolean;
  /** Whether the period before is longer than what has run of this one: sums of the two are no comparison. */
  isRunning: boolean;
  /** Days that a period of one's own has at least, for this reader. */
  leastDays: number;
  /** Days that were asked for and cannot be shown, as they were typed: the week is shown in their place. */
  refused: RefusedDays | null;
  /** Monday of the running week, when it is left out until enough was reported in it (shown-period.ts). */
  waitsFor: string | null;
};
/** What is wrong with a day that was typed: words are `province.period.errors.<name>`. */
export type DayFlaw = "missing" | "unread" | "order" | "future" | "tooShort";
export type RefusedDays = DayRange & { flaws: Partial<Record<keyof DayRange, DayFlaw>> };

const typed = z.string().max(40).catch("").default("");
/** A day as people type it; `undefined` for one that cannot be read. */
const readTyped = (text: string) => optionalDay.safeParse(text).data;

/** What the address says, days as people type them; anything mistyped still opens the week, and says what is wrong. */
export const periodFilter = z
  .object({ period: z.enum(periodNames).catch("week").default("week"), from: typed, to: typed })
  .transform(({ period, from, to }): PeriodFilter => {
    return { period, from: readTyped(from), to: readTyped(to), typed: { from, to } };
  });
export type PeriodFilter = {
  period: PeriodName;
  from?: string;
  to?: string;
  /** The days before they were read. */
  typed?: DayRange;
};

/** Days in a range, at least one. */
export const lengthOf = ({ from, to }: DayRange) => daysBetween(from, to);

function addMonths(value: string, months: number): string {
  const [year, month, date] = value.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

const least = (a: string, b: string) => (a < b ? a : b);
/** Monday of the day's week. */
export const mondayOf = (value: string) =>
  addDays(value, -((new Date(midnightOf(value)).getUTCDay() + 6) % 7));
const sundayOf = (value: string) => addDays(mondayOf(value), 6);

/**
 * The period that is asked for, up to today, with what it is compared to: the same days of the period before, the same days
 * of last year, and eight weeks up to the one of its last day. A custom period is at most 366 days and never in the future.
 * For who sees no small figures it has at least seven days. His periods, the month too, are whole weeks, of which the last may
 * still run, and so is what they are compared to, 52 weeks before for last year: of two that differ by a day, the one taken from
 * the other would be that day's cases. So today is not offered to him; which of his weeks may be told apart says disclosure.ts.
 */
export function periodOf(filter: PeriodFilter, now: Date, seesSmall: boolean): Period {
  const today = dayOf(now);
  const named = (
    name: PeriodName,
    from: string,
    to: string,
    shift: (value: string) => string,
    last: (value: string) => string = (value) => value,
  ): Period => ({
    name,
    from,
    to,
    previous: { from: shift(from), to: shift(last(to)) },
    lastYear: seesSmall
      ? { from: addMonths(from, -12), to: addMonths(to, -12) }
      : { from: addDays(from, -364), to: addDays(last(to), -364) },
    weeks: Array.from({ length: 8 }, (_, index) => {
      const monday = addDays(mondayOf(to), (index - 7) * 7);
      return { from: monday, to: least(sundayOf(monday), today) };
    }),
    inWeeks: !seesSmall,
    isRunning: last(to) !== to,
    leastDays: seesSmall ? 1 : leastDays,
    refused: null,
    waitsFor: null,
  });
  const thisWeek = () =>
    named("week", mondayOf(today), today, (value) => addDays(value, -7), seesSmall ? undefined : sundayOf);
  if (filter.period === "today" && seesSmall)
    return named("today", today, today, (value) => addDays(value, -1));
  const inWeeks = (name: PeriodName, day: string, to: string) => {
    const from = mondayOf(day);
    const weeks = Math.ceil(lengthOf({ from, to }) / 7);
    return named(name, from, to, (value) => addDays(value, -7 * weeks), sundayOf);
  };
  const first = `${today.slice(0, 8)}01`;
  if (filter.period === "month")
    return seesSmall
      ? named("month", first, today, (value) => addMonths(value, -1))
      : inWeeks("month", first, today);
  const refusedFor = (flaws: RefusedDays["flaws"]): Period => ({
    ...thisWeek(),
    refused: {
      from: filter.from ?? filter.typed?.from ?? "",
      to: filter.to ?? filter.typed?.to ?? "",
      flaws,
    },
  });
  if (filter.period === "custom") {
    if (!filter.from || !filter.to) return refusedFor(unreadDays(filter));
    if (filter.from > today) return refusedFor({ from: "future" });
    if (filter.from > filter.to) return refusedFor({ to: "order" });
    const to = least(filter.to, today);
    const from = filter.from < addDays(to, -365) ? addDays(to, -365) : filter.from;
    const days = lengthOf({ from, to });
    if (seesSmall) return named("custom", from, to, (value) => addDays(value, -days));
    if (days < leastDays) return refusedFor({ to: "tooShort" });
    return inWeeks("custom", from, least(sundayOf(to), today));
  }
  return thisWeek();
}

/** Which of the two days is missing or cannot be read. */
function unreadDays({ typed, ...days }: PeriodFilter): RefusedDays["flaws"] {
  const flaw = (side: keyof DayRange): DayFlaw | undefined =>
    days[side] ? undefined : typed?.[side].trim() ? "unread" : "missing";
  return { from: flaw("from"), to: flaw("to") };
}

/**
 * The weeks that decide whether the ends of a range of whole weeks may be known (disclosure.ts): its last two, the latest first, as
 * far as they lie in it, and the week before it.
 */
export function edgeWeeks({ from, to }: DayRange): { last: [DayRange, ...DayRange[]]; before: DayRange } {
  const monday = mondayOf(to);
  const secondLast = { from: addDays(monday, -7), to: addDays(monday, -1) };
  return {
    last: [{ from: monday < from ? from : monday, to }, ...(secondLast.from < from ? [] : [secondLast])],
    before: { from: addDays(from, -7), to: addDays(from, -1) },
  };
}

/** ISO week number, as weeks are named in plans and reports. */
export function weekNumber(value: string): number {
  const thursday = addDays(mondayOf(value), 3);
  return Math.floor((daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) - 1) / 7) + 1;
}
