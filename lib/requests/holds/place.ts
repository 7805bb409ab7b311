import { Problem } from "@/lib/errors";
import type { Tx } from "@/lib/db";
import type { HoldModel, RequestItemModel, RequestModel } from "@/lib/generated/prisma/models";
import type { Clocked } from "@/lib/requests/clock";
import { kindOf } from "@/lib/requests/kinds";
import type { AnswerEffects } from "@/lib/requests/kinds/kind";
import { followHoldsOf } from "./expiry-clock";
import { assertNotOwed } from "./owed";
import { latestOfSuspension, latestStarted } from "./suspension-clock";

/** The order whose answer holds. */
export type Held = Pick<
  RequestModel,
  "id" | "caseId" | "kindCode" | "addresseeOrgId" | "parentId" | "details"
> &
  Clocked;

/** What the answers of one act share: when the order's suspension ends at the latest, asked once. */
export type Shared = { latest?: Date | null };

/** Nothing was ever said of it: it has no transfers to replace and this order holds nothing of it. */
export const isFirstAnswer = ({ version }: RequestItemModel): boolean => version === 1;

/**
 * Places or corrects the order's hold. A freeze takes over what any other order of its case holds on the account; returns how much (VND).
 * What a freeze took over from a suspension is not held by the suspension a second time, however its answer is worded anew.
 */
export async function placeHold(
  tx: Tx,
  request: Held,
  item: RequestItemModel,
  effects: AnswerEffects,
  now: Date,
  shared: Shared,
): Promise<{ takenOver: bigint; until: Date | null }> {
  const { amount, until: wished } = effects.held!;
  const suspension = kindOf(request.kindCode).hold === "suspension";
  const active = isFirstAnswer(item)
    ? null
    : await tx.hold.findFirst({ where: { requestId: request.id, account: item.value, releasedAt: null } });
  if (active) {
    // A part that another order let go since the answer stays let go, whatever is said anew of the answer's own moment.
    const gone =
      item.heldAmount !== null && item.heldAmount > active.amount ? item.heldAmount - active.amount : 0n;
    const left = amount - gone;
    if (left <= 0n) throw new Problem("invalid", { fields: { "answer.amount": "answer.belowLetGo" } });
    if (left < active.amount) await assertNotOwed(tx, active, active.amount - left);
    const untilAt = wished
      ? until(wished, suspension ? await latestOfHold(tx, active) : null)
      : active.untilAt;
    await tx.hold.updateMany({
      where: { id: active.id },
      data: { amount: left, untilAt, version: { increment: 1 } },
    });
    return { takenOver: 0n, until: untilAt };
  }
  if (suspension && (await isTakenOver(tx, item))) return { takenOver: 0n, until: null };
  // One clock per order for the longest time a suspension may last, asked once for all answers of one act.
  const latest = suspension ? (shared.latest ??= await latestStarted(tx, request, now)) : null;
  const untilAt = until(wished, latest);
  await tx.hold.createMany({
    data: [
      {
        caseId: request.caseId,
        requestId: request.id,
        itemId: item.id,
        holderOrgId: request.addresseeOrgId,
        account: item.value,
        amount,
        disputedAmount: item.disputedAmount ?? amount,
        overGround: item.overGround,
        fromAt: now,
        untilAt,
      },
    ],
  });
  return { takenOver: suspension ? 0n : await takeOver(tx, request, item.value, now), until: untilAt };
}

/** A hold that an extension moved may end as late as that; every other with its order's longest time. */
async function latestOfHold(tx: Tx, hold: Pick<HoldModel, "requestId" | "untilAt">): Promise<Date | null> {
  const latest = await latestOfSuspension(tx, hold.requestId);
  return latest && hold.untilAt && hold.untilAt > latest ? hold.untilAt : latest;
}

/** Whether a freeze holds now what this item's hold was. */
async function isTakenOver(tx: Tx, item: RequestItemModel): Promise<boolean> {
  if (isFirstAnswer(item)) return false;
  const past = await tx.hold.findMany({
    where: { itemId: item.id, releaseReason: "confirmed", confirmedById: { not: null } },
    select: { confirmedById: true },
  });
  if (past.length === 0) return false;
  const by = past.flatMap(({ confirmedById }) => confirmedById ?? []);
  const successors = { requestId: { in: by }, account: item.value, releasedAt: null };
  return (await tx.hold.count({ where: successors })) > 0;
}

/** A form writes minutes, and the clock of the screen is not the database's. */
const roundedMs = 60_000;

/**
 * An earlier end may be told, a later one than the law's never: nobody's words are changed unsaid. Nothing told is the latest.
 * @throws Problem "invalid" at the field.
 */
function until(wished: Date | null, latest: Date | null): Date | null {
  if (!wished || !latest) return wished ?? latest;
  if (wished.getTime() > latest.getTime() + roundedMs)
    throw new Problem("invalid", { fields: { "answer.until": "answer.untilTooLate" } });
  return wished < latest ? wished : latest;
}

/** @throws Problem "not-now" when an approved decision has still to give back out of what would be taken over. */
async function takeOver(tx: Tx, request: Held, account: string, now: Date): Promise<bigint> {
  const taken = await tx.hold.findMany({
    where: {
      caseId: request.caseId,
      holderOrgId: request.addresseeOrgId,
      account,
      releasedAt: null,
      requestId: { not: request.id },
    },
  });
  for (const hold of taken) {
    await assertNotOwed(tx, hold);
    await tx.hold.updateMany({
      where: { id: hold.id },
      data: { releasedAt: now, releaseReason: "confirmed", confirmedById: request.id },
    });
  }
  for (const orderId of new Set(taken.map(({ requestId }) => requestId)))
    await followHoldsOf(tx, orderId, now);
  // What went back to victims is held by nobody: the new order holds the rest.
  return taken.reduce((sum, { amount, returnedAmount }) => sum + amount - returnedAmount, 0n);
}
