import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { visibleRequests } from "@/lib/access/scope";
import { asActor, statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { isGenuine } from "@/lib/requests/signing/envelope";
import { holdForDoubt } from "./raise";

/**
 * Whoever is asked has found an order that is not what was signed: it is held and those who have to know are told. Nobody's session
 * ends by it, for it says nothing about the sender. Does nothing to an order that is genuine, doubted already, or not his desk's.
 */
export function holdIfChanged(actor: Actor, requestId: string): Promise<{ held: boolean }> {
  return asActor(actor, async (tx) => {
    await statement(tx, "select 1 from request where id = $1 for update", [requestId]);
    const found = await tx.request.findFirst({ where: { AND: [{ id: requestId }, visibleRequests(actor)] } });
    if (!found?.sentAt || found.suspectedAt || found.addresseeOrgId !== actor.orgId) return { held: false };
    const request = { ...found, memberIds: [] };
    // Whoever of the desk sees it first: also somebody to whom it is not assigned.
    if (!can(actor, "request.read", request) || (await isGenuine(tx, found))) return { held: false };
    await holdForDoubt(tx, actor, request, { reason: "content_changed" });
    return { held: true };
  });
}

/** Lets an act of the desk through; one that was refused because the order is not what was signed holds the order before it says so. */
export async function holdingChanged<T>(actor: Actor, requestId: string, act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof Problem && error.code === "not-authentic")
      // The refusal is what the person has to hear; the next opening tries again when this could not be written now.
      await holdIfChanged(actor, requestId).catch(() => undefined);
    throw error;
  }
}
