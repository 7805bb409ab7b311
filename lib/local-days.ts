/** Days of Viet Nam as yyyy-MM-dd: arithmetic without a clock. UTC+7 with no summer time. */
const dayMs = 86_400_000;
const offsetMs = 7 * 3_600_000;

/** The UTC midnight that stands for a day. */
export const midnightOf = (value: string) => Date.parse(`${value}T00:00:00Z`);
/** The day that a UTC midnight stands for. */
export const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** The day `days` later. */
export const addDays = (value: string, days: number) => dayAt(midnightOf(value) + days * dayMs);
/** The instant at which a day of Viet Nam begins, UTC. */
export const startOf = (value: string) => new Date(midnightOf(value) - offsetMs);
/** Days from one to the other, both counted. */
export const daysBetween = (from: string, to: string) =>
  Math.round((midnightOf(to) - midnightOf(from)) / dayMs) + 1;
