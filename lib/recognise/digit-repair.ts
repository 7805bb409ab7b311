import { foldUnit } from "./fold-unit";

/** What scanners and hasty fingers write for a digit. The second table is believed only in long runs that are digits for the most part. */
const sure: Record<string, string> = { O: "0", o: "0", Q: "0", l: "1", I: "1" };
const rare: Record<string, string> = { ...sure, i: "1", S: "5", s: "5", B: "8", Z: "2", z: "2" };

const longRun = /[0-9OoQlIiSsBZz]{8,}/g;
const run = /[0-9OoQlISBZ]+(?:[ .,:/-][0-9OoQlISBZ]+)*/g;

const decimal = /^\d{1,3}[.,]\d{1,2}$/;
const thousands = /^\d{1,3}(?:[., ]\d{3})+$/;
const day =
  /^(?:[0-3]?\d[/-][01]?\d(?:[/-](?:20)?\d{2})?|[0-3]?\d\.[01]?\d\.(?:20)?\d{2}|20\d\d-[01]?\d-[0-3]?\d|[0-2]?\d:[0-5]\d(?::[0-5]\d)?)$/;
const unitAfter = /^ ?(?:trieu|tr|ty|ti|dong|vnd|d|k|nghin|ngan|cu|gio|h|g|phut|p|thang|giay|usdt)(?![a-z])/;
const currencyAfter = /^ ?(?:d|vnd|dong|₫)(?![a-z])/;
const hourAfter = /^[hg][0-5ol]?[0-9ol]?(?![a-z0-9])/;
const datedBefore = /(?:^|[^a-z])(?:ngay|thang|nam|mung|luc|hoi|gio) $/;

interface Piece {
  readonly from: number;
  readonly to: number;
}

/**
 * The folded text with letters inside numbers made digits again, place for place. A letter is only taken for a digit where what
 * results is a number of some shape: an account, a phone in groups, thousands, a day, a time, or a figure before its unit.
 */
export function repairDigits(plain: string): { text: string; repaired: ReadonlySet<number> } {
  const units = Array.from({ length: plain.length }, (_, at) => foldUnit(plain.charAt(at)));
  const repaired = new Set<number>();
  const folded = (from: number, to: number) => units.slice(Math.max(0, from), to).join("");
  const put = ({ from, to }: Piece, table: Record<string, string>) => {
    for (let at = from; at < to; at += 1) {
      const digit = table[plain.charAt(at)];
      if (digit === undefined) continue;
      units[at] = digit;
      repaired.add(at);
    }
  };
  for (const { 0: written, index: from } of plain.matchAll(longRun)) {
    const to = from + written.length;
    const table = tableOfRun(written);
    if (
      table !== undefined &&
      !/[a-z0-9]$/.test(folded(from - 1, from)) &&
      !/^[a-z0-9]/.test(folded(to, to + 1))
    )
      put({ from, to }, table);
  }
  for (const { 0: written, index } of plain.matchAll(run)) {
    if (!/[A-Za-z]/.test(written)) continue;
    for (const piece of stretches(plain, written, index)) {
      const table = tableOf(
        plain.slice(piece.from, piece.to),
        folded(piece.from - 8, piece.from),
        folded(piece.to, piece.to + 8),
      );
      if (table !== undefined) put(piece, table);
    }
  }
  return { text: units.join(""), repaired };
}

/** Digits in one run, as accounts and phones mostly are. */
function tableOfRun(written: string): Record<string, string> | undefined {
  const digits = countDigits(written);
  if (digits === written.length) return undefined;
  if (digits >= written.length * 0.7) return rare;
  if (written.length >= 10 && digits >= written.length * 0.6 && (written.match(/[OlI]/g)?.length ?? 0) >= 2)
    return rare;
  if (digits >= written.length * 0.4 && /^[0-9OolI]+$/.test(written)) return sure;
  return digits >= 3 && digits >= written.length * 0.25 && /^[0-9O]+$/.test(written) ? sure : undefined;
}

