import type { Cue } from "./context-words";
import type { BankMention, Page } from "./page";
import type { Cell, Column } from "./sheets";

/** A word that says what a number is, and how much stands between (0 beside it, about 1 for each strange word). */
export interface Label {
  readonly cue: Cue;
  readonly cost: number;
  readonly issuer: string | null;
}

/** What stands around a number. */
export interface Surroundings {
  readonly before: Label | undefined;
  readonly after: Label | undefined;
  readonly bankBefore: { readonly mention: BankMention; readonly cost: number } | undefined;
  readonly bankAfter: { readonly mention: BankMention; readonly cost: number } | undefined;
  /** "vào", "đến", "->" right before. */
  readonly isTarget: boolean;
  /** "từ" right before. */
  readonly isSource: boolean;
  readonly hasHolder: boolean;
  readonly cell: Cell | undefined;
  readonly column: Column;
}

const labels = new Set<Cue>([
  "account",
  "phone",
  "wallet",
  "person",
  "reference",
  "other",
  "money",
  "balance",
  "fromAccount",
  "mineShort",
  "social",
]);
const cheap = new Set(
  "so la va hoac ngan hang nh cua nay sau gom co tai moi cu em minh nhan no nhu nguoi ten thu dang ky khac chinh ma cac nhe nha a ak ah day la: them".split(
    " ",
  ),
);
const connectors = new Set([
  ",",
  "/",
  "&",
  "+",
  "-",
  ";",
  "va",
  "hoac",
  "voi",
  "cung",
  "hay",
  "and",
  "or",
  "1",
  "2",
  "3",
]);
const far = 6;

/** What stands around tokens first…last; each side is looked at once, however many readings share it. */
export class Neighbourhood {
  readonly #left = new Map<number, Pick<Surroundings, "before" | "bankBefore" | "isTarget" | "isSource">>();
  readonly #right = new Map<number, Pick<Surroundings, "after" | "bankAfter" | "hasHolder">>();

  constructor(readonly page: Page) {}

  of(first: number, last: number): Surroundings {
    const { page } = this;
    let left = this.#left.get(first);
    if (left === undefined) {
      left = {
        before: labelBefore(page, first),
        bankBefore: bankBefore(page, first),
        isTarget: isTarget(page, first),
        isSource: isSource(page, first),
      };
      this.#left.set(first, left);
    }
    let right = this.#right.get(last);
    if (right === undefined) {
      right = {
        after: labelAfter(page, last),
        bankAfter: bankAfter(page, last),
        hasHolder: hasHolder(page, last),
      };
      this.#right.set(last, right);
    }
    const cell = page.cellOf[first];
    return { ...left, ...right, cell, column: cell?.holds ?? "unknown" };
  }
}

