import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { aboutRequest } from "@/lib/requests/find";
import { draftReleaseIn, releaseOf } from "./draft-release";
import { type HeldMoney, holdHeld } from "./find";
import type { HoldLink } from "@/lib/money/trail/hold-links";
import { factsOf, type Finding, findingOf } from "./links";
import { lookAtCase } from "./look";
import type { keepHoldInput, releaseHoldInput } from "./schema";

/** A hold that the trail does not lead to, as it is now and as the screen showed it. @throws Problem changed-meanwhile. */
async function lookedAt(
  tx: Tx,
  { hold }: HeldMoney,
  facts: string,
): Promise<{ link: HoldLink; finding: Finding }> {
  const link = (await lookAtCase(tx, hold.caseId)).get(hold.id);
  const finding = link ? findingOf(link) : null;
  // What was shown has changed: an answer came, or the money is a victim's after all.
  if (!link || !finding || factsOf(link) !== facts) throw new Problem("changed-meanwhile");
  return { link, finding };
}

/** Keeps a hold that the trail does not lead to, with a ground. It is quiet until something new is known of it. */
export function keepHold(actor: Actor, input: z.output<typeof keepHoldInput>): Promise<{ holdId: string }> {
  return once(actor, "hold.keep", input, async (tx) => {
    const held = await holdHeld(tx, actor, input.holdId, "hold.keep");
    const { finding } = await lookedAt(tx, held, input.facts);
    const { hold, order } = held;
    await tx.holdReview.createMany({
      data: [
        {
          holdId: hold.id,
          requestId: order.id,
          caseId: order.caseId,
          finding,
          facts: input.facts,
          ground: input.ground,
          reviewedById: actor.userId,
          reviewedAt: await databaseNow(tx),
        },
      ],
    });
    await record(tx, actor, {
      ...aboutRequest(order),
      type: "hold.kept",
      subjectType: "hold",
      subjectId: hold.id,
      reason: input.ground,
      changes: { finding, amount: hold.amount.toString() },
    });
    await tell(tx, "hold.kept", [order.requesterOrgId], { caseId: order.caseId, requestId: order.id });
    return { holdId: hold.id };
  });
}

/**
 * Drafts the order that lets a hold go which the trail does not lead to, or the surplus of one that holds more than was traced to it, and
 * hands it to the signer. @throws Problem changed-meanwhile (other facts), not-now (drafted already, or owed to victims), not-allowed.
 */
export function releaseUnlinked(
  actor: Actor,
  input: z.output<typeof releaseHoldInput>,
): Promise<{ requestId: string; status: string }> {
  return once(actor, "hold.draft_release", input, async (tx) => {
    const held = await holdHeld(tx, actor, input.holdId, "hold.draftRelease");
    const { link, finding } = await lookedAt(tx, held, input.facts);
    if (await releaseOf(tx, held.hold)) throw new Problem("not-now");
    const part = finding === "surplus" ? link.amount - link.linked : undefined;
    const release = await draftReleaseIn(tx, actor, held, input.grounds, part);
    await record(tx, actor, {
      ...aboutRequest(held.order),
      type: "hold.release_drafted",
      subjectType: "hold",
      subjectId: held.hold.id,
      changes: { finding, amount: (part ?? link.amount).toString() },
    });
    return { requestId: release.requestId, status: release.status };
  });
}
