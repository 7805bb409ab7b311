import type { Tx } from "@/lib/db";
import { tellsOfMoney } from "@/lib/requests/kinds";
import { type Place, accountKeys } from "./accounts";
import { type Outside, outsideOf, placeOutside } from "./elsewhere";
import { balanceIn, cashOutsIn, emptyOutcomes } from "./told-answer";
import type { MoneyStory } from "./story";
import type { TrailRequest } from "./types";

/** What else a case knows of an account. `balance` VND, as its institution told it last. */
export type AccountFacts = {
  isWallet: boolean;
  holder: string | null;
  isEmpty: boolean;
  /** Where it is, when no institution of the register keeps it. */
  outside: Outside | null;
  balance: bigint | null;
  requests: TrailRequest[];
  /** A request about it is being written or waits for its signature. */
  isDrafted: boolean;
};
export type ReadStory = {
  story: MoneyStory;
  victims: ReadonlyMap<string, { name: string; accounts: string[] }>;
  facts: ReadonlyMap<string, AccountFacts>;
  /** Items of requests by their id: which request an answer belongs to. */
  requestOf: ReadonlyMap<string, string>;
};

/** Of which of its two accounts the answer was given; of neither when it is about both or none. */
function sideOf(
  about: string | undefined,
  { fromAccount, toAccount }: { fromAccount: string; toAccount: string },
): { side?: "in" | "out" } {
  if (fromAccount === toAccount) return {};
  return about === toAccount ? { side: "in" } : about === fromAccount ? { side: "out" } : {};
}

const unissued = ["DRAFT", "PENDING_SIGNATURE"];

/**
 * Reads what a case knows of its money through the caller's transaction, so through his rights: a foreign case is an empty story. Holds
 * that a freeze took over are counted once, as the freeze.
 */
