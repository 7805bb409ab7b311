import type { Entity } from "./entities";
import type { BankMention, Page } from "./page";

/** "STK 2288…. Chủ tài khoản là … . Ngân hàng HDBank.": a name that begins a sentence or line of its own and is nobody else's. */
export function namedNext(
  { tokens, bankOf }: Page,
  { last }: Entity,
  users: ReadonlySet<BankMention>,
): string | null {
  for (let at = last + 1; at < tokens.length && at - last <= 25; at += 1) {
    const { kind, text } = tokens[at]!;
    if ((kind === "digits" && text.length >= 6) || (kind === "break" && text.length > 1)) return null;
    const mention = bankOf[at];
    if (mention === undefined) continue;
    const before = tokens[mention.first - 1];
    const isHead = before?.kind === "break" || before?.text === ".";
    return isHead && mention.isSure && !mention.isTold && !users.has(mention) && !mention.meaning.isWallet
      ? mention.meaning.id
      : null;
  }
  return null;
}

/** "VietinBank: … TK: 1038…", "[MB] …", "Vietcombank báo có …": a message names its sender first, and its first account is there. */
export function senderOf({ tokens, bankOf, cueOf }: Page, { first }: Entity): string | null {
  let isPaidTo = false;
  let isCredit = false;
  for (let at = first - 1; at >= 0 && first - at < 40 && tokens[at]!.kind !== "break"; at -= 1) {
    const mention = bankOf[at];
    const next = tokens[(mention?.last ?? at) + 1]?.text ?? "";
    if (
      mention !== undefined &&
      !mention.meaning.isWallet &&
      /^(?:[:\]|(-]|bao|thong|tb|sms|ott)$/.test(next)
    )
      return isPaidTo && !isCredit && next !== "bao" ? null : mention.meaning.id;
    if (tokens[at]!.kind === "digits" && tokens[at]!.text.length >= 8) return null;
    if (cueOf[at]?.meaning === "into" || tokens[at]!.text === "toi") isPaidTo = true;
    if (tokens[at]!.text === "+") isCredit = true;
  }
  return null;
}
