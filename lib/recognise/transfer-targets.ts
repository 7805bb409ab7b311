import type { Entity } from "./entities";
import type { Page } from "./page";
import { type Amount, isPayable, type Story } from "./story";

/** The account that an amount went to, as far as the order of the telling says it. */
export function targetOf(story: Story, amount: Amount, served: ReadonlySet<Entity>): Entity | undefined {
  const inside = story.targets.in(amount.sentence);
  const paired = respectively(story, amount);
  if (paired !== undefined) return paired;
  if (inside.length > 0) return amongInside(story, amount, inside);
  if (isOfOwnRow(story, amount.entity)) return undefined;
  return calledByBank(story, amount) ?? outside(story, amount, served);
}

/** "TK A, TK B và TK C. Số tiền đã chuyển lần lượt là 45tr, 60tr và 25tr": as many amounts as accounts, in the same order. */
export function respectively(
  { page, payable, targets }: Story,
  { entity, sentence }: Amount,
): Entity | undefined {
  const peers = payable.get(sentence) ?? [];
  const first = peers[0]?.entity.first ?? 0;
  if (peers.length < 2 || peers.length > 12) return undefined;
  const said = page.tokens.slice(Math.max(0, first - 8), first);
  if (!said.some(({ text }, at) => text === "lan" && said[at + 1]?.text === "luot")) return undefined;
  const told = targets.in(sentence);
  const before = targets.before(peers[0]!.entity.start);
  const accounts =
    told.length > 0 ? told : before === undefined ? [] : targets.in(targets.sentenceOf(before));
  if (accounts.length > 24) return undefined;
  const distinct = accounts.filter(
    ({ value }, at) => accounts.findIndex((other) => other.value === value) === at,
  );
  return distinct.length === peers.length
    ? distinct[peers.findIndex((peer) => peer.entity === entity)]
    : undefined;
}

function amongInside(
  story: Story,
  { entity, sentence }: Amount,
  inside: readonly Entity[],
): Entity | undefined {
  const before = inside.findLast(({ end }) => end <= entity.start);
  const after = inside.find(({ start }) => start >= entity.end);
  if (before === undefined && inside.length > 1 && isShared(story, sentence, inside)) return undefined;
  if (before === undefined || after === undefined) return before ?? after;
  if (leadsTo(story.page, entity.last, after.first)) return after;
  if (introduces(story.page, before.last, entity.first)) return before;
  const peers = story.payable.get(sentence) ?? [];
  if (peers.length < 2) return entity.start - before.end <= after.start - entity.end ? before : after;
  const isAmountFirst = peers[0]!.entity.start < inside[0]!.start;
  return isAmountFirst ? after : before;
}

/** "1 tỷ mốt, toàn ck vô 9988… Seabank với 0090… OCB": one sum for several accounts; how much went to which is not said. */
function isShared({ page, payable }: Story, sentence: number, inside: readonly Entity[]): boolean {
  if ((payable.get(sentence)?.length ?? 0) > 1) return false;
  const [one, other] = inside;
  if (one!.value === other!.value) return false;
  const { tokens, bankOf, cueOf } = page;
  for (let at = one!.last + 1; at < other!.first; at += 1)
    if (
      bankOf[at] === undefined &&
      cueOf[at]?.meaning !== "account" &&
      !/^(?:va|voi|cung|hoac|and|,|&|\+|\/|\(|\)|-|2|so)$/.test(tokens[at]!.text)
    )
      return false;
  return true;
}

/** Does "vào", "sang", "cho" or an arrow lead from here to there, with no other number between? */
function leadsTo({ tokens, cueOf }: Page, from: number, to: number): boolean {
  for (let at = from + 1; at < to && at - from <= 12; at += 1) {
    if (cueOf[at]?.meaning === "into" || tokens[at]!.text === "toi") return true;
    if (tokens[at]!.kind === "digits" || tokens[at]!.text === ";") return false;
  }
  return false;
}

/** "0123… MB: 50tr", "0123… số tiền 50tr". */
function introduces({ tokens, cueOf }: Page, from: number, to: number): boolean {
  if (to - from > 8) return false;
  for (let at = from + 1; at < to; at += 1) {
    if (cueOf[at]?.meaning === "money" || tokens[at]!.text === ":") return true;
    if (tokens[at]!.kind === "digits" || tokens[at]!.text === ";") return false;
  }
  return false;
}

