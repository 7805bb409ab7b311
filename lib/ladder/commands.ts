import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record } from "@/lib/audit/record";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { EscalationModel } from "@/lib/generated/prisma/models";
import { mayOversee } from "./rules";

/** An organisation is urged about one thing once in so many hours. The database holds the same. */
export const urgeHours = 4;

export type EscalationResult = { escalationId: string };

async function holdEscalation(tx: Tx, actor: Actor, id: string): Promise<EscalationModel> {
  if (!mayOversee(actor)) throw new Problem("not-found");
  // Through the policy of updates: what climbed to another organisation locks nothing.
  await statement(tx, "select 1 from escalation where id = $1 for update", [id]);
  const found = await tx.escalation.findFirst({ where: { id, toOrgId: actor.orgId } });
  if (!found) throw new Problem("not-found");
  return found;
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
 * "Đã nắm": whoever it climbed to has taken note of it.
 * @throws Problem not-found; not-now when it was taken note of already.
 */
export function acknowledgeEscalation(
  actor: Actor,
  input: { key: string; escalationId: string },
): Promise<EscalationResult> {
  return once(actor, "escalation.acknowledge", input, async (tx) => {
    const found = await holdEscalation(tx, actor, input.escalationId);
    if (found.acknowledgedAt) throw new Problem("not-now");
    const now = await databaseNow(tx);
    const { count } = await tx.escalation.updateMany({
      where: { id: found.id, version: found.version },
      data: { acknowledgedAt: now, acknowledgedById: actor.membershipId, version: { increment: 1 } },
    });
    if (count === 0) throw new Problem("changed-meanwhile");
    await record(tx, actor, { ...about(found), type: "escalation.acknowledged" });
    return { escalationId: found.id };
  });
}

/**
 * "Đôn đốc": asks the organisation's managers to answer; the worker tells them. Once in four hours.
 * @throws Problem not-found; not-now with `ladder.tooSoon` or `ladder.ended` at the field `escalation`.
 */
export function urgeEscalation(
  actor: Actor,
  input: { key: string; escalationId: string },
): Promise<EscalationResult> {
  return once(actor, "escalation.urge", input, async (tx) => {
    const found = await holdEscalation(tx, actor, input.escalationId);
    if (found.toOrgId === found.ownerOrgId) throw new Problem("not-allowed");
    await assertOpen(tx, found);
    const now = await databaseNow(tx);
    if (found.urgedAt && now.getTime() - found.urgedAt.getTime() < urgeHours * 3_600_000)
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
