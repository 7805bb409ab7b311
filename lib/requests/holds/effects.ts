import { Problem } from "@/lib/errors";
import type { Tx } from "@/lib/db";
import type { Delta } from "@/lib/figures/count";
import type { HoldModel, RequestItemModel, RequestModel } from "@/lib/generated/prisma/models";
import { plainAccount } from "@/lib/targets/kinds/bank-account";
import type { Clocked } from "@/lib/requests/clock";
import { kindOf } from "@/lib/requests/kinds";
import type { AnswerEffects } from "@/lib/requests/kinds/kind";
import { followHoldsOf } from "./expiry-clock";
import { extendHold } from "./extension";
import { letGo } from "./let-go";
import { lockHolds } from "./lock";
import { assertNotOwed } from "./owed";
import { endHoldClocks, latestOfSuspension, latestStarted } from "./suspension-clock";

type Held = Pick<RequestModel, "id" | "caseId" | "kindCode" | "addresseeOrgId" | "parentId" | "details"> &
  Clocked;

/** What the answers of one act share: when the order's suspension ends at the latest, asked once. */
export type Shared = { latest?: Date | null };
/** The counters' difference, and what the item itself keeps of its money (VND). */
export type Applied = {
  figures: Delta[];
  columns: Pick<RequestItemModel, "heldAmount" | "heldUntil" | "movedAmount" | "cashedOutAmount">;
};

/** Nothing was ever said of it: it has no transfers to replace and this order holds nothing of it. */
const isFirstAnswer = ({ version }: RequestItemModel): boolean => version === 1;

/**
 * Makes what an item's answer says about money true: the hold (one per order and account, never two), the onward transfers.
 * Gives back the counters' difference to what the same item said before, and what the item is to keep. Amounts VND.
 * @throws Problem "invalid" at the field when more is held than disputed without a ground the signer saw, or longer than allowed.
 */
export async function applyEffects(
  tx: Tx,
  request: Held,
  item: RequestItemModel,
  effects: AnswerEffects,
  now: Date,
  shared: Shared = {},
): Promise<Applied> {
  const held = effects.held?.amount ?? 0n;
  if (item.disputedAmount !== null && held > item.disputedAmount && !item.overGround) {
    throw new Problem("invalid", { fields: { "answer.amount": "money.overDisputed" } });
  }
  // An account's history is no word about what left a hold: the trail reads it, the figures do not.
  const movedOn = effects.isHistory ? undefined : effects.transfers;
  const moved = (movedOn ?? []).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  await replaceTransfers(tx, request, item, effects, now);
  const { takenOver, until: heldUntil } =
    held > 0n
      ? await placeHold(tx, request, item, effects, now, shared)
      : { takenOver: await endHold(tx, request.id, item, now), until: null };
  const released = effects.releases && request.parentId ? await letGo(tx, request.parentId, item, now) : 0n;
  if (effects.extendsTo) await extendHold(tx, request, item, effects.extendsTo, now);
  const cashedOut = effects.cashedOut ?? 0n;
  const change = (measure: Delta["measure"], before: bigint | null, after: bigint): Delta => ({
    measure,
    amount: after - (before ?? 0n),
    count: Number(after > 0n) - Number((before ?? 0n) > 0n),
  });
  const figures = [
    change("answer.held", (item.heldAmount ?? 0n) + (held > 0n ? takenOver : 0n), held),
    change("answer.moved_on", item.movedAmount, moved),
    change("answer.cashed_out", item.cashedOutAmount, cashedOut),
    { measure: "money.released" as const, amount: released, count: released > 0n ? 1 : 0 },
  ];
  return {
    figures,
    columns: {
      heldAmount: effects.held ? held : null,
      heldUntil,
      movedAmount: movedOn ? moved : null,
      cashedOutAmount: effects.cashedOut ?? null,
    },
  };
}

async function replaceTransfers(
  tx: Tx,
  request: Held,
  item: RequestItemModel,
  effects: AnswerEffects,
  now: Date,
): Promise<void> {
  if (!isFirstAnswer(item))
    await tx.transfer.updateMany({
      where: { itemId: item.id, supersededAt: null },
      data: { supersededAt: now },
    });
  if (!effects.transfers?.length) return;
  await assertInstitutions(tx, effects.transfers);
  await tx.transfer.createMany({
    data: effects.transfers.map(
      ({ at, amount, toInstitutionId, toAccount, toName, reference, direction, elsewhere }) => {
        const here = { account: item.value, institutionId: item.institutionId };
        const there = {
          // A wallet's address is what it is, capital letters and all.
          account: elsewhere?.place === "crypto" ? (toAccount ?? "") : plainAccount(toAccount ?? ""),
          institutionId: toInstitutionId ?? null,
        };
        const [from, to] = direction === "in" ? [there, here] : [here, there];
        return {
          caseId: request.caseId,
          requestId: request.id,
          itemId: item.id,
          reporterOrgId: request.addresseeOrgId,
          at: new Date(at),
          amount: BigInt(amount),
          fromAccount: from.account,
          fromInstitutionId: from.institutionId,
          toAccount: to.account,
          toInstitutionId: to.institutionId,
          toName: toName ?? null,
          reference: reference ?? null,
          elsewhere: elsewhere?.place ?? null,
          elsewhereName: elsewhere?.name ?? null,
          elsewhereCountry: elsewhere?.country ?? null,
          elsewhereSwift: elsewhere?.swift ?? null,
        };
      },
    ),
  });
}

/** Money goes on to banks and wallets of the register, where the trail's next layer is asked, or says where else. @throws Problem "invalid" at the field. */
async function assertInstitutions(tx: Tx, transfers: NonNullable<AnswerEffects["transfers"]>): Promise<void> {
  const ids = [...new Set(transfers.flatMap(({ toInstitutionId }) => toInstitutionId ?? []))];
  const known = await tx.organisation.findMany({
    where: { id: { in: ids }, kind: { in: ["bank", "payment_intermediary"] } },
    select: { id: true },
  });
  const row = transfers.findIndex(
    ({ toInstitutionId, elsewhere }) => !elsewhere && !known.some(({ id }) => id === toInstitutionId),
  );
  if (row >= 0)
    throw new Problem("invalid", { fields: { [`answer.transfers.${row}.toInstitutionId`]: "required" } });
}

/**
 * Places or corrects the order's hold. A freeze takes over what any other order of its case holds on the account; returns how much (VND).
 * What a freeze took over from a suspension is not held by the suspension a second time, however its answer is worded anew.
 */
async function placeHold(
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
    if (amount < active.amount) await assertNotOwed(tx, active, active.amount - amount);
    const untilAt = wished
      ? until(wished, suspension ? await latestOfHold(tx, active) : null)
      : active.untilAt;
    await tx.hold.updateMany({
      where: { id: active.id },
      data: { amount, untilAt, version: { increment: 1 } },
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

/** A corrected answer that holds nothing any more lets go what the first one held (VND). */
async function endHold(tx: Tx, requestId: string, item: RequestItemModel, now: Date): Promise<bigint> {
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
