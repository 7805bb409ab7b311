import type { Entity } from "./entities";
import type { BankMention, Page } from "./page";

/** "STK 2288…. Chủ tài khoản là … . Ngân hàng HDBank.": a name that begins a sentence or line of its own and is nobody else's. */
export function namedNext(
  { tokens, bankOf }: Page,
  { last }: Entity,
  users: ReadonlySet<BankMention>,
): string | null {
  for (let at = last + 1; at < tokens.length && at - last <= 60; at += 1) {
    const { kind, text } = tokens[at]!;
    if ((kind === "digits" && text.length >= 6) || (kind === "break" && text.length > 1)) return null;
    const mention = bankOf[at];
    if (mention === undefined) continue;
    return (isHeadOf(tokens, mention.first) || pointsBack(tokens, mention.last)) &&
      mention.isSure &&
      !mention.isTold &&
      !users.has(mention) &&
      !mention.meaning.isWallet
      ? mention.meaning.id
      : null;
  }
  return null;
}

/** "Về sau ngân hàng SeABank báo tài khoản này …". */
const pointsBack = (tokens: Page["tokens"], last: number): boolean =>
  tokens
    .slice(last + 1, last + 6)
    .some(
      ({ text }, at, next) =>
        /^(?:khoan|tk|stk)$/.test(text) && /^(?:nay|do|tren)$/.test(next[at + 1]?.text ?? ""),
    );

const leading =
  /^(?:do|nay|ay|kia|la|thuoc|cua|ben|tk|stk|tai|khoan|so|mo|ngan|hang|nh|o|ten|:|-|\(|dung|em|ben)$/;

/** Does a sentence or a line begin with this name, or with "ngân hàng đó là", "tài khoản đó thuộc"? */
function isHeadOf(tokens: Page["tokens"], first: number): boolean {
  let at = first - 1;
  while (at >= 0 && first - at <= 8 && leading.test(tokens[at]!.text)) at -= 1;
  return at < 0 || tokens[at]!.kind === "break" || /^[.!?]$/.test(tokens[at]!.text);
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
      /^(?:[:\]|(-]|bao|thong|tb|sms|ott|quy)$/.test(next)
    )
      return isPaidTo && !isCredit && next !== "bao" ? null : mention.meaning.id;
    if (tokens[at]!.kind === "digits" && tokens[at]!.text.length >= 8) return null;
    if (cueOf[at]?.meaning === "into" || tokens[at]!.text === "toi") isPaidTo = true;
    if (tokens[at]!.text === "+") isCredit = true;
  }
  return isPaidTo ? null : signerOf(tokens, first);
}

/** Vietcombank's messages name no bank but end with its reference: "TK 0441… -19,900,000VND …. Ref MBVCB.1182…". */
function signerOf(tokens: Page["tokens"], first: number): string | null {
  for (let at = first + 1; at < tokens.length && at - first < 45 && tokens[at]!.kind !== "break"; at += 1)
    if (/^(?:mbvcb|ibvcb)$/.test(tokens[at]!.text)) return "vietcombank";
  return null;
}

/** "Bank: MB Bank; Beneficiary: …; Account: …": the one bank of a form that has its own label and no account yet. */
export function labelledBank({ tokens, banks }: Page, users: ReadonlySet<BankMention>): string | null {
  const free = banks.filter((mention) => {
    if (users.has(mention) || mention.isTold || !mention.isSure || mention.meaning.isWallet) return false;
    let at = mention.first;
    while (at <= mention.last && !/^[:=]$/.test(tokens[at]!.text)) at += 1;
    const colon = at <= mention.last ? at : mention.first - 1;
    if (!/^[:=]$/.test(tokens[colon]?.text ?? "")) return false;
    const label = tokens[colon - 1]?.text ?? "";
    return /^(?:bank|hang|nh|name|huong|nhan|at)$/.test(label);
  });
  return free.length === 1 ? free[0]!.meaning.id : null;
}

/** The bank whose name alone is the first line of the text. */
export function headingBank({ tokens, bankOf }: Page): string | null {
  const mention = bankOf[0];
  if (mention === undefined || mention.first !== 0 || !mention.isSure || mention.meaning.isWallet)
    return null;
  for (let at = mention.last + 1; at < tokens.length && tokens[at]!.kind !== "break"; at += 1)
    if (
      tokens[at]!.kind === "digits" ||
      !/^(?:viet|nam|vn|-|cn|chi|nhanh|digibank|mobile|app)$/.test(tokens[at]!.text)
    )
      return null;
  return tokens[mention.last + 1] === undefined ? null : mention.meaning.id;
}
