import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { aboutRequest, type HeldRequest, holdRequest, lastChange } from "@/lib/requests/find";
import type { objectInput, replyObjectionInput } from "./schema";

/** Both sides and the procuracy hear of it; the words stay between the police and the procuracy. */
async function told(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  type: string,
  shared: boolean,
): Promise<void> {
  await record(tx, actor, { ...aboutRequest(request), type, shared, changes: { code: request.code } });
  const orgIds = [request.requesterOrgId, request.addresseeOrgId, request.procuracyOrgId];
  await tell(
    tx,
    type,
    orgIds.filter((id) => id !== null),
    {
      caseId: request.caseId,
      requestId: request.id,
      urgent: true,
    },
  );
}

/**
 * The procuracy that was notified objects with reason. The order goes on until its unit withdraws it, lifts it or replies; its
 * addressee learns that there is an objection and whom to call, not its words.
 * @throws Problem not-found, not-allowed, not-now (over, or an objection waits for its reply), key-reused.
 */
export function objectToRequest(
  actor: Actor,
  input: z.output<typeof objectInput>,
): Promise<{ requestId: string }> {
  return once(actor, "request.object", input, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.object");
    if (request.status === "WITHDRAWN" || request.status === "EXPIRED") throw new Problem("not-now");
    const { count } = await statement(
      tx,
      `insert into objection (request_id, body, raised_by_id, raised_at) values ($1, $2, $3, $4)
        on conflict (request_id) where replied_at is null do nothing`,
      [request.id, input.reason, actor.membershipId, await databaseNow(tx)],
    );
    if (count === 0) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    await told(tx, actor, request, "request.objected", true);
    return { requestId: request.id };
  });
}

/** The unit keeps its order and says why. @throws Problem not-found, not-allowed, not-now (nothing waits for a reply), key-reused. */
export function replyToObjection(
  actor: Actor,
  input: z.output<typeof replyObjectionInput>,
): Promise<{ requestId: string }> {
  return once(actor, "request.replyObjection", input, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.replyObjection");
    const { count } = await statement(
      tx,
      "update objection set reply = $2, replied_by_id = $3, replied_at = $4 where request_id = $1 and replied_at is null",
      [request.id, input.reason, actor.membershipId, await databaseNow(tx)],
    );
    if (count === 0) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    await told(tx, actor, request, "request.objection_replied", true);
    return { requestId: request.id };
  });
}
