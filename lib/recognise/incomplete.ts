import type { Candidate } from "./candidates";
import type { NumberSpan } from "./number-chains";
import type { Page } from "./page";
import type { Surroundings } from "./surroundings";
import type { FoundKind } from "./types";

/**
 * A number that the text calls a phone but that lacks a digit or two ("sđt 0912 345 67"): nobody can be asked about it, and the
 * reader should see that it was read. Mobile numbers have ten digits since 2018, so eight or nine from 03, 05, 07, 08 or 09 lack some.
 */
export function shortPhone(span: NumberSpan, around: Surroundings): Candidate | undefined {
  if (span.hasPlus || !/^0[35789]\d{6,7}$/.test(span.digits)) return undefined;
  const isColumn = around.column === "phone";
  if (around.column !== "unknown" && !isColumn) return undefined;
  const label = around.before?.cue === "phone" ? around.before : undefined;
  if (!isColumn && (label === undefined || label.cost > 1.5)) return undefined;
  return incomplete("phone_number", span.digits, span.start, span.end, 1.2 - span.joinCost);
}

const masked = /(?<![\p{L}\d*•])\d{2,12}[*x•]{2,12}\d{2,6}(?![\p{L}\d*•])/giu;

/** "0123***789 VIB", "TK 9704xxxx1122": an account of which the text shows only the ends. Needs the word for one or a bank beside it. */
export function maskedAccounts(page: Page): Candidate[] {
  const { tokens, cueOf, bankOf, reading } = page;
  return [...reading.text.matchAll(masked)].flatMap(({ 0: written, index }) => {
    const first = page.tokenAt(index);
    const last = page.tokenAt(index + written.length - 1);
    let isAccount = false;
    for (let at = Math.max(0, first - 5); at <= last + 3 && at < tokens.length; at += 1)
      if (cueOf[at]?.meaning === "account" || bankOf[at]?.meaning.isWallet === false) isAccount = true;
    return isAccount ? [incomplete("bank_account", written, index, index + written.length, 1.2)] : [];
  });
}

const incomplete = (
  kind: FoundKind,
  value: string,
  start: number,
  end: number,
  score: number,
): Candidate => ({ kind, value, bank: null, start, end, score, flags: [], isIncomplete: true });
