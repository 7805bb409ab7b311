import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { seal } from "@/lib/access/crypto";
import { once } from "@/lib/audit/once";
import { newSecret, placeOfSecret } from "@/lib/channels/webhook/signature";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { Problem } from "@/lib/errors";
import { assertKeeps, assertOwn, assertReachable, tellOf } from "./keep";
import type { addEndpointInput, changeEndpointInput, endpointInput } from "./schema";
import type { SecretShown } from "./types";

/** An organisation's systems are few; a list without end would be a way to send to everybody. */
export const mostEndpoints = 10;

/** What the record keeps of an address: its host. A path may hold a token of the receiver's. */
const hostOf = (url: string) => new URL(url).host;

/**
 * Adds an address to which the organisation's own system is told. The secret is given back once.
 * @throws Problem not-allowed; invalid at `url` (not https, private network, unknown name); not-now when there are ten.
 */
export async function addEndpoint(
  actor: Actor,
  input: z.output<typeof addEndpointInput>,
  allowPrivate = env().webhookAllowPrivate,
): Promise<SecretShown> {
  assertKeeps(actor);
  await assertReachable(input.url, allowPrivate);
  let secret: string | null = null;
  const result = await once(actor, "webhook.add", input, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`webhooks ${actor.orgId}`}, 0))`;
    const { rows } = await statement<{ count: number }>(
      tx,
      "select count(*)::int as count from webhook_endpoint where org_id = $1 and removed_at is null",
      [actor.orgId],
    );
    if (rows[0]!.count >= mostEndpoints) throw new Problem("not-now");
    const id = randomUUID();
    secret = newSecret();
    await statement(
      tx,
      `insert into webhook_endpoint (id, org_id, url, topics, secret, created_by_id, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        actor.orgId,
        input.url,
        input.topics,
        seal(secret, placeOfSecret(id)),
        actor.membershipId,
        await databaseNow(tx),
      ],
    );
    await tellOf(tx, actor, "webhook.added", id, { host: hostOf(input.url), topics: input.topics });
    return { endpointId: id };
  });
  return { ...result, secret };
}

/** Changes where and of what the system is told, or switches it off. @throws Problem as `addEndpoint`, not-found, changed-meanwhile. */
export async function changeEndpoint(
  actor: Actor,
  input: z.output<typeof changeEndpointInput>,
  allowPrivate = env().webhookAllowPrivate,
): Promise<{ endpointId: string }> {
  assertKeeps(actor);
  await assertReachable(input.url, allowPrivate);
  return once(actor, "webhook.change", input, async (tx) => {
    await assertOwn(tx, actor, input.endpointId);
    await write(tx, input, "url = $3, topics = $4, is_on = $5", [input.url, input.topics, input.isOn]);
    await tellOf(tx, actor, "webhook.changed", input.endpointId, {
      host: hostOf(input.url),
      topics: input.topics,
      isOn: input.isOn,
    });
    return { endpointId: input.endpointId };
  });
}

/**
 * A new secret, given back once; the one before it signs beside it for 24 hours, and is not dropped within them. The database refuses the same.
 * @throws Problem not-found, changed-meanwhile; not-now while the one before still signs.
 */
export async function renewSecret(actor: Actor, input: z.output<typeof endpointInput>): Promise<SecretShown> {
  assertKeeps(actor);
  let secret: string | null = null;
  const result = await once(actor, "webhook.renew_secret", input, async (tx) => {
    const { renews } = await assertOwn(tx, actor, input.endpointId);
    if (renews) throw new Problem("not-now");
    secret = newSecret();
    await write(tx, input, "secret = $3", [seal(secret, placeOfSecret(input.endpointId))]);
    await tellOf(tx, actor, "webhook.secret_renewed", input.endpointId, {});
    return { endpointId: input.endpointId };
  });
  return { ...result, secret };
}

/** Takes an address away; what still waits for it is not sent. @throws Problem not-found, changed-meanwhile. */
export async function removeEndpoint(
  actor: Actor,
  input: z.output<typeof endpointInput>,
): Promise<{ endpointId: string }> {
  assertKeeps(actor);
  return once(actor, "webhook.remove", input, async (tx) => {
    await assertOwn(tx, actor, input.endpointId);
    await write(tx, input, "is_on = false, removed_at = $3", [await databaseNow(tx)]);
    await tellOf(tx, actor, "webhook.removed", input.endpointId, {});
    return { endpointId: input.endpointId };
  });
}

async function write(
  tx: Tx,
  { endpointId, version }: { endpointId: string; version: number },
  set: string,
  values: unknown[],
): Promise<void> {
  const { count } = await statement(
    tx,
    `update webhook_endpoint set ${set}, version = version + 1 where id = $1 and version = $2 and removed_at is null`,
    [endpointId, version, ...values],
  );
  if (count === 0) throw new Problem("changed-meanwhile");
}
