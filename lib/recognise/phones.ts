import { phoneNumber } from "@/lib/targets/kinds/phone-number";
import type { Candidate } from "./candidates";
import type { NumberSpan } from "./number-chains";
import type { Page } from "./page";
import type { Label } from "./labels";
import type { Surroundings } from "./surroundings";
import type { FoundFlag } from "./types";

/** Ten digits from 03, 05, 07, 08 or 09: the numbering plan of mobile phones since 2018. */
export const isMobile = (digits: string): boolean => /^0[35789]\d{8}$/.test(digits);

/** The network of police and army (069): ten digits, known to news and warnings, not to the numbering plan of subscribers. */
export const policeLine = /^069\d{7}$/;

const against: Partial<Record<Label["cue"], number>> = {
  account: -5,
  fromAccount: -5,
  mineShort: -5,
  wallet: -4,
  person: -7,
  reference: -7,
  other: -6,
  money: -1.5,
  balance: -4,
};

/** A score whose chance stays below `certainFrom`. */
const doubtful = 1.2;

/** A phone number in national form, a toll number as dialled, a foreign one with its plus sign. Short codes (113, 9123) are no targets. */
export function phone(span: NumberSpan, around: Surroundings, page: Page): Candidate | undefined {
  if (around.column !== "unknown" && around.column !== "phone") return undefined;
  const { digits, hasPlus } = span;
  const label = around.before;
  const isPolice = policeLine.test(digits) && !hasPlus;
  const read = isPolice
    ? { ok: true as const, value: digits }
    : phoneNumber.normalise(hasPlus ? `+${digits}` : digits);
  if (!read.ok) return undefined;
  const isLabelled = around.column === "phone" || label?.cue === "phone" || around.after?.cue === "phone";
  const shape = shapeOf(digits, hasPlus, read.value);
  if (shape === "bare" && !isLabelled) return undefined;
  let score = { mobile: 2.6, country: 1.2, landline: 1, service: 0.4, foreign: 3.5, abroad: -1.5, bare: -1 }[
    shape
  ];
  score -= span.joinCost;
  if (around.column === "phone") score += 4;
  else if (label?.cue === "phone") score += 3.2 - label.cost * 0.3;
  else if (label !== undefined)
    score += (against[label.cue] ?? 0) * (label.isClosed ? 0.4 : 1) + label.cost * 0.4;
  if (around.after?.cue === "phone") score += 1.8;
  else if (around.after !== undefined && label?.cue !== "phone")
    score += (against[around.after.cue] ?? 0) * 0.7;
  if (label?.cue !== "phone" && !hasPlus) {
    // "đến 0909… NGUYEN THI LAN TAI MBBANK", "(MB; 0704…; LE VAN CANH)": a holder stands between, or closes the account.
    const held = around.hasHolder ? 1.5 : 0;
    const [before, after] = [around.bankBefore?.cost ?? 99, around.bankAfter?.cost ?? 99];
    if (after <= 1.3 + held || (around.hasHolder && before <= 2.9)) score -= 2.6;
    else if (before <= 0.8) score -= 2;
  }
  // Nothing calls it a phone, and money goes there or a bank stands near: it may be an account or a wallet, so somebody looks.
  if (
    !isLabelled &&
    !hasPlus &&
    (around.isTarget || around.bankAfter !== undefined || around.bankBefore !== undefined)
  )
    score = Math.min(score, doubtful);
  const flags: FoundFlag[] = [];
  if (span.isJoined) flags.push("joined");
  if (page.reading.isRepaired(span.start, span.end)) flags.push("repaired");
  return {
    kind: "phone_number",
    value: read.value,
    bank: null,
    start: span.start,
    end: span.end,
    score,
    flags,
  };
}

function shapeOf(digits: string, hasPlus: boolean, value: string) {
  if (value.startsWith("+")) return hasPlus ? "foreign" : "abroad";
  if (hasPlus) return "mobile";
  if (isMobile(digits)) return "mobile";
  if (/^1[89]00/.test(digits)) return "service";
  if (/^02/.test(digits)) return "landline";
  return digits.startsWith("84") || digits.startsWith("0084") ? "country" : "bare";
}
