import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { seal } from "@/lib/access/crypto";
import { may } from "@/lib/access/policy";
import { once } from "@/lib/audit/once";
import { record } from "@/lib/audit/record";
import { NotSent } from "@/lib/channels/result";
import { parseAddress, pin } from "@/lib/channels/webhook/address";
import { newSecret, placeOfSecret } from "@/lib/channels/webhook/signature";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { Problem } from "@/lib/errors";
import type { addEndpointInput, changeEndpointInput, endpointInput, testEndpointInput } from "./schema";
import type { SecretShown } from "./types";

/** An organisation's systems are few; a list without end would be a way to send to everybody. */
export const mostEndpoints = 10;

function assertKeeps(actor: Actor): void {
  if (!may(actor, "webhook.keep")) throw new Problem("not-allowed");
}

/** Refuses an address that may not be reached, before anything is kept. @throws Problem invalid at `url`. */
async function assertReachable(url: string, allowPrivate: boolean): Promise<void> {
  try {
    await pin(parseAddress(url, allowPrivate), allowPrivate);
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    throw new Problem("invalid", { fields: { url: `webhooks.errors.${error.code}` } });
  }
}

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
    await tell(tx, actor, "webhook.added", id, { host: hostOf(input.url), topics: input.topics });
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
    await tell(tx, actor, "webhook.changed", input.endpointId, {
      host: hostOf(input.url),
      topics: input.topics,
      isOn: input.isOn,
    });
    return { endpointId: input.endpointId };
  });
}

/** A new secret, given back once; the one before it signs beside it for 24 hours. @throws Problem not-found, changed-meanwhile. */
export async function renewSecret(actor: Actor, input: z.output<typeof endpointInput>): Promise<SecretShown> {
  assertKeeps(actor);
  let secret: string | null = null;
  const result = await once(actor, "webhook.renew_secret", input, async (tx) => {
    await assertOwn(tx, actor, input.endpointId);
    secret = newSecret();
    await write(tx, input, "secret = $3", [seal(secret, placeOfSecret(input.endpointId))]);
    await tell(tx, actor, "webhook.secret_renewed", input.endpointId, {});
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
    await tell(tx, actor, "webhook.removed", input.endpointId, {});
    return { endpointId: input.endpointId };
  });
}

/** Plans a word of trial, which the sender takes like any other. @throws Problem not-found; not-now when it is switched off. */
export async function testEndpoint(
  actor: Actor,
  input: z.output<typeof testEndpointInput>,
): Promise<{ endpointId: string }> {
  assertKeeps(actor);
  return once(actor, "webhook.test", input, async (tx) => {
    const { is_on } = await assertOwn(tx, actor, input.endpointId);
    if (!is_on) throw new Problem("not-now");
    await statement(
      tx,
      "insert into delivery (event_id, org_id, channel, endpoint_id, topic) values ($1, $2, 'webhook', $3, 'webhook.test')",
      [randomUUID(), actor.orgId, input.endpointId],
    );
    await tell(tx, actor, "webhook.tested", input.endpointId, {});
    return { endpointId: input.endpointId };
  });
}

async function assertOwn(tx: Tx, actor: Actor, endpointId: string): Promise<{ is_on: boolean }> {
  const { rows } = await statement<{ is_on: boolean }>(
    tx,
    "select is_on from webhook_endpoint where id = $1 and org_id = $2 and removed_at is null",
    [endpointId, actor.orgId],
  );
  if (!rows[0]) throw new Problem("not-found");
  return rows[0];
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

const tell = (
  tx: Tx,
  actor: Actor,
  type: string,
  endpointId: string,
  changes: Record<string, string | boolean | string[]>,
) => record(tx, actor, { type, subjectType: "webhook_endpoint", subjectId: endpointId, changes });
