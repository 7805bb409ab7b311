import { foldUnit } from "./fold-unit";

/** What scanners and hasty fingers write for a digit. The second table is believed only in long runs that are digits for the most part. */
const sure: Record<string, string> = { O: "0", o: "0", Q: "0", l: "1", I: "1" };
const rare: Record<string, string> = { ...sure, i: "1", S: "5", s: "5", B: "8", Z: "2", z: "2" };

const run = /[0-9OoQlISBZ]+(?:[ .,:/-][0-9OoQlISBZ]+)*/g;
const longRun = /[0-9OoQlIiSsBZz]{8,}/g;
const grouped = /^[0-9]{1,3}(?:[.,][0-9]{3})+$/;
const dayOrTime =
  /^(?:[0-3]?[0-9][/-][01]?[0-9](?:[/-](?:20)?[0-9]{2})?|[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)$/;
const unitAfter = /^ ?(?:trieu|tr|ty|ti|dong|vnd|d|k|nghin|ngan|cu|gio|h|g|phut|p|thang|usdt)(?![a-z])/;
const hourAfter = /^[hg][0-5ol]?[0-9ol]?(?![a-z0-9])/;

/**
 * The folded text with letters inside numbers made digits again, place for place. A letter is only taken for a digit where what
 * results is a number of some shape: an account, a phone in groups, thousands, a day, a time, or a figure before its unit.
 */
export function repairDigits(plain: string): { text: string; repaired: ReadonlySet<number> } {
  const units = Array.from({ length: plain.length }, (_, at) => foldUnit(plain.charAt(at)));
  const repaired = new Set<number>();
  const after = (at: number) => units.slice(at, at + 8).join("");
  const put = (from: number, to: number, table: Record<string, string>) => {
    for (let at = from; at < to; at += 1) {
      const digit = table[plain.charAt(at)];
      if (digit === undefined) continue;
      units[at] = digit;
      repaired.add(at);
    }
  };

  for (const match of plain.matchAll(longRun)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const digits = countDigits(match[0]);
    if (digits === match[0].length || !isFree(units, from, to)) continue;
    if (digits >= match[0].length * 0.7) put(from, to, rare);
    else if (digits >= match[0].length * 0.4 && /^[0-9OolI]+$/.test(match[0])) put(from, to, sure);
    else if (digits >= 3 && digits >= match[0].length * 0.25 && /^[0-9O]+$/.test(match[0]))
      put(from, to, sure);
  }
  for (const match of plain.matchAll(run)) {
    if (!/\d/.test(match[0]) || !/[A-Za-z]/.test(match[0])) continue;
    for (const [first, last] of stretches(match[0]).flatMap((stretch) => [
      stretch,
      ...parts(match[0], stretch),
    ])) {
      const [from, to] = [match.index + first, match.index + last];
      const written = match[0].slice(first, last);
      const digits = countDigits(written);
      const size = written.replace(/[^0-9A-Za-z]/g, "").length;
      const isMinute = size <= 2 && /^\d[hg]$/.test(units.slice(Math.max(0, from - 2), from).join(""));
      if (digits === size || (!isMinute && !isLeftFree(units, from))) continue;
      const table = size >= 9 && digits >= size * 0.7 ? rare : sure;
      const asRead = [...written].map((letter) => table[letter] ?? letter).join("");
      const rest = after(to);
      const isEnd = !/^[a-z0-9]/.test(rest);
      const isNumber =
        (isMinute && isEnd && /^[0-5][0-9]$/.test(asRead)) ||
        (grouped.test(asRead) && digits > 0 && (isEnd || unitAfter.test(rest))) ||
        (dayOrTime.test(asRead) && digits * 2 >= size && isEnd) ||
        (size >= 9 && size <= 19 && digits >= size * 0.4 && isEnd && !/[,:/A-Za-z]/.test(asRead)) ||
        (size <= 4 &&
          /^[0-9]+$/.test(asRead) &&
          digits > 0 &&
          (unitAfter.test(rest) || hourAfter.test(rest)));
      if (isNumber) put(from, to, table);
    }
  }
  return { text: units.join(""), repaired };
}

/** Pieces without a digit at either end are words ("lo 0912…"), and a piece that is followed by more letters ends the stretch. */
function stretches(written: string): [number, number][] {
  const pieces = [...written.matchAll(/[0-9A-Za-z]+/g)].map((piece) => ({
    from: piece.index,
    to: piece.index + piece[0].length,
    hasDigit: /\d/.test(piece[0]),
    isZeros: /^[0Oo]+$/.test(piece[0]),
  }));
  const isNumberLike = (piece: (typeof pieces)[number]) =>
    piece.hasDigit || piece.isZeros || piece.to - piece.from === 1 || isPartOfDay(written, piece);
  const found: [number, number][] = [];
  for (let first = 0; first < pieces.length;) {
    if (!isNumberLike(pieces[first]!)) {
      first += 1;
      continue;
    }
    let last = first;
    while (last + 1 < pieces.length && isNumberLike(pieces[last + 1]!)) last += 1;
    found.push([pieces[first]!.from, pieces[last]!.to]);
    first = last + 1;
  }
  return found;
}

/** "l2/lO/2O26": two letters between slashes or colons are a month or a minute. */
const isPartOfDay = (written: string, { from, to }: { from: number; to: number }) =>
  to - from === 2 &&
  /[/:]/.test(written.charAt(from - 1) + written.charAt(to)) &&
  !/[SBZ]/.test(written.slice(from, to));

/** A day and a time stand side by side: each part of a stretch between blanks is looked at by itself too. */
function parts(written: string, [from, to]: readonly [number, number]): [number, number][] {
  const text = written.slice(from, to);
  if (!text.includes(" ")) return [];
  return [...text.matchAll(/[^ ]+/g)].map((part) => [from + part.index, from + part.index + part[0].length]);
}

const countDigits = (text: string) => text.replace(/\D/g, "").length;
const isLeftFree = (units: readonly string[], from: number) =>
  from === 0 || !/[a-z0-9]/.test(units[from - 1]!);
const isFree = (units: readonly string[], from: number, to: number) =>
  isLeftFree(units, from) && !/^[a-z0-9]/.test(units[to] ?? "");
