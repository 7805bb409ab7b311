import type { z } from "zod";
import { administer, confirmEntry } from "@/lib/access/administer";
import type { Actor } from "@/lib/access/actor";
import { assertFirst } from "@/lib/audit/subject-history";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { LadderStepModel } from "@/lib/generated/prisma/models";
import { flawOf } from "./policy";
import type { confirmStepInput, ladderStepInput } from "./schema";

async function findStep(tx: Tx, id: string): Promise<LadderStepModel> {
  const found = await tx.ladderStep.findFirst({ where: { id, validTo: null } });
  if (!found) throw new Problem("not-found");
  return found;
}

/**
 * Changes when a step comes, or whether it does: the row in force ends now and another begins. Clocks that run keep the row with
 * which they began. A new row waits to be confirmed.
 * @throws Problem not-allowed, not-found, changed-meanwhile; invalid with `amount` where the ladder could not be climbed in its order.
 */
export function changeLadderStep(
  actor: Actor,
  input: z.output<typeof ladderStepInput>,
): Promise<{ id: string }> {
  return administer(actor, "ladder_step.change", input, async (tx, now) => {
    const old = await findStep(tx, input.id);
    const isShare = old.share !== null;
    const changed = {
      share: isShare ? input.amount : null,
      minutesAfter: isShare ? null : input.amount,
      enabled: input.enabled,
    };
    const others = await tx.ladderStep.findMany({
      where: { subject: old.subject, validTo: null, id: { not: old.id } },
    });
    const flaw = flawOf({ ...old, ...changed }, others);
    if (flaw) throw new Problem("invalid", { fields: { amount: `admin.errors.${flaw}` } });
    const written = await tx.ladderStep.updateMany({
      where: { id: old.id, version: input.version, validTo: null },
      data: { validTo: now, version: { increment: 1 } },
    });
    await assertFirst(tx, actor, { type: "ladder_step", ids: [old.id] }, written);
    const { subject, urgency, rung, recipient } = old;
    const { id } = await tx.ladderStep.create({
      data: {
        subject,
        urgency,
        rung,
        recipient,
        ...changed,
        verify: true,
        source: input.source,
        validFrom: now,
      },
      select: { id: true },
    });
    return {
      result: { id },
      act: {
        type: "ladder_step.changed",
        subjectType: "ladder_step",
        subjectId: old.id,
        changes: {
          subject,
          urgency,
          rung,
          [isShare ? "percent" : "minutesAfter"]: [old.share ?? old.minutesAfter, input.amount],
          enabled: [old.enabled, input.enabled],
          source: [old.source, input.source],
        },
      },
    };
  });
}

/** Confirms a default against its source. @throws Problem not-allowed, not-found, not-now, changed-meanwhile. */
export function confirmLadderStep(
  actor: Actor,
  input: z.output<typeof confirmStepInput>,
): Promise<{ id: string; version: number }> {
  return confirmEntry(actor, input, "ladder_step", {
    find: findStep,
    write: (tx, where, data) => tx.ladderStep.updateMany({ where: { ...where, validTo: null }, data }),
    subject: ({ id }) => ({ type: "ladder_step", ids: [id] }),
    about: ({ subject, rung }) => ({ changes: { subject, rung } }),
  });
}
