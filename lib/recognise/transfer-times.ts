import type { Entity } from "./entities";
import type { Page } from "./page";
import type { Amount, Story } from "./story";

/**
 * When an amount moved: the time beside it, else the last one told within a few sentences. A time of day takes the day that the text
 * gave last, "9h sáng nay" and "tối qua lúc 9h" the day of the report or the one before (`+0T09:00`, `-1T21:00`); nothing is taken
 * from a clock.
 */
export function completed({ page, times }: Story, { entity, sentence }: Amount): string | undefined {
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
      [time, ...days].map((other) => relativeDay(page, other) ?? String(other.value)),
    );
  }
  const clock = isDay(value) ? inside.find((other) => isClock(String(other.value))) : undefined;
  return clock === undefined ? value : withDay(String(clock.value), [value]);
}

const isClock = (value: string) => /^\d{2}:/.test(value);
const isDay = (value: string) => /^(?:\d{4}|-)-\d{2}-\d{2}$/.test(value);

/** `days` come nearest first. */
function withDay(clock: string, days: readonly string[]): string {
  const day = days.find((other) => /^(?:\d{4}|-)-\d{2}-\d{2}|^[+-]\d$/.test(other))?.replace(/T.*/, "");
  if (day === undefined) return clock;
  if (/^[+-]\d$/.test(day)) return `${day}T${clock.slice(0, 5)}`;
  if (day.startsWith("--")) return `${day}T${clock}`;
  return `${day}T${clock.length === 5 ? `${clock}:00` : clock}+07:00`;
}

const partsOfDay = /^(?:sang|trua|chieu|toi|dem|khuya|hom)$/;

/** "9h sáng nay", "hôm qua lúc 9h", "sáng nay khoảng 9h": `+0`, `-1`, counted from the day of the report; nothing beside a day itself. */
function relativeDay(page: Page, { value, first, last }: Entity): string | undefined {
  if (!isClock(String(value))) return undefined;
  const { tokens, reading } = page;
  const said = (at: number): string | undefined => {
    const [part, day] = [tokens[at], tokens[at + 1]];
    if (part === undefined || day === undefined || !partsOfDay.test(part.text) || day.gap === 0)
      return undefined;
    if (day.text === "nay") return "+0";
    // "tối qua", and neither "quá" nor "9h tối qua MB".
    const isLast = day.text === "qua" && /^qua$/i.test(reading.plain.slice(day.start, day.end));
    const isWay = page.bankOf[at + 2] !== undefined || page.cueOf[at + 2]?.meaning === "account";
    return isLast && !isWay && tokens[at + 2]?.kind !== "digits"
      ? "-1"
      : isLast && at < first
        ? "-1"
        : undefined;
  };
  for (let at = last; at <= last + 2; at += 1) {
    const after = said(at);
    if (after !== undefined) return after;
    if (at > last && tokens[at]?.kind !== "word") break;
  }
  for (let at = first - 2; at >= 0 && first - at <= 6; at -= 1) {
    if (tokens[at]!.kind === "break" || /^[.;!?]$/.test(tokens[at]!.text)) return undefined;
    const before = said(at);
    if (before !== undefined) return before;
  }
  return undefined;
}
