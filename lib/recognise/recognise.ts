import { amounts } from "./amounts";
import { roleOf } from "./amount-roles";
import { cameBack } from "./came-back";
import { attributeBanks } from "./bank-attribution";
import { type Candidate, confidenceOf, resolve } from "./candidates";
import { cryptoAmounts, cryptoWallets } from "./crypto";
import { type Entity, isAccount, placed } from "./entities";
import { headingBank } from "./bank-senders";
import { maskedAccounts } from "./incomplete";
import { isNegated } from "./negation";
import { numbers } from "./numbers";
import { isOwn } from "./ownership";
import { type Page, pageOf } from "./page";
import { read } from "./reading";
import { plates } from "./plates";
import { references } from "./references";
import { socialNames } from "./social";
import { times } from "./times";
import { transfersOf } from "./transfers";
import {
  type Found,
  type FoundFlag,
  type FoundKind,
  foundFrom,
  type Recognition,
  type SetAside,
} from "./types";
import { vietQr } from "./vietqr";
import { web } from "./web";

const targets = new Set<FoundKind>(["bank_account", "e_wallet", "phone_number"]);

/**
 * What a statement contains: accounts with their banks, wallets, phones, amounts, times, addresses and so on, each with its place in
 * the text and a confidence, and the transfers it tells of. Pure: the text and `now` (for years of two digits) decide. Never throws.
 */
export function recognise(text: string, { now }: { now: Date }): Recognition {
  const page = pageOf(read(text), now);
  const candidates = [
    vietQr,
    plates,
    web,
    cryptoWallets,
    cryptoAmounts,
    socialNames,
    references,
    times,
    amounts,
    numbers,
    maskedAccounts,
  ].flatMap((recogniser) => recogniser(page));
  const chosen = resolve(candidates)
    .filter((candidate): candidate is Candidate & { kind: FoundKind } => candidate.kind !== null)
    .map((candidate) => placed(page, candidate));
  const named = attributeBanks(page, chosen).map((entity) =>
    isAccount(entity) ? withOwner(page, entity) : entity,
  );
  const isDenied = (entity: Entity) => targets.has(entity.kind) && !entity.isOwn && isNegated(page, entity);
  const kept = named.filter(
    (entity) => !entity.isIncomplete && confidenceOf(entity) >= foundFrom && !isDenied(entity),
  );
  const isKept = new Set(kept);
  return {
    found: kept.map((entity) => found(page, entity)),
    setAside: named
      .filter((entity) => !isKept.has(entity))
      .map((entity) => aside(page, entity, isDenied(entity))),
    transfers: transfersOf(page, kept),
  };
}

/** A form is headed by the bank that issued it: "NGÂN HÀNG TMCP QUÂN ĐỘI⏎ Số TK ghi nợ: …" is an account there. */
function withOwner(page: Page, entity: Entity): Entity {
  const own = isOwn(page, entity);
  return { ...entity, isOwn: own, bank: entity.bank ?? (own ? headingBank(page) : null) };
}

function found(page: Page, entity: Entity): Found {
  const { kind, value, bank, start, end } = entity;
  return {
    kind,
    value,
    bank,
    ...page.reading.originalSpan(start, end),
    confidence: confidenceOf(entity),
    flags: [...entity.flags, ...roleFlags(page, entity)],
  };
}

function roleFlags(page: Page, entity: Entity): FoundFlag[] {
  if (entity.isOwn) return ["own"];
  if (entity.kind !== "amount") return [];
  const role = roleOf(page, entity);
  if (role === "balance" || role === "notPaid" || role === "total") return [role];
  return cameBack(page, entity, role) ? ["cameBack"] : [];
}

function aside(page: Page, { kind, value, start, end, isIncomplete }: Entity, isDenied: boolean): SetAside {
  return {
    kind,
    value,
    ...page.reading.originalSpan(start, end),
    reason: isIncomplete ? "incomplete" : isDenied ? "negated" : "doubtful",
  };
}