/** How to read a stretch of pieces, given what stands before and after it; undefined where no number comes of it. */
function tableOf(written: string, before: string, after: string): Record<string, string> | undefined {
  const size = written.replace(/[^0-9A-Za-z]/g, "").length;
  const digits = countDigits(written);
  if (digits === size) return undefined;
  // Two letters that are surely zeros or ones show a scan: then an S among them is a five.
  const isScan = size >= 10 && digits >= size * 0.6 && (written.match(/[OlI]/g)?.length ?? 0) >= 2;
  const table = (size >= 9 && digits >= size * 0.7) || isScan ? rare : sure;
  const asRead = [...written].map((letter) => table[letter] ?? letter).join("");
  if (/[A-Za-z]/.test(asRead)) return undefined;
  const isEnd = !/^[a-z0-9]/.test(after);
  if (/\d[hg]$/.test(before)) return isEnd && /^[0-5]\d$/.test(asRead) ? table : undefined;
  const isNumber =
    (thousands.test(asRead) &&
      (asRead.includes(" ") ? currencyAfter.test(after) : isEnd || unitAfter.test(after))) ||
    (decimal.test(asRead) && digits > 0 && unitAfter.test(after)) ||
    (day.test(asRead) && digits >= size * 0.25 && isEnd) ||
    (size >= 9 && size <= 19 && digits >= size * 0.4 && isEnd && !/[,:/]/.test(asRead)) ||
    (size <= 4 && digits > 0 && /^\d+$/.test(asRead) && (unitAfter.test(after) || hourAfter.test(after))) ||
    (/^(?:20\d\d|[0-3]?\d)$/.test(asRead) && datedBefore.test(before) && isEnd);
  return isNumber ? table : undefined;
}

/**
 * The pieces of a run that can be parts of numbers, in stretches; each stretch whole, and its parts between blanks, for a day and a
 * time stand side by side. A piece that is part of a word, or a word itself ("lo 0912…"), ends a stretch.
 */
function* stretches(plain: string, written: string, offset: number): Generator<Piece> {
  let first: Piece | undefined;
  let last: Piece | undefined;
  for (const { 0: text, index } of written.matchAll(/[0-9A-Za-z]+/g)) {
    const piece = { from: offset + index, to: offset + index + text.length };
    if (isPart(plain, text, piece)) {
      first ??= piece;
      last = piece;
      continue;
    }
    if (first !== undefined && last !== undefined) yield* whole(plain, first.from, last.to);
    first = last = undefined;
  }
  if (first !== undefined && last !== undefined) yield* whole(plain, first.from, last.to);
}

function* whole(plain: string, from: number, to: number): Generator<Piece> {
  yield { from, to };
  const text = plain.slice(from, to);
  if (!text.includes(" ")) return;
  for (const part of text.matchAll(/[^ ]+/g))
    yield { from: from + part.index, to: from + part.index + part[0].length };
}

const letter = /\p{L}/u;

function isPart(plain: string, text: string, { from, to }: Piece): boolean {
  const [before, after] = [plain.charAt(from - 1), plain.charAt(to)];
  const isMinute = /[hg]/i.test(before) && /\d|[lO]/.test(plain.charAt(from - 2));
  if (letter.test(before) && !isMinute) return false;
  if (/\d/.test(text)) return true;
  if (letter.test(after) && !/[đd]/i.test(after)) return false;
  // Without a digit: zeros and ones of a scanner, never a word of small letters.
  if (/^[O]+$|^[OolI]$/.test(text) || (/[OI]/.test(text) && /^[OolI]{2,4}$/.test(text))) return true;
  const isOfDay = /[/:-]/.test(before + after) || (before === "." && after === ".");
  return text.length === 2 && isOfDay && !/[SBZ]/.test(text);
}

const countDigits = (text: string) => text.replace(/\D/g, "").length;
