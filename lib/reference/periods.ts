/** A row with a period of validity: days as yyyy-mm-dd, `validTo` exclusive. */
export type Period = { id: string; validFrom: string; validTo: string | null };

/**
 * Where a new period begins inside an old one: the old one ends on that day and the new one takes over its end, so that
 * there is never a gap or an overlap. A period that begins on a later day than today has been gone by nowhere: one that is entered for
 * that same day stands in its place (`replaces`). Returns the new period's end, or the code of what is wrong with the day.
 */
export function successionOf(
  old: Period,
  from: string,
  today: string,
): { ok: true; validTo: string | null; replaces: boolean } | { ok: false; code: string } {
  if (from < today) return { ok: false, code: "admin.errors.past" };
  if (old.validTo !== null && from >= old.validTo) return { ok: false, code: "admin.errors.laterPeriod" };
  const replaces = from === old.validFrom && from > today;
  if (from <= old.validFrom && !replaces) return { ok: false, code: "admin.errors.outsidePeriod" };
  return { ok: true, validTo: old.validTo, replaces };
}

/** The period in force on a day. */
export const inForce = (period: Omit<Period, "id">, today: string): boolean =>
  period.validFrom <= today && (period.validTo === null || today < period.validTo);
