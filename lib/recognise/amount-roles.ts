import type { Entity } from "./entities";
import { followsSigned } from "./amount-evidence";
import type { Page } from "./page";

/** What an amount stands for in the story. Only `paid` and, where nothing else is said, `plain` and `total` can be transfers. */
export type AmountRole = "paid" | "plain" | "total" | "balance" | "received" | "notPaid" | "promised" | "fee";

/** Reads the role from the column, the sign, and the nearest word before (or right after) that decides. */
export function roleOf(page: Page, entity: Entity): AmountRole {
  const { tokens } = page;
  const column = page.cellOf[entity.first]?.holds;
  if (column === "balance" || followsSigned(page, entity.first)) return "balance";
  if (column === "fee" || column === "received") return column;
  const sign = tokens[entity.first]!.gap === 0 ? tokens[entity.first - 1]?.text : undefined;
  const before = roleBefore(page, entity);
  if (isRate(page, entity) || isCash(page, entity) || isCorrected(page, entity)) return "promised";
  if (before.role === "promised" && isSentOn(page, entity.last)) return "paid";
  if ((before.role !== "balance" || isRest(page, entity)) && isDoneAfter(page, entity.last)) return "paid";
  if (isPriced(page, entity) && !isSentOn(page, entity.last)) return "promised";
  if (isDrawn(page, entity) && !isSentOn(page, entity.last)) return "promised";
  if (before.role === "balance" || before.role === "fee") return before.role;
  if (isParted(page, entity)) return "total";
  if (sign === "+" && tokens[entity.first - 2]?.kind !== "digits") return "received";
  if (column === "amount") return "paid";
  if (before.role === "promised") return "promised";
  if (isPromisedAfter(page, entity.last)) return "promised";
  if (before.role !== "notPaid" && !before.isDone && isTakenBack(page, entity, before.isAsked))
    return "notPaid";
  const isTaken = /^(?:giam|tru)$/.test(page.tokens[entity.first - 1]?.text ?? ""); // "TK 0004… giam 6,800,000 VND"
  if (before.role === "plain" && (sign === "-" || isTaken)) return "paid";
  if ((before.role === "plain" || before.role === "total") && isPaidAfter(page, entity.last)) return "paid";
  return before.role;
}

/** "mười hai triệu tám, à chính xác là 12.850.000": the next figure is what was meant. */
function isCorrected({ tokens, cueOf }: Page, { last }: Entity): boolean {
  for (let at = last + 1; at <= last + 5 && at < tokens.length; at += 1) {
    if (cueOf[at]?.meaning === "correction" && tokens[at]!.text !== "but" && tokens[at]!.text !== "ma")
      return tokens[cueOf[at]!.last + 1]?.kind === "digits" || tokens[at - 1]?.text === "a";
    if (tokens[at]!.kind === "break" || tokens[at]!.kind === "digits" || tokens[at]!.text === ".")
      return false;
  }
  return false;
}

/** "1,05 tỷ, trong đó chuyển khoản 900 triệu …": the sum of what follows. */
function isParted({ tokens }: Page, { last }: Entity): boolean {
  const next = tokens[last + 1]?.text === "," ? last + 2 : last + 1;
  const [one, two] = [tokens[next]?.text, tokens[next + 1]?.text];
  return (one === "trong" && two === "do") || (one === "bao" && two === "gom") || one === "including";
}

/** "đưa 5 triệu tiền mặt", "đưa hết 4tr8 cho shipper": it went from hand to hand. */
function isCash({ tokens, cueOf }: Page, { first, last }: Entity): boolean {
  if (
    /^(?:dua|trao|giao)$/.test(tokens[last + 1]?.text ?? "") &&
    tokens[last + 2]?.text === "tien" &&
    tokens[last + 3]?.text === "mat"
  )
    return true;
  if (tokens[last + 1]?.text === "tien" && tokens[last + 2]?.text === "mat") {
    const [mark, next] = [tokens[last + 3], cueOf[last + 4]];
    return mark === undefined || mark.kind !== "word" || next?.meaning !== "pay";
  }
  for (let at = first - 1; at >= 0 && first - at <= 3 && tokens[at]!.kind === "word"; at -= 1)
    if (tokens[at]!.text === "dua")
      return (
        cueOf[last + 1]?.meaning === "into" &&
        /^(?:shipper|ship|tan|no|han)$/.test(tokens[last + 2]?.text ?? "")
      );
  return false;
}

