import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { DutyShiftModel, DutySwapModel } from "@/lib/generated/prisma/models";
import { assertColleague, inTheWay, onRoster } from "./keep";
import type { answerSwapInput, proposeSwapInput } from "./schema";

/**
 * Offers a shift of one's own that has not begun to a colleague, for one of his or for nothing. @throws Problem not-found for a shift
 * that is not one's own; not-now when it has begun or is on offer already; invalid at the field when it would not fit.
 */
export function proposeSwap(actor: Actor, input: z.output<typeof proposeSwapInput>): Promise<{ id: string }> {
  return onRoster(actor, "duty.read", "duty.proposeSwap", input, async (tx, now) => {
    const { toMembershipId, returnShiftId } = input;
    const given = await comingShift(tx, input.shiftId, actor.membershipId, now);
    if (!given) throw new Problem("not-found");
    if (toMembershipId === actor.membershipId)
      throw new Problem("invalid", { fields: { toMembershipId: "duty.errors.noColleague" } });
    await assertColleague(tx, actor, toMembershipId, now, "toMembershipId");
    const taken = returnShiftId ? await comingShift(tx, returnShiftId, toMembershipId, now) : null;
    if (returnShiftId && !taken)
      throw new Problem("invalid", { fields: { returnShiftId: "duty.errors.notHisShift" } });
    if (await tx.dutySwap.count({ where: { shiftId: given.id, state: "proposed" } }))
      throw new Problem("not-now");
    const obstacle = await obstacleTo(tx, actor.orgId, given, taken, actor.membershipId, toMembershipId);
    if (obstacle) throw new Problem("invalid", { fields: { [obstacle]: "duty.errors.swapBusy" } });
    const { rows } = await statement<{ id: string }>(
      tx,
      `insert into duty_swap (org_id, shift_id, return_shift_id, from_membership_id, to_membership_id) values ($1, $2, $3, $4, $5) returning id`,
      [actor.orgId, given.id, taken?.id ?? null, actor.membershipId, toMembershipId],
    );
    const id = rows[0]!.id;
    return {
      result: { id },
      act: {
        type: "duty.swap_proposed",
        subjectType: "duty_swap",
        subjectId: id,
        changes: { dutyMember: toMembershipId },
      },
    };
  });
}

/**
 * Agrees to an exchange or declines it, as the one who was asked; takes it back, as the one who offered. With an agreement both shifts
 * change hands in the same act. @throws Problem not-found for somebody else's; not-now when it is settled; changed-meanwhile when a
 * shift is no longer what was offered or the hours are taken by now.
 */
export function answerSwap(
  actor: Actor,
  input: z.output<typeof answerSwapInput>,
): Promise<{ state: string }> {
  return onRoster(actor, "duty.read", "duty.answerSwap", input, async (tx, now) => {
    const swap = await tx.dutySwap.findFirst({ where: { id: input.swapId, orgId: actor.orgId } });
    const side = input.answer === "withdrawn" ? swap?.fromMembershipId : swap?.toMembershipId;
    if (!swap || side !== actor.membershipId) throw new Problem("not-found");
    const { count } = await tx.dutySwap.updateMany({
      where: { id: swap.id, state: "proposed" },
      data: { state: input.answer, answeredAt: now },
    });
    if (count === 0) throw new Problem("not-now");
    if (input.answer === "agreed") await exchange(tx, actor.orgId, swap, now);
    return {
      result: { state: input.answer },
      act: {
        type: `duty.swap_${input.answer}`,
        subjectType: "duty_swap",
        subjectId: swap.id,
        changes: { dutyMember: swap.fromMembershipId },
      },
    };
  });
}

async function exchange(tx: Tx, orgId: string, swap: DutySwapModel, now: Date): Promise<void> {
  const { fromMembershipId, toMembershipId, returnShiftId } = swap;
  const given = await comingShift(tx, swap.shiftId, fromMembershipId, now);
  const taken = returnShiftId ? await comingShift(tx, returnShiftId, toMembershipId, now) : null;
  if (!given || (returnShiftId && !taken)) throw new Problem("changed-meanwhile");
  if (await obstacleTo(tx, orgId, given, taken, fromMembershipId, toMembershipId))
    throw new Problem("changed-meanwhile");
  // The call-back number goes with its person; for a shift that is given away the desk's own serves.
  const { count } = await statement(
    tx,
    `update duty_shift s set version = version + 1,
        membership_id = case when s.id = $1 then $3::uuid else $4::uuid end,
        phone = case when s.id = $1 then $5 else $6 end
      where s.id in ($1::uuid, $2::uuid)`,
    [given.id, taken?.id ?? null, toMembershipId, fromMembershipId, taken?.phone ?? null, given.phone],
  );
  if (count !== (taken ? 2 : 1)) throw new Problem("changed-meanwhile");
}

const comingShift = (tx: Tx, id: string, membershipId: string, now: Date): Promise<DutyShiftModel | null> =>
  tx.dutyShift.findFirst({ where: { id, membershipId, cancelledAt: null, fromAt: { gt: now } } });

/** At which field an exchange does not fit: the other is busy at the given hours, or the one who offers at the returned ones. */
async function obstacleTo(
  tx: Tx,
  orgId: string,
  given: DutyShiftModel,
  taken: DutyShiftModel | null,
  from: string,
  to: string,
): Promise<"toMembershipId" | "returnShiftId" | null> {
  const except = [given.id, ...(taken ? [taken.id] : [])];
  if (await inTheWay(tx, orgId, { ...given, membershipId: to }, except)) return "toMembershipId";
  if (taken && (await inTheWay(tx, orgId, { ...taken, membershipId: from }, except))) return "returnShiftId";
  return null;
}
