import { isPriced } from "./amount-roles";
import type { Entity } from "./entities";
import type { Page } from "./page";
import { type Amount, isPayable, type Story, storyOf } from "./story";
import { timesOf } from "./transfer-counts";
import { isEvident } from "./transfer-evidence";
import { targetOf } from "./transfer-targets";
import { completed } from "./transfer-times";
import type { Transfer } from "./types";

interface Link {
  readonly amount: Amount;
  readonly target: Entity;
}

/**
 * Which amount went to which account. In a row or a sentence with one account every amount goes there; with several they pair in the
 * order in which they are told ("50tr vào A, 30tr vào B" or "A 50tr, B 30tr"). An amount whose sentence names no account goes to the
 * account before it, or to the next when the one before has its money already. Balances, promises, refunds, and what was asked for
 * and not paid are no transfers; a total is one only where the account has nothing else.
 */
export function transfersOf(page: Page, entities: readonly Entity[]): Transfer[] {
  const story = storyOf(page, entities);
  const served = new Set<Entity>();
  const links: Link[] = [];
  for (const amount of story.amounts.filter(isPayable)) {
    const target = targetOf(story, amount, served);
    if (target === undefined || !isEvident(story, amount, target)) continue;
    for (const each of isForEach(page, amount.entity) ? allOf(story, amount) : [target])
      links.push({ amount, target: each });
    if (amount.role !== "total") served.add(target);
  }
  const price = links.length === 0 ? pricePaid(story) : undefined;
  if (price !== undefined) links.push(price);
  return distinct(story, links).flatMap(({ amount, target }) => {
    const from = ownOf(story, amount) ?? sourceOf(story, amount, target);
    const time = completed(story, amount, target);
    const transfer = {
      ...(from !== undefined && { fromAccount: String(from.value) }),
      toAccount: String(target.value),
      toBank: target.bank,
      amount: Number(amount.entity.value),
      ...(time !== undefined && { time }),
    };
    return Array.from({ length: timesOf(page, amount.entity) }, () => transfer);
  });
}

/** "giá 1tr5 … nó đưa stk 0857…, ck xong nó đổi pass": the one price that a text gives, the one account, and that it was paid. */
function pricePaid({ page, amounts, targets }: Story): Link | undefined {
  const [price, other] = amounts.filter(({ role }) => role === "promised");
  const target = targets.all[0];
  if (price === undefined || other !== undefined || target === undefined || amounts.length > 1)
    return undefined;
  if (targets.all.some(({ value }) => value !== target.value) || target.start < price.entity.end)
    return undefined;
  return isPriced(page, price.entity) && isPaidThen(page, target) ? { amount: price, target } : undefined;
}

function isPaidThen({ tokens, cueOf }: Page, { last }: Entity): boolean {
  for (let at = last + 1; at < tokens.length && at - last <= 14; at += 1) {
    if (cueOf[at]?.meaning === "notPaid") return false;
    if (cueOf[at]?.meaning === "pay" || tokens[at]!.text === "xong")
      if (
        /^(?:xong|roi|r)$/.test(tokens[at + 1]?.text ?? "") ||
        tokens[at]!.text === "xong" ||
        tokens[at - 1]?.text === "da"
      )
        return true;
  }
  return false;
}

/** "gửi mỗi ví 200k", "mỗi stk 5tr": the same sum to every account that the sentence names. */
const isForEach = ({ tokens }: Page, { first }: Entity): boolean =>
  tokens
    .slice(Math.max(0, first - 3), first)
    .some(({ text }, at, near) => text === "moi" && /^(?:vi|tk|stk|so|tai)$/.test(near[at + 1]?.text ?? ""));

function allOf({ targets }: Story, { sentence }: Amount): readonly Entity[] {
  const told = targets.in(sentence).slice(0, 20);
  return told.filter(({ value }, at) => told.findIndex((other) => other.value === value) === at);
}

