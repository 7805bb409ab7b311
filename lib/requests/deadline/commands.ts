import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { RequestPermission } from "@/lib/access/policy";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { pausedQueueAt } from "@/lib/requests/clock";
import { aboutRequest, type HeldRequest, holdRequest, lastChange } from "@/lib/requests/find";
import { isOpen } from "@/lib/requests/rules";
import { assertNotHeld } from "@/lib/requests/suspicion/held";
import { type AnswerClock, latestExtension, openAnswerClock } from "./clock";
import type {
  agreeToWaiverInput,
  declineWaiverInput,
  extendDeadlineInput,
  proposeWaiverInput,
  takeBackWaiverInput,
} from "./schema";

type Input<Schema extends z.ZodType> = z.output<Schema>;
export type DeadlineResult = { requestId: string; version: number };
type At = { request: HeldRequest; clock: AnswerClock; now: Date };

/** The request held, with the clock that is spoken of. @throws Problem as `holdRequest`; not-now without an open clock; sender-held. */
async function clockedRequest(
  tx: Tx,
  actor: Actor,
  permission: RequestPermission,
  input: { requestId: string; version?: number },
): Promise<At> {
  const request = await holdRequest(tx, actor, input.requestId, permission, input.version);
  await assertNotHeld(tx);
  const clock = isOpen(request.status) && !request.suspectedAt ? await openAnswerClock(tx, request.id) : null;
  if (!clock) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
  return { request, clock, now: await databaseNow(tx) };
}

/**
 * Whoever asked gives more time for the answer, before it is over: what is late stays late. Both sides read why; the clock keeps where
 * it ended before.
 * @throws Problem invalid at `until` (not later, or beyond what its policy allows altogether); not-now while the clock rests, is over or
 * has ended; as every act on a request.
 */
export function extendDeadline(
  actor: Actor,
  input: Input<typeof extendDeadlineInput>,
): Promise<DeadlineResult> {
  return once(actor, "request.extendDeadline", input, async (tx) => {
    const { request, clock, now } = await clockedRequest(tx, actor, "request.extendDeadline", input);
    if (clock.state !== "running" || clock.dueAt < now)
      throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    const until = new Date(input.until);
    const refused = (code: string) => new Problem("invalid", { fields: { until: code } });
    if (until <= clock.dueAt) throw refused("deadline.notLater");
    if (until > (await latestExtension(tx, clock, request))) throw refused("deadline.tooLate");
    await statement(
      tx,
      "insert into deadline_extension (deadline_id, request_id, due_before, due_after, reason, extended_by_id) values ($1, $2, $3, $4, $5, $6)",
      [clock.id, request.id, clock.dueAt, until, input.reason, actor.userId],
    );
    const spanMinutes = clock.spanMinutes + Math.round((until.getTime() - clock.dueAt.getTime()) / 60_000);
    await reclock(tx, request, now, {
      clock: () =>
        tx.deadline.updateMany({
          where: { id: clock.id, state: "running" },
          data: { dueAt: until, spanMinutes },
        }),
      columns: { dueAt: until, queueAt: until, spanMinutes },
    });
    return leaveWord(tx, actor, request, {
      type: "request.deadline_extended",
      shared: true,
      reason: input.reason,
      changes: { dueAt: [clock.dueAt.toISOString(), until.toISOString()] },
    });
  });
}

/** An investigator who works on it proposes that nobody need keep this limit. It runs on until a commander agrees. @throws not-now when one is proposed already. */
export function proposeWaiver(
  actor: Actor,
  input: Input<typeof proposeWaiverInput>,
): Promise<DeadlineResult> {
  return once(actor, "request.proposeWaiver", input, async (tx) => {
    const { request, clock } = await clockedRequest(tx, actor, "request.proposeWaiver", input);
    if (await openWaiver(tx, clock.id))
      throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    await statement(
      tx,
      "insert into deadline_waiver (deadline_id, request_id, reason, proposed_by_id) values ($1, $2, $3, $4)",
      [clock.id, request.id, input.reason, actor.userId],
    );
    return leaveWord(tx, actor, request, { type: "request.waiver_proposed", reason: input.reason });
  });
}

/**
 * A commander other than the proposer agrees: the clock is cancelled, and the answer is counted neither in time nor late.
 * @throws Problem not-allowed for the proposer; not-now when this proposal is answered or its clock has ended by now.
 */
