import { dayOf } from "@/lib/day";
import { leastDays } from "@/lib/figures/disclosure";
import { type DayRange, mondayOf } from "@/lib/figures/period";
import { addDays, daysBetween } from "@/lib/local-days";
import type { LeagueFilter, LeaguePeriodName } from "./filter";

/** A week, month or quarter of Viet Nam, or days of one's own; `until` is its last day, `to` the last one that has begun. */
export type LeaguePeriod = DayRange & {
  name: LeaguePeriodName;
  until: string;
  previous: DayRange;
  /** A day of the period after it, none while it runs. */
  next: string | null;
  isRunning: boolean;
  /** Days that were asked for and cannot be shown: the month is shown in their place. */
  isRefused: boolean;
};

const firstOf = (day: string) => `${day.slice(0, 8)}01`;
const quarterOf = (day: string) => {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
};
const beginOf = { week: mondayOf, month: firstOf, quarter: quarterOf } as const;
const longest = { week: 7, month: 31, quarter: 93 } as const;
const least = (a: string, b: string) => (a < b ? a : b);

/** The named period that holds a day. */
export function periodAround(name: "week" | "month" | "quarter", day: string): DayRange {
  const from = beginOf[name](day);
  return { from, to: addDays(beginOf[name](addDays(from, longest[name])), -1) };
}

/**
 * The period that is asked for. A day of one's own range that has not come, an order that is wrong, or for who sees no small figures
 * fewer days than seven, is refused; a range is at most 366 days.
 */
export function leaguePeriod(filter: LeagueFilter, now: Date, seesSmall: boolean): LeaguePeriod {
  const today = dayOf(now);
  if (filter.period === "custom") {
    const { from = "", to = "" } = filter;
    const last = least(to, today);
    const isGood =
      from !== "" && to !== "" && from <= last && daysBetween(from, last) >= (seesSmall ? 1 : leastDays);
    if (!isGood) return { ...leaguePeriod({ ...filter, period: "month" }, now, seesSmall), isRefused: true };
    const begin = from < addDays(last, -365) ? addDays(last, -365) : from;
    const days = daysBetween(begin, last);
    return {
      name: "custom",
      from: begin,
      to: last,
      until: last,
      previous: { from: addDays(begin, -days), to: addDays(begin, -1) },
      next: null,
      isRunning: false,
      isRefused: false,
    };
  }
  const name = filter.period;
  const on = filter.on !== undefined && filter.on <= today ? filter.on : today;
  const { from, to: until } = periodAround(name, on);
  const before = periodAround(name, addDays(from, -1));
  const to = least(until, today);
  // While it runs it is compared with as many days of the period before.
  const previous =
    until > today
      ? { from: before.from, to: least(addDays(before.from, daysBetween(from, to) - 1), before.to) }
      : before;
  return {
    name,
    from,
    to,
    until,
    previous,
    next: until < today ? addDays(until, 1) : null,
    isRunning: until > today,
    isRefused: false,
  };
}
