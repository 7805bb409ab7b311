import type { Ask } from "@/lib/errors";

/** A row with a period of validity: days as yyyy-mm-dd, `validTo` exclusive. */
export type Period = { id: string; validFrom: string; validTo: string | null };

/**
 * Where a new period begins inside an old one: the old one ends on that day and the new one takes over its end, so that
 * there is never a gap or an overlap. One that is entered for the very day on which the old one begins stands in its place
 * (`replaces`), until that day is over: a slip of typing can be put right, and clocks that began by it keep the copy they took.
 * Returns the new period's end, or the code of what is wrong with the day.
 */
export function successionOf(
  old: Period,
  from: string,
  today: string,
): { ok: true; validTo: string | null; replaces: boolean } | { ok: false; code: string } {
  if (from < today) return { ok: false, code: "admin.errors.past" };
  if (old.validTo !== null && from >= old.validTo) return { ok: false, code: "admin.errors.laterPeriod" };
  const replaces = from === old.validFrom;
  if (from < old.validFrom) return { ok: false, code: "admin.errors.outsidePeriod" };
  return { ok: true, validTo: old.validTo, replaces };
}

/** Until its first day is over a period may be written anew: what {@link successionOf} then calls `replaces`. */
export const isOpenToCorrect = ({ validFrom }: Pick<Period, "validFrom">, today: string): boolean =>
  validFrom >= today;

/**
 * A rule that counts from this very day is asked about: whoever asks or answers next goes by it. An old and a new value that are the
 * same are told as one.
 */
export const atOnce = (
  rule: "limit" | "kind",
  from: string,
  today: string,
  facts: Ask["facts"],
): Ask | null =>
  from === today
    ? {
        code: `${rule}AtOnce`,
        subject: rule === "limit" ? "deadline_policy" : "request_kind",
        facts: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, told(fact)])),
      }
    : null;
const told = (fact: unknown): unknown =>
  Array.isArray(fact) && fact.length === 2 && fact[0] === fact[1] ? fact[1] : fact;

/** The period in force on a day. */
export const inForce = (period: Omit<Period, "id">, today: string): boolean =>
  period.validFrom <= today && (period.validTo === null || today < period.validTo);
