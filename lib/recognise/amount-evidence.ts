import type { Figure } from "./amount-figures";
import { type AmountUnit, isCounted, isCurrency, isForeign } from "./amount-units";
import { labelBefore } from "./labels";
import type { Page } from "./page";

/** What may follow a bare figure of money; any other word is what is counted ("2.500 bị hại"). */
const leading = new Set(
  "vao vo cho qua den toi sang tu roi va nhe nha a luc trong la ngay so stk tk ck de vnd phi tien thi ma nhung do bang dang xong hom lan nua thoi cua voi ve nen con em e minh no sd nd ref sau noi chuyen gui tai to via from on into for".split(
    " ",
  ),
);

const money = new Set(["money", "balance", "pay", "total", "promise", "ask", "fee", "notPaid"]);

/** Units and currencies speak for themselves; bare figures need a word about money near, and no word that claims them. */
export function amountScore(page: Page, first: number, read: Figure): number | undefined {
  const { tokens } = page;
  const next = tokens[read.last + 1];
  const before = tokens[first - 1];
  const column = page.cellOf[first]?.holds ?? "unknown";
  if (
    next !== undefined &&
    (isForeign(next.text) || next.text === "%") &&
    !isBecause(page, read) &&
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
  const isColumn = column === "amount" || column === "balance" || column === "fee" || column === "received";
  if (column !== "unknown" && !isColumn && read.units.length === 0 && !read.hasCurrency) return undefined;
  if (
    before?.text === "gia" &&
    /^t[yi]$/.test(tokens[first - 2]?.text ?? "") &&
    !read.hasCurrency &&
    read.units.length === 0
  )
    return undefined; // "tỷ giá 26.150"
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
    // "45m2" is a room; "ck 1m2" is 1,2 million.
    if (/ 2$/.test(read.written) && tokens[read.last - 1]?.text === "m" && !payBefore(page, first))
      return undefined;
    const talk = isSlang ? (talksOfMoney(page, first) ? 1.2 : slangAlone(read.units)) : 0;
    return 4.4 + talk + (read.units.length - 1) * 0.5 + (groups > 0 ? 0.3 : 0);
  }
  if (digits.startsWith("0")) return undefined;
  if (read.hasCurrency) return 5 + groups * 0.3;
  if (isColumn) return 5.5;
  if (isWholeCell(page, first, read) && (groups > 0 || /^\d{2,9}0{3}$/.test(digits))) return 2.6;
  if (groups > 0 && !signed && followsSigned(page, first)) return 2.6;
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
  else if (label !== undefined && label.cue !== "wallet" && !(label.isShared && groups >= 2))
    score -= 4 - label.cost * 0.5;
  else if (talksOfMoney(page, first)) score += 0.6;
  if (groups === 0 && /0{3}$/.test(digits)) score += 1.2;
  if (groups === 0 && !/(?:00|500)$/.test(digits)) score -= 1.5;
  if (groups === 0 && digits.length > 12) score -= 3;
  if (groups === 0 && digits.length < 5) score -= 2;
  return score;
}

/** "mất 248.600.000 do cài app": "do", and not "đô", or a sum that nobody has in dollars. */
function isBecause({ tokens, reading }: Page, { last, value }: Figure): boolean {
  const next = tokens[last + 1]!;
  if (next.text !== "do") return false;
  const written = reading.plain.slice(next.start, next.end).toLowerCase();
  return written === "do" && (reading.isAccented || value >= 10_000_000);
}

/** "-25,000,000 1,233,450", "8,000,000 1,500,200": a bank's line gives what is left right after what was moved. */
export function followsSigned({ tokens }: Page, first: number): boolean {
  let at = first - 1;
  if (tokens[first]!.gap === 0 || tokens[at] === undefined) return false;
  if (isCurrency(tokens[at]!.text)) at -= 1;
  if (tokens[at]?.kind !== "digits" || tokens[at]!.text.length !== 3 || tokens[at]!.gap > 0) return false;
  while (at > 1 && tokens[at]!.gap === 0 && /^(?:\d{1,3}|[.,])$/.test(tokens[at]!.text)) at -= 1;
  if (/^[-+]$/.test(tokens[at]!.text)) return tokens[at + 1]!.kind === "digits" && tokens[at + 1]!.gap === 0;
  return /^\d{1,3}$/.test(tokens[at]!.text) && first - at >= 5 && /^[.,]$/.test(tokens[at + 1]!.text);
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
