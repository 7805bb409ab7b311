import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { HoldModel } from "@/lib/generated/prisma/models";

/**
 * What an approved decision has still to give back to victims is not let go. `part`, in VND: only so much of the hold would go.
 * @throws Problem "not-now".
 */
export async function assertNotOwed(
  tx: Tx,
  hold: Pick<HoldModel, "id" | "amount" | "returnedAmount">,
  part?: bigint,
): Promise<void> {
  const shares = await tx.restitutionShare.findMany({
    where: { holdId: hold.id, cancelledAt: null, issuedAt: { not: null } },
    select: { amount: true, returned: true },
  });
  const owed = shares.reduce((sum, { amount, returned }) => sum + amount - returned, 0n);
  const kept = part === undefined ? 0n : hold.amount - hold.returnedAmount - part;
  if (owed > kept) throw new Problem("not-now");
}
