import { parseAmount } from "@/lib/money/amount";
import { type AmountUnit, isCurrency, unitAt } from "./amount-units";
import type { Page } from "./page";

/** A figure of money with what belongs to it; `last` is its last token. */
export interface Figure {
  readonly value: number;
  readonly last: number;
  readonly units: readonly AmountUnit[];
  readonly hasCurrency: boolean;
  readonly written: string;
  readonly isUnsure: boolean;
}

/** Reads a figure: units, a figure after the unit ("1tr5"), "rưỡi", a currency. */
export function figureAt(page: Page, first: number): Figure | undefined {
  const { tokens, reading } = page;
  const terms: string[] = [];
  const units: AmountUnit[] = [];
  let at = first;
  let last = -1;
  let plain = "";
  while (at < tokens.length && terms.length < 4) {
    const token = tokens[at]!;
    if (token.kind !== "digits" || token.gap > 1 || (at > first && token.gap > 0 && units.length === 0)) {
      if (at > first) break;
    }
    const literal = literalAt(page, at);
    if (literal === undefined) break;
    const unit = unitAt(page, literal.last + 1);
    const unitGap = tokens[literal.last + 1]?.gap ?? 0;
    if (unit === undefined || unitGap > 2) {
      // "1tr5", "1 tỷ 2": a figure after a unit that nothing else claims.
      if (units.length > 0 && !isTail(page, at, literal)) break;
      if (units.length === 0) plain = literal.text;
      terms.push(literal.text);
      last = literal.last;
      break;
    }
    terms.push(`${literal.text} ${unit.name}`);
    units.push(unit);
    last = literal.last + 1;
    at = last + 1;
    if (tokens[at]?.text === "ruoi" && reading.plain.slice(tokens[at]!.start, tokens[at]!.end) !== "ruồi") {
      // "2 xị rưỡi" is two and a half of it.
      if (unit.per === 100_000) terms.splice(-1, 1, `${literal.text},5 ${unit.name}`);
      else terms.push("ruoi");
      last = at;
      break;
    }
  }
  if (last < 0) return undefined;
  const written = terms.join(" ");
  const value = valueOf(written, plain);
  if (value === undefined) return undefined;
  const next = tokens[last + 1];
  const hasCurrency = next !== undefined && next.gap <= 1 && isCurrency(next.text);
  const before = tokens[first - 1];
  const isLed = before !== undefined && /^(?:vnd|₫|vnđ)$/.test(before.text) && units.length === 0;
  return { ...value, last: hasCurrency ? last + 1 : last, units, hasCurrency: hasCurrency || isLed, written };
}

function valueOf(written: string, plain: string): { value: number; isUnsure: boolean } | undefined {
  // Banks write hundredths that nobody has: "2,000,000.00".
  const whole = plain !== "" && /\d{3}[.,]00$/.test(plain) ? plain.slice(0, -3) : written;
  const parsed = parseAmount(whole);
  if (parsed.ok) return { value: Number(parsed.value), isUnsure: false };
  if (parsed.code !== "ambiguous") return undefined;
  // Two readers might differ: the rule of Viet Nam (dot groups, comma is decimal) is taken, and somebody has to look.
  const lone = /^(\d{1,3})([.,])(\d{3}) ty$/.exec(written);
  if (lone === null) return undefined;
  const figures = Number(`${lone[1]}${lone[3]}`);
  return { value: figures * (lone[2] === "." ? 1_000_000_000 : 1_000_000), isUnsure: true };
}

interface Literal {
  readonly text: string;
  readonly last: number;
}

