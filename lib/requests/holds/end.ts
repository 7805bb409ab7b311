import type { Tx } from "@/lib/db";
import type { Delta } from "@/lib/figures/count";
import type { RequestItemModel, RequestModel } from "@/lib/generated/prisma/models";
import { kindOf } from "@/lib/requests/kinds";
import { lockHolds } from "./lock";
import { assertNotOwed } from "./owed";
import { isFirstAnswer } from "./place";
import { endHoldClocks } from "./suspension-clock";

/** A corrected answer that holds nothing any more lets go what the first one held (VND). */
export async function endHold(tx: Tx, requestId: string, item: RequestItemModel, now: Date): Promise<bigint> {
  if (isFirstAnswer(item)) return 0n;
  const account = item.value;
  const active = await tx.hold.findMany({ where: { requestId, account, releasedAt: null } });
  if (active.length === 0) return 0n;
  for (const each of active) await assertNotOwed(tx, each);
  await tx.hold.updateMany({
    where: { id: { in: active.map(({ id }) => id) } },
    data: { releasedAt: now, releaseReason: "answer-corrected" },
  });
  return active.reduce((sum, { amount }) => sum + amount, 0n);
}

/**
 * Ends the active holds of an order that was withdrawn, or those of a suspension that have reached their last moment; the holder is
 * told to release. A hold that a freeze took over is not active any more. Returns the figures' change (VND) and what is still held.
 * @throws Problem "not-now" when an approved decision has still to give back out of one.
 */
export async function endHoldsOf(
  tx: Tx,
  request: Pick<RequestModel, "id" | "kindCode">,
  now: Date,
  reason: "withdrawn" | "lapsed",
): Promise<{ figures: Delta[]; left: number }> {
  const { hold } = kindOf(request.kindCode);
  if (hold === null || (reason === "lapsed" && hold !== "suspension")) return { figures: [], left: 0 };
  const over = {
    requestId: request.id,
    releasedAt: null,
    ...(reason === "lapsed" ? { untilAt: { lt: now } } : {}),
  };
  // An extension that is answered in the same moment waits, and finds what was ended; or was first, and the hold goes on.
  await lockHolds(tx, request.id);
  const ending = await tx.hold.findMany({ where: over });
  if (ending.length === 0) return { figures: [], left: 0 };
  for (const each of ending) await assertNotOwed(tx, each);
  await tx.hold.updateMany({ where: over, data: { releasedAt: now, releaseReason: reason } });
  const left = await tx.hold.count({ where: { requestId: request.id, releasedAt: null } });
  if (left === 0) await endHoldClocks(tx, request.id, now, reason === "lapsed" ? "done" : "cancelled");
  return {
    figures: [
      {
        measure: "money.released",
        count: ending.length,
        // What went back to victims is not let go a second time.
        amount: ending.reduce((sum, { amount, returnedAmount }) => sum + amount - returnedAmount, 0n),
      },
    ],
    left,
  };
}
