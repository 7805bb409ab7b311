import type { Page } from "./page";

export interface CalendarDay {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}
/** The clock of Viet Nam, 0 to 23 hours. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
}
/** A day or a time in the text. One that is not sure counts only beside its other half. */
export interface Piece {
  readonly first: number;
  readonly last: number;
  readonly day?: CalendarDay;
  readonly time?: ClockTime;
  readonly isSure: boolean;
  readonly score: number;
}

/** No day or time is written longer. */
export const longest = 64;

/** The last token of what was written from `first` on. */
export function lastWithin({ tokens }: Page, first: number, written: string): number {
  const end = tokens[first]!.start + written.trimEnd().length;
  let last = first;
  while (last + 1 < tokens.length && tokens[last + 1]!.end <= end) last += 1;
  return last;
}

/** Digits that hang on something else: part of a longer figure, an address, a fraction. */
export function isGlued({ tokens, cellOf }: Page, at: number): boolean {
  const before = tokens[at - 1];
  if (
    before === undefined ||
    tokens[at]!.gap > 0 ||
    (cellOf[at] !== undefined && cellOf[at - 1] === undefined)
  )
    return false;
  // "T09:22:10+07:00": the offset from UTC of the time before it.
  if (before.text === "+" && before.gap === 0 && tokens[at - 2]?.kind === "digits") return true;
  if (before.kind === "digits" || before.kind === "word")
    return !/^(?:ngay|luc|hoi|t|l|vao)$/.test(before.text);
  return (
    /^[/.,:@#_$-]$/.test(before.text) &&
    before.gap === 0 &&
    (tokens[at - 2]?.kind === "digits" ||
      /^[/@#_$]$/.test(before.text) ||
      (before.text === "-" && tokens[at - 2]?.kind === "word"))
  );
}
