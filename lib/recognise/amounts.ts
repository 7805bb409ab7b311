import { parseAmount } from "@/lib/money/amount";
import { type AmountUnit, isCounted, isCurrency, isForeign, unitAt } from "./amount-units";
import { startsWithNumeral, wordAmount } from "./amount-words";
import type { Candidate } from "./candidates";
import type { Page } from "./page";
import { labelBefore } from "./surroundings";
import type { FoundFlag } from "./types";

interface Figure {
  readonly value: number;
  readonly last: number;
  readonly units: readonly AmountUnit[];
  readonly hasCurrency: boolean;
  readonly written: string;
  readonly isUnsure: boolean;
}

const least = 1_000;

/** Amounts of VND, as integers: `50tr`, `1,2 tỷ`, `2.000.000đ`, "hai trăm triệu", slang, and bare figures where money is spoken of. */
export function amounts(page: Page): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < page.tokens.length; at += 1) {
    const candidates = [figure(page, at), inWords(page, at)].filter((candidate) => candidate !== undefined);
    found.push(...candidates);
  }
  return found;
}

function inWords(page: Page, first: number): Candidate | undefined {
  const { tokens } = page;
  if (tokens[first]!.kind === "word" ? !startsWithNumeral(page, first) : tokens[first]!.kind !== "digits")
    return undefined;
  if (/^(?:may|vai|hang|chuc|gan chuc|muoi)$/.test(tokens[first - 1]?.text ?? "")) return undefined;
  const read = wordAmount(page, first);
  if (read === undefined) return undefined;
  let { last } = read;
  if (isCounted(page, last + 1)) return undefined;
  if (isForeign(tokens[last + 1]?.text ?? "") && tokens[last + 1]?.text !== "te") return undefined;
  if (isCurrency(tokens[last + 1]?.text ?? "")) last += 1;
  // "1 tỉ mốt" beside "1 tỉ": what reads on is what was meant.
  const score =
    (tokens[first]!.kind === "digits" ? 4.6 : 3.2) +
    (tokens[last]?.text === "dong" ? 1.5 : 0) +
    (last - first) * 0.4;
  return made(page, first, last, read.value, score, ["inWords"]);
}

/** A figure with what belongs to it: units, a figure after the unit ("1tr5"), "rưỡi", a currency. */
function figure(page: Page, first: number): Candidate | undefined {
  const { tokens } = page;
  if (tokens[first]!.kind !== "digits" || isInsideCode(page, first)) return undefined;
  const read = figureAt(page, first);
  if (read === undefined || read.value < least) return undefined;
  const score = scoreOf(page, first, read);
  if (score === undefined) return undefined;
  const flags: FoundFlag[] = read.isUnsure ? ["unchecked"] : [];
  return made(page, currencyBefore(page, first), read.last, read.value, score, flags);
}

function currencyBefore({ tokens }: Page, first: number): number {
  const before = tokens[first - 1];
  return before !== undefined && /^(?:vnd|₫|vnđ)$/.test(before.text) ? first - 1 : first;
}

function made(
  page: Page,
  first: number,
  last: number,
  value: number,
  score: number,
  flags: FoundFlag[],
): Candidate {
  const [start, end] = [page.tokens[first]!.start, page.tokens[last]!.end];
  if (page.reading.isRepaired(start, end)) flags.push("repaired");
  return { kind: "amount", value, bank: null, start, end, score, flags };
}

/** "ab12", "12/3", "1.2.3.4", "#12", "x12": the digits of something else. */
function isInsideCode({ tokens, cellOf }: Page, at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || tokens[at]!.gap > 0 || cellOf[at] !== cellOf[at - 1]) return false;
  if (before.kind === "word")
    return !/^(?:ck|chuyen|vnd|st|tien|nap|coc|mat|so|la|gui|rut|du|sd|gd|ps)$/.test(before.text);
  if (before.text === "." || before.text === ",")
    return tokens[at - 2]?.kind === "digits" && before.gap === 0;
  return /^[/#$€£_@&]$/.test(before.text);
}

