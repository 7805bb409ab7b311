import type { Amount, Story } from "./story";

/**
 * When an amount moved: the time beside it, else the last one told within a few sentences. A time of day takes the day that the text
 * gave last; nothing is taken from a clock.
 */
export function completed({ times }: Story, { entity, sentence }: Amount): string | undefined {
  const inside = times.in(sentence);
  const beside =
    inside.findLast(({ end }) => end <= entity.start) ?? inside.find(({ start }) => start >= entity.end);
  const earlier = times.before(entity.start);
  const isNear = earlier !== undefined && sentence - times.sentenceOf(earlier) <= 3;
  const time = beside ?? (isNear ? earlier : undefined);
  if (time === undefined) return undefined;
  const value = String(time.value);
  if (isClock(value)) {
    const days = times.lastBefore(entity.end, 12).filter((other) => other !== time);
    return withDay(
      value,
      days.map((other) => String(other.value)),
    );
  }
  const clock = isDay(value) ? inside.find((other) => isClock(String(other.value))) : undefined;
  return clock === undefined ? value : withDay(String(clock.value), [value]);
}

const isClock = (value: string) => /^\d{2}:/.test(value);
const isDay = (value: string) => /^(?:\d{4}|-)-\d{2}-\d{2}$/.test(value);

/** `days` come nearest first. */
function withDay(clock: string, days: readonly string[]): string {
  const day = days.find((other) => /^(?:\d{4}|-)-\d{2}-\d{2}/.test(other))?.replace(/T.*/, "");
  if (day === undefined) return clock;
  if (day.startsWith("--")) return `${day}T${clock}`;
  return `${day}T${clock.length === 5 ? `${clock}:00` : clock}+07:00`;
}
