import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { administer } from "@/lib/access/administer";
import { statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { discardDeliveryInput, retryDeliveryInput, retryReceiverInput } from "./schema";

/** Sends a line again, now and for another day. @throws Problem not-allowed, not-found; not-now when it is sent or discarded already. */
export function retryDelivery(
  actor: Actor,
  input: z.output<typeof retryDeliveryInput>,
): Promise<{ deliveryId: string }> {
  return administer(actor, "delivery.retry", input, async (tx, now) => {
    const changes = await find(tx, input.deliveryId);
    const { count } = await statement(
      tx,
      `update delivery set state = 'waiting', attempts = 0, due_at = $2, next_at = $2 where id = $1 and state in ('waiting', 'dead')`,
      [input.deliveryId, now],
    );
    if (count === 0) throw new Problem("not-now");
    return {
      result: { deliveryId: input.deliveryId },
      act: act("delivery.retried", input.deliveryId, changes),
    };
  });
}

/** Ends a line unsent and says why. @throws Problem not-allowed, not-found; not-now when it is sent or discarded already. */
export function discardDelivery(
  actor: Actor,
  input: z.output<typeof discardDeliveryInput>,
): Promise<{ deliveryId: string }> {
  return administer(actor, "delivery.discard", input, async (tx) => {
    const changes = await find(tx, input.deliveryId);
    const { count } = await statement(
      tx,
      `update delivery set state = 'discarded', reason = $2, discarded_by_id = $3 where id = $1 and state in ('waiting', 'dead')`,
      [input.deliveryId, input.reason, actor.membershipId],
    );
    if (count === 0) throw new Problem("not-now");
    return {
      result: { deliveryId: input.deliveryId },
      act: { ...act("delivery.discarded", input.deliveryId, changes), reason: input.reason },
    };
  });
}

/** Sends again all that waits for one receiver or was given up there. @throws Problem not-allowed; not-found when there is nothing. */
export function retryReceiver(
  actor: Actor,
  input: z.output<typeof retryReceiverInput>,
): Promise<{ count: number }> {
  return administer(actor, "delivery.retry_all", input, async (tx, now) => {
    const { count } = await statement(
      tx,
      `update delivery set state = 'waiting', attempts = 0, due_at = $3, next_at = $3
        where channel = $1 and coalesce(endpoint_id, org_id) = $2 and state in ('waiting', 'dead')`,
      [input.channel, input.receiverId, now],
    );
    if (count === 0) throw new Problem("not-found");
    return {
      result: { count },
      act: {
        type: "delivery.retried_all",
        subjectType: input.channel === "webhook" ? "webhook_endpoint" : "organisation",
        subjectId: input.receiverId,
        changes: { deliveryChannel: input.channel, deliveries: count },
      },
    };
  });
}

type Found = { deliveryChannel: string; topic: string; resultCode: string | null };

async function find(tx: Parameters<typeof statement>[0], id: string): Promise<Found> {
  const { rows } = await statement<Found>(
    tx,
    `select channel as "deliveryChannel", topic, last_code as "resultCode" from delivery where id = $1`,
    [id],
  );
  if (!rows[0]) throw new Problem("not-found");
  return { ...rows[0] };
}

const act = (type: string, id: string, changes: Found) => ({
  type,
  subjectType: "delivery",
  subjectId: id,
  changes: { ...changes },
});
