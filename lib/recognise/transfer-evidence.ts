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
  if (amount.role === "paid") return true;
  const isInside = story.targets.sentenceOf(target) === amount.sentence;
  const rivals = new Set(story.targets.in(amount.sentence).map(({ value }) => value)).size;
  if (amount.role === "total") return (isInside && rivals === 1) || isOnlyTarget(story);
  if (page.cellOf[amount.entity.first] !== undefined && isInside) return true;
  if (isLabelled(page, amount.entity)) return true;
  if (isAskedFor(page, amount.entity) && isFollowed(page, amount.entity)) return true;
  if (isInside) return isBeside(page, amount.entity, target);
  return isAlone(page, amount.entity) || isTogether(page, target);
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
  const isStart = head < 0 || tokens[head]!.kind === "break";
  return isStart && (tokens[last + 1] === undefined || tokens[last + 1]!.kind === "break");
}

/** "Cùng chuyển vào TK …": what was listed before went there. */
function isTogether({ tokens }: Page, { first }: Entity): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 8; at -= 1) {
    if (tokens[at]!.kind === "break") return false;
    if (/^(?:cung|deu|chung|tat)$/.test(tokens[at]!.text)) return true;
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
    if (kind === "break" || text === "." || text === "da" || text === ";" || text === ",") break;
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
