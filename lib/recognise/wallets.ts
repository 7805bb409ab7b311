import { eWallet } from "@/lib/targets/kinds/e-wallet";
import type { Candidate } from "./candidates";
import { isUpper } from "./capitals";
import type { NumberSpan } from "./number-chains";
import type { Page } from "./page";
import { isMobile } from "./phones";
import type { Surroundings } from "./surroundings";
import type { FoundFlag } from "./types";

/** A wallet is kept under a mobile number; the issuer named beside it makes the number a wallet and not a phone. */
export function wallet(span: NumberSpan, around: Surroundings, page: Page): Candidate | undefined {
  if (around.column !== "unknown" && around.column !== "wallet" && around.column !== "account")
    return undefined;
  const national = span.digits.replace(/^84(?=[35789]\d{8}$)/, "0");
  if (!isMobile(national)) return undefined;
  const read = eWallet.normalise(national);
  if (!read.ok) return undefined;
  const issuer =
    issuerOf(around) ??
    senderOf(page, span, around) ??
    paidThrough(page, span, around) ??
    screenOf(page, span, around);
  if (issuer === undefined) return undefined;
  const flags: FoundFlag[] = [];
  if (span.isJoined) flags.push("joined");
  if (page.reading.isRepaired(span.start, span.end)) flags.push("repaired");
  const score = 7.2 - issuer.cost * 1.2 - span.joinCost;
  return {
    kind: "e_wallet",
    value: read.value,
    bank: issuer.id,
    start: span.start,
    end: span.end,
    score,
    flags,
  };
}

/** "ViettelPay: … đã chuyển … đến số 0987…": the wallet's own message. */
function senderOf(page: Page, { first }: NumberSpan, { isTarget, before }: Surroundings) {
  const { tokens, bankOf } = page;
  const isSubscriber = before?.cue === "phone" && tokens[first - 1]?.text === "bao"; // "den thue bao 0327…"
  if ((!isTarget && !isTargetNamed(page, first) && !isSubscriber) || (before !== undefined && !isSubscriber))
    return undefined;
  for (let at = first - 1; at >= 0 && first - at < 30 && tokens[at]!.kind !== "break"; at -= 1) {
    const mention = bankOf[at];
    if (mention?.meaning.isWallet && tokens[mention.last + 1]?.text === ":")
      return { id: mention.meaning.id, cost: isSubscriber ? 0.3 : 1.5 };
  }
  return undefined;
}

/** "chuyển MoMo 450.000đ cho 0789…", "nạp qua ZaloPay cho số 09…": the wallet that the payment went through. */
function paidThrough(
  { tokens, cueOf, bankOf }: Page,
  { first }: NumberSpan,
  { isTarget, before }: Surroundings,
) {
  if (!isTarget || before !== undefined) return undefined;
  for (let at = first - 1; at >= 1 && first - at <= 12; at -= 1) {
    const { kind, text } = tokens[at]!;
    if (kind === "break" || /^[.;!?]$/.test(text) || (kind === "digits" && text.length >= 8)) {
      const isThousands = text === "." && tokens[at + 1]?.gap === 0;
      if (!isThousands) return undefined;
    }
    const mention = bankOf[at];
    if (mention === undefined) continue;
    const verb = cueOf[mention.first - 1]?.meaning ?? cueOf[mention.first - 2]?.meaning;
    const isThrough = verb === "pay" || /^(?:qua|bang)$/.test(tokens[mention.first - 1]?.text ?? "");
    return mention.meaning.isWallet && isThrough ? { id: mention.meaning.id, cost: 1 } : undefined;
  }
  return undefined;
}

/** "… đến NGUYEN BAO CHAU - 0799…": the receiver's name first. */
function isTargetNamed(page: Page, first: number): boolean {
  const { tokens, cueOf } = page;
  let capitals = 0;
  for (let at = first - 1; at >= 0 && first - at <= 9; at -= 1) {
    const { kind, text } = tokens[at]!;
    if (cueOf[at]?.meaning === "into" || text === "toi" || text === "nhan") return capitals >= 2;
    if (kind === "word" && isUpper(page, at)) capitals += 1;
    else if (!/^[-:(,]$/.test(text)) return false;
  }
  return false;
}

/** A wallet's own screen, copied: its name alone on the first line, the number alone on a later one. */
function screenOf({ tokens, bankOf }: Page, { first, last }: NumberSpan, { before }: Surroundings) {
  if ((before !== undefined && before.cue !== "phone") || (tokens[last + 1] ?? lineEnd).kind !== "break")
    return undefined;
  if (tokens[first - 1]?.kind !== "break") return undefined;
  let head = first - 1;
  for (let at = first - 1; at >= 0 && first - at <= 40; at -= 1) {
    if (tokens[at]!.kind === "break" && tokens[at]!.text.length > 1) break;
    head = at;
  }
  const mention = bankOf[head];
  const isAlone = mention?.meaning.isWallet && tokens[mention.last + 1]?.kind === "break";
  return isAlone ? { id: mention.meaning.id, cost: before === undefined ? 1.5 : 0.3 } : undefined;
}
const lineEnd = { kind: "break" } as const;

function issuerOf({ before, after, bankBefore, bankAfter, column }: Surroundings) {
  const isPhone = before?.cue === "phone";
  const following = bankAfter?.mention.meaning.isWallet ? bankAfter : undefined;
  if (following !== undefined && following.cost <= (isPhone ? 0.6 : 1.5))
    return { id: following.mention.meaning.id, cost: following.cost };
  if (before?.cue === "wallet")
    return { id: before.issuer ?? following?.mention.meaning.id ?? null, cost: before.cost };
  const preceding = bankBefore?.mention.meaning.isWallet ? bankBefore : undefined;
  if (preceding !== undefined && preceding.cost <= 1.2)
    return { id: preceding.mention.meaning.id, cost: preceding.cost };
  if (after?.cue === "wallet" && !isPhone) return { id: null, cost: after.cost + 1 };
  if (column === "wallet") return { id: following?.mention.meaning.id ?? null, cost: 0 };
  return undefined;
}
