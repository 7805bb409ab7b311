import type { Actor } from "@/lib/access/actor";
import { asActor, type Tx } from "@/lib/db";
import type { DraftModel } from "@/lib/generated/prisma/models";
import type { SavedDraft } from "./schema";

/** What the actor left in this form, or null. */
export function getDraft(actor: Actor, key: string): Promise<SavedDraft | null> {
  return asActor(actor, async (tx) => (await draftsOf(tx, actor, [key])).get(key) ?? null);
}

/** The same for several forms of one screen, by key. */
export async function draftsOf(
  tx: Tx,
  actor: Actor,
  keys: readonly string[],
): Promise<Map<string, SavedDraft>> {
  if (keys.length === 0) return new Map();
  const found = await tx.draft.findMany({
    where: { membershipId: actor.membershipId, key: { in: [...keys] } },
  });
  return new Map(found.map((draft) => [draft.key, savedOf(draft)]));
}

const savedOf = ({ body, updatedAt }: DraftModel): SavedDraft => ({
  body: body as Record<string, unknown>,
  savedAt: updatedAt.toISOString(),
});
