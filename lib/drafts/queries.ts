import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db";
import type { SavedDraft } from "./schema";

/** What the actor left in this form, or null. */
export function getDraft(actor: Actor, key: string): Promise<SavedDraft | null> {
  return asActor(actor, async (tx) => {
    const found = await tx.draft.findUnique({
      where: { membershipId_key: { membershipId: actor.membershipId, key } },
    });
    return found
      ? { body: found.body as Record<string, unknown>, savedAt: found.updatedAt.toISOString() }
      : null;
  });
}
