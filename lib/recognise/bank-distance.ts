import { isCapital, isUpper } from "./capitals";
import type { BankMention, Page } from "./page";

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
    // "0011 2233 44001 MB / 0943 22 11 00": a name right after another number is that one's.
    const owner = page.tokens[mention === undefined ? -1 : mention.first - 1];
    const isTaken = owner?.kind === "digits" && at < first - 1 && endsLongNumber(page, mention!.first - 1);
    if (mention !== undefined)
      return {
        mention,
        cost:
          (isTaken ? 1.6 : 0) +
          cost +
          doubt(mention, first - at === 2 && isOpened(page, mention.first) ? 0 : cost),
      };
    cost += step(page, at, isUpper(page, at));
    if (cost > most) return undefined;
  }
  return undefined;
}

function endsLongNumber({ tokens }: Page, last: number): boolean {
  let digits = 0;
  for (let at = last; at >= 0 && digits < 8; at -= 1) {
    if (tokens[at]!.kind === "digits") digits += tokens[at]!.text.length;
    else if (!/^[.-]$/.test(tokens[at]!.text)) break;
  }
  return digits >= 8;
}

/** "(MB; 0704…; LE VAN CANH)": a name right after a bracket speaks of what follows. */
const isOpened = ({ tokens }: Page, first: number) => tokens[first - 1]?.text === "(";

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
