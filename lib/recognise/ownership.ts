import { isUpper } from "./capitals";
import type { Entity } from "./entities";
import { isMistyped } from "./negation";
import type { Page } from "./page";

const small = new Set(
  "so : la ( ) - ngan hang nh tai mo , o cua ten va mang chu bank = tmcp ca nhan chinh my vietnam viet nam".split(
    " ",
  ),
);
const verbs = new Set(["pay", "into", "ask"]);

/**
 * Is the account the victim's own, the one that money left? Said by "từ tài khoản …", "tài khoản của tôi", "stk em là …", by a column
 * of senders, and by a bank's own message about a balance, whose first account is the customer's.
 */
export function isOwn(page: Page, entity: Entity): boolean {
  const column = page.cellOf[entity.first]?.holds;
  if (column === "fromAccount") return true;
  if (column === "account") return false;
  if (isDrained(page, entity.last)) return true;
  if (isTheirs(page, entity)) return false;
  if (page.tokens[entity.first - 1]?.text === "thanh" && isMistyped(page, entity.first - 1)) return false;
  return (
    isSaidBefore(page, entity.first) ||
    isSaidAfter(page, entity.last) ||
    isUnderSender(page, entity.first) ||
    isInBankMessage(page, entity)
  );
}

/** "TK 8000… của Công ty ABC bị ghi nợ", "bị rút": what is drained is the victim's. */
function isDrained({ tokens }: Page, last: number): boolean {
  for (let at = last + 1; at < tokens.length && at - last <= 10; at += 1) {
    const { kind, text } = tokens[at]!;
    if (kind === "break" || kind === "digits" || /^[.;,]$/.test(text)) return false;
    if (text === "bi" && /^(?:rut|tru|hack|ghi)$/.test(tokens[at + 1]?.text ?? "")) return true;
  }
  return false;
}

const senders =
  /^(?:(?:don vi|nguoi|ben|khach hang) (?:tra tien|tra|chuyen tien|chuyen|gui tien|gui|nop tien|nop)|tai khoan (?:nguon|trich no)|nguon|remitter|payer|sender|ordering customer|applicant)$/;
const receivers = new Set("huong nhan dich beneficiary receiver payee recipient".split(" "));

/** A form names the payer and then his account: "Đơn vị trả tiền: … Số TK: …", "Người gửi: …⏎ STK: …". */
function isUnderSender({ tokens, cueOf }: Page, first: number): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 24; at -= 1) {
    const { kind, text } = tokens[at]!;
    if ((kind === "digits" && text.length >= 8) || (kind === "break" && text.length > 1)) return false;
    if (kind === "word" && receivers.has(text)) return false;
    const isEnd = text === ":" || (kind === "break" && at < first - 1);
    if (!isEnd || cueOf[at - 1]?.meaning === "account") continue;
    for (let words = 1; words <= 4 && at - words >= 0; words += 1) {
      const head = at - words;
      if (tokens[head]!.kind !== "word") break;
      const before = tokens[head - 1];
      const isHead = before === undefined || before.kind !== "word";
      if (
        isHead &&
        senders.test(
          tokens
            .slice(head, at)
            .map((token) => token.text)
            .join(" "),
        )
      )
        return true;
    }
  }
  return false;
}

function isSaidBefore(page: Page, first: number): boolean {
  const { tokens, cueOf, bankOf, reading } = page;
  let strange = 0;
  for (let at = first - 1; at >= 0 && first - at <= 12 && strange <= 3;) {
    const cue = cueOf[at];
    const { kind, text, start, end } = tokens[at]!;
    if (cue?.meaning === "fromAccount") return !isReceived(page, cue.first) && !isCorrection(page, cue.first);
    if (cue?.meaning === "mineShort") return !verbs.has(cueOf[cue.last + 1]?.meaning ?? "");
    if (/^(?:dung|lay|bang|xai)$/.test(text) && strange <= 1 && paysFrom(page, first))
      return !isActedByThem(page, at);
    if (cue?.meaning === "mine") return strange <= 1 && isOfAccount(page, cue.first);
    if (cue !== undefined && verbs.has(cue.meaning)) return false;
    if (text === "from" && strange <= 1 && leadsElsewhere(page, first)) return true;
    if (text === "tu" && strange <= 1 && /^t(?:ừ|u)$/i.test(reading.plain.slice(start, end)))
      return (
        !isReceived(page, at) &&
        (cueOf[at + 1] !== undefined || bankOf[at + 1] !== undefined || leadsElsewhere(page, first))
      );
    if (bankOf[at] !== undefined) at = bankOf[at]!.first - 1;
    else if (cue !== undefined) at = cue.first - 1;
    else {
      if (kind === "break" && text.length > 1) return false;
      if ((text === "." && (tokens[at + 1]?.gap ?? 0) > 0) || text === ";" || kind === "digits") return false;
      if (!small.has(text)) strange += 1;
      at -= 1;
    }
  }
  return false;
}

/** "dùng tài khoản BIDV 2151… chuyển thêm 20tr": a verb of paying follows the number. */
function paysFrom({ tokens, cueOf, bankOf }: Page, first: number): boolean {
  for (let at = first + 1; at < tokens.length && at - first <= 14; at += 1) {
    if (bankOf[at] !== undefined || cueOf[at]?.meaning === "mine") continue;
    if (cueOf[at]?.meaning === "pay") return true;
    const { kind, text } = tokens[at]!;
    if (kind !== "digits" && !/^(?:[.,()-]|de|cua|em|toi|minh|da|roi)$/.test(text)) return false;
  }
  return false;
}

