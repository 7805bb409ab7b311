import { type AmountRole, roleOf } from "./amount-roles";
import { type Entity, isAccount } from "./entities";
import type { Page } from "./page";
import { sentencesOf } from "./sentences";
import { completed } from "./transfer-times";
import type { Transfer } from "./types";

interface Amount {
  readonly entity: Entity;
  readonly role: AmountRole;
  readonly sentence: number;
}
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
  const sentences = sentencesOf(page);
  const targets = entities.filter((entity) => isAccount(entity) && !entity.isOwn);
  const sentenceOf = (entity: Entity) => sentences[entity.first] ?? 0;
  const amounts = entities
    .filter(({ kind }) => kind === "amount")
    .map((entity): Amount => ({ entity, role: roleOf(page, entity), sentence: sentenceOf(entity) }));
  const served = new Set<Entity>();
  const links: Link[] = [];
  for (const amount of amounts) {
    if (!["paid", "plain", "total"].includes(amount.role)) continue;
    const inside = targets.filter((target) => sentenceOf(target) === amount.sentence);
    const target =
      inside.length > 0
        ? insideTarget(page, amount, inside, amounts, targets)
        : outsideTarget(amount, targets, amounts, served, sentenceOf);
    if (target === undefined || !isEvident(page, amount, inside.length > 0)) continue;
    if (isOnlyWanted(page, amount.entity) && !isFollowed(page, amount.entity)) continue;
    links.push({ amount, target });
    if (amount.role !== "total") served.add(target);
  }
  return distinct(page, links).map(({ amount, target }) => {
    const from = ownOf(entities, amount, sentenceOf);
    const time = completed(entities, amount.entity, sentenceOf);
    return {
      ...(from !== undefined && { fromAccount: String(from.value) }),
      toAccount: String(target.value),
      toBank: target.bank,
      amount: Number(amount.entity.value),
      ...(time !== undefined && { time }),
    };
  });
}

function insideTarget(
  page: Page,
  amount: Amount,
  inside: readonly Entity[],
  amounts: readonly Amount[],
  targets: readonly Entity[],
): Entity | undefined {
  const before = inside.filter(({ end }) => end <= amount.entity.start).at(-1);
  const after = inside.find(({ start }) => start >= amount.entity.end);
  if (before === undefined || after === undefined) {
    // "… vào A. Lần 2 chuyển 30tr rồi nó đưa thêm B": with a word that leads on, the one after; else what is there.
    return before ?? after;
  }
  if (leadsTo(page, amount.entity.last, after.first)) return after;
  if (leadsTo(page, before.last, amount.entity.first, true)) return before;
  const peers = amounts.filter(
    ({ sentence, role }) => sentence === amount.sentence && ["paid", "plain", "total"].includes(role),
  );
  const isAmountFirst = (peers[0]?.entity.start ?? 0) < (inside[0]?.start ?? 0);
  if (peers.length < 2 && targets.length > 1) {
    return amount.entity.start - before.end <= after.start - amount.entity.end ? before : after;
  }
  return isAmountFirst ? after : before;
}

/** Does "vào", "sang", "cho" or an arrow lead from here to there, with no other number between? */
function leadsTo({ tokens, cueOf }: Page, from: number, to: number, isBackward = false): boolean {
  for (let at = from + 1; at < to && at - from <= 12; at += 1) {
    if (!isBackward && (cueOf[at]?.meaning === "into" || tokens[at]!.text === "toi")) return true;
    if (isBackward && (cueOf[at]?.meaning === "money" || tokens[at]!.text === ":") && to - from <= 8)
      return true;
    if (tokens[at]!.kind === "digits" || tokens[at]!.text === ";") return false;
  }
  return false;
}

function outsideTarget(
  amount: Amount,
  targets: readonly Entity[],
  amounts: readonly Amount[],
  served: ReadonlySet<Entity>,
  sentenceOf: (entity: Entity) => number,
): Entity | undefined {
  const before = targets.filter(({ end }) => end <= amount.entity.start).at(-1);
  const after = targets.find(({ start }) => start >= amount.entity.end);
  if (before === undefined || after === undefined) return before ?? after;
  if (!served.has(before)) return before;
  const hasOwnAmount = amounts.some(
    ({ sentence, role }) => sentence === sentenceOf(after) && role !== "balance",
  );
  const isNext = sentenceOf(after) - amount.sentence <= 2;
  return !hasOwnAmount && isNext && !served.has(after) ? after : before;
}

