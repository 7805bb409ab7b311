import { z } from "zod";
import { dayOf, optionalDay } from "@/lib/day";
import { addDays } from "@/lib/local-days";
import { kindCodes } from "@/lib/requests/kinds";

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);
/** Days that the list and its figures go back by themselves, and at most. */
const usual = 30;
const most = 366;

/** Local days of Viet Nam as yyyy-MM-dd, both included. */
export type AnsweredRange = { from: string; to: string };

/** What the address of the answered list says; a mistyped day is none. No account, name or text is among it. */
export const answeredFilter = z.object({
  kind: one(z.enum(kindCodes)).optional().catch(undefined),
  from: one(optionalDay).optional().catch(undefined),
  to: one(optionalDay).optional().catch(undefined),
  after: one(z.string().max(400)).optional().catch(undefined),
  before: one(z.string().max(400)).optional().catch(undefined),
});
export type AnsweredFilter = z.output<typeof answeredFilter>;

/** The days that are meant: the last thirty when none is named, never more than a year, and two days the other way round as they are. */
export function answeredRange({ from, to }: Pick<AnsweredFilter, "from" | "to">, now: Date): AnsweredRange {
  const today = dayOf(now);
  const end = to && to < today ? to : today;
  const [first, last] = from && from > end ? [end, from < today ? from : today] : [from, end];
  const earliest = addDays(last, 1 - most);
  const begin = first ?? addDays(last, 1 - usual);
  return { from: begin < earliest ? earliest : begin, to: last };
}