/** Digits with their thousands and decimals: "50", "1,2", "2.000.000", "1 500 000". */
function literalAt({ tokens, cellOf }: Page, first: number): Literal | undefined {
  if (tokens[first]?.kind !== "digits") return undefined;
  let text = tokens[first]!.text;
  let last = first;
  const lead = text.length;
  if (lead > 15) return undefined;
  while (last + 2 < tokens.length) {
    const [mark, next] = [tokens[last + 1]!, tokens[last + 2]!];
    if (!/^[.,']$/.test(mark.text) || next.kind !== "digits") break;
    if ((next.gap > 0 || mark.gap > 0) && !isSpacedGroup(tokens, first, last)) break;
    if (cellOf[first] !== cellOf[last + 1]) break;
    text += mark.text + next.text;
    last += 2;
  }
  if (last === first && lead <= 3) {
    const broken = acrossLine(tokens, first);
    if (broken !== undefined) return broken;
    // Blanks group thousands only in threes, and never after a leading zero.
    let blank = first;
    while (
      tokens[blank + 1]?.kind === "digits" &&
      tokens[blank + 1]!.gap === 1 &&
      tokens[blank + 1]!.text.length === 3
    )
      blank += 1;
    if (blank - first >= 2 && !text.startsWith("0") && tokens[blank + 1]?.kind !== "digits")
      return {
        text: tokens
          .slice(first, blank + 1)
          .map((token) => token.text)
          .join(" "),
        last: blank,
      };
  }
  return { text, last };
}

/** "17⏎.000.000đ": one line end beside a mark, groups of three and a currency. */
function acrossLine(tokens: Page["tokens"], first: number): Literal | undefined {
  let text = tokens[first]!.text;
  let mark: string | undefined;
  let lines = 0;
  let at = first;
  for (;;) {
    let next = at + 1;
    const skip = () => {
      if (tokens[next]?.kind !== "break" || tokens[next]!.text.length > 1) return;
      lines += 1;
      next += 1;
    };
    skip();
    if (!/^[.,]$/.test(tokens[next]?.text ?? "") || (mark !== undefined && tokens[next]!.text !== mark))
      break;
    mark = tokens[next]!.text;
    next += 1;
    skip();
    const group = tokens[next];
    if (group?.kind !== "digits" || group.text.length !== 3 || group.gap > 0) break;
    text += mark + group.text;
    at = next;
  }
  return lines === 1 && at > first && isCurrency(tokens[at + 1]?.text ?? "") ? { text, last: at } : undefined;
}

/** "4 . 500 . 000đ": blanks on both sides of every mark, groups of three to the end, and a currency there. */
function isSpacedGroup(tokens: Page["tokens"], first: number, from: number): boolean {
  let at = from;
  while (
    tokens[at + 1]?.text === tokens[from + 1]!.text &&
    tokens[at + 1]!.gap <= 1 &&
    tokens[at + 2]?.kind === "digits" &&
    tokens[at + 2]!.gap <= 1 &&
    tokens[at + 2]!.text.length === 3 &&
    tokens[at + 1]!.gap === tokens[at + 2]!.gap &&
    at - from < 8
  )
    at += 2;
  return (
    at > from &&
    tokens[from + 1]!.gap === 1 &&
    tokens[first]!.text.length <= 3 &&
    isCurrency(tokens[at + 1]?.text ?? "")
  );
}

/** One or three digits right after a unit belong to it, unless they begin a time, a day, a count or another amount. */
function isTail({ tokens }: Page, at: number, { text, last }: Literal): boolean {
  if (!/^\d{1,3}$/.test(text)) return false;
  const [digits, next] = [tokens[at]!, tokens[last + 1]];
  if (digits.gap === 0)
    return next === undefined || next.gap > 0 || next.kind !== "word" || isCurrency(next.text);
  if (digits.gap > 1 || text.length === 2) return false;
  if (next === undefined || next.kind === "break") return true;
  // A dot or a dash with a blank after it ends the phrase: "120 triệu 5. Sau đó".
  if (/^[.-]$/.test(next.text) && ((tokens[last + 2]?.gap ?? 1) > 0 || tokens[last + 2]?.text === ">"))
    return true;
  if (isCurrency(next.text)) return true;
  return (
    !(
      next.kind === "word" &&
      !/^(?:vao|cho|to|for|via|into|roi|qua|den|sang|trong|va|nua|tien|dong|thoi|nha|nhe|a|ma|la|tu|luc|hoi|bang|ck|roi|de|thi|cua)$/.test(
        next.text,
      )
    ) && !/^[h:/.-]$/.test(next.text)
  );
}
