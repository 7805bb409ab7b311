import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { aboutRequest, holdRequest } from "@/lib/requests/find";
import { kindOf } from "@/lib/requests/kinds";
import type { recheckInput } from "./schema";

/**
 * Keeps that somebody of the unit looked again at what was taken down: gone still, or there again. Shown as open until it is gone.
 * @throws Problem not-found, not-allowed, changed-meanwhile; not-now for what was not taken down, or is known to be gone already.
 */
export function recordRecheck(
  actor: Actor,
  input: z.output<typeof recheckInput>,
): Promise<{ requestId: string }> {
  return once(actor, "request.recheck", input, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.recheck", input.version);
    const item = await tx.requestItem.findFirst({ where: { id: input.itemId, requestId: request.id } });
    if (!item) throw new Problem("not-found");
    const { rechecked } = kindOf(request.kindCode);
    if (!item.answeredAt || !item.outcome || !rechecked.includes(item.outcome)) throw new Problem("not-now");
    const before = await tx.recheck.findFirst({
      where: { itemId: item.id, checkedAt: { gte: item.answeredAt } },
      orderBy: { checkedAt: "desc" },
    });
    if (before?.isGone) throw new Problem("not-now");
    const now = await databaseNow(tx);
    await tx.recheck.createMany({
      data: [
        {
          requestId: request.id,
          itemId: item.id,
          isGone: input.isGone,
          note: input.note ?? null,
          checkedById: actor.userId,
          checkedAt: now,
        },
      ],
    });
    await record(tx, actor, {
      ...aboutRequest(request),
      type: "request.rechecked",
      shared: false,
      reason: input.note,
      changes: { code: request.code, item: item.position, isGone: input.isGone },
    });
    await tell(tx, "request.rechecked", [request.requesterOrgId], {
      caseId: request.caseId,
      requestId: request.id,
    });
    return { requestId: request.id };
  });
}
