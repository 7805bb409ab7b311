import { unitAt } from "./amount-units";
import { isCurrency } from "./amount-units";
import type { Page } from "./page";

const ones: Record<string, number> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
/** In an accented text the accents decide: "năm" is five, "Nam" a country. */
const spelt: Record<string, readonly string[]> = {
  khong: ["không"],
  mot: ["một", "mốt"],
  hai: ["hai"],
  ba: ["ba"],
  bon: ["bốn", "bổn", "bôn"],
  tu: ["tư"],
  nam: ["năm"],
  lam: ["lăm"],
  nham: ["nhăm"],
  sau: ["sáu"],
  bay: ["bảy", "bẩy"],
  tam: ["tám"],
  chin: ["chín"],
  muoi: ["mười", "mươi"],
  chuc: ["chục"],
  tram: ["trăm"],
  linh: ["linh"],
  le: ["lẻ"],
  ruoi: ["rưỡi", "rưởi"],
  nua: ["nửa"],
};

export interface WordAmount {
  /** VND. */
  readonly value: number;
  readonly last: number;
}

/**
 * Reads "hai trăm bảy mươi triệu", "một tỷ hai", "5 trăm nghìn", "triệu rưỡi", "nửa tỷ" from the token `first` on: groups under a
 * thousand, each before a unit, units falling. Undefined where no unit of money is reached or no word is a numeral.
 */
export function wordAmount(page: Page, first: number): WordAmount | undefined {
  const { tokens } = page;
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  let hasGroup = false;
  let hasNumeral = false;
  let unit = Number.POSITIVE_INFINITY;
  let after: "linh" | "muoi" | "tram" | undefined;
  let end = -1;
  let at = first;
  const take = () => {
    group += digit ?? 0;
    digit = undefined;
  };
  for (; at < tokens.length && at < first + 24; at += 1) {
    const word = numeral(page, at);
    const money = unitAt(page, at);
    const { kind, text } = tokens[at]!;
    if (kind === "digits" && text.length <= 3 && digit === undefined && group === 0 && !hasGroup) {
      digit = Number(text);
      hasGroup = true;
    } else if (word !== undefined && word in ones) {
      if (digit !== undefined) break;
      digit = ones[word];
      hasGroup = hasNumeral = true;
    } else if (word === "muoi" || word === "chuc") {
      if (digit === undefined && (hasGroup ? after !== "tram" : word === "chuc")) break;
      group += 10 * (digit ?? 1);
      digit = undefined;
      after = "muoi";
      hasGroup = hasNumeral = true;
    } else if (word === "tram") {
      if ((digit === undefined && at > first) || group >= 100) break;
      group += 100 * (digit ?? 1);
      hasGroup = true;
      digit = undefined;
      after = "tram";
      hasNumeral = true;
    } else if ((word === "linh" || word === "le") && hasGroup) {
      take();
      after = "linh";
    } else if (word === "ruoi" && (end === at - 1 || after !== undefined)) {
      if (end === at - 1) {
        total += unit / 2;
        end = at;
      } else {
        take();
        group += after === "tram" ? 50 : 5;
      }
      hasNumeral = true;
    } else if (word === "nua" && !hasGroup && end < 0) {
      group = 0.5;
      hasGroup = hasNumeral = true;
    } else if (money !== undefined) {
      if (!hasGroup && !(end < 0 && numeral(page, at + 1) === "ruoi")) break;
      if (money.per >= unit) break;
      total += (hasGroup ? group + (digit ?? 0) : 1) * money.per;
      unit = money.per;
      group = 0;
      digit = undefined;
      hasGroup = false;
      after = undefined;
      end = at;
    } else break;
  }
  if (end < 0) return undefined;
  const rest = group + (digit ?? 0);
  if (hasGroup && rest > 0 && end < at - 1 && isTail(page, end + 1, at, rest)) {
    // "một tỷ hai" is 1.2 tỷ, "một triệu hai trăm" 1.2 triệu, but "… nghìn hai trăm đồng" says its unit.
    const isSpoken = isCurrency(tokens[at]?.text ?? "");
    total += isSpoken ? rest : rest < 10 ? (rest * unit) / 10 : (rest * unit) / 1_000;
    end = at - 1;
  }
  const value = Math.round(total);
  return hasNumeral && value >= 1_000 && Number.isSafeInteger(value) ? { value, last: end } : undefined;
}

/** Words that may follow the whole amount; any other begins something else ("hai triệu ba tôi cho", "năm triệu sau đó"). */
const follows =
  /^(?:vao|vo|qua|cho|den|toi|roi|nha|nhe|a|ak|dong|vnd|d|chan|va|ck|chuyen|gui|tien|luc|hoi|hom|ngay|de|xong|tai|bang|lien|nua|phi|o|u|um|vang|thi)$/;

function isTail({ reading, tokens }: Page, from: number, to: number, rest: number): boolean {
  if (tokens.slice(from, to).some(({ kind }) => kind !== "word") || (rest >= 10 && rest < 100)) return false;
  // With accents these are numerals and nothing else.
  const written = reading.plain.slice(tokens[from]!.start, tokens[to - 1]!.end).toLowerCase();
  if (/^(?:mốt|tư|sáu|bảy|bẩy|tám|rưỡi)$/.test(written)) return true;
  const next = tokens[to];
  return next === undefined || next.kind === "break" || next.kind === "mark" || follows.test(next.text);
}

function numeral({ reading, tokens }: Page, at: number): string | undefined {
  const token = tokens[at];
  if (token?.kind !== "word" || !Object.hasOwn(spelt, token.text)) return undefined;
  if (!reading.isAccented) return token.text;
  const written = reading.plain.slice(token.start, token.end).toLowerCase();
  return spelt[token.text]!.includes(written) ? token.text : undefined;
}

/** May an amount in words begin here? */
export function startsWithNumeral(page: Page, at: number): boolean {
  const word = numeral(page, at);
  if (word === undefined) return unitAt(page, at) !== undefined && numeral(page, at + 1) === "ruoi";
  // "trăm hai mươi triệu" leaves the "một" out, as one says it in the South.
  if (word === "tram") {
    const next = numeral(page, at + 1);
    const before = page.tokens[at - 1];
    return (
      next !== undefined && next !== "nam" && before?.kind !== "digits" && numeral(page, at - 1) === undefined
    );
  }
  // "Bổn mươi bảy triệu": a scan damaged the first word, and what is left says less.
  if (word === "muoi" && page.reading.isAccented) {
    const { start, end } = page.tokens[at]!;
    if (page.reading.plain.slice(start, end).toLowerCase() === "mươi") return false;
  }
  return word in ones || word === "muoi" || word === "nua";
}
