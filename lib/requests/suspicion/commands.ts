import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertFreshProof } from "@/lib/access/fresh-proof";
import { once } from "@/lib/audit/once";
import { record } from "@/lib/audit/record";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { turnClock } from "@/lib/requests/clock";
import { aboutRequest, type HeldRequest, holdRequest, lastChange } from "@/lib/requests/find";
import { endHoldsOf } from "@/lib/requests/holds/end";
import { lifecycle } from "@/lib/requests/lifecycle";
import { isOpen } from "@/lib/requests/rules";
import { isGenuine } from "@/lib/requests/signing/envelope";
import { move, type StepResult } from "@/lib/requests/step";
import { holdForDoubt } from "./raise";
import type { restoreInput, reviewInput, suspectInput } from "./schema";

/**
 * The desk doubts that an order is real: it is held, its clock rests. While the order is open or young (see holdsSenderToo) every session
 * of its signer and drafter ends with the act, by the row's own trigger, and neither signs nor submits until a supervisor has decided.
 * @throws Problem not-found, not-allowed, not-now, changed-meanwhile (of two who doubt at once), key-reused, invalid (doubted enough).
 */
export function suspectRequest(actor: Actor, input: z.output<typeof suspectInput>): Promise<StepResult> {
  return once(actor, "request.suspect", input, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.suspect", input.version);
    const { version } = await holdForDoubt(tx, actor, request, input);
    return { requestId: request.id, version, status: request.status };
  });
}

/**
 * A supervisor who neither signed nor drafted it decides. Genuine: the clock goes on and the sender works again. Forged: the order is
 * withdrawn, whatever it was answered, and what is held by it is to be released; its sender stays held until he is let go by name.
 * @throws Problem "second-factor" without a fresh proof; "not-authentic" when an order that is not what was signed is called genuine;
 * not-found, not-allowed, not-now (nobody doubts it), changed-meanwhile.
 */
export function reviewRequest(actor: Actor, input: z.output<typeof reviewInput>): Promise<StepResult> {
  const { code: _, ...asked } = input;
  return once(actor, "request.review", asked, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.review", input.version);
    if (!request.suspectedAt) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    const now = await databaseNow(tx);
    assertFreshProof(actor, now);
    await decide(tx, actor, request, input.decision, now);
    return input.decision === "genuine"
      ? goOn(tx, actor, request, input.reason, now)
      : withdrawForged(tx, actor, request, input.reason, now);
  });
}

async function decide(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  decision: string,
  now: Date,
): Promise<void> {
  const restored = decision === "genuine" ? [actor.membershipId, now] : [null, null];
  const { count } = await statement(
    tx,
    `update suspicion set decided_by_id = $2, decided_at = $3, decision = $4, restored_by_id = $5, restored_at = $6
      where request_id = $1 and decided_at is null`,
    [request.id, actor.membershipId, now, decision, ...restored],
  );
  if (count === 0) throw new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });
}

const settled = { suspectedAt: null, suspicionNote: null } as const;

async function goOn(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  reason: string,
  now: Date,
): Promise<StepResult> {
  if (!(await isGenuine(tx, request))) throw new Problem("not-authentic");
  const waits = isOpen(request.status) && request.status !== "CLARIFICATION_NEEDED";
  const columns = await turnClock(tx, request, waits ? "resume" : undefined, now);
  const { count } = await tx.request.updateMany({
    where: { id: request.id, version: request.version },
    data: { ...settled, ...columns, suspicion: null, version: { increment: 1 }, updatedAt: now },
  });
  if (count === 0) throw new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });
  await record(tx, actor, {
    ...aboutRequest(request),
    type: "request.found_genuine",
    shared: true,
    reason,
    changes: { code: request.code },
  });
  return { requestId: request.id, version: request.version + 1, status: request.status };
}

async function withdrawForged(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  reason: string,
  now: Date,
): Promise<StepResult> {
  const step = lifecycle[request.status].review;
  if (!step) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
  const { figures } = await endHoldsOf(tx, request, now, "withdrawn");
  return move(
    tx,
    actor,
    { tx, request, now, step },
    {
      data: { ...settled, suspicion: "forged", closedAt: now, statedReason: reason },
      reason,
      changes: { ground: "forged", doubted: request.suspicion ?? "" },
      figures,
    },
  );
}

/**
 * The sender of an order that was found forged works again: his sign-in was made safe, or it was not he.
 * @throws Problem not-found, not-allowed, not-now (nobody is held by it), second-factor.
 */
export function restoreSender(
  actor: Actor,
  input: z.output<typeof restoreInput>,
): Promise<{ requestId: string }> {
  const { code: _, ...asked } = input;
  return once(actor, "request.restore_sender", asked, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.review");
    const now = await databaseNow(tx);
    assertFreshProof(actor, now);
    const { count } = await statement(
      tx,
      `update suspicion set restored_by_id = $2, restored_at = $3
        where request_id = $1 and decision = 'forged' and holds_sender and restored_at is null`,
      [request.id, actor.membershipId, now],
    );
    if (count === 0) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    await record(tx, actor, {
      ...aboutRequest(request),
      type: "request.sender_restored",
      shared: false,
      reason: input.reason,
      changes: { code: request.code },
    });
    return { requestId: request.id };
  });
}
