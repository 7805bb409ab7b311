import { normaliseText } from "./normalise-text";

/** An identifier as typed, with full-width characters made plain, the invisible gone, and no blanks, dots, dashes or underscores. */
export function compact(raw: string): string {
  return normaliseText(raw)
    .normalize("NFKC")
    .replace(/[\s.\-‐‑‒–—_·,]/g, "");
}

/** Plain, trimmed text whose blanks matter no more than once. */
export function plain(raw: string): string {
  return normaliseText(raw).normalize("NFKC").replace(/\s+/g, " ").trim();
}

/** "hxxps://abc[.]com" as analysts write dangerous addresses, made whole again. */
export function refang(raw: string): string {
  return plain(raw)
    .replace(/^hxxp/i, "http")
    .replace(
      /\[(\.|:|:\/\/)\]|\((\.)\)|\{(\.)\}/g,
      (_whole, square?: string, round?: string, curly?: string) => square ?? round ?? curly ?? "",
    );
}

/** Groups of `size` from the left; the last may be shorter, but never a single character. */
export function inGroups(value: string, size: number): string[] {
  const groups = value.match(new RegExp(`.{1,${size}}`, "gsu")) ?? [];
  const last = groups.at(-1);
  if (last?.length !== 1 || groups.length < 2) return groups;
  return [...groups.slice(0, -2), `${groups.at(-2) ?? ""}${last}`];
}

/** Keeps the first and last characters: enough to recognise a value one knows, not enough to learn it. Short ones keep less. */
export function maskMiddle(value: string, first: number, last: number): string {
  const characters = [...value];
  const shown =
    characters.length >= (first + last) * 1.3 ? [first, last] : [1, characters.length > 4 ? 2 : 0];
  const [head = 0, tail = 0] = shown;
  return characters
    .map((character, at) => (at < head || at >= characters.length - tail ? character : "•"))
    .join("");
}

/** The check of ISO/IEC 7812: IMEI and card numbers end in a digit that makes it true. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