function figureAt(page: Page, first: number): Figure | undefined {
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
    if (!/^[.,']$/.test(mark.text) || next.kind !== "digits" || next.gap > 0 || mark.gap > 0) break;
    if (cellOf[first] !== cellOf[last + 1]) break;
    text += mark.text + next.text;
    last += 2;
  }
  if (last === first && lead <= 3) {
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

/** What may follow a bare figure of money; any other word is what is counted ("2.500 bị hại"). */
const leading = new Set(
  "vao vo cho qua den toi sang tu roi va nhe nha a luc trong la ngay so stk tk ck de vnd phi tien thi ma nhung do bang dang xong hom lan nua thoi cua voi ve nen con em e minh no sd nd ref sau noi chuyen gui tai to via from on into for".split(
    " ",
  ),
);

const money = new Set(["money", "balance", "pay", "total", "promise", "ask", "fee", "notPaid"]);

/** Units and currencies speak for themselves; bare figures need a word about money near, and no word that claims them. */
function scoreOf(page: Page, first: number, read: Figure): number | undefined {
  const { tokens } = page;
  const next = tokens[read.last + 1];
  const before = tokens[first - 1];
  const column = page.cellOf[first]?.holds ?? "unknown";
  if (
    next !== undefined &&
    (isForeign(next.text) || next.text === "%") &&
    !(read.units.length > 0 && /^(?:do|te|u)$/.test(next.text))
  )
    return undefined;
  if (before !== undefined && /^(?:\$|usd|usdt|€)$/.test(before.text)) return undefined;
  if (
    next?.gap === 0 &&
    (next.kind === "word" || next.text === "/") &&
    !read.hasCurrency &&
    read.units.length === 0
  )
    return undefined;
  const isColumn = column === "amount" || column === "balance";
  if (column !== "unknown" && !isColumn && read.units.length === 0 && !read.hasCurrency) return undefined;
  const digits = read.written.replace(/\D/g, "");
  const groups = read.written.match(/[.,' ]\d{3}(?!\d)/g)?.length ?? 0;
  const signed = before !== undefined && /^[-+]$/.test(before.text) && tokens[first]!.gap === 0;
  if (read.units.length > 0) {
    if (!read.hasCurrency && isCounted(page, read.last + 1)) return undefined;
    const isSlang = read.units.every((unit) => unit.isSlang) && !read.hasCurrency;
    if (
      next !== undefined &&
      next.gap === 0 &&
      (next.kind === "digits" ||
        (next.text === "-" &&
          tokens[read.last + 2]?.kind === "digits" &&
          tokens[read.last + 2]!.gap === 0 &&
          !/^(?:tr|k|trieu|ty|cu|m)$/.test(tokens[read.last + 3]?.text ?? "")))
    )
      return undefined;
    if (/ 2$/.test(read.written) && tokens[read.last - 1]?.text === "m") return undefined; // 45m2
    const talk = isSlang ? (talksOfMoney(page, first) ? 1.2 : slangAlone(read.units)) : 0;
    return 4.4 + talk + (read.units.length - 1) * 0.5 + (groups > 0 ? 0.3 : 0);
  }
  if (digits.startsWith("0")) return undefined;
  if (read.hasCurrency) return 5 + groups * 0.3;
  if (isColumn) return 5.5;
  if (isWholeCell(page, first, read) && (groups > 0 || /^\d{2,9}0{3}$/.test(digits))) return 2.6;
  const label = labelBefore(page, signed ? first - 1 : first, 4);
  let score = groups >= 2 ? 1.6 : groups === 1 ? -0.6 : -2.2;
  const isSpaced = read.written.includes(" ");
  if (signed && isSpaced) return undefined; // "+84 912 345 678"
  if (signed && groups > 0) return score + 3;
  if (isSpaced) score -= 2.5; // accounts are written so more often
  if (signed) score += 1;
  if (next?.kind === "word" && !leading.has(next.text)) score -= 2;
  if (label?.cue === "money" || label?.cue === "balance") score += 3.4 - label.cost * 0.4;
  else if (payBefore(page, first)) score += 1.8;
  else if (label !== undefined && label.cue !== "wallet") score -= 4 - label.cost * 0.5;
  else if (talksOfMoney(page, first)) score += 0.6;
  if (groups === 0 && /0{3}$/.test(digits)) score += 1.2;
  if (groups === 0 && !/(?:00|500)$/.test(digits)) score -= 1.5;
  if (groups === 0 && digits.length > 12) score -= 3;
  if (groups === 0 && digits.length < 5) score -= 2;
  return score;
}

/** A row without a head: a round figure that fills its cell is money. */
function isWholeCell({ tokens, cellOf }: Page, first: number, { last }: Figure): boolean {
  const cell = cellOf[first];
  return (
    cell !== undefined && cellOf[first - 1] !== cell && cellOf[last + 1] !== cell && tokens[first]!.gap <= 2
  );
}

/** "5 củ" is money anywhere, "5 lít" and "5 chai" only beside a payment. */
const slangAlone = (units: readonly AmountUnit[]) =>
  units[0]?.name === "trieu" && units[0].per === 1_000_000 ? -2 : -3;

function payBefore({ tokens, cueOf }: Page, first: number): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 4; at -= 1) {
    if (tokens[at]!.kind === "break" || tokens[at]!.kind === "digits") return false;
    if (cueOf[at]?.meaning === "into") return false; // "chuyển … vào 0123…"
    if (cueOf[at]?.meaning === "pay" || cueOf[at]?.meaning === "total") return true;
  }
  return false;
}

function talksOfMoney({ tokens, cueOf }: Page, first: number): boolean {
  for (let at = Math.max(0, first - 10); at < Math.min(tokens.length, first + 10); at += 1)
    if (money.has(cueOf[at]?.meaning ?? "") || cueOf[at]?.meaning === "account") return true;
  return false;
}
