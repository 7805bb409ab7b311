import { respectively } from "./transfer-targets";
import type { Entity } from "./entities";
import { isUpper } from "./capitals";
import type { Page } from "./page";
import type { Amount, Story } from "./story";

/**
 * Does the text say that this amount was paid into this account? A verb, a sign or a row says so; without them a word that leads
 * there, a label ("số tiền"), a line with nothing else, or an account right beside it. What was only wanted counts when the text
 * goes on to say that it was done.
 */
export function isEvident(story: Story, amount: Amount, target: Entity): boolean {
  const { page } = story;
  if (isOnlyWanted(page, amount.entity) && !isFollowed(page, amount.entity)) return false;
  if (isLeftUnpaid(story, amount, target)) return false;
  if (amount.role === "paid" || respectively(story, amount) === target) return true;
  const isInside = story.targets.sentenceOf(target) === amount.sentence;
  const rivals = new Set(story.targets.in(amount.sentence).map(({ value }) => value)).size;
  if (amount.role === "total") return (isInside && rivals === 1) || isOnlyTarget(story);
  if (page.cellOf[amount.entity.first] !== undefined && isInside) return true;
  if (isLabelled(page, amount.entity)) return true;
  if (isAskedFor(page, amount.entity) && isFollowed(page, amount.entity)) return true;
  if (isInside) return isBeside(page, amount.entity, target) || isBoth(page, amount.entity, target);
  return (
    isAlone(page, amount.entity) ||
    isTogether(page, target) ||
    isListPaid(story, amount, target) ||
    isPair(story, amount)
  );
}

const isOnlyTarget = ({ targets }: Story) =>
  targets.all.every(({ value }) => value === targets.all[0]?.value);

function isLabelled({ tokens, cueOf }: Page, { first }: Entity): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 5; at -= 1) {
    if (tokens[at]!.kind === "break") return false;
    if (cueOf[at]?.meaning === "money") return true;
  }
  // "lần 2 ngày 15/04/2026: 450tr" goes on with what "lần 1" told.
  for (
    let at = first - 1;
    at > 0 && first - at <= 14 && tokens[at]!.kind !== "break" && tokens[at]!.text !== ";";
    at -= 1
  )
    if (tokens[at]!.kind === "digits" && /^(?:lan|dot)$/.test(tokens[at - 1]!.text)) return true;
  return false;
}

/** A word of paying or leading anywhere in the sentence up to both, or nothing but a bank and a holder between them. */
function isBeside(page: Page, amount: Entity, target: Entity): boolean {
  const { tokens, cueOf, bankOf } = page;
  const [from, to] = amount.first < target.first ? [amount.last, target.first] : [target.last, amount.first];
  let strange = 0;
  for (let at = from + 1; at < to; at += 1) {
    const meaning = cueOf[at]?.meaning;
    if (meaning === "into" || meaning === "pay" || /^(?:toi|nhan)$/.test(tokens[at]!.text)) return true;
    if (
      bankOf[at] === undefined &&
      meaning !== "account" &&
      tokens[at]!.kind !== "mark" &&
      !isUpper(page, at)
    )
      strange += 1;
  }
  if (strange <= 2) return true;
  // "ACB 7755…, tui mua vé 2tr350"
  for (let at = amount.first - 1; at > target.last && amount.first - at <= 4; at -= 1)
    if (tokens[at]!.text === "mua") return true;
  const first = Math.min(amount.first, target.first);
  for (let at = first - 1; at >= 0 && first - at <= 12; at -= 1) {
    if (tokens[at]!.kind === "break" || tokens[at]!.text === ".") return false;
    const meaning = cueOf[at]?.meaning;
    if (meaning === "pay" || meaning === "into") return true;
  }
  return false;
}

/** A line that is only the amount, as on receipts. */
function isAlone({ tokens }: Page, { first, last }: Entity): boolean {
  let head = first - 1;
  while (head >= 0 && tokens[head]!.kind === "mark" && !/^[-+;:]$/.test(tokens[head]!.text)) head -= 1; // "💰 4.900.000đ"
  // "Đáp: 64.500.000 đồng."
  if (tokens[head]?.text === ":" && /^(?:dap|loi|answer)$/.test(tokens[head - 1]?.text ?? ""))
    while (head >= 0 && tokens[head]!.kind !== "break" && first - head < 6) head -= 1;
  const isStart = head < 0 || tokens[head]!.kind === "break";
  const tail = tokens[last + 1]?.text === "." ? last + 2 : last + 1;
  return isStart && (tokens[tail] === undefined || tokens[tail]!.kind === "break");
}

