import { addDays } from "@/lib/local-days";
import type { DayRange } from "../period";

export type Part = { grain: "day" | "month"; from: string; to: string };

const firstOf = (day: string) => `${day.slice(0, 8)}01`;
const firstOfNext = (day: string) => firstOf(addDays(firstOf(day), 31));

/** A range of days as whole months, which are one line each, and the days before and after them. */
export function partsOf({ from, to }: DayRange): Part[] {
  if (from > to) return [];
  const begin = from === firstOf(from) ? from : firstOfNext(from);
  const end = firstOf(addDays(to, 1)); // the months end the day before it
  if (begin >= end) return [{ grain: "day", from, to }];
  const parts: Part[] = [{ grain: "month", from: begin, to: addDays(end, -1) }];
  if (from < begin) parts.push({ grain: "day", from, to: addDays(begin, -1) });
  if (end <= to) parts.push({ grain: "day", from: end, to });
  return parts;
}