export function agreeToWaiver(
  actor: Actor,
  input: Input<typeof agreeToWaiverInput>,
): Promise<DeadlineResult> {
  return once(actor, "request.waiveDeadline", input, async (tx) => {
    const { request, clock, now } = await clockedRequest(tx, actor, "request.waiveDeadline", input);
    const reason = await decide(tx, actor, request, clock, input.waiverId, "waived", null);
    await reclock(tx, request, now, {
      clock: () =>
        tx.deadline.updateMany({
          where: { id: clock.id, state: clock.state },
          data: { state: "cancelled", endedAt: now, pausedAt: null },
        }),
      columns: { dueAt: null, queueAt: pausedQueueAt, spanMinutes: null },
    });
    return leaveWord(tx, actor, request, { type: "request.deadline_waived", shared: true, reason });
  });
}

/** A commander declines with a reason: the clock runs on. @throws as agreeing. No version: that the desk went on meanwhile changes nothing. */
export function declineWaiver(
  actor: Actor,
  input: Input<typeof declineWaiverInput>,
): Promise<DeadlineResult> {
  return once(actor, "request.declineWaiver", input, async (tx) => {
    const { requestId } = input;
    const { request, clock } = await clockedRequest(tx, actor, "request.waiveDeadline", { requestId });
    await decide(tx, actor, request, clock, input.waiverId, "declined", input.reason);
    return leaveWord(tx, actor, request, { type: "request.waiver_declined", reason: input.reason });
  });
}

/** Whoever proposed it takes it back while nobody has decided: the clock runs on. @throws not-allowed for anybody else; as declining. */
export function takeBackWaiver(
  actor: Actor,
  input: Input<typeof takeBackWaiverInput>,
): Promise<DeadlineResult> {
  return once(actor, "request.takeBackWaiver", input, async (tx) => {
    const { requestId } = input;
    const { request, clock } = await clockedRequest(tx, actor, "request.proposeWaiver", { requestId });
    await decide(tx, actor, request, clock, input.waiverId, "taken_back", null);
    return leaveWord(tx, actor, request, { type: "request.waiver_taken_back" });
  });
}

async function openWaiver(tx: Tx, deadlineId: string) {
  return tx.deadlineWaiver.findFirst({
    where: { deadlineId, decision: null },
    select: { id: true, proposedById: true, reason: true },
  });
}

async function decide(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  clock: AnswerClock,
  waiverId: string,
  decision: "waived" | "declined" | "taken_back",
  answer: string | null,
): Promise<string> {
  const open = await openWaiver(tx, clock.id);
  if (open?.id !== waiverId) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
  // Two people where something is decided, one where he changes his mind.
  if ((open.proposedById === actor.userId) !== (decision === "taken_back")) throw new Problem("not-allowed");
  await statement(
    tx,
    `update deadline_waiver set decision = $2, decided_by_id = $3, decided_at = date_trunc('milliseconds', clock_timestamp()),
        decided_tx = pg_current_xact_id()::text::bigint, answer = $4 where id = $1 and decision is null`,
    [waiverId, decision, actor.userId, answer],
  );
  return open.reason;
}

/** Moves the clock, and with it what the request's lists show of it. The database believes the session only with the row written before. */
async function reclock(
  tx: Tx,
  request: HeldRequest,
  now: Date,
  change: {
    clock: () => PromiseLike<{ count: number }>;
    columns: { dueAt: Date | null; queueAt: Date; spanMinutes: number | null };
  },
): Promise<void> {
  await statement(tx, "select set_config('app.reclocking', $1, true)", [request.id]);
  const moved = await change.clock();
  const { count } = await tx.request.updateMany({
    where: { id: request.id, version: request.version },
    data: { ...change.columns, version: { increment: 1 }, updatedAt: now },
  });
  if (moved.count === 0 || count === 0)
    throw new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });
  await statement(tx, "select set_config('app.reclocking', '', true)", []);
}

async function leaveWord(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  act: { type: string; shared?: boolean; reason?: string; changes?: Record<string, string[]> },
): Promise<DeadlineResult> {
  const shared = act.shared ?? false;
  await record(tx, actor, {
    ...aboutRequest(request),
    ...act,
    shared,
    changes: { code: request.code, ...act.changes },
  });
  const told = shared ? [request.requesterOrgId, request.addresseeOrgId] : [request.requesterOrgId];
  await tell(tx, act.type, told, { caseId: request.caseId, requestId: request.id });
  return { requestId: request.id, version: shared ? request.version + 1 : request.version };
}