const them = /^(?:tuong|no|chung|han|ho|ke|bon|thang|nguoi|nhom|bi)$/;
const isActedByThem = ({ tokens }: Page, at: number) =>
  tokens.slice(Math.max(0, at - 4), at).some(({ text }) => them.test(text));

/** "từ 0123 (VCB) sang 0456": the money goes on. */
function leadsElsewhere({ tokens, cueOf }: Page, first: number): boolean {
  for (let at = first + 1; at < tokens.length && at < first + 14; at += 1)
    if (cueOf[at]?.meaning === "into" || tokens[at]!.text === "toi") return true;
  return false;
}

/** "nhận được 200k từ tài khoản …": the sender is somebody else. */
function isReceived({ tokens, cueOf }: Page, at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back <= 6; back -= 1) {
    if (tokens[back]!.kind === "break" || tokens[back]!.text === ".") return false;
    if (cueOf[back]?.meaning === "promise" || tokens[back]!.text === "nhan") return true;
    if (cueOf[back]?.meaning === "pay") return false;
  }
  return false;
}

const isCorrection = ({ tokens }: Page, at: number) => tokens[at - 1]?.text === "khong";

/** "của tôi" belongs to an account when one is named right before it. */
function isOfAccount({ tokens, cueOf, bankOf }: Page, first: number): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 5; at -= 1) {
    const meaning = cueOf[at]?.meaning;
    if (meaning === "account" || meaning === "wallet" || bankOf[at] !== undefined) return true;
    if (/^(?:stk|tk|khoan)$/.test(tokens[at]!.text)) return true; // "vào stk của mình"
    if (tokens[at]!.kind !== "word") return false;
  }
  return false;
}

function isSaidAfter(page: Page, last: number): boolean {
  const { tokens, cueOf, bankOf } = page;
  let strange = 0;
  for (let at = last + 1; at < tokens.length && at - last <= 9 && strange <= 2; at += 1) {
    const meaning = cueOf[at]?.meaning;
    // "TK 0602… phát hiện bị rút": what is drained is the victim's.
    if (tokens[at]!.text === "bi" && /^(?:rut|tru|hack|mat|ghi)$/.test(tokens[at + 1]?.text ?? ""))
      return true;
    if (tokens[at]!.text === "nhan") return false; // "0378… nhận của em 3tr"
    if (meaning === "mine") return strange <= 1;
    if (meaning !== undefined && meaning !== "account") return false;
    const { kind, text } = tokens[at]!;
    if (kind === "break" || kind === "digits" || text === "." || text === ";") return false;
    if (bankOf[at] === undefined && !small.has(text) && !isUpper(page, at)) strange += 1;
  }
  return false;
}

function isTheirs({ tokens, cueOf }: Page, { first, last }: Entity): boolean {
  for (let at = Math.max(0, first - 5); at <= last + 4 && at < tokens.length; at += 1) {
    if (at > last && tokens[at]!.kind === "break") return false;
    if (cueOf[at]?.meaning === "theirs") return true;
  }
  return false;
}

/** "… đến tài khoản": the message names the receiver. */
function isPaidTo({ tokens, cueOf }: Page, first: number): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 5; at -= 1)
    if (cueOf[at]?.meaning === "into" || /^(?:toi|nhan|huong)$/.test(tokens[at]!.text)) return true;
  return false;
}

/** A line with a balance, or with a signed amount, whose first account this is: "TK 0071…|GD: -5,000,000VND|SD: …". */
function isInBankMessage(page: Page, { first, last }: Entity): boolean {
  const { tokens, cueOf } = page;
  const labelled = tokens.slice(Math.max(0, first - 4), first).some((_, at) => {
    const cue = cueOf[Math.max(0, first - 4) + at];
    return (
      cue?.meaning === "account" ||
      (cue?.meaning === "balance" && /^(?:tk|khoan)$/.test(tokens[cue.last]!.text))
    );
  });
  if (!labelled || isPaidTo(page, first)) return false;
  for (let at = first - 1; at >= 0 && tokens[at]!.kind !== "break" && first - at < 40; at -= 1)
    if (tokens[at]!.kind === "digits" && tokens[at]!.text.length >= 8) return false;
  let isSigned = false;
  let hasBalance = false;
  for (let at = last + 1; at < tokens.length && at - last < 60; at += 1) {
    if (tokens[at]!.kind === "break" && at - last > 25) break;
    if (
      at - last < 16 &&
      /^[-+]$/.test(tokens[at]!.text) &&
      tokens[at + 1]?.kind === "digits" &&
      tokens[at + 1]!.gap === 0 &&
      (tokens[at]!.gap > 0 || /^[:|]$/.test(tokens[at - 1]!.text))
    )
      isSigned = true;
    if (isSigned && /^84/.test(tokens[at]!.text) && tokens[at - 1]!.text === "+") isSigned = false; // a phone's country
    if (cueOf[at]?.meaning === "balance") hasBalance = true;
  }
  return isSigned || hasBalance;
}
