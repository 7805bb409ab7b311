import { Problem } from "@/lib/errors";
import type { Tx } from "@/lib/db";
import type { Delta } from "@/lib/figures/count";
import type { RequestItemModel } from "@/lib/generated/prisma/models";
import { plainAccount } from "@/lib/targets/kinds/bank-account";
import { kindOf } from "@/lib/requests/kinds";
import type { AnswerEffects } from "@/lib/requests/kinds/kind";
import { endHold } from "./end";
import { extendHold } from "./extension";
import { letGo } from "./let-go";
import { type Held, isFirstAnswer, placeHold, type Shared } from "./place";

/** The counters' difference, and what the item itself keeps of its money (VND). */
export type Applied = {
  figures: Delta[];
  columns: Pick<RequestItemModel, "heldAmount" | "heldUntil" | "movedAmount" | "cashedOutAmount">;
};

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
  const released = await releasedBy(tx, request, item, effects, now);
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

/**
 * What an answer lets go (VND). Money that was let go is gone: an answer that was sent back lets nothing go a second time, and does not
 * say afterwards that it let nothing go.
 * @throws Problem "invalid" at the field.
 */
async function releasedBy(
  tx: Tx,
  request: Held,
  item: RequestItemModel,
  { releases }: AnswerEffects,
  now: Date,
): Promise<bigint> {
  const before =
    item.outcome &&
    kindOf(request.kindCode).effects({ ...(item.answer as object), outcome: item.outcome } as never);
  if (before && before.releases) {
    if (!releases) throw new Problem("invalid", { fields: { "answer.outcome": "answer.letGo" } });
    return 0n;
  }
  return releases && request.parentId ? letGo(tx, request.parentId, item, now) : 0n;
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
