import { Problem } from "@/lib/errors";
import type { Tx } from "@/lib/db";
import type { Delta } from "@/lib/figures/count";
import type { RequestItemModel, RequestModel } from "@/lib/generated/prisma/models";
import { plainAccount } from "@/lib/targets/kinds/bank-account";
import { startDeadlines } from "@/lib/requests/clock";
import { kindOf } from "@/lib/requests/kinds";
import type { AnswerEffects } from "@/lib/requests/kinds/kind";
import { endHoldClocks, extendHold } from "./extension";
import { letGo } from "./let-go";
import { assertNotOwed } from "./owed";

type Held = Pick<RequestModel, "id" | "caseId" | "kindCode" | "addresseeOrgId" | "parentId"> &
  Parameters<typeof startDeadlines>[1];

/**
 * Makes what an item's answer says about money true: the hold (one per order and account, never two), the onward transfers,
 * and the counters' difference to what the same item said before. Amounts VND.
 * @throws Problem "invalid" at the field when more is held than disputed without a ground the signer saw, or longer than allowed.
 */
export async function applyEffects(
  tx: Tx,
  request: Held,
  item: RequestItemModel,
  effects: AnswerEffects,
  now: Date,
  specialisedCyber: boolean,
): Promise<Delta[]> {
  const held = effects.held?.amount ?? 0n;
  if (item.disputedAmount !== null && held > item.disputedAmount && !item.overGround) {
    throw new Problem("invalid", { fields: { "answer.amount": "money.overDisputed" } });
  }
  // An account's history is no word about what left a hold: the trail reads it, the figures do not.
  const movedOn = effects.isHistory ? undefined : effects.transfers;
  const moved = (movedOn ?? []).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  await replaceTransfers(tx, request, item, effects, now);
  const takenOver =
    held > 0n
      ? await placeHold(tx, request, item, effects, now, specialisedCyber)
      : await endHold(tx, request.id, item.value, now, "answer-corrected");
  const released = effects.releases && request.parentId ? await letGo(tx, request.parentId, item, now) : 0n;
  if (effects.extendsTo) await extendHold(tx, request, item, effects.extendsTo, now, specialisedCyber);
  const cashedOut = effects.cashedOut ?? 0n;
  await tx.requestItem.updateMany({
    where: { id: item.id },
    data: {
      heldAmount: effects.held ? held : null,
      heldUntil: effects.held ? await untilOf(tx, request.id, item.value) : null,
      movedAmount: movedOn ? moved : null,
      cashedOutAmount: effects.cashedOut ?? null,
    },
  });
  const change = (measure: Delta["measure"], before: bigint | null, after: bigint): Delta => ({
    measure,
    amount: after - (before ?? 0n),
    count: Number(after > 0n) - Number((before ?? 0n) > 0n),
  });
  return [
    change("answer.held", (item.heldAmount ?? 0n) + (held > 0n ? takenOver : 0n), held),
    change("answer.moved_on", item.movedAmount, moved),
    change("answer.cashed_out", item.cashedOutAmount, cashedOut),
    { measure: "money.released", amount: released, count: released > 0n ? 1 : 0 },
  ];
}

async function replaceTransfers(
  tx: Tx,
  request: Held,
  item: RequestItemModel,
  effects: AnswerEffects,
  now: Date,
): Promise<void> {
  await tx.transfer.updateMany({
    where: { itemId: item.id, supersededAt: null },
    data: { supersededAt: now },
  });
  if (!effects.transfers?.length) return;
  await assertInstitutions(tx, effects.transfers);
  await tx.transfer.createMany({
    data: effects.transfers.map(
      ({ at, amount, toInstitutionId, toAccount, toName, reference, direction }) => {
        const here = { account: item.value, institutionId: item.institutionId };
        const there = { account: plainAccount(toAccount), institutionId: toInstitutionId };
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
        };
      },
    ),
  });
}

