import type { Actor } from "@/lib/access/actor";
import { asActor, statement, type Tx } from "@/lib/db";
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
  const { rows } = await statement<{ key: string; body: SavedDraft["body"]; at: Date }>(
    tx,
    "select key, body, updated_at as at from draft where membership_id = $1::uuid and key = any($2::text[])",
    [actor.membershipId, keys],
  );
  return new Map(rows.map(({ key, body, at }) => [key, { body, savedAt: at.toISOString() }]));
}
