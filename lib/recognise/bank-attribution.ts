import { type Entity, isAccount } from "./entities";
import type { BankMention, Page } from "./page";
import { bankAfter, bankBefore } from "./surroundings";

interface Option {
  readonly entity: Entity;
  readonly mention: BankMention;
  readonly side: "before" | "after";
  readonly cost: number;
}

const farBefore = 6;
const farAfter = 8;
/** A bank that already has its account costs the next one this much more. */
const taken = 2.5;

/**
 * Gives every account its bank: the nearest name, where small words and a holder's capitals count little and sentences, lines and
 * other numbers much. Where names stand on both sides, the side on which the other accounts of the text have theirs decides.
 * A name that is only claimed ("nhân viên Vietcombank") hardly counts.
 */
export function attributeBanks(page: Page, entities: readonly Entity[]): Entity[] {
  const accounts = entities.filter((entity) => entity.kind === "bank_account" && entity.bank === null);
  const options = accounts.flatMap((entity) => optionsOf(page, entity));
  const lean = leanOf(accounts, options);
  const chosen = new Map<Entity, Option>();
  const users = new Map<BankMention, number>();
  const open = options.map((option) => ({ ...option, cost: option.cost - (option.side === lean ? 0.9 : 0) }));
  open.sort((a, b) => a.cost - b.cost);
  while (open.length > 0) {
    const option = open.shift()!;
    if (chosen.has(option.entity)) continue;
    const count = users.get(option.mention) ?? 0;
    if (count > 0 && option.cost < 90) {
      const later = option.cost + taken;
      if (later <= farAfter && !isPassedOver(option, chosen)) insert(open, { ...option, cost: later + 90 });
      continue;
    }
    chosen.set(option.entity, option);
    users.set(option.mention, count + 1);
  }
  const named = entities.map((entity): Entity => {
    if (entity.kind !== "bank_account" || entity.bank !== null) return entity;
    return { ...entity, bank: chosen.get(entity)?.mention.meaning.id ?? senderOf(page, entity) };
  });
  return sameNumberSameBank(listed(page, named, chosen));
}

/** "VietinBank: … TK: 1038…", "[MB] …", "Vietcombank báo có …": a message names its sender first, and its first account is there. */
function senderOf({ tokens, bankOf, cueOf }: Page, { first }: Entity): string | null {
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

/** A bank on the far side of another account that took it is that account's alone. */
function isPassedOver(option: Option, chosen: ReadonlyMap<Entity, Option>): boolean {
  const [low, high] =
    option.side === "before"
      ? [option.mention.last, option.entity.first]
      : [option.entity.last, option.mention.first];
  return [...chosen.keys()].some(({ first, last }) => first > low && last < high);
}

function insert(open: Option[], option: Option): void {
  const at = open.findIndex(({ cost }) => cost > option.cost);
  open.splice(at < 0 ? open.length : at, 0, option);
}

function optionsOf(page: Page, entity: Entity): Option[] {
  const cell = page.cellOf[entity.first];
  if (cell !== undefined) {
    const inRow = rowOptions(page, entity);
    if (inRow.length > 0) return inRow;
  }
  const before = bankBefore(page, entity.first, farBefore + 1);
  const after = bankAfter(page, entity.last, farAfter + 1);
  const options: Option[] = [];
  if (before !== undefined && before.cost <= farBefore && !before.mention.meaning.isWallet)
    options.push({ entity, ...before, side: "before" });
  if (after !== undefined && after.cost <= farAfter && !after.mention.meaning.isWallet)
    options.push({ entity, ...after, side: "after" });
  return options;
}

/** In a row the head says which bank belongs to which account; without a head it is the nearest cell, the one after first. */
function rowOptions({ cellOf, banks }: Page, entity: Entity): Option[] {
  const cell = cellOf[entity.first]!;
  const wanted = cell.holds === "fromAccount" ? "fromBank" : "bank";
  return banks.flatMap((mention): Option[] => {
    const other = cellOf[mention.first];
    if (other?.row !== cell.row || Math.abs(other.start - cell.start) > 2_000) return [];
    const isAfter = other.column >= cell.column;
    const away = Math.abs(other.column - cell.column);
    const mismatch =
      other.holds === wanted || other.holds === "unknown" || other.column === cell.column ? 0 : 6;
    const cost = away + mismatch + (isAfter ? 0 : 0.5);
    return cost > farAfter ? [] : [{ entity, mention, side: isAfter ? "after" : "before", cost }];
  });
}

function leanOf(accounts: readonly Entity[], options: readonly Option[]): Option["side"] | undefined {
  let after = 0;
  for (const entity of accounts) {
    const near = options.filter((option) => option.entity === entity && option.cost <= 4.2);
    if (near.length === 1) after += near[0]!.side === "after" ? 1 : -1;
  }
  return after === 0 ? undefined : after > 0 ? "after" : "before";
}

const connectors = new Set([
  ",",
  "va",
  "/",
  "&",
  "+",
  "-",
  ";",
  "hoac",
  "1",
  "2",
  "3",
  ":",
  "so",
  "stk",
  "tk",
]);

/** "2 stk MB: 0123456789 và 0987654321": the bank before the first holds for the list. */
function listed(
  { tokens }: Page,
  entities: readonly Entity[],
  chosen: ReadonlyMap<Entity, Option>,
): Entity[] {
  let previous: Entity | undefined;
  let isLed = false;
  return entities.map((entity) => {
    if (!isAccount(entity)) return entity;
    let current = entity;
    const original = entity;
    if (current.kind === "bank_account" && current.bank === null && previous?.bank && isLed) {
      const between = tokens.slice(previous.last + 1, current.first);
      if (
        between.length <= 4 &&
        between.every(({ text, kind }) => connectors.has(text) || (kind === "break" && text.length === 1))
      )
        current = { ...current, bank: previous.bank };
    } else isLed = [...chosen].some(([key, { side }]) => key.start === original.start && side === "before");
    previous = current;
    return current;
  });
}

function sameNumberSameBank(entities: readonly Entity[]): Entity[] {
  const banks = new Map<string | number, string>();
  for (const { kind, value, bank } of entities)
    if (kind === "bank_account" && bank !== null && !banks.has(value)) banks.set(value, bank);
  return entities.map((entity) =>
    entity.kind === "bank_account" && entity.bank === null
      ? { ...entity, bank: banks.get(entity.value) ?? null }
      : entity,
  );
}
