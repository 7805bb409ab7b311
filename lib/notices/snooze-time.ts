import { dayOf } from "@/lib/day";
import { addDays, startOf } from "@/lib/local-days";
import type { SnoozeTime } from "./schema";

const hourMs = 3_600_000;
const atHour = (day: string, hour: number) => new Date(startOf(day).getTime() + hour * hourMs);

/** When something that is put off comes back, UTC: in an hour, at 14:00 of the same day, at 08:00 of the next. "Afternoon" is null once it is past. */
export function snoozeUntil(time: SnoozeTime, now: Date): Date | null {
  const today = dayOf(now);
  if (time === "hour") return new Date(now.getTime() + hourMs);
  if (time === "tomorrow") return atHour(addDays(today, 1), 8);
  const afternoon = atHour(today, 14);
  return afternoon > now ? afternoon : null;
}
