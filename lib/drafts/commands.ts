import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { canonical } from "@/lib/audit/once";
import { asActor, databaseNow, statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { storable } from "@/lib/storable";
import type { draftKeyInput, saveDraftInput } from "./schema";

/** More forms than anybody leaves half typed; the oldest goes, so that nobody fills the disk with drafts. */
const mostDrafts = 200;

/**
 * Keeps what the actor is typing in this membership, so that it survives a reload, a sign-out and another computer.
 * Not an act: nothing of it is recorded, and nobody else can read it.
 * @throws Problem "changed-meanwhile" when another window kept this form after `since`, unless it kept the very same.
 */
export function saveDraft(
  actor: Actor,
  input: z.output<typeof saveDraftInput>,
): Promise<{ savedAt: string }> {
  return asActor(actor, async (tx) => {
    const now = await databaseNow(tx);
    const body = storable(JSON.parse(JSON.stringify(input.body))) as Prisma.InputJsonObject;
    const where = { membershipId_key: { membershipId: actor.membershipId, key: input.key } };
    const kept = input.since === undefined ? null : await tx.draft.findUnique({ where });
    if (kept && kept.updatedAt.toISOString() !== input.since) {
      const savedAt = kept.updatedAt.toISOString();
      // The answer to an earlier try was lost on its way: it is this window's own.
      if (canonical(kept.body) === canonical(body)) return { savedAt };
      throw new Problem("changed-meanwhile", { by: { name: "", at: savedAt, what: "draft" } });
    }
    await tx.draft.upsert({
      where,
      create: {
        membershipId: actor.membershipId,
        userId: actor.userId,
        key: input.key,
        body,
        updatedAt: now,
      },
      update: { body, updatedAt: now },
    });
    await statement(
      tx,
      `delete from draft where id in
        (select id from draft where membership_id = $1 order by updated_at desc, key <> $2, id desc offset ${mostDrafts})`,
      [actor.membershipId, input.key],
    );
    return { savedAt: now.toISOString() };
  });
}

/** Drops a draft that was sent or thrown away. A missing one is as good as dropped. */
export function dropDraft(
  actor: Actor,
  input: z.output<typeof draftKeyInput>,
): Promise<{ dropped: boolean }> {
  return asActor(actor, async (tx) => {
    const { count } = await tx.draft.deleteMany({
      where: { membershipId: actor.membershipId, key: input.key },
    });
    return { dropped: count > 0 };
  });
}
