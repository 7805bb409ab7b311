import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { trialTopic } from "@/lib/channels/topics";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { assertKeeps, assertOwn, tellOf } from "./keep";
import type { testEndpointInput } from "./schema";
import { mostTrialsAnHour } from "./types";

/**
 * Plans a word of trial, which the sender takes like any other, once. The database refuses the same.
 * @throws Problem not-found; not-now when it is switched off or the last trial is still on its way; too-many after twenty in an hour.
 */
export async function testEndpoint(
  actor: Actor,
  input: z.output<typeof testEndpointInput>,
): Promise<{ endpointId: string }> {
  assertKeeps(actor);
  return once(actor, "webhook.test", input, async (tx) => {
    const { is_on } = await assertOwn(tx, actor, input.endpointId);
    if (!is_on) throw new Problem("not-now");
    await assertMayTry(tx, actor, input.endpointId);
    await statement(
      tx,
      "insert into delivery (event_id, org_id, channel, endpoint_id, topic) values ($1, $2, 'webhook', $3, $4)",
      [randomUUID(), actor.orgId, input.endpointId, trialTopic],
    );
    await tellOf(tx, actor, "webhook.tested", input.endpointId, {});
    return { endpointId: input.endpointId };
  });
}

async function assertMayTry(tx: Tx, actor: Actor, endpointId: string): Promise<void> {
  // Two at once are counted one after the other; the trigger `delivery_test_limit` waits at the same place.
  await statement(tx, "select pg_advisory_xact_lock(hashtextextended('webhook tests ' || $1::text, 0))", [
    actor.orgId,
  ]);
  const { rows } = await statement<{ is_open: boolean; tried: number }>(
    tx,
    `select coalesce(bool_or(endpoint_id = $2 and state in ('waiting', 'sending')), false) as is_open,
        (count(*) filter (where at > clock_timestamp() - interval '1 hour'))::int as tried
      from delivery where org_id = $1 and topic = 'webhook.test' and (at > clock_timestamp() - interval '1 hour' or state in ('waiting', 'sending'))`,
    [actor.orgId, endpointId],
  );
  if (rows[0]!.is_open) throw new Problem("not-now");
  if (rows[0]!.tried >= mostTrialsAnHour) throw new Problem("too-many");
}