/** Walks left over names of banks, small words and earlier numbers of a list until a word says what the number is. */
export function labelBefore(page: Page, first: number, most = far): Label | undefined {
  const { tokens, cueOf, bankOf } = page;
  let cost = 0;
  let isList = true;
  let isLed = false;
  for (let at = first - 1; at >= 0 && cost <= most;) {
    const token = tokens[at]!;
    const cue = cueOf[at];
    const bank = bankOf[at];
    if (bank !== undefined) {
      if (bank.meaning.isWallet && cost <= 3) return { cue: "wallet", cost, issuer: bank.meaning.id };
      cost += 0.3;
      at = bank.first - 1;
    } else if (cue !== undefined && token.text === "tien" && tokens[at - 1]?.text === "nhan") {
      at = cue.first - 1; // "số tài khoản nhận tiền là …"
    } else if (cue !== undefined && isLed && (cue.meaning === "money" || cue.meaning === "balance")) {
      return undefined; // "số tiền 5tr vào 0123…": the money is what went in
    } else if (
      cue?.meaning === "other" &&
      tokens[cue.first - 1]?.text === "/" &&
      cueOf[cue.first - 2] !== undefined
    ) {
      at = cue.first - 2; // "CCCD/Hộ chiếu:" is whatever the first of them is
    } else if (cue !== undefined && labels.has(cue.meaning)) {
      return { cue: cue.meaning, cost, issuer: null };
    } else if (cue !== undefined) {
      if (cue.meaning !== "into") isList = false;
      if (cue.meaning === "into" || cue.meaning === "pay") isLed = true;
      cost += 0.6;
      at = cue.first - 1;
    } else if (token.kind === "break") {
      const isHeading =
        tokens[at - 1]?.text === ":" || cueOf[at - 1] !== undefined || bankOf[at - 1] !== undefined;
      if (token.text.length > 1 || !isHeading) return undefined;
      cost += 1.2;
      at -= 1;
    } else if (token.kind === "digits") {
      const run = numberEndingAt(page, at);
      if (run.digits >= 6 && !isList) return undefined;
      if (run.digits >= 6) cost += 1;
      else cost += 0.6;
      at = run.first - 1;
    } else if (token.kind === "mark") {
      if (token.text === "\t" || token.text === "|" || token.text === "!" || token.text === "?")
        return undefined;
      if (token.text === "." && (tokens[at + 1]?.gap ?? 0) > 0 && cueOf[at - 1] === undefined)
        return undefined;
      if (token.text === ";" && !isList) return undefined;
      cost += token.text === "," || token.text === ";" ? 0.8 : 0.1;
      at -= 1;
    } else {
      if (token.text === "toi" || token.text === "tu") isLed = true;
      if (!connectors.has(token.text) && !cheap.has(token.text)) isList = false;
      cost += cheap.has(token.text) || connectors.has(token.text) ? 0.3 : 1;
      at -= 1;
    }
  }
  return undefined;
}

function numberEndingAt({ tokens }: Page, last: number): { first: number; digits: number } {
  let first = last;
  let digits = tokens[last]!.text.length;
  while (first >= 2 && digits < 20) {
    const [between, before] = [tokens[first - 1]!, tokens[first - 2]!];
    if (between.kind === "digits") {
      digits += between.text.length;
      first -= 1;
    } else if (before.kind === "digits" && /^[.-]$/.test(between.text)) {
      digits += before.text.length;
      first -= 2;
    } else break;
  }
  return { first, digits };
}

/** "0912345678 (zalo)", "… là số điện thoại của …": only the next few tokens of the same line. */
function labelAfter({ tokens, cueOf, bankOf }: Page, last: number): Label | undefined {
  let cost = 0;
  for (let at = last + 1; at < tokens.length && cost <= 1; at += 1) {
    const cue = cueOf[at];
    if (bankOf[at] !== undefined) return undefined;
    if (cue !== undefined)
      return labels.has(cue.meaning) ? { cue: cue.meaning, cost, issuer: null } : undefined;
    const { kind, text } = tokens[at]!;
    if (kind === "break" || kind === "digits" || /^[,.;:\t|]$/.test(text)) return undefined;
    cost += text === "(" || text === "la" || text === "-" ? 0.2 : 1;
  }
  return undefined;
}

const soft = new Set([
  "-",
  "(",
  ")",
  ":",
  "[",
  "]",
  "tai",
  "o",
  "cua",
  "thuoc",
  "ngan",
  "hang",
  "nh",
  "bank",
  "mo",
  "so",
  "la",
  "tk",
  "stk",
  "ben",
  "ten",
  "ctk",
  "/",
  "*",
  "–",
  "qua",
  "nhan",
  "chu",
]);

const ofAccounts = new Set<string>(["account", "fromAccount", "mineShort"]);

/** "được mở tại phòng giao dịch Hoàng Mai của Ngân hàng …": where an account was opened. */
const branch = new Set(
  "duoc phong giao dich chi nhanh cn pgd tp quan huyen tinh thanh pho mang dung chinh".split(" "),
);

function step(page: Page, at: number, isUpper: boolean): number {
  const { kind, text } = page.tokens[at]!;
  if (kind === "break") return text.length > 1 ? 6 : 1.6;
  if (kind === "digits") return text.length >= 6 ? 4.5 : text.length >= 3 ? 1 : 0.6;
  if (soft.has(text)) return 0.25;
  if (branch.has(text)) return 0.3;
  if (text === ",") return 1;
  if (text === ";" || text === "|" || text === "\t") return 2.5;
  if (text === ".") return (page.tokens[at + 1]?.gap ?? 0) > 0 ? 3 : 0.3;
  if (kind === "mark") return 0.5;
  if (ofAccounts.has(page.cueOf[at]?.meaning ?? "")) return 0.15;
  return isUpper ? 0.4 : isCapital(page, at) ? 0.6 : 1;
}

