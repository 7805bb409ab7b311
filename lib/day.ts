import { z } from "zod";
import { formatDate, parseLocalDateTime } from "@/lib/i18n/local-time";

const iso = /^\d{4}-\d{2}-\d{2}$/;
const written = (text: string) => text.split("/").reverse().join("-");

/** A day of Viet Nam as yyyy-mm-dd, out of `26/11/2026`, `26-11` or yyyy-mm-dd; null for a day that does not exist. */
export function readDay(text: string, now = new Date()): string | null {
  const typed = text.trim();
  const instant = parseLocalDateTime(iso.test(typed) ? typed.split("-").reverse().join("/") : typed, now);
  if (!instant) return null;
  const found = written(formatDate(instant));
  return found >= "1990-01-01" && found <= "2100-12-31" ? found : null;
}

/** The day it is in Viet Nam at this instant, yyyy-mm-dd. */
export const dayOf = (at: Date): string => written(formatDate(at));
/** The day it is there now, in SQL. */
export const todaySql = "(now() at time zone 'Asia/Ho_Chi_Minh')::date";
/** What a register's row must say to hold on the Vietnamese day of an instant: `valid_from` and `valid_to` (exclusive) are `date` columns. */
export const inForceAt = (at: Date) => {
  const today = dateOf(dayOf(at));
  return { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gt: today } }] };
};
/** What it must say to hold on this day (yyyy-mm-dd), or on a later one. */
export const inForceOrLater = (day: string) => ({
  OR: [{ validTo: null }, { validTo: { gt: dateOf(day) } }],
});
/** The day after. */
export const dayAfter = (day: string): string => isoDay(new Date(dateOf(day).getTime() + 86_400_000));
/** The day before. */
export const dayBefore = (day: string): string => isoDay(new Date(dateOf(day).getTime() - 86_400_000));
/** A day as a `date` column takes it (UTC midnight stands for the day itself). */
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
/** A `date` column as yyyy-mm-dd. */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
/** The same of one that may be empty. */
export const isoDayOrNull = (date: Date | null): string | null => (date ? isoDay(date) : null);

/** A day that a person typed; out comes yyyy-mm-dd. */
export const day = z
  .string("required")
  .max(40, "date.day")
  .transform((value, context) => {
    const found = value.trim() === "" ? undefined : readDay(value);
    if (found) return found;
    context.addIssue({ code: "custom", message: found === undefined ? "required" : "date.day" });
    return z.NEVER;
  });
/** The same, or nothing. */
export const optionalDay = z
  .string()
  .max(40, "date.day")
  .transform((value, context) => {
    if (!value.trim()) return undefined;
    const found = readDay(value);
    if (found) return found;
    context.addIssue({ code: "custom", message: "date.day" });
    return z.NEVER;
  })
  .optional();

/** A form that says between which days something holds: the end comes after the beginning, and what is left out is open. */
export const inOrder = <Form extends z.ZodType<{ validFrom?: string; validTo?: string }>>(form: Form) =>
  form.refine(({ validFrom, validTo }) => !validFrom || !validTo || validTo > validFrom, {
    path: ["validTo"],
    message: "admin.errors.endBeforeStart",
  });
