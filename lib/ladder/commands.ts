import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record } from "@/lib/audit/record";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { type ChangedBy, Problem } from "@/lib/errors";
import type { EscalationModel } from "@/lib/generated/prisma/models";
import { mayOversee, urgeHours } from "./rules";

export type EscalationResult = { escalationId: string };

async function findEscalation(tx: Tx, actor: Actor, id: string): Promise<EscalationModel> {
  if (!mayOversee(actor)) throw new Problem("not-found");
  const found = await tx.escalation.findFirst({ where: { id, toOrgId: actor.orgId } });
  if (!found) throw new Problem("not-found");
  return found;
}

/**
 * All that climbed of the same request to the same organisation: a list shows it in one row. Locked in one order, through the policy
 * of updates: what climbed to another organisation locks nothing.
 */
async function holdAllOf(
  tx: Tx,
  actor: Actor,
  { id, requestId }: EscalationModel,
): Promise<EscalationModel[]> {
  await statement(
    tx,
    "select 1 from escalation where to_org_id = $3 and (id = $1 or request_id = $2) order by id for update",
    [id, requestId, actor.orgId],
  );
  return tx.escalation.findMany({
    where: { toOrgId: actor.orgId, OR: [{ id }, ...(requestId ? [{ requestId }] : [])] },
    orderBy: { id: "asc" },
  });
}

/** Is the clock behind it still owed? What was answered meanwhile needs neither note nor urging. */
async function assertOpen(tx: Tx, { deadlineId }: EscalationModel): Promise<void> {
  const clock = await tx.deadline.findUnique({ where: { id: deadlineId }, select: { state: true } });
  if (clock?.state !== "running" && clock?.state !== "paused")
    throw new Problem("not-now", { fields: { escalation: "ladder.ended" } });
}

const about = ({ id, code, rung }: EscalationModel) => ({
  subjectType: "escalation",
  subjectId: id,
  changes: { code, rung },
});

/**
 * "Đã nắm": whoever it climbed to has taken note of it, and of what else of the same request climbed to him.
 * @throws Problem not-found; not-now when it was taken note of already, with who did it last.
 */
export function acknowledgeEscalation(
  actor: Actor,
  input: { key: string; escalationId: string },
): Promise<EscalationResult> {
  return once(actor, "escalation.acknowledge", input, async (tx) => {
    const all = await holdAllOf(tx, actor, await findEscalation(tx, actor, input.escalationId));
    const unseen = all.filter(({ acknowledgedAt }) => acknowledgedAt === null);
    if (unseen.length === 0) throw new Problem("not-now", { by: await whoSaw(tx, actor, all) });
    const now = await databaseNow(tx);
    await tx.escalation.updateMany({
      where: { id: { in: unseen.map(({ id }) => id) } },
      data: { acknowledgedAt: now, acknowledgedById: actor.membershipId, version: { increment: 1 } },
    });
    for (const each of unseen) await record(tx, actor, { ...about(each), type: "escalation.acknowledged" });
    return { escalationId: input.escalationId };
  });
}

async function whoSaw(tx: Tx, actor: Actor, seen: readonly EscalationModel[]): Promise<ChangedBy> {
  const last = seen.reduce((a, b) => (a.acknowledgedAt! < b.acknowledgedAt! ? b : a));
  const { user } = await tx.membership.findUniqueOrThrow({
    where: { id: last.acknowledgedById! },
    select: { user: { select: { id: true, fullName: true } } },
  });
  return {
    name: user.fullName,
    at: last.acknowledgedAt!.toISOString(),
    what: "escalation.acknowledged",
    ...(user.id === actor.userId ? { isYou: true } : {}),
  };
}

/**
 * "Đôn đốc": asks the organisation's managers to answer; the worker tells them. Once in four hours of one request, whichever of its limits.
 * @throws Problem not-found; not-now with `ladder.tooSoon` or `ladder.ended` at the field `escalation`.
 */
export function urgeEscalation(
  actor: Actor,
  input: { key: string; escalationId: string },
): Promise<EscalationResult> {
  return once(actor, "escalation.urge", input, async (tx) => {
    const all = await holdAllOf(tx, actor, await findEscalation(tx, actor, input.escalationId));
    const found = all.find(({ id }) => id === input.escalationId);
    if (!found) throw new Problem("not-found");
    if (found.toOrgId === found.ownerOrgId) throw new Problem("not-allowed");
    await assertOpen(tx, found);
    const now = await databaseNow(tx);
    if (all.some(({ urgedAt }) => urgedAt && now.getTime() - urgedAt.getTime() < urgeHours * 3_600_000))
      throw new Problem("not-now", { fields: { escalation: "ladder.tooSoon" } });
    const { count } = await tx.escalation.updateMany({
      where: { id: found.id, version: found.version },
      data: {
        urgedAt: now,
        urgedById: actor.membershipId,
        urgeId: randomUUID(),
        urgeToldAt: null,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new Problem("changed-meanwhile");
    await record(tx, actor, { ...about(found), type: "escalation.urged" });
    return { escalationId: found.id };
  });
}