/** One payment told twice is one: figures repeated in words, a sum asked for and then paid, a total of what was listed. */
function distinct(story: Story, links: readonly Link[]): Link[] {
  const kept: Link[] = [];
  const twins = new Map<string, Link>();
  const parts = links.filter(({ amount }) => amount.role !== "total");
  const paidInto = new Set(parts.map(({ target }) => `${target.kind} ${target.value}`));
  const sum = parts.reduce((total, { amount }) => total + Number(amount.entity.value), 0);
  for (const link of links) {
    const { amount, target } = link;
    const value = Number(amount.entity.value);
    if (amount.role === "total" && paidInto.has(`${target.kind} ${target.value}`)) continue;
    // "Mất 1,2 tỷ: 700tr vào A, 500tr vào B": the first figure is what the others make together.
    if (parts.length > 2 && sum - value === value && link === parts[0]) continue;
    if (isOnlyAskedLoan(story.page, amount.entity) && isPaidLater(parts, link)) continue;
    const key = `${value} ${target.value}`;
    const twin = twins.get(key);
    if (twin !== undefined && isRepeated(story, twin.amount, amount)) continue;
    twins.set(key, link);
    kept.push(link);
  }
  return kept;
}

/** "ai có 20tr cho em vay, stk 1017… . Tôi chuyển 10tr": what was asked for, where the text goes on to say what was paid. */
function isOnlyAskedLoan({ tokens }: Page, { last }: Entity): boolean {
  const next = tokens.slice(last + 1, last + 6).map(({ text }) => text);
  return next[0] === "cho" && next.some((text) => text === "vay" || text === "muon");
}

const isPaidLater = (links: readonly Link[], { amount, target }: Link): boolean =>
  links.some(
    (other) =>
      other.amount.role === "paid" &&
      other.target.value === target.value &&
      other.amount.entity.start > amount.entity.end,
  );

function isRepeated(story: Story, first: Amount, again: Amount): boolean {
  const { page } = story;
  if (again.role !== "paid") return !isOnAnotherDay(story, first, again);
  const gap = again.entity.first - first.entity.last;
  if (
    gap <= 8 &&
    (again.entity.flags.includes("inWords") || isSaidOtherwise(page, first.entity, again.entity))
  )
    return true;
  return isAsked(page, first.entity) || isBankMessage(page, again.entity);
}

/** "12/11 2tr", "13/11 2tr": lines of a list, each with its own day. */
function isOnAnotherDay({ times }: Story, first: Amount, again: Amount): boolean {
  const [one, other] = [times.in(first.sentence)[0], times.in(again.sentence)[0]];
  return one !== undefined && other !== undefined && one.value !== other.value;
}

/** "củ rưỡi hay là 1tr500", "50tr (50.000.000đ)". */
const isSaidOtherwise = ({ tokens }: Page, one: Entity, other: Entity) =>
  tokens.slice(one.last + 1, other.first).some(({ text }) => /^(?:hay|hoac|tuc|[(=])$/.test(text));

function isAsked({ tokens, cueOf }: Page, { first }: Entity): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 12; at -= 1) {
    const { kind, text } = tokens[at]!;
    if (kind === "break" || text === "." || text === "da" || text === ";") return false;
    if (cueOf[at]?.meaning === "ask") return true;
  }
  return false;
}

const isBankMessage = ({ tokens }: Page, { first }: Entity) =>
  tokens[first - 1]?.text === "-" && tokens[first]!.gap === 0;

const onward = /^(?:di|tiep|den|sang|toi)$/;

/**
 * Letters of banks tell of the swindler's account and where its money went: "tài khoản 0680… đã phong tỏa …; phần còn lại đã chuyển
 * đến TK 0771…". Only where nobody's own account is named.
 */
function sourceOf({ page, own, targets }: Story, { entity }: Amount, target: Entity): Entity | undefined {
  const source = targets.before(entity.start);
  if (own.all.length > 0 || source === undefined || source.value === target.value) return undefined;
  if (target.start < entity.start || targets.after(entity.end) !== target) return undefined;
  const { tokens } = page;
  for (let at = Math.max(source.last, entity.first - 12); at < target.first; at += 1)
    if (tokens[at]!.text === "chuyen" && onward.test(tokens[at + 1]?.text ?? "")) {
      const said = tokens.slice(Math.max(0, at - 3), at).map(({ text }) => text);
      return said.includes("da") || said.includes("dich") ? source : undefined;
    }
  return undefined;
}

/** The own account told last before the amount in its sentence, else one after it, else the last before, else the only one. */
function ownOf({ own }: Story, { entity, sentence }: Amount): Entity | undefined {
  const near = own.in(sentence);
  return (
    near.findLast(({ end }) => end <= entity.start) ??
    near[0] ??
    own.before(entity.start) ??
    (own.all.length === 1 ? own.all[0] : undefined)
  );
}