export async function readStory(tx: Tx, caseId: string): Promise<ReadStory> {
  const payments = await tx.payment.findMany({
    where: { caseId },
    include: { victim: { select: { fullName: true } } },
  });
  const transfers = await tx.transfer.findMany({ where: { caseId, supersededAt: null } });
  const holds = await tx.hold.findMany({ where: { caseId, confirmedById: null } });
  const items = await tx.requestItem.findMany({
    where: { request: { caseId, status: { not: "DISCARDED" } }, kind: { in: ["bank_account", "e_wallet"] } },
    include: {
      request: {
        select: { id: true, code: true, kindCode: true, status: true, addresseeOrgId: true, sentAt: true },
      },
    },
    orderBy: { id: "asc" },
  });
  const about = new Map(items.map(({ id, value }) => [id, value]));
  const places = items.map((item): Place => ({
    institutionId: item.institutionId ?? item.request.addresseeOrgId,
    value: item.value,
  }));
  const sides = new Map(
    transfers.map((transfer) => {
      const { itemId, fromAccount, fromInstitutionId, toAccount, toInstitutionId } = transfer;
      const isIn = fromAccount !== toAccount && about.get(itemId) === toAccount;
      const outside = outsideOf(transfer, isIn ? fromAccount : toAccount);
      const there = outside && placeOutside(outside);
      const from = { institutionId: fromInstitutionId, value: fromAccount };
      const to = { institutionId: toInstitutionId, value: toAccount };
      return [
        transfer.id,
        { from: isIn && there ? there : from, to: !isIn && there ? there : to, outside, there },
      ] as const;
    }),
  );
  const key = accountKeys([
    ...payments.flatMap(({ fromAccount, fromInstitutionId, toAccount, toInstitutionId }) => [
      ...(fromAccount ? [{ institutionId: fromInstitutionId, value: fromAccount }] : []),
      { institutionId: toInstitutionId, value: toAccount },
    ]),
    ...[...sides.values()].flatMap(({ from, to }) => [from, to]),
    ...places,
  ]);
  const itemKeys = new Map(items.map(({ id, value }, index) => [id, { value, key: key(places[index]!) }]));
  /** An answer about an account means that account, also where its rows leave the institution out. */
  const side = (itemId: string, place: Place): string => {
    const about = itemKeys.get(itemId);
    return about?.value === place.value && place.institutionId === null ? about.key : key(place);
  };
  const told = items.filter(
    ({ request, outcome }) =>
      tellsOfMoney(request.kindCode) && request.sentAt !== null && outcome !== "NOT_OURS",
  );
  const keyOf = ({ id }: { id: string }) => itemKeys.get(id)!.key;
  const answered = told.filter(({ answeredAt }) => answeredAt !== null);

  const story: MoneyStory = {
    payments: payments.map((payment) => ({
      id: payment.id,
      victim: payment.victimId,
      from: payment.fromAccount
        ? key({ institutionId: payment.fromInstitutionId, value: payment.fromAccount })
        : null,
      to: key({ institutionId: payment.toInstitutionId, value: payment.toAccount }),
      amount: payment.amount,
      at: payment.at,
      reference: payment.reference,
    })),
    transfers: transfers.map((transfer) => ({
      id: transfer.id,
      item: transfer.itemId,
      reporter: transfer.reporterOrgId,
      from: side(transfer.itemId, sides.get(transfer.id)!.from),
      to: side(transfer.itemId, sides.get(transfer.id)!.to),
      amount: transfer.amount,
      at: transfer.at,
      reference: transfer.reference,
      ...sideOf(itemKeys.get(transfer.itemId)?.value, transfer),
    })),
    cashOuts: answered.flatMap((item) =>
      cashOutsIn(item.answer).map((cashOut, index) => ({
        id: `${item.id}:${String(index).padStart(3, "0")}`,
        account: keyOf(item),
        item: item.id,
        reporter: item.request.addresseeOrgId,
        ...cashOut,
      })),
    ),
    holds: holds.map(({ id, itemId, account, holderOrgId, amount, fromAt, releasedAt, returnedAmount }) => ({
      id,
      account: itemKeys.get(itemId)?.key ?? key({ institutionId: holderOrgId, value: account }),
      amount,
      at: fromAt,
      // A released hold keeps what went back to victims; the rest is the account holder's again.
      released: releasedAt ? amount - returnedAmount : 0n,
      returned: returnedAmount,
    })),
    ownMoney: [],
    answered: new Set(answered.map(keyOf)),
    asked: new Set(told.filter(({ request }) => request.status !== "WITHDRAWN").map(keyOf)),
    outside: new Set([...sides.values()].flatMap(({ there }) => (there ? [key(there)] : []))),
  };

  const facts = new Map<string, AccountFacts>();
  const factsAt = (account: string): AccountFacts => {
    const known = facts.get(account) ?? {
      isWallet: false,
      holder: null,
      isEmpty: false,
      outside: null,
      balance: null,
      requests: [],
      isDrafted: false,
    };
    facts.set(account, known);
    return known;
  };
  for (const item of items) {
    const { id, code, kindCode, status, sentAt } = item.request;
    const at = factsAt(keyOf(item));
    at.isWallet ||= item.kind === "e_wallet";
    at.holder ??= item.holderName;
    at.requests.push({ id, code, kindCode, status, outcome: item.outcome });
    if (sentAt === null && unissued.includes(status) && tellsOfMoney(kindCode)) at.isDrafted = true;
  }
  for (const item of answered) {
    const at = factsAt(keyOf(item));
    if (item.outcome && emptyOutcomes.includes(item.outcome)) at.isEmpty = true;
    at.balance = balanceIn(item.answer) ?? at.balance;
  }
  const name = (account: string, holder: string | null) => {
    factsAt(account).holder ??= holder;
  };
  payments.forEach(({ toName }, index) => name(story.payments[index]!.to, toName));
  // A row that tells where money came from names the account on its other side, which is not the one it went to.
  transfers.forEach(({ toName, itemId }, index) => {
    const { to } = story.transfers[index]!;
    if (itemKeys.get(itemId)?.key !== to) name(to, toName);
  });

  for (const { outside, there } of sides.values())
    if (outside && there) factsAt(key(there)).outside ??= outside;

  const victims = new Map<string, { name: string; accounts: string[] }>();
  payments.forEach(({ victimId, victim }, index) => {
    const known = victims.get(victimId) ?? { name: victim.fullName, accounts: [] };
    const { from } = story.payments[index]!;
    if (from !== null && !known.accounts.includes(from)) known.accounts.push(from);
    victims.set(victimId, known);
  });
  return { story, victims, facts, requestOf: new Map(items.map(({ id, requestId }) => [id, requestId])) };
}
