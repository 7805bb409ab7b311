import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { type HeldRequest, lastChange } from "@/lib/requests/find";
import { isGenuine } from "@/lib/requests/signing/envelope";

/**
 * What every act on an issued order asks first, whatever the screen offered: nobody doubts it, and for whoever is asked it is what was
 * signed with the key of the unit that asks.
 * @throws Problem "suspected" (told by whom), "not-authentic".
 */
export async function assertTrusted(tx: Tx, actor: Actor, request: HeldRequest): Promise<void> {
  if (request.suspectedAt) throw new Problem("suspected", { by: await lastChange(tx, request.id) });
  const isAsked = request.sentAt !== null && request.addresseeOrgId === actor.orgId;
  if (isAsked && !(await isGenuine(tx, request))) throw new Problem("not-authentic");
}
