import { endClocks, startClocks } from "@/lib/clocks/store";
import { spanOf } from "@/lib/clocks/term";
import type { Tx } from "@/lib/db";
import { kindOf } from "@/lib/requests/kinds";
import type { Clocked } from "@/lib/requests/clock";
import { endHoldClocks } from "./suspension-clock";

/**
 * Gives each hold of an order that has an end a clock for exactly that end, and ends the clocks of holds that are over or end another day.
 * Called by every act that touches holds. A suspension's end is its order's own clock (SUSPENSION_MAX), which ends with its last hold.
 */
export async function followHolds(tx: Tx, order: Clocked, now: Date): Promise<void> {
  if (kindOf(order.kindCode).hold === "suspension") {
    const left = await tx.hold.count({ where: { requestId: order.id, releasedAt: null } });
    if (left === 0) await endHoldClocks(tx, order.id, now, "done");
    return;
  }
  const clocks = await tx.deadline.findMany({
    where: { requestId: order.id, subject: "HOLD_EXPIRY", state: "running" },
    select: { id: true, subjectId: true, dueAt: true },
  });
  const holds = await tx.hold.findMany({
    where: { requestId: order.id, releasedAt: null, untilAt: { not: null } },
    select: { id: true, holderOrgId: true, fromAt: true, untilAt: true },
  });
  const endOf = new Map(holds.map(({ id, untilAt }) => [id, untilAt!.getTime()]));
  const past = clocks.filter(({ subjectId, dueAt }) => endOf.get(subjectId!) !== dueAt.getTime());
  if (past.length > 0) await endClocks(tx, { id: { in: past.map(({ id }) => id) } }, now, "done");
  const kept = new Set(clocks.filter((clock) => !past.includes(clock)).map(({ subjectId }) => subjectId));
  await startClocks(
    tx,
    holds
      .filter(({ id, untilAt }) => !kept.has(id) && untilAt! > now)
      .map(({ id, holderOrgId, untilAt }) => ({
        subject: "HOLD_EXPIRY",
        subjectType: "hold",
        subjectId: id,
        label: "HOLD_EXPIRY",
        // No rule gave this end: the holder's answer did.
        policy: { id: null, unit: "minutes", value: spanOf(now, untilAt!), verify: false, note: null },
        startsAt: now,
        dueAt: untilAt!,
        spanMinutes: spanOf(now, untilAt!),
        caseId: order.caseId,
        requestId: order.id,
        ownerOrgId: holderOrgId,
        requesterOrgId: order.requesterOrgId,
        provinceCode: order.provinceCode,
        kindCode: order.kindCode,
        restricted: order.restricted,
        sealedTo: order.sealedTo,
      })),
  );
}

/** The same for the order that this one extends or lifts. */
export async function followHoldsOf(tx: Tx, orderId: string | null, now: Date): Promise<void> {
  const order = orderId ? await tx.request.findUnique({ where: { id: orderId } }) : null;
  if (order) await followHolds(tx, order, now);
}