/** "Cùng chuyển vào TK …": what was listed before went there. */
function isTogether({ tokens }: Page, { first }: Entity): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 8; at -= 1) {
    if (tokens[at]!.kind === "break") return false;
    if (/^(?:cung|deu|chung|tat)$/.test(tokens[at]!.text)) return true;
  }
  return false;
}

/** The one amount and the one account of a talk, and that it was done: "stk 0987… tpb⏎ ok 650k đúng k⏎ ck r nha". */
const isPair = ({ page, amounts, targets }: Story, { entity, role }: Amount): boolean =>
  role === "plain" && amounts.length === 1 && targets.all.length === 1 && isFollowed(page, entity);

/** "bệnh viện báo đóng 1.870.000đ. Tin giả yêu cầu chuyển vào 0700… BIDV, em chưa chuyển.": the account's own sentence says so. */
function isLeftUnpaid({ page, targets }: Story, { entity, sentence }: Amount, target: Entity): boolean {
  if (targets.sentenceOf(target) <= sentence) return false;
  const { tokens, cueOf } = page;
  for (let at = entity.last + 1; at < target.first && at - entity.last < 60; at += 1)
    if (cueOf[at]?.meaning === "pay" && tokens[at - 1]?.text === "da") return false;
  for (let at = target.last + 1; at < tokens.length && at - target.last <= 24; at += 1) {
    if (tokens[at]!.kind === "break" || (tokens[at]!.text === "." && (tokens[at + 1]?.gap ?? 0) > 0))
      return false;
    if (cueOf[at]?.meaning === "notPaid") return true;
  }
  return false;
}

/** "150 million on 1 Nov and 200 million on 3 Nov, both to acc …". */
function isBoth({ tokens }: Page, amount: Entity, target: Entity): boolean {
  for (let at = target.first - 1; at > amount.last && target.first - at <= 8; at -= 1)
    if (/^(?:both|all|deu|cung)$/.test(tokens[at]!.text)) return true;
  return false;
}

/** "đơn 1 1.180.000, đơn 2 3.560.000⏎ nộp vào 7788… ⏎ em chuyển đủ rồi": listed, then where to pay, then paid. */
function isListPaid(
  { page, payable, targets }: Story,
  { entity, sentence }: Amount,
  target: Entity,
): boolean {
  const there = targets.sentenceOf(target);
  if (there <= sentence || there - sentence > 2 || (payable.get(there)?.length ?? 0) > 0) return false;
  let isLed = false;
  for (let at = target.first - 1; at >= 0 && target.first - at <= 6; at -= 1) {
    if (page.cueOf[at]?.meaning === "into") isLed = true;
    if (page.cueOf[at]?.meaning === "pay") return isLed && isFollowed(page, entity);
  }
  return false;
}

function isAskedFor({ tokens, cueOf }: Page, { first }: Entity): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 8 && tokens[at]!.kind !== "break"; at -= 1)
    if (cueOf[at]?.meaning === "ask") return true;
  return false;
}

/** "đòi thêm 20tr", "ép trả", "nạp 60tr mới cho rút": wanted. "Bảo chuyển" is told because it was done. */
function isOnlyWanted({ tokens, cueOf }: Page, { first, last }: Entity): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 12; at -= 1) {
    const { kind, text } = tokens[at]!;
    if (kind === "break" || /^(?:[.;,|\t]|da)$/.test(text)) break;
    if (cueOf[at]?.meaning === "ask" && /^(?:doi|ep|dinh|tinh|goi|moi|de)$/.test(text)) return true;
  }
  for (let at = last + 1; at < last + 9 && at < tokens.length; at += 1) {
    if (/^[.;\n]/.test(tokens[at]!.text)) return false;
    const next = tokens[at + 1]?.text ?? "";
    if (tokens[at]!.text === "moi" && /^(?:rut|cho|duoc|mo|giai|hoan|dc|cap|tra)$/.test(next)) return true;
  }
  return false;
}

const doing = /^(?:lam|thuc|chuyen|dong|y)$/;
const subject = /^(?:da|cung|lien|lo|dai|roi|nen|em|toi|minh|e|ba|chi|anh|i|tui|chau|con)$/;
const done = /^(?:roi|xong|theo|luon|het|r|rui|du)$/;

/** "tôi đã làm theo", "ck rồi", a loss: told within the next sentences. */
function isFollowed({ tokens, cueOf }: Page, { last }: Entity): boolean {
  for (let at = last + 1; at < tokens.length && at - last < 200; at += 1) {
    const { text } = tokens[at]!;
    const isDoing = cueOf[at]?.meaning === "pay" || doing.test(text);
    if (isDoing && (subject.test(tokens[at - 1]?.text ?? "") || done.test(tokens[at + 1]?.text ?? "")))
      return true;
    if (/^(?:mat|done|paid|sent|transferred)$/.test(text)) return true;
  }
  return false;
}
