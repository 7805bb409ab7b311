import { formatDate } from "@/lib/i18n/local-time";

/**
 * The day of an instant in Viet Nam as Decree 30/2020 writes it: a zero stands before a day below ten and before January and
 * February, and before no other month.
 */
export function dayWords(instant: string): { day: string; month: string; year: string } {
  const [day = "", month = "", year = ""] = formatDate(instant).split("/");
  return { day, month: Number(month) > 2 ? String(Number(month)) : month, year };
}