/** "vay bạn 30 triệu, gửi vào …": what was lent to the victim went on. */
function isSentOn({ tokens, cueOf }: Page, last: number): boolean {
  for (let at = last + 1; at <= last + 4 && at < tokens.length; at += 1) {
    if (tokens[at]!.kind === "digits" || /^[.;\n]/.test(tokens[at]!.text)) return false;
    if (cueOf[at]?.meaning === "pay")
      return (
        cueOf[cueOf[at]!.last + 1]?.meaning === "into" || /vao|vo|sang$/.test(tokens[cueOf[at]!.last]!.text)
      );
  }
  return false;
}

/** "giá 18 triệu" asks for it; "trị giá 880 triệu" says how much an order was for. */
export const isPriced = ({ tokens, cueOf, reading }: Page, { first }: Entity): boolean => {
  const before = tokens[first - 1];
  // "đơn 12tr" is what an order costs
  if (before?.text === "don" && before.gap > 0)
    return tokens[first]!.gap > 0 && reading.isAccented && cueOf[first - 2]?.meaning !== "pay";
  if (before?.text !== "gia" || tokens[first - 2]?.text === "tri") return false;
  return /^gi[aá]$/i.test(reading.plain.slice(before.start, before.end));
};

/** "phần còn lại 12.350.000 VND đã chuyển đến …": what was left of a sum, and not of an account. */
const isRest = ({ tokens }: Page, { first }: Entity): boolean =>
  tokens
    .slice(Math.max(0, first - 5), first)
    .some(({ text }, at, near) => text === "con" && near[at + 1]?.text === "lai");

/** "ra cây ATM rút 5 triệu": drawn in cash. */
function isDrawn({ tokens }: Page, { first }: Entity): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 3; at -= 1) {
    if (tokens[at]!.text === "rut") return tokens[at - 1]?.text !== "bi";
    if (!/^(?:tien|mat|ra|het|so|duoc)$/.test(tokens[at]!.text)) return false;
  }
  return false;
}

/** "1tr650/tháng", "350.000đ/vé", "7 kỳ x 2tr": what is owed again and again or costs one of many, not what was paid once. */
const isRate = ({ tokens }: Page, { first, last }: Entity): boolean =>
  (tokens[last + 1]?.text === "/" && tokens[last + 1]!.gap === 0 && tokens[last + 2]?.kind === "word") ||
  (tokens[first - 1]?.text === "x" && tokens[first - 2]?.kind === "word");

const isUnitOf = (text: string | undefined) =>
  /^(?:million|billion|m|tr|trieu|ty|k|cu|nghin|d|vnd|dong)$/.test(text ?? "");

interface Before {
  readonly role: AmountRole;
  /** "đã chuyển": what comes later in the sentence cannot undo it. */
  readonly isDone: boolean;
  readonly isAsked: boolean;
}

function roleBefore(page: Page, { first }: Entity): Before {
  const { tokens, cueOf, bankOf } = page;
  let role: AmountRole | undefined;
  let isDone = false;
  let isAsked = false;
  let words = 0;
  let hasAmount = false;
  let isOpened = false;
  for (let at = first - 1; at >= 0 && words <= 12;) {
    const cue = cueOf[at];
    const { kind, text } = tokens[at]!;
    if (kind === "break" || text === ";" || text === "|" || text === "\t" || text === "!" || text === "?")
      break;
    if (text === "." && (tokens[at + 1]?.gap ?? 0) > 0) break;
    if (cue?.meaning === "notPaid" && tokens[cue.last]!.text === ",") break; // "t k cho, chỉ đưa 7 lít"
    if (role === undefined) {
      if (cue?.meaning === "balance" && words <= (hasAmount ? 4 : 10))
        return { role: "balance", isDone, isAsked };
      if (cue?.meaning === "fee" && words <= 2) return { role: "fee", isDone, isAsked };
      if (
        cue?.meaning === "promise" &&
        words <= 4 &&
        !isAskedLoan(page, cue.first) &&
        !(weak.has(tokens[cue.last]!.text) && payBefore(page, cue.first))
      )
        return { role: "promised", isDone, isAsked };
      // "phong tỏa tài khoản … với số tiền 240tr": what a bank is to keep, wherever in the sentence it says so.
      if (cue?.meaning === "held") return { role: "promised", isDone, isAsked };
      if (cue?.meaning === "notPaid" && words <= 5) return { role: "notPaid", isDone, isAsked };
      // "in total 350 million: 150 million on …": what a colon opens are the parts.
      if (cue?.meaning === "total" && words <= 4 && !(hasAmount && isOpened))
        role = /^(?:them|tiep)$/.test(tokens[cue.last + 1]?.text ?? "") ? "paid" : "total"; // "mất thêm 18.750.000"
      if (cue?.meaning === "pay") role = "paid";
    }
    if (cue?.meaning === "ask") isAsked = true;
    if (role === "paid" && words <= 8 && /^(?:da|dc|duoc|roi|vua)$/.test(text) && !isAsked) isDone = true;
    // "tổng số tiền tôi đã chuyển là 600tr": the sum, and no payment of its own.
    if (role === "paid" && cue?.meaning === "total" && words <= 8 && tokens[cue.first]!.text === "tong")
      role = "total";
    if (role === "paid" && cue?.meaning === "notPaid") return { role: "notPaid", isDone, isAsked };
    if (kind === "digits" && (isUnitOf(tokens[at + 1]?.text) || text === "000")) hasAmount = true;
    if (text === ":" && !hasAmount) isOpened = true;
    const phrase = cue ?? bankOf[at];
    if (kind === "word") words += 1;
    at = phrase !== undefined ? phrase.first - 1 : at - 1;
  }
  return { role: role ?? "plain", isDone, isAsked };
}

