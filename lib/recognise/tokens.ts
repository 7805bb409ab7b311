/** A piece of the folded text. `gap` counts the blanks before it; a tab is a mark, for it parts cells. */
export interface Token {
  readonly kind: "word" | "digits" | "mark" | "break";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly gap: number;
}

/** Cuts a folded text into words, runs of digits, single marks and line ends. A break's text has one \n for each line end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let gap = 0;
  for (let at = 0; at < text.length;) {
    const start = at;
    const first = text.charAt(at);
    at += 1;
    if (first === " ") {
      gap += 1;
      continue;
    }
    let kind: Token["kind"] = "mark";
    let written = first;
    if (first === "\n") {
      kind = "break";
      let lastBreak = at;
      while (at < text.length && (text.charAt(at) === " " || text.charAt(at) === "\n")) {
        if (text.charAt(at) === "\n") {
          written += "\n";
          lastBreak = at + 1;
        }
        at += 1;
      }
      at = lastBreak;
    } else if (isDigit(first)) {
      kind = "digits";
      while (isDigit(text.charAt(at))) at += 1;
      written = text.slice(start, at);
    } else if (isLetter(first)) {
      kind = "word";
      while (isLetter(text.charAt(at))) at += 1;
      written = text.slice(start, at);
    }
    tokens.push({ kind, text: written, start, end: at, gap });
    gap = 0;
  }
  return tokens;
}

export const isDigit = (unit: string): boolean => unit >= "0" && unit <= "9";

export function isLetter(unit: string): boolean {
  if (unit >= "a" && unit <= "z") return true;
  return unit > "\u00bf" && unit < "\u2000" && /\p{L}/u.test(unit);
}
