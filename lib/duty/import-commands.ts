import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { Problem } from "@/lib/errors";
import { assertColleague, inTheWay, onRoster } from "./keep";
import type { importInput } from "./schema";
import { insertShift } from "./shift-commands";
import { spanOf } from "./span";

/**
 * Adds the shifts of a workbook, all or none. What stands on the roster already is counted and not added again, so the same file may
 * come twice. @throws Problem not-allowed; invalid at `rows.<place>` for the first row that does not fit by now.
 */
export function importRoster(
  actor: Actor,
  input: z.output<typeof importInput>,
): Promise<{ added: number; same: number }> {
  return onRoster(actor, "duty.manage", "duty.import", input, async (tx, now) => {
    let added = 0;
    const people = new Set<string>();
    for (const [index, { phone, membershipId, rank, ...when }] of input.rows.entries()) {
      const slot = { membershipId, rank, ...spanOf(when) };
      const place = `rows.${index}`;
      if (!people.has(membershipId)) await assertColleague(tx, actor, membershipId, now, place);
      people.add(membershipId);
      const same = { orgId: actor.orgId, cancelledAt: null, ...slot };
      if (await tx.dutyShift.count({ where: same })) continue;
      const isShort = slot.toAt.getTime() - slot.fromAt.getTime() < 30 * 60_000;
      if (slot.toAt <= now || isShort)
        throw new Problem("invalid", {
          fields: { [place]: isShort ? "duty.errors.tooShort" : "duty.errors.past" },
        });
      const obstacle = await inTheWay(tx, actor.orgId, slot);
      if (obstacle) throw new Problem("invalid", { fields: { [place]: obstacle.code } });
      await insertShift(tx, actor.orgId, { ...slot, phone, source: "import" });
      added += 1;
    }
    const same = input.rows.length - added;
    return {
      result: { added, same },
      act: { type: "duty.imported", subjectType: "duty_shift", changes: { made: added, same } },
    };
  });
}