/** The price of every step of the way from a number to a bank's name; the way ends when it is too far. */
export function bankBefore(page: Page, first: number, most = 6.5) {
  let cost = 0;
  for (let at = first - 1; at >= 0; at -= 1) {
    const mention = page.bankOf[at];
    if (mention !== undefined) return { mention, cost: cost + doubt(mention, cost) };
    cost += step(page, at, isUpper(page, at));
    if (cost > most) return undefined;
  }
  return undefined;
}

export function bankAfter(page: Page, last: number, most = 6.5) {
  let cost = 0;
  for (let at = last + 1; at < page.tokens.length; at += 1) {
    const mention = page.bankOf[at];
    if (mention !== undefined) {
      const isOfNext = cost >= 0.9 && leadsOn(page, mention.last);
      return { mention, cost: cost + doubt(mention, cost) + (isOfNext ? 1.5 : 0) };
    }
    cost += step(page, at, isUpper(page, at));
    if (cost > most) return undefined;
  }
  return undefined;
}

/** "…, ngân hàng TCB stk 6868…": the name begins what comes next. */
function leadsOn({ tokens, cueOf }: Page, last: number): boolean {
  for (let at = last + 1; at <= last + 3 && at < tokens.length; at += 1) {
    if (cueOf[at]?.meaning === "account") return true;
    if (tokens[at]!.kind === "digits") return tokens[at]!.text.length >= 4;
    if (!/^[:-]$/.test(tokens[at]!.text) && tokens[at]!.text !== "so") return false;
  }
  return false;
}

/** A bank that somebody only claimed to be, or two letters that stand apart, say little. */
const doubt = (mention: BankMention, cost: number) =>
  (mention.isTold ? 4 : 0) + (mention.isSure || cost < 0.6 ? 0 : 3);

/** Holders' names are written in capitals: they stand between a number and its bank without parting them. */
export function isUpper({ reading, tokens }: Page, at: number): boolean {
  const { kind, start, end } = tokens[at]!;
  const written = reading.plain.slice(start, end);
  return kind === "word" && written === written.toUpperCase() && written !== written.toLowerCase();
}

const isCapital = ({ reading, tokens }: Page, at: number) =>
  /^\p{Lu}/u.test(reading.plain.slice(tokens[at]!.start, tokens[at]!.end));

/** "toi" is "tới" before a number or an account, and "tôi" everywhere else. */
function isTarget(page: Page, first: number): boolean {
  const { tokens, cueOf, bankOf } = page;
  for (let at = first - 1, steps = 0; at >= 0 && steps < 4; at -= 1, steps += 1) {
    const meaning = cueOf[at]?.meaning;
    if (meaning === "into") return true;
    if (tokens[at]!.text === "toi")
      return page.reading.plain.slice(tokens[at]!.start, tokens[at]!.end) !== "tôi";
    if (
      meaning !== "account" &&
      bankOf[at] === undefined &&
      !/^(?:so|:|la|ngan|hang|nh)$/.test(tokens[at]!.text)
    )
      return false;
  }
  return false;
}

function isSource({ reading, tokens }: Page, first: number): boolean {
  const before = tokens[first - 1];
  return before?.text === "tu" && /^t[ừu]$/i.test(reading.plain.slice(before.start, before.end));
}

function hasHolder(page: Page, last: number): boolean {
  let capitals = 0;
  for (let at = last + 1; at < page.tokens.length && at < last + 9; at += 1) {
    const { kind, text } = page.tokens[at]!;
    if (page.bankOf[at] !== undefined) continue;
    if (/^(?:ctk|chu|ten|mang)$/.test(text)) return true;
    if (kind === "word" && isUpper(page, at)) capitals += 1;
    else if (kind === "word" || kind === "digits") break;
    if (capitals >= 2) return true;
  }
  return false;
}
