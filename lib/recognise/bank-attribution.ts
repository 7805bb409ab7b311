import { labelledBank, namedNext, senderOf } from "./bank-senders";
import { type Entity, isAccount } from "./entities";
import { isMobile } from "./phones";
import { grouped } from "@/lib/grouped";
import type { BankMention, Page } from "./page";
import { bankAfter, bankBefore } from "./bank-distance";

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
  const accounts = entities.filter(
    (entity) => entity.kind === "bank_account" && entity.bank === null && !entity.isIncomplete,
  );
  const byRow = grouped(
    page.banks.filter(({ first }) => page.cellOf[first] !== undefined),
    ({ first }) => page.cellOf[first]!.row,
  );
  const options = accounts.flatMap((entity) => optionsOf(page, entity, byRow));
  const lean = leanOf(options);
  const chosen = new Map<Entity, Option>();
  const users = new Set<BankMention>();
  const owned = new Set<number>();
  const open = options.map((option) => ({ ...option, cost: option.cost - (option.side === lean ? 0.9 : 0) }));
  open.sort((a, b) => a.cost - b.cost);
  const choose = (option: Option) => {
    chosen.set(option.entity, option);
    users.add(option.mention);
    owned.add(option.entity.first);
  };
  for (const option of open) if (!chosen.has(option.entity) && !users.has(option.mention)) choose(option);
  for (const option of open) {
    const isFree = !chosen.has(option.entity) && option.cost + taken <= farAfter;
    if (isFree && !isPassedOver(option, owned)) choose(option);
  }
  const nameless = new Set(accounts.filter((entity) => !chosen.has(entity)).map(({ value }) => value));
  const alone = nameless.size === 1 ? labelledBank(page, users) : null;
  const named = entities.map((entity): Entity => {
    if (entity.kind === "e_wallet" && entity.bank === null)
      return { ...entity, bank: walletNamed(page, entity) };
    if (entity.kind !== "bank_account" || entity.bank !== null || entity.isIncomplete) return entity;
    const mention = chosen.get(entity)?.mention;
    // A column of accounts holds wallets as well: a mobile number beside the name of a wallet is kept there.
    if (mention?.meaning.isWallet && isMobile(String(entity.value)))
      return { ...entity, kind: "e_wallet", bank: mention.meaning.id };
    return {
      ...entity,
      bank:
        chosen.get(entity)?.mention.meaning.id ??
        senderOf(page, entity) ??
        namedNext(page, entity, users) ??
        alone,
    };
  });
  return sameNumberSameBank(listed(page, named, chosen));
}

/** "Quét QR ShopeePay của quán, số ví 0938…": the wallet that the sentence named last. */
function walletNamed({ tokens, bankOf }: Page, { first }: Entity): string | null {
  for (let at = first - 1; at >= 0 && first - at <= 16; at -= 1) {
    if (tokens[at]!.kind === "break" || (tokens[at]!.text === "." && tokens[at + 1]!.gap > 0)) return null;
    const mention = bankOf[at];
    if (mention?.meaning.isWallet) return mention.meaning.id;
  }
  return null;
}

/** A bank on the far side of another account that took it is that account's alone. */
function isPassedOver({ side, entity, mention }: Option, owned: ReadonlySet<number>): boolean {
  const [from, to] = side === "before" ? [mention.last, entity.first] : [entity.last, mention.first];
  for (let at = from + 1; at < to; at += 1) if (owned.has(at)) return true;
  return false;
}

function optionsOf(page: Page, entity: Entity, byRow: ReadonlyMap<number, readonly BankMention[]>): Option[] {
  const cell = page.cellOf[entity.first];
  if (cell !== undefined) {
    const inRow = rowOptions(page, entity, byRow.get(cell.row) ?? []);
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
function rowOptions({ cellOf }: Page, entity: Entity, banks: readonly BankMention[]): Option[] {
  const cell = cellOf[entity.first]!;
  const wanted = cell.holds === "fromAccount" ? "fromBank" : "bank";
  return banks.flatMap((mention): Option[] => {
    const other = cellOf[mention.first]!;
    const isAfter = other.column >= cell.column;
    const away = Math.abs(other.column - cell.column);
    const mismatch =
      other.holds === wanted || other.holds === "unknown" || other.column === cell.column ? 0 : 6;
    const cost = away + mismatch + (isAfter ? 0 : 0.5);
    return cost > farAfter ? [] : [{ entity, mention, side: isAfter ? "after" : "before", cost }];
  });
}

/** The side on which accounts with only one choice have their banks. */
function leanOf(options: readonly Option[]): Option["side"] | undefined {
  const near = grouped(
    options.filter(({ cost }) => cost <= 4.2),
    ({ entity }) => entity,
  );
  let after = 0;
  for (const choices of near.values())
    if (choices.length === 1) after += choices[0]!.side === "after" ? 1 : -1;
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
  const led = new Set(
    [...chosen.values()].filter(({ side }) => side === "before").map((option) => option.entity.start),
  );
  let previous: Entity | undefined;
  let isLed = false;
  return entities.map((entity) => {
    if (!isAccount(entity)) return entity;
    let current = entity;
    if (current.kind === "bank_account" && current.bank === null && previous?.bank && isLed) {
      const between = tokens.slice(previous.last + 1, current.first);
      if (
        between.length <= 4 &&
        between.every(({ text, kind }) => connectors.has(text) || (kind === "break" && text.length === 1))
      )
        current = { ...current, bank: previous.bank };
    } else isLed = led.has(entity.start);
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
