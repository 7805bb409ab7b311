import { dayOf } from "@/lib/day";
import { daysBetween } from "@/lib/local-days";

/** Days for which money was held, as the calendar of Viet Nam counts them: the day it was held and the day of counting both count. */
export const daysHeld = (from: Date, until: Date): number =>
  until < from ? 0 : daysBetween(dayOf(from), dayOf(until));
