import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { NotSent } from "@/lib/channels/result";
import { parseAddress, pin } from "@/lib/channels/webhook/address";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { codeForKeepers } from "./told-code";

/** @throws Problem not-allowed for whoever keeps no addresses. */
export function assertKeeps(actor: Actor): void {
  if (!may(actor, "webhook.keep")) throw new Problem("not-allowed");
}

/** Refuses an address that may not be reached, before anything is kept. @throws Problem invalid at `url`. */
export async function assertReachable(url: string, allowPrivate: boolean): Promise<void> {
  try {
    await pin(parseAddress(url, allowPrivate), allowPrivate);
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    throw new Problem("invalid", { fields: { url: `webhooks.errors.${codeForKeepers(error.code)}` } });
  }
}

/** One's own address. @throws Problem not-found. */
export async function assertOwn(
  tx: Tx,
  actor: Actor,
  endpointId: string,
): Promise<{ is_on: boolean; renews: boolean }> {
  const { rows } = await statement<{ is_on: boolean; renews: boolean }>(
    tx,
    `select is_on, coalesce(previous_until > clock_timestamp(), false) as renews from webhook_endpoint
      where id = $1 and org_id = $2 and removed_at is null`,
    [endpointId, actor.orgId],
  );
  if (!rows[0]) throw new Problem("not-found");
  return rows[0];
}

/** What was done with an address stands in the record. */
export const tellOf = (
  tx: Tx,
  actor: Actor,
  type: string,
  endpointId: string,
  changes: Record<string, string | boolean | string[]>,
) => record(tx, actor, { type, subjectType: "webhook_endpoint", subjectId: endpointId, changes });
