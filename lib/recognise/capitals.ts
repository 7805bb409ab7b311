import type { Page } from "./page";

/** Holders' names are written in capitals: they stand between a number and its bank without parting them. */
export function isUpper({ reading, tokens }: Page, at: number): boolean {
  const { kind, start, end } = tokens[at]!;
  const written = reading.plain.slice(start, end);
  return kind === "word" && written === written.toUpperCase() && written !== written.toLowerCase();
}

export const isCapital = ({ reading, tokens }: Page, at: number) =>
  /^\p{Lu}/u.test(reading.plain.slice(tokens[at]!.start, tokens[at]!.end));
