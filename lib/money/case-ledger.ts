import type { Tx } from "@/lib/db";
import { plainAccount } from "@/lib/targets/kinds/bank-account";
import { buildLedger, type Ledger } from "./ledger";

/** An account within a ledger: the same number at two institutions is two accounts. */
const accountAt = (account: string, institutionId: string | null) =>
  `${institutionId ?? ""}:${plainAccount(account)}`;

type CashOut = { amount?: unknown; at?: unknown };

/**
 * The ledger of a case, from its victims' payments and what was answered about them. Amounts VND. Reads through the caller's
 * transaction, so through his rights. Holds that a freeze took over are counted once, as the freeze.
 */
export async function readCaseLedger(tx: Tx, caseId: string): Promise<Ledger> {
  const payments = await tx.payment.findMany({
    where: { caseId },
    select: { toAccount: true, toInstitutionId: true, amount: true, at: true },
  });
  const transfers = await tx.transfer.findMany({ where: { caseId, supersededAt: null } });
  const items = await tx.requestItem.findMany({
    where: {
      request: { caseId, sentAt: { not: null } },
      kind: { in: ["bank_account", "e_wallet"] },
    },
    select: {
      id: true,
      value: true,
      answeredAt: true,
      institutionId: true,
      answer: true,
      heldAmount: true,
      request: { select: { addresseeOrgId: true, status: true } },
    },
  });
  const answered = items.filter(({ answeredAt }) => answeredAt !== null);
  const holds = await tx.hold.findMany({ where: { caseId } });
  const placeOf = new Map(
    items.map((item) => [item.id, accountAt(item.value, item.institutionId ?? item.request.addresseeOrgId)]),
  );
  return buildLedger({
    payments: payments.map(({ toAccount, toInstitutionId, amount, at }) => ({
      to: accountAt(toAccount, toInstitutionId),
      amount,
      at,
    })),
    transfers: transfers.map((transfer) => ({
      from: placeOf.get(transfer.itemId) ?? accountAt(transfer.fromAccount, transfer.fromInstitutionId),
      to: accountAt(transfer.toAccount, transfer.toInstitutionId),
      amount: transfer.amount,
      at: transfer.at,
    })),
    cashOuts: answered.flatMap((item) =>
      cashOutsOf(item.answer).map((cashOut) => ({ account: placeOf.get(item.id)!, ...cashOut })),
    ),
    holds: holds
      .filter(({ confirmedById }) => confirmedById === null)
      .map(({ account, holderOrgId, amount, fromAt, releasedAt, returnedAmount }) => ({
        account: accountAt(account, holderOrgId),
        amount,
        at: fromAt,
        // A released hold keeps what went back to victims; the rest is the account holder's again.
        released: releasedAt ? amount - returnedAmount : 0n,
        returned: returnedAmount,
      })),
    answered: new Set(answered.map(({ id }) => placeOf.get(id)!)),
    asked: new Set(
      items.filter(({ request }) => request.status !== "WITHDRAWN").map(({ id }) => placeOf.get(id)!),
    ),
  });
}

/** The withdrawals that an answer tells of; an answer of another kind has none. */
function cashOutsOf(answer: unknown): { amount: bigint; at: Date }[] {
  const told =
    typeof answer === "object" && answer !== null ? (answer as { cashOuts?: unknown }).cashOuts : undefined;
  if (!Array.isArray(told)) return [];
  return (told as CashOut[]).flatMap(({ amount, at }) =>
    typeof amount === "string" && /^\d+$/.test(amount) && typeof at === "string"
      ? [{ amount: BigInt(amount), at: new Date(at) }]
      : [],
  );
}