/** "chị cho em vay 15 triệu": a loan asked of the victim. */
const isAskedLoan = ({ tokens }: Page, at: number): boolean =>
  tokens[at]!.text === "vay" &&
  tokens.slice(Math.max(0, at - 4), at).some(({ text }) => text === "cho" || text === "hoi");

/** "nộp phí bảo hiểm khoản vay 6tr", "mua xe giá 50tr": what was paid for, not what was promised. */
const weak = new Set("vay hiem gia tri von phi luong phat".split(" "));

function payBefore({ tokens, cueOf }: Page, first: number): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 7; at -= 1) {
    if (tokens[at]!.kind === "break" || tokens[at]!.kind === "digits" || tokens[at]!.text === ".")
      return false;
    if (cueOf[at]?.meaning === "pay") return true;
  }
  return false;
}

/** "50tr tiền thưởng", "500k hoa hồng". */
function isPromisedAfter({ cueOf, tokens }: Page, last: number): boolean {
  const next = tokens[last + 1]?.text === "tien" ? last + 2 : last + 1;
  const cue = cueOf[next] ?? cueOf[last + 1];
  // "50k được trả 80k" pays fifty; only a noun right after ("50k hoa hồng") is about the amount before it.
  return cue?.meaning === "promise" && /^(?:tien|hoa|loi|thuong|phi)$/.test(tokens[cue.first]!.text);
}

/** "… nhưng tôi chưa chuyển" in the same sentence; in the next one, where the amount was only asked for. */
function isTakenBack({ tokens, cueOf }: Page, { last }: Entity, isAsked: boolean): boolean {
  let sentences = 0;
  for (let at = last + 1; at < tokens.length && at - last < 40; at += 1) {
    const { kind, text } = tokens[at]!;
    const meaning = cueOf[at]?.meaning;
    if (meaning === "notPaid") return true;
    if (kind === "digits" && sentences > 0) return false;
    if (meaning === "pay" && tokens[at - 1]?.text === "da") return false;
    if (
      kind === "digits" &&
      tokens[at + 1]?.kind === "word" &&
      /^(?:tr|trieu|ty|k|cu)$/.test(tokens[at + 1]!.text)
    )
      return false;
    const isEnd =
      kind === "break" ||
      text === "!" ||
      text === "?" ||
      text === ";" ||
      (text === "." && (tokens[at + 1]?.gap ?? 0) > 0);
    if (isEnd) sentences += 1;
    if (sentences > (isAsked ? 1 : 0)) return false;
  }
  return false;
}

/** "… số tiền 50tr tôi đã chuyển". */
function isDoneAfter({ tokens, cueOf }: Page, last: number): boolean {
  for (let at = last + 1; at <= last + 4 && at < tokens.length; at += 1) {
    if (tokens[at]!.kind !== "word") return false;
    if (tokens[at]!.text === "da" && cueOf[at + 1]?.meaning === "pay") return true;
  }
  return false;
}

/** "50tr chuyển vào …", "50tr vào …", "50tr qua …". */
function isPaidAfter({ cueOf }: Page, last: number): boolean {
  for (let at = last + 1; at <= last + 4; at += 1) {
    const meaning = cueOf[at]?.meaning;
    if (meaning === "into" || meaning === "pay") return true;
  }
  return false;
}
