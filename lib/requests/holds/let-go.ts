import type { Tx } from "@/lib/db";
import type { RequestItemModel } from "@/lib/generated/prisma/models";
import { textIn } from "@/lib/requests/told";
import { lockHolds } from "./lock";
import { assertNotOwed } from "./owed";

/** How much of a hold an order lets go, in VND; undefined for all of it. */
export function partIn(details: RequestItemModel["details"]): bigint | undefined {
  const digits = textIn(details, "partAmount");
  return digits && /^\d{1,18}$/.test(digits) ? BigInt(digits) : undefined;
}

/**
 * Ends the hold that an order lifts at this account, or makes it smaller by the part that the order names. What went back to victims is
 * not let go a second time. Returns what the account's holder has again, in VND.
 * @throws Problem "not-now" when an approved decision has still to give money of it back.
 */
export async function letGo(
  tx: Tx,
  parentId: string,
  item: Pick<RequestItemModel, "value" | "details">,
  now: Date,
): Promise<bigint> {
  const part = partIn(item.details);
  let released = 0n;
  await lockHolds(tx, parentId);
  for (const hold of await tx.hold.findMany({
    where: { requestId: parentId, account: item.value, releasedAt: null },
  })) {
    const left = hold.amount - hold.returnedAmount;
    const isPart = part !== undefined && part < left;
    await assertNotOwed(tx, hold, isPart ? part : undefined);
    await tx.hold.updateMany({
      where: { id: hold.id, releasedAt: null },
      data: isPart
        ? { amount: hold.amount - part, version: { increment: 1 } }
        : { releasedAt: now, releaseReason: "unfrozen" },
    });
    released += isPart ? part : left;
  }
  return released;
}
