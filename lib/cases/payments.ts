import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { normaliseTarget } from "@/lib/targets/kinds";
import { plainAccount } from "@/lib/targets/kinds/bank-account";
import type { CaseInput } from "./schema";

type Received = CaseInput["payments"][number] & { wallet: boolean };

/** Writes what each victim paid. @throws Problem invalid, at the payment that names no victim of the report. */
export async function savePayments(
  tx: Tx,
  caseId: string,
  victims: { id: string }[],
  payments: readonly Received[],
): Promise<void> {
  const wrong = payments.findIndex(({ victim }) => !victims[victim]);
  if (wrong >= 0) throw new Problem("invalid", { fields: { [`payments.${wrong}.victim`]: "required" } });
  await tx.payment.createMany({
    data: payments.map(
      ({
        victim,
        at,
        amount,
        fromInstitutionId = null,
        fromAccount,
        toInstitutionId,
        toAccount,
        toName = null,
        reference = null,
      }) => ({
        caseId,
        victimId: victims[victim]!.id,
        at: new Date(at),
        amount: BigInt(amount),
        fromInstitutionId,
        fromAccount: fromAccount ? plainAccount(fromAccount) : null,
        toInstitutionId,
        toAccount,
        toName,
        reference,
      }),
    ),
  });
}

/**
 * Kind of institution decides whether a receiving account is a bank account or a wallet, and how its number is read.
 * @throws Problem invalid, at the payment whose institution is of another kind or whose account cannot be one.
 */
export async function receivers(tx: Tx, input: Pick<CaseInput, "payments">): Promise<Received[]> {
  const ids = [...new Set(input.payments.map(({ toInstitutionId }) => toInstitutionId))];
  const known = new Map(
    (await tx.organisation.findMany({ where: { id: { in: ids } }, select: { id: true, kind: true } })).map(
      ({ id, kind }) => [id, kind],
    ),
  );
  const fields: Record<string, string> = {};
  const received = input.payments.map((payment, index) => {
    const kind = known.get(payment.toInstitutionId);
    const wallet = kind === "payment_intermediary";
    if (kind !== "bank" && !wallet) fields[`payments.${index}.toInstitutionId`] = "required";
    const account = normaliseTarget(wallet ? "e_wallet" : "bank_account", payment.toAccount);
    if (!account.ok) fields[`payments.${index}.toAccount`] = `targets.errors.${account.code}`;
    return { ...payment, toAccount: account.ok ? account.value : payment.toAccount, wallet };
  });
  if (Object.keys(fields).length > 0) throw new Problem("invalid", { fields });
  return received;
}