/** Somebody paid: a verb, a sign, a row, or an account beside the amount. */
function isEvident(page: Page, { entity, role }: Amount, hasTarget: boolean): boolean {
  if (role === "paid") return true;
  if (role === "total") return hasTarget || page.speaksOfAccounts;
  const column = page.cellOf[entity.first];
  if (column !== undefined && hasTarget) return true;
  if (hasTarget) return true;
  for (let at = entity.first - 1; at >= 0 && entity.first - at <= 5; at -= 1) {
    if (page.tokens[at]!.kind === "break") return false;
    if (page.cueOf[at]?.meaning === "money") return true;
  }
  return false;
}

/** One payment told twice is one: figures repeated in words, a sum asked for and then paid, a total of what was listed. */
function distinct(page: Page, links: readonly Link[]): Link[] {
  const kept: Link[] = [];
  for (const link of links) {
    const { amount, target } = link;
    if (
      amount.role === "total" &&
      links.some(
        (other) => other !== link && other.amount.role !== "total" && other.target.value === target.value,
      )
    )
      continue;
    const twin = kept.find(
      (other) => other.amount.entity.value === amount.entity.value && other.target.value === target.value,
    );
    if (twin !== undefined) {
      const gap = amount.entity.first - twin.amount.entity.last;
      const isAgain =
        gap <= 8 &&
        (amount.entity.flags.includes("inWords") || isSaidOtherwise(page, twin.amount.entity, amount.entity));
      if (
        isAgain ||
        amount.role !== "paid" ||
        isAsked(page, twin.amount.entity) ||
        isBankMessage(page, amount.entity)
      )
        continue;
    }
    kept.push(link);
  }
  return kept;
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

/** "đòi thêm 20tr", "ép trả", "nạp 60tr mới cho rút": wanted, and paid only if the text says so. "Bảo chuyển" is told because it was done. */
function isOnlyWanted({ tokens, cueOf }: Page, { first, last }: Entity): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 12; at -= 1) {
    const { kind, text } = tokens[at]!;
    if (kind === "break" || text === "." || text === "da" || text === ";" || text === ",") break;
    if (cueOf[at]?.meaning === "ask" && /^(?:doi|ep|dinh|tinh|muon|goi|moi|de)$/.test(text)) return true;
  }
  for (let at = last + 1; at < last + 9 && at < tokens.length; at += 1) {
    if (/^[.;\n]/.test(tokens[at]!.text)) return false;
    if (
      tokens[at]!.text === "moi" &&
      /^(?:rut|cho|duoc|mo|giai|hoan|dc|cap|tra)$/.test(tokens[at + 1]?.text ?? "")
    )
      return true;
  }
  return false;
}

/** Did the victim do what was asked? "tôi đã làm theo", "ck rồi", a loss: told anywhere after. */
function isFollowed({ tokens, cueOf }: Page, { last }: Entity): boolean {
  for (let at = last + 1; at < tokens.length; at += 1) {
    const { text } = tokens[at]!;
    const [before, next] = [tokens[at - 1]?.text ?? "", tokens[at + 1]?.text ?? ""];
    const isDoing = cueOf[at]?.meaning === "pay" || /^(?:lam|thuc|chuyen|dong|y)$/.test(text);
    if (
      isDoing &&
      (/^(?:da|cung|lien|lo|dai|roi|nen|em|toi|minh|e|ba|chi|anh|i|tui|chau|con)$/.test(before) ||
        /^(?:roi|xong|theo|luon|het|r|rui|du)$/.test(next))
    )
      return true;
    if (/^(?:mat|done|paid|sent|transferred)$/.test(text)) return true;
  }
  return false;
}

const isBankMessage = ({ tokens }: Page, { first }: Entity) =>
  tokens[first - 1]?.text === "-" && tokens[first]!.gap === 0;

/** The own account of the same sentence, else the last one named before, else the only one. */
function ownOf(
  entities: readonly Entity[],
  { entity, sentence }: Amount,
  sentenceOf: (entity: Entity) => number,
): Entity | undefined {
  const own = entities.filter((other) => isAccount(other) && other.isOwn);
  return (
    own.find((other) => sentenceOf(other) === sentence) ??
    own.filter(({ end }) => end <= entity.start).at(-1) ??
    (own.length === 1 ? own[0] : undefined)
  );
}
