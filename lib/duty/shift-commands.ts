import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { formatDateTime } from "@/lib/i18n/local-time";
import type { DutyShiftModel } from "@/lib/generated/prisma/models";
import { assertColleague, inTheWay, onRoster, type Slot } from "./keep";
import type { addShiftInput, cancelShiftInput, changeShiftInput, ShiftInput } from "./schema";
import { spanOf } from "./span";

type Done = { id: string };

const insertSql = `insert into duty_shift (org_id, membership_id, from_at, to_at, rank, phone, source, pattern_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`;

/** Writes a shift that nothing stands in the way of; its id. */
export async function insertShift(
  tx: Tx,
  orgId: string,
  slot: Slot & { phone?: string; source: "hand" | "pattern" | "import"; patternId?: string },
): Promise<string> {
  const { rows } = await statement<{ id: string }>(tx, insertSql, [
    orgId,
    slot.membershipId,
    slot.fromAt,
    slot.toAt,
    slot.rank,
    slot.phone ?? null,
    slot.source,
    slot.patternId ?? null,
  ]);
  return rows[0]!.id;
}

/** A shift out of what the form says. @throws Problem invalid at the field that is wrong: somebody else's person, hours that are taken. */
async function judged(
  tx: Tx,
  actor: Actor,
  input: ShiftInput,
  now: Date,
  except: string[] = [],
): Promise<Slot> {
  const slot = { membershipId: input.membershipId, rank: input.rank, ...spanOf(input) };
  if (slot.toAt.getTime() - slot.fromAt.getTime() < 30 * 60_000)
    throw new Problem("invalid", { fields: { to: "duty.errors.tooShort" } });
  if (slot.toAt <= now) throw new Problem("invalid", { fields: { day: "duty.errors.past" } });
  await assertColleague(tx, actor, input.membershipId, now);
  const obstacle = await inTheWay(tx, actor.orgId, slot, except);
  if (obstacle) throw new Problem("invalid", { fields: { [obstacle.field]: obstacle.code } });
  return slot;
}

/** Puts a colleague on duty. @throws Problem not-allowed; invalid at the field, for hours that are taken. */
export function addShift(actor: Actor, input: z.output<typeof addShiftInput>): Promise<Done> {
  return onRoster(actor, "duty.manage", "duty.addShift", input, async (tx, now) => {
    const slot = await judged(tx, actor, input, now);
    const id = await insertShift(tx, actor.orgId, { ...slot, phone: input.phone, source: "hand" });
    return {
      result: { id },
      act: { type: "duty.shift_added", subjectType: "duty_shift", subjectId: id, changes: told(slot) },
    };
  });
}

/** Moves a shift, or gives it to another. @throws Problem not-found; not-now when it is over; changed-meanwhile; invalid at the field. */
export function changeShift(actor: Actor, input: z.output<typeof changeShiftInput>): Promise<Done> {
  return onRoster(actor, "duty.manage", "duty.changeShift", input, async (tx, now) => {
    const shift = await standingShift(tx, actor, input.shiftId, now);
    const slot = await judged(tx, actor, input, now, [shift.id]);
    const { count } = await tx.dutyShift.updateMany({
      where: { id: shift.id, version: input.version },
      data: { ...slot, phone: input.phone ?? null, version: { increment: 1 } },
    });
    if (count === 0) throw new Problem("changed-meanwhile");
    return {
      result: { id: shift.id },
      act: {
        type: "duty.shift_changed",
        subjectType: "duty_shift",
        subjectId: shift.id,
        changes: told(slot),
      },
    };
  });
}

/** Takes a shift off the roster. @throws Problem not-found; not-now when it is over; changed-meanwhile. */
export function cancelShift(actor: Actor, input: z.output<typeof cancelShiftInput>): Promise<Done> {
  return onRoster(actor, "duty.manage", "duty.cancelShift", input, async (tx, now) => {
    const shift = await standingShift(tx, actor, input.shiftId, now);
    const { count } = await tx.dutyShift.updateMany({
      where: { id: shift.id, version: input.version },
      data: { cancelledAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new Problem("changed-meanwhile");
    return {
      result: { id: shift.id },
      act: {
        type: "duty.shift_cancelled",
        subjectType: "duty_shift",
        subjectId: shift.id,
        changes: told(shift),
      },
    };
  });
}

/** A shift of the own organisation that is not over. @throws Problem not-found, not-now. */
export async function standingShift(tx: Tx, actor: Actor, id: string, now: Date): Promise<DutyShiftModel> {
  const shift = await tx.dutyShift.findFirst({ where: { id, orgId: actor.orgId, cancelledAt: null } });
  if (!shift) throw new Problem("not-found");
  if (shift.toAt <= now) throw new Problem("not-now");
  return shift;
}

/** What the record says of a shift: when, and in which place of the line. Who it is stands as his membership. */
export const told = ({ membershipId, fromAt, toAt, rank }: Slot) => ({
  dutyMember: membershipId,
  dutyFrom: formatDateTime(fromAt),
  dutyTo: formatDateTime(toAt),
  dutyRank: rank,
});
