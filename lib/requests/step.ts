import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { count, type Delta } from "@/lib/figures/count";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { RequestStatus } from "@/lib/generated/prisma/enums";
import { turnClock } from "./clock";
import { aboutRequest, type HeldRequest, holdRequest, lastChange } from "./find";
import { lifecycle, type RequestEvent, type Step, turnOf } from "./lifecycle";
import { holdingChanged } from "./suspicion/changed";
import { assertTrusted } from "./suspicion/trusted";

/** What every act on a request brings along. `version` is the one the screen was opened with. */
export type StepInput = { key: string; requestId: string; version: number };
export type StepResult = { requestId: string; version: number; status: RequestStatus };

/** What an act does beyond moving the status. Nothing given: the arrow's only goal. */
export type Effect = {
  to?: RequestStatus;
  data?: Prisma.RequestUncheckedUpdateManyInput;
  reason?: string;
  changes?: Prisma.InputJsonObject;
  figures?: Delta[];
};
export type Moment = { tx: Tx; request: HeldRequest; now: Date; step: Step };

/**
 * One way through for every arrow of the lifecycle, in one transaction:
 * scope → policy → lifecycle → guarded write → clock → figures → record → outbox, once per key.
 * @throws Problem not-found, not-allowed, not-now, suspected, not-authentic, changed-meanwhile (told by whom), key-reused.
 */
export function takeStep(
  actor: Actor,
  event: RequestEvent,
  input: StepInput,
  effectOf: (moment: Moment) => Promise<Effect> | Effect = () => ({}),
): Promise<StepResult> {
  return holdingChanged(
    actor,
    input.requestId,
    once(actor, `request.${event}`, input, (tx) => stepIn(tx, actor, event, input, effectOf)),
  );
}

/** The same within a transaction that is open already and has a key of its own. */
export async function stepIn(
  tx: Tx,
  actor: Actor,
  event: RequestEvent,
  input: Omit<StepInput, "key">,
  effectOf: (moment: Moment) => Promise<Effect> | Effect = () => ({}),
): Promise<StepResult> {
  const request = await holdRequest(tx, actor, input.requestId, `request.${event}`, input.version);
  const step = lifecycle[request.status][event];
  if (!step) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
  await assertTrusted(tx, actor, request);
  const now = await databaseNow(tx);
  return move(tx, actor, { tx, request, now, step }, await effectOf({ tx, request, now, step }));
}

/** The second half of the way, for acts that guard themselves otherwise (an answer guards its item, the clock has no screen). */
export async function move(
  tx: Tx,
  actor: Actor,
  { request, now, step }: Moment,
  effect: Effect,
): Promise<StepResult> {
  const to = effect.to ?? step.to[0];
  const columns = await turnClock(tx, request, turnOf(step, to), now);
  const { count: written } = await tx.request.updateMany({
    where: { id: request.id, version: request.version, status: request.status },
    data: { ...effect.data, ...columns, status: to, version: { increment: 1 }, updatedAt: now },
  });
  if (written === 0) throw new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });
  await count(tx, request, now, effect.figures ?? []);
  await record(tx, actor, {
    ...aboutRequest(request),
    type: step.emits,
    shared: step.shared,
    reason: effect.reason,
    changes: { status: [request.status, to], code: request.code, ...effect.changes },
  });
  const told = step.shared ? [request.requesterOrgId, request.addresseeOrgId] : [request.requesterOrgId];
  await tell(tx, step.emits, told, {
    caseId: request.caseId,
    requestId: request.id,
    urgent: request.urgency !== "normal",
  });
  return { requestId: request.id, version: request.version + 1, status: to };
}
