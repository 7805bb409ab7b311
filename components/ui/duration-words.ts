/** A length of time cut to the two units a person needs, ready for `format.duration.<unit>`. */
export type Duration = {
  unit: "minutes" | "hoursMinutes" | "hours" | "days";
  days: number;
  hours: number;
  minutes: number;
};

/** The minutes that `durationOf` leaves a reader with: a difference is taken of these, so that it agrees with what stands beside it. */
export function shownMinutes(totalMinutes: number): number {
  const { unit, days, hours, minutes } = durationOf(totalMinutes);
  if (unit === "days") return days * 1440;
  return hours * 60 + (unit === "hours" ? 0 : minutes);
}

/**
 * 12 minutes, 1 hour 20, 21 hours, 2 days: minutes matter below three hours, hours below two days.
 * Rounds down, so "2 hours left" is never less than two hours. Negative lengths are taken as positive. `exact`: to the minute and
 * never in days, where a length is checked against what somebody typed.
 */
export function durationOf(totalMinutes: number, exact = false): Duration {
  const all = Math.floor(Math.abs(totalMinutes));
  const hours = Math.floor(all / 60);
  const parts = { days: Math.floor(all / 1440), hours, minutes: all % 60 };
  if (all < 60) return { unit: "minutes", ...parts };
  if ((exact || hours < 3) && parts.minutes > 0) return { unit: "hoursMinutes", ...parts };
  if (exact) return { unit: "hours", ...parts };
  return { unit: hours < 48 ? "hours" : "days", ...parts };
}
