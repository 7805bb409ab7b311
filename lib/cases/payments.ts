import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { plainAccount } from "@/lib/targets/kinds/bank-account";
import type { CaseInput } from "./schema";

/** Writes what each victim paid. @throws Problem invalid, at the payment that names no victim of the report. */
export async function savePayments(
  tx: Tx,
  caseId: string,
  victims: { id: string }[],
  input: CaseInput,
): Promise<void> {
  const wrong = input.payments.findIndex(({ victim }) => !victims[victim]);
  if (wrong >= 0) throw new Problem("invalid", { fields: { [`payments.${wrong}.victim`]: "required" } });
  await tx.payment.createMany({
    data: input.payments.map(
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
        toAccount: plainAccount(toAccount),
        toName,
        reference,
      }),
    ),
  });
}

/** Kind of institution decides whether a receiving account is a bank account or a wallet. @throws Problem invalid for another kind. */
export async function receivers(tx: Tx, input: CaseInput) {
  const ids = [...new Set(input.payments.map(({ toInstitutionId }) => toInstitutionId))];
  const known = new Map(
    (await tx.organisation.findMany({ where: { id: { in: ids } }, select: { id: true, kind: true } })).map(
      ({ id, kind }) => [id, kind],
    ),
  );
  return input.payments.map((payment, index) => {
    const kind = known.get(payment.toInstitutionId);
    if (kind !== "bank" && kind !== "payment_intermediary")
      throw new Problem("invalid", { fields: { [`payments.${index}.toInstitutionId`]: "required" } });
    return { ...payment, wallet: kind === "payment_intermediary" };
  });
}
