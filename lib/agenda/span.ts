import { addDays, dayAt, midnightOf } from "@/lib/local-days";
import type { AgendaFilter } from "./schema";

/** Days of Viet Nam, yyyy-mm-dd; `to` is no longer of it. */
export type Span = { from: string; to: string; before: string; next: string };

/** Monday of the week a day is in. */
export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(midnightOf(day)).getUTCDay() + 6) % 7));

const firstOf = (day: string) => `${day.slice(0, 7)}-01`;
const monthLater = (first: string, months: number) =>
  dayAt(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1 + months, 1));

/**
 * Which days a view shows around `at`: whole weeks of a month, one week, or for the list thirty days. `before` and `next` are days by
 * which one goes on turning.
 */
export function spanOf(view: AgendaFilter["view"], at: string): Span {
  if (view === "week") {
    const from = mondayOf(at);
    return { from, to: addDays(from, 7), before: addDays(from, -7), next: addDays(from, 7) };
  }
  if (view === "list")
    return { from: at, to: addDays(at, 30), before: addDays(at, -30), next: addDays(at, 30) };
  const first = firstOf(at);
  const next = monthLater(first, 1);
  return {
    from: mondayOf(first),
    to: addDays(mondayOf(addDays(next, -1)), 7),
    before: monthLater(first, -1),
    next,
  };
}

/** Each day of a span. */
export function daysOf({ from, to }: Pick<Span, "from" | "to">): string[] {
  const days: string[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day);
  return days;
}