/** "em ck 5tr vào stk MB": the account is called by its bank, or by its order in the telling. */
function calledByBank({ page, targets }: Story, { entity }: Amount): Entity | undefined {
  const { tokens, bankOf, cueOf } = page;
  const told = targets.lastBefore(entity.start, 8);
  if (new Set(told.map(({ value }) => value)).size < 2) return undefined;
  const counted = countedAs(page, entity);
  if (counted !== undefined) return inOrder(told)[counted];
  for (let at = Math.max(0, entity.first - 5); at <= entity.last + 6 && at < tokens.length; at += 1) {
    if (at > entity.last && (tokens[at]!.kind === "break" || tokens[at]!.text === ",")) return undefined;
    const bank = bankOf[at]?.meaning.id;
    const called = bank === undefined ? undefined : told.find((target) => target.bank === bank);
    if (called !== undefined) return called;
    if (cueOf[at]?.meaning !== "account" || cueOf[at + 1] !== undefined) continue;
    if (/^(?:dau|tren|truoc)$/.test(tokens[at + 1]?.text ?? "")) return told.at(-1);
    if (/^(?:sau|duoi|cuoi)$/.test(tokens[at + 1]?.text ?? "")) return told[0];
  }
  return undefined;
}

/** "VND 65,000,000 to the first", "5tr vào tài khoản thứ hai": which of the accounts, from 0. */
function countedAs({ tokens }: Page, { first, last }: Entity): number | undefined {
  // "tài khoản 1 số tiền 35 triệu, tài khoản 2 số tiền 42 triệu"
  for (let at = first - 1; at >= 1 && first - at <= 5 && tokens[at]!.text !== ","; at -= 1)
    if (/^[1-5]$/.test(tokens[at]!.text) && /^(?:khoan|tk|stk)$/.test(tokens[at - 1]!.text))
      return Number(tokens[at]!.text) - 1;
  for (let at = last + 1; at <= last + 6 && at < tokens.length; at += 1) {
    const { kind, text } = tokens[at]!;
    if (kind === "break" || text === "," || text === ".") return undefined;
    const english = ["first", "second", "third"].indexOf(text);
    if (english >= 0 && tokens[at - 1]!.text === "the") return english;
    const told = ["nhat", "hai", "ba"].indexOf(tokens[at + 1]?.text ?? "");
    if (text === "thu" && told >= 0 && /^(?:khoan|tk|stk)$/.test(tokens[at - 1]!.text)) return told;
  }
  return undefined;
}

/** Told last comes first; each account once, in the order of the telling. */
function inOrder(told: readonly Entity[]): readonly Entity[] {
  const order = [...told].reverse();
  return order.filter(({ value }, at) => order.findIndex((other) => other.value === value) === at);
}

function outside(
  { targets, payable, amounts }: Story,
  { entity, sentence }: Amount,
  served: ReadonlySet<Entity>,
): Entity | undefined {
  const before = targets.before(entity.start);
  const after = targets.after(entity.end);
  if (after === undefined) return before;
  const afterSentence = targets.sentenceOf(after);
  const hasOwnAmount = (payable.get(afterSentence)?.length ?? 0) > 0;
  // Told before any account, and the next one has its own money: where this went is not said.
  if (before === undefined) return hasOwnAmount && amounts.some(isPayable) ? undefined : after;
  if (!served.has(before)) return before;
  const isNext = afterSentence - sentence <= 2;
  return !hasOwnAmount && isNext && !served.has(after) ? after : before;
}

/** A row of a table whose other rows name their accounts, and this one none: a fee, or cash. It is nobody else's payment. */
function isOfOwnRow({ page, targets }: Story, { first }: Entity): boolean {
  const cell = page.cellOf[first];
  const sheet = cell && page.sheets.find(({ start, end }) => start <= cell.start && cell.end <= end);
  return (
    sheet !== undefined &&
    sheet.hasHead &&
    sheet.rows.some((row) => row.some(({ holds }) => holds === "account" || holds === "wallet")) &&
    targets.all.some(({ start, end }) => start >= sheet.start && end <= sheet.end) &&
    targets.all.every((target) => page.cellOf[target.first]?.row !== cell?.row)
  );
}