/** Money goes on to banks and wallets of the register: the trail's next layer is asked there. @throws Problem "invalid" at the field. */
async function assertInstitutions(tx: Tx, transfers: NonNullable<AnswerEffects["transfers"]>): Promise<void> {
  const ids = [...new Set(transfers.map(({ toInstitutionId }) => toInstitutionId))];
  const known = await tx.organisation.findMany({
    where: { id: { in: ids }, kind: { in: ["bank", "payment_intermediary"] } },
    select: { id: true },
  });
  const row = transfers.findIndex(({ toInstitutionId }) => !known.some(({ id }) => id === toInstitutionId));
  if (row >= 0)
    throw new Problem("invalid", { fields: { [`answer.transfers.${row}.toInstitutionId`]: "required" } });
}

/** Places or corrects the order's hold. A freeze takes a suspension's hold over; returns how much it took over (VND). */
async function placeHold(
  tx: Tx,
  request: Held,
  item: RequestItemModel,
  effects: AnswerEffects,
  now: Date,
  specialisedCyber: boolean,
): Promise<bigint> {
  const { amount, until: wished } = effects.held!;
  const suspension = kindOf(request.kindCode).hold === "suspension";
  let latest: Date | null = null;
  if (suspension) {
    // One clock per order for the longest time a suspension may last (AML law 2022 art. 44, to be confirmed).
    const known = await tx.deadline.findFirst({
      where: { requestId: request.id, subject: "SUSPENSION_MAX", state: "running" },
    });
    latest =
      known?.dueAt ?? (await startDeadlines(tx, request, ["SUSPENSION_MAX"], specialisedCyber, now))[0].dueAt;
  }
  const active = await tx.hold.findFirst({
    where: { requestId: request.id, account: item.value, releasedAt: null },
  });
  if (active) {
    await tx.hold.updateMany({
      where: { id: active.id },
      data: { amount, untilAt: wished ? until(wished, latest) : active.untilAt, version: { increment: 1 } },
    });
    return 0n;
  }
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
        untilAt: until(wished, latest),
      },
    ],
  });
  return suspension ? 0n : takeOver(tx, request, item.value, now);
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

async function takeOver(tx: Tx, request: Held, account: string, now: Date): Promise<bigint> {
  const suspended = await tx.hold.findMany({
    where: {
      caseId: request.caseId,
      holderOrgId: request.addresseeOrgId,
      account,
      releasedAt: null,
      requestId: { not: request.id },
    },
  });
  for (const hold of suspended) {
    await tx.hold.updateMany({
      where: { id: hold.id },
      data: { releasedAt: now, releaseReason: "confirmed", confirmedById: request.id },
    });
    const left = await tx.hold.count({ where: { requestId: hold.requestId, releasedAt: null } });
    if (left === 0) await endHoldClocks(tx, hold.requestId, now, "done");
  }
  return suspended.reduce((sum, { amount }) => sum + amount, 0n);
}

async function endHold(
  tx: Tx,
  requestId: string,
  account: string,
  now: Date,
  reason: string,
): Promise<bigint> {
  const active = await tx.hold.findMany({ where: { requestId, account, releasedAt: null } });
  if (active.length === 0) return 0n;
  for (const each of active) await assertNotOwed(tx, each);
  await tx.hold.updateMany({
    where: { id: { in: active.map(({ id }) => id) } },
    data: { releasedAt: now, releaseReason: reason },
  });
  return active.reduce((sum, { amount }) => sum + amount, 0n);
}

async function untilOf(tx: Tx, requestId: string, account: string): Promise<Date | null> {
  return (
    (await tx.hold.findFirst({ where: { requestId, account, releasedAt: null }, select: { untilAt: true } }))
      ?.untilAt ?? null
  );
}

/**
 * Ends the active holds of a suspension that was withdrawn, or those that have reached their last moment; the holder is told
 * to release. A hold that a freeze took over is not active any more. Returns the figures' change (VND) and what is still held.
 */
export async function releaseSuspensions(
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
