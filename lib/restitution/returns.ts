import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { canOnMoney } from "@/lib/access/money-policy";
import { visibleRequests } from "@/lib/access/scope";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow, statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { count } from "@/lib/figures/count";
import { followHolds } from "@/lib/requests/holds/expiry-clock";
import { aboutRequest } from "@/lib/requests/find";
import { assertUndisputed } from "./disputes";
import type { recordReturnInput } from "./schema";

const minuteMs = 60_000;
const clockErrorMs = 10 * 60_000;

/**
 * The holder tells of a payment back: when, how much, under which reference. Parts are welcome; the hold ends by itself when all of it has
 * gone back. Ledger, trail and figures follow from the hold.
 * @throws Problem not-found, not-allowed, changed-meanwhile, not-now (called back, or the hold has ended), disputed, invalid (at the field).
 */
export function recordReturn(
  actor: Actor,
  input: z.output<typeof recordReturnInput>,
): Promise<{ shareId: string; version: number; returned: string; isWhole: boolean }> {
  return once(actor, "restitution.execute", input, async (tx) => {
    const seen = await tx.restitutionShare.findUnique({ where: { id: input.shareId } });
    if (!seen) throw new Problem("not-found");
    // The hold before the share, as whoever lets it go does: of two the second finds what the first has written.
    await statement(tx, "select 1 from hold where id = $1 for update", [seen.holdId]);
    await statement(tx, "select 1 from restitution_share where id = $1 for update", [seen.id]);
    const share = await tx.restitutionShare.findUniqueOrThrow({ where: { id: seen.id } });
    const order = await tx.request.findFirst({
      where: { AND: [{ id: share.requestId }, visibleRequests(actor)] },
    });
    const hold = await tx.hold.findUnique({ where: { id: share.holdId } });
    if (!order || !hold) throw new Problem("not-found");
    const like = {
      requesterOrgId: order.requesterOrgId,
      holderOrgId: share.issuedAt ? share.holderOrgId : null,
      sealedTo: order.sealedTo,
      memberIds: [],
    };
    if (!canOnMoney(actor, "restitution.read", like)) throw new Problem("not-found");
    if (!canOnMoney(actor, "restitution.execute", like)) throw new Problem("not-allowed");
    if (share.version !== input.version) throw new Problem("changed-meanwhile");
    if (share.cancelledAt || hold.releasedAt) throw new Problem("not-now");
    await assertUndisputed(tx, [hold.id]);
    const now = await databaseNow(tx);
    const [amount, at] = [BigInt(input.amount), new Date(input.returnedAt)];
    const fields: Record<string, string> = {};
    if (amount > share.amount - share.returned) fields.amount = "restitution.overShare";
    if (at.getTime() > now.getTime() + clockErrorMs) fields.returnedAt = "date.future";
    // A form writes minutes: what was done in the hold's own minute was not done before it.
    else if (at.getTime() + minuteMs <= hold.fromAt.getTime()) fields.returnedAt = "date.order";
    if (await tx.restitutionReturn.count({ where: { shareId: share.id, reference: input.reference } }))
      fields.reference = "restitution.referenceTwice";
    if (Object.keys(fields).length > 0) throw new Problem("invalid", { fields });
    await tx.restitutionReturn.createMany({
      data: [
        {
          shareId: share.id,
          decisionId: share.decisionId,
          caseId: share.caseId,
          holdId: hold.id,
          holderOrgId: share.holderOrgId,
          amount,
          returnedAt: at,
          reference: input.reference,
          recordedById: actor.userId,
          recordedAt: now,
        },
      ],
    });
    const returned = share.returned + amount;
    await tx.restitutionShare.updateMany({
      where: { id: share.id, version: share.version },
      data: { returned, version: { increment: 1 } },
    });
    const gone = hold.returnedAmount + amount;
    await tx.hold.updateMany({
      where: { id: hold.id, releasedAt: null },
      data: {
        returnedAmount: gone,
        version: { increment: 1 },
        ...(gone === hold.amount ? { releasedAt: now, releaseReason: "returned" } : {}),
      },
    });
    if (gone === hold.amount) await followHolds(tx, order, now);
    await count(tx, order, now, [{ measure: "money.returned", count: 1, amount }]);
    await record(tx, actor, {
      ...aboutRequest(order),
      type: "restitution.returned",
      shared: true,
      subjectType: "restitution",
      subjectId: share.decisionId,
      changes: { amount: amount.toString(), share: share.position },
    });
    await tell(tx, "restitution.returned", [order.requesterOrgId, order.addresseeOrgId], {
      caseId: order.caseId,
      requestId: order.id,
    });
    return {
      shareId: share.id,
      version: share.version + 1,
      returned: returned.toString(),
      isWhole: returned === share.amount,
    };
  });
}
