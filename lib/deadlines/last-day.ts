import { dayMs, dayNumber, dayStart } from "./calendar";

/**
 * The last day of a limit that ends at midnight of Viet Nam, yyyy-mm-dd: limits of days and months end at 24:00 of it (Criminal Procedure
 * Code 2015 art. 134), and 24:00 is kept as the instant at which the next day begins. Null for a limit that ends at an hour.
 */
export function lastDayOf(dueAt: Date): string | null {
  const day = dayNumber(dueAt.getTime());
  return dayStart(day) === dueAt.getTime() ? new Date((day - 1) * dayMs).toISOString().slice(0, 10) : null;
}
