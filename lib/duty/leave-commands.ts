import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { formatDateTime } from "@/lib/i18n/local-time";
import { addDays, startOf } from "@/lib/local-days";
import { assertColleague, onRoster } from "./keep";
import type { addLeaveInput, cancelLeaveInput } from "./schema";

/**
 * Enters that somebody is away, from the first to the last day. His shifts in these days stand until somebody else takes them, shown
 * as uncovered; he is not called. `uncovered` counts them. @throws Problem not-allowed; invalid at the field.
 */
export function addLeave(
  actor: Actor,
  input: z.output<typeof addLeaveInput>,
): Promise<{ id: string; uncovered: number }> {
  return onRoster(actor, "duty.manage", "duty.addLeave", input, async (tx, now) => {
    const { membershipId, reason } = input;
    const [fromAt, toAt] = [startOf(input.from), startOf(addDays(input.to, 1))];
    if (toAt <= now) throw new Problem("invalid", { fields: { to: "duty.errors.past" } });
    if (toAt.getTime() - fromAt.getTime() > 366 * 86_400_000)
      throw new Problem("invalid", { fields: { to: "duty.errors.tooLong" } });
    await assertColleague(tx, actor, membershipId, now);
    const { rows } = await statement<{ id: string }>(
      tx,
      "insert into duty_leave (org_id, membership_id, from_at, to_at, reason) values ($1, $2, $3, $4, $5) returning id",
      [actor.orgId, membershipId, fromAt, toAt, reason],
    );
    const uncovered = await tx.dutyShift.count({
      where: { membershipId, cancelledAt: null, fromAt: { lt: toAt }, toAt: { gt: fromAt } },
    });
    const id = rows[0]!.id;
    return {
      result: { id, uncovered },
      act: {
        type: "duty.leave_added",
        subjectType: "duty_leave",
        subjectId: id,
        changes: {
          dutyMember: membershipId,
          dutyFrom: formatDateTime(fromAt),
          dutyTo: formatDateTime(toAt),
          count: uncovered,
        },
      },
    };
  });
}

/** Takes an absence back. @throws Problem not-found, changed-meanwhile. */
export function cancelLeave(actor: Actor, input: z.output<typeof cancelLeaveInput>): Promise<{ id: string }> {
  return onRoster(actor, "duty.manage", "duty.cancelLeave", input, async (tx, now) => {
    const own = { id: input.leaveId, orgId: actor.orgId, cancelledAt: null };
    const leave = await tx.dutyLeave.findFirst({ where: own });
    if (!leave) throw new Problem("not-found");
    const { count } = await tx.dutyLeave.updateMany({
      where: { ...own, version: input.version },
      data: { cancelledAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new Problem("changed-meanwhile");
    return {
      result: { id: leave.id },
      act: {
        type: "duty.leave_cancelled",
        subjectType: "duty_leave",
        subjectId: leave.id,
        changes: { dutyMember: leave.membershipId },
      },
    };
  });
}
