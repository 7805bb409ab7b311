import type { Entity } from "./entities";

/**
 * When an amount moved: the time beside it, else the last one told within a few sentences. A time of day takes the day that the text
 * gave last; nothing is taken from a clock.
 */
export function completed(
  entities: readonly Entity[],
  amount: Entity,
  sentenceOf: (entity: Entity) => number,
): string | undefined {
  const told = entities.filter(({ kind }) => kind === "date_time");
  const sentence = sentenceOf(amount);
  const inside = told.filter((time) => sentenceOf(time) === sentence);
  const own =
    inside.filter(({ end }) => end <= amount.start).at(-1) ?? inside.find(({ start }) => start >= amount.end);
  const time =
    own ?? told.filter((other) => other.end <= amount.start && sentence - sentenceOf(other) <= 3).at(-1);
  if (time === undefined) return undefined;
  const value = String(time.value);
  if (/^\d{2}:/.test(value))
    return withDay(
      value,
      told
        .filter((other) => other !== time && other.start < amount.end)
        .map(({ value: other }) => String(other)),
    );
  if (/^(?:\d{4}-|--)[\d-]+$/.test(value)) {
    const clock = inside.find(({ value: other }) => /^\d{2}:/.test(String(other)));
    if (clock !== undefined) return withDay(String(clock.value), [value]);
  }
  return value;
}

function withDay(clock: string, days: readonly string[]): string {
  const day = days
    .filter((other) => /^(?:\d{4}|-)-\d{2}-\d{2}/.test(other))
    .at(-1)
    ?.replace(/T.*/, "");
  if (day === undefined) return clock;
  if (day.startsWith("--")) return `${day}T${clock}`;
  return `${day}T${clock.length === 5 ? `${clock}:00` : clock}+07:00`;
}
