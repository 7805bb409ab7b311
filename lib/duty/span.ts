import { addDays, startOf } from "@/lib/local-days";

const minuteMs = 60_000;
const dayMinutes = 1440;
export const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** How long a shift between two hours is, in minutes: no later than it begins means on the day after. */
export function lengthOf(from: string, to: string): number {
  const minutes = minutesOf(to) - minutesOf(from);
  return minutes > 0 ? minutes : minutes + dayMinutes;
}

/** A shift's instants (UTC), out of a day of Viet Nam and two hours there. */
export function spanOf({ day, from, to }: { day: string; from: string; to: string }): {
  fromAt: Date;
  toAt: Date;
} {
  const fromAt = new Date(startOf(day).getTime() + minutesOf(from) * minuteMs);
  return { fromAt, toAt: new Date(fromAt.getTime() + lengthOf(from, to) * minuteMs) };
}

/** The Monday of the week in which a day lies. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
export const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

export type Span = { from: Date; to: Date };

/** What of a span no other covers, in order: where nobody is on duty. */
export function uncovered(whole: Span, covers: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let at = whole.from;
  for (const { from, to } of [...covers].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (to <= at) continue;
    if (from >= whole.to) break;
    if (from > at) gaps.push({ from: at, to: from });
    at = to;
  }
  if (at < whole.to) gaps.push({ from: at, to: whole.to });
  return gaps;
}

/** What of a span stays when others are taken out of it: a shift without the hours in which its person is away. */
export const without = (span: Span, away: readonly Span[]): Span[] => uncovered(span, away);
