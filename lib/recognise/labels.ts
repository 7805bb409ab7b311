import type { Cue } from "./context-words";
import type { Page } from "./page";

/** A word that says what a number is, and how much stands between (0 beside it, about 1 for each strange word). */
export interface Label {
  readonly cue: Cue;
  readonly cost: number;
  readonly issuer: string | null;
  /** Another number stands between: the word belongs to that one first. */
  readonly isShared?: true;
  /** That number has its bank already: "stk 0011… MB / 0943 22 11 00". */
  readonly isClosed?: true;
  /** "số dư TK VCB 1027…": the balance of the account that is named next. */
  readonly isOfAccount?: true;
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

/** Walks left over names of banks, small words and earlier numbers of a list until a word says what the number is. */
export function labelBefore(page: Page, first: number, most = far): Label | undefined {
  const { tokens, cueOf, bankOf } = page;
  let cost = 0;
  let isList = true;
  let isLed = false;
  let isShared = false;
  let hasBank = false;
  let isClosed = false;
  for (let at = first - 1; at >= 0 && cost <= most;) {
    const token = tokens[at]!;
    const cue = cueOf[at];
    const bank = bankOf[at];
    if (bank !== undefined) {
      if (bank.meaning.isWallet && cost <= 3) return { cue: "wallet", cost, issuer: bank.meaning.id };
      if (tokens[bank.first - 1]?.text === "(") isLed = true; // "-4,400,000VND (MB; 0704…; LE VAN CANH)"
      hasBank = true;
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
    } else if (cue?.meaning === "phone" && isAccountToo(page, cue.first)) {
      return { cue: "account", cost, issuer: null };
    } else if (cue !== undefined && labels.has(cue.meaning)) {
      const isOfAccount = cue.meaning === "balance" && /^(?:tk|khoan)$/.test(tokens[cue.last]!.text);
      return {
        cue: cue.meaning,
        cost,
        issuer: null,
        ...(isShared && { isShared }),
        ...(isClosed && { isClosed }),
        ...(isOfAccount && { isOfAccount }),
      };
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
      if (run.digits >= 8) isShared = true;
      if (run.digits >= 8 && hasBank) isClosed = true;
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

/** "số tài khoản chính là số điện thoại 09…": an account whose number is a phone's. */
function isAccountToo({ tokens, cueOf }: Page, first: number): boolean {
  let isSame = false;
  for (let at = first - 1; at >= 0 && first - at <= 6; at -= 1) {
    const meaning = cueOf[at]?.meaning;
    if (meaning === "account" || meaning === "fromAccount" || meaning === "mineShort") return isSame;
    if (/^(?:la|trung|giong|=)$/.test(tokens[at]!.text)) isSame = true;
    else if (tokens[at]!.kind !== "word" || /^(?:va|voi|hoac|hay)$/.test(tokens[at]!.text)) return false;
  }
  return false;
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
export function labelAfter({ tokens, cueOf, bankOf }: Page, last: number): Label | undefined {
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
