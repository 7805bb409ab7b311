import { isCurrency } from "./amount-units";
import { bankAccount } from "@/lib/targets/kinds/bank-account";
import { bankOfBin, hasUsualLength } from "./bank-names";
import type { Candidate } from "./candidates";
import type { NumberSpan } from "./number-chains";
import type { Page } from "./page";
import { isCitizenNumber } from "./person-ids";
import { isMobile, policeLine } from "./phones";
import type { Label } from "./labels";
import type { Surroundings } from "./surroundings";
import type { FoundFlag } from "./types";

/** How likely a number of so many digits is an account before anything around it is read. Most banks give 9 to 15. */
const byLength: Record<number, number> = {
  6: -3.6,
  7: -3.2,
  8: -2.4,
  15: -1.1,
  16: -1.3,
  17: -2.4,
  18: -2.4,
  19: -2.2,
};

/** What a label of another kind takes away. */
const against: Partial<Record<Label["cue"], number>> = {
  phone: -4.5,
  person: -7,
  reference: -7,
  other: -7,
  social: -6,
  balance: -6,
  money: -3,
};

/** A bank account: digits with their leading zeros. Labels and banks beside it speak for it, the shape of a phone against. */
export function account(span: NumberSpan, around: Surroundings, page: Page): Candidate | undefined {
  const { digits } = span;
  if (span.hasPlus || /^0+$/.test(digits)) return undefined;
  const read = bankAccount.normalise(digits);
  if (!read.ok) return undefined;
  const bank = near(around);
  const isColumn = around.column === "account" || around.column === "fromAccount";
  if (around.column !== "unknown" && !isColumn) return undefined;
  const cue = around.before?.cue;
  const isLabelled =
    isColumn ||
    cue === "account" ||
    cue === "fromAccount" ||
    cue === "mineShort" ||
    around.before?.isOfAccount === true;

  let score = (byLength[digits.length] ?? -1) - span.joinCost;
  if (isColumn) score += 5;
  else if (isLabelled) score += (around.before!.isClosed ? 2.4 : 4.6) - around.before!.cost * 0.3;
  else if (cue !== undefined) score += againstOf(cue, digits) + around.before!.cost * 0.4;
  if (!isLabelled && around.after?.cue === "account") score += 3;
  if (!isLabelled && around.after !== undefined) score += (against[around.after.cue] ?? 0) * 0.7;
  if (bank !== undefined && !bank.mention.meaning.isWallet) {
    score += bank.cost <= 1.3 ? 3.4 : bank.cost <= 3 ? 2.2 : 0.6;
    if (hasUsualLength(bank.mention.meaning.id, digits)) score += 0.7;
  }
  if (around.isTarget || around.isSource) score += 1.3;
  if (around.hasHolder) score += 1;
  if (page.speaksOfAccounts) score += 0.6;
  const card =
    digits.startsWith("9704") && [16, 19].includes(digits.length) ? bankOfBin(digits.slice(0, 6)) : null;
  if (card !== null) score += 3.5;
  if (isMobile(digits)) score -= 2.4;
  if (policeLine.test(digits)) score -= 4;
  if (!isLabelled && bank === undefined && isCitizenNumber(digits)) score -= 0.8;
  if (!isLabelled && /^[1-9]\d*0{5}$/.test(digits) && digits.length < 12) score -= 3;
  if (!isLabelled && /^(?:19|20)\d{6}$/.test(digits)) score -= 1.5;
  if (isCurrency(page.tokens[span.last + 1]?.text ?? "")) score -= 6;
  if (isGroupedAmount(page, span)) {
    const isSaid =
      (isLabelled && (around.before?.cost ?? 0) < 0.8) ||
      (around.bankAfter !== undefined && around.bankAfter.cost <= 1.3);
    score -= isSaid ? 1 : 4;
  }

  const flags: FoundFlag[] = [];
  if (span.isJoined) flags.push("joined");
  if (page.reading.isRepaired(span.start, span.end)) flags.push("repaired");
  return {
    kind: "bank_account",
    value: read.value,
    bank: card,
    start: span.start,
    end: span.end,
    score,
    flags,
  };
}

/** Twelve digits and more are no phone, whatever "ĐT" before them means. */
function againstOf(cue: Label["cue"], digits: string): number {
  return cue === "phone" && digits.length >= 12 ? -1 : (against[cue] ?? 0);
}

function near({ bankBefore, bankAfter }: Surroundings) {
  if (bankBefore === undefined || bankAfter === undefined) return bankBefore ?? bankAfter;
  return bankAfter.cost <= bankBefore.cost ? bankAfter : bankBefore;
}

/** "1.234.567.000": three by three from the right is how money is written. */
export function isGroupedAmount({ reading }: Page, { start, end }: NumberSpan): boolean {
  return /^[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})*$/.test(reading.text.slice(start, end));
}
