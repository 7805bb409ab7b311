import { dayNumber, dayStart, minuteMs, windowsOf, type WorkCalendar } from "./calendar";

const farthestDays = 36_525;

/** Working milliseconds between two instants (ms); 0 when `to` is not after `from`. Walks days, never minutes. */
export function workingMsBetween(calendar: WorkCalendar, from: number, to: number): number {
  if (to <= from) return 0;
  let total = 0;
  for (let day = dayNumber(from), last = dayNumber(to); day <= last; day += 1) {
    const midnight = dayStart(day);
    for (const window of windowsOf(calendar, day)) {
      const opens = Math.max(midnight + window.from * minuteMs, from);
      const closes = Math.min(midnight + window.to * minuteMs, to);
      if (closes > opens) total += closes - opens;
    }
  }
  return total;
}

/**
 * The earliest instant (ms) at which `amount` working milliseconds have passed since `from`.
 * Eight hours from opening end at closing, not at the next opening. Nothing to add returns `from` itself.
 * @throws RangeError for what no calendar reaches: no instant, or none within a hundred years
 */
export function addWorkingMs(calendar: WorkCalendar, from: number, amount: number): number {
  if (amount <= 0) return from;
  if (!Number.isFinite(from) || !Number.isFinite(amount)) throw new RangeError("not an instant");
  let left = amount;
  const first = dayNumber(from);
  for (let day = first; day < first + farthestDays; day += 1) {
    const midnight = dayStart(day);
    for (const window of windowsOf(calendar, day)) {
      const opens = Math.max(midnight + window.from * minuteMs, from);
      const available = midnight + window.to * minuteMs - opens;
      if (available <= 0) continue;
      if (left <= available) return opens + left;
      left -= available;
    }
  }
  throw new RangeError("beyond a hundred years");
}
