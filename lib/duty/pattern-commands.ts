import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { addDays } from "@/lib/local-days";
import { assertColleague, inTheWay, onRoster } from "./keep";
import type { addPatternInput, cancelPatternInput } from "./schema";
import { insertShift } from "./shift-commands";
import { lengthOf, minutesOf, spanOf, weekdayOf } from "./span";

const insertSql = `insert into duty_pattern (org_id, membership_id, weekday, from_minute, minutes, rank, phone, valid_from, valid_to)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`;

/** What became of a repeat: shifts that were made, and days that something else fills or on which the person is away. */
export type Repeated = { made: number; left: string[] };

/**
 * Repeats a shift on some days of the week, for some weeks from a day on. Holidays are days like others: urgent work does not wait. A
 * day whose hours are taken is left out and named. @throws Problem not-allowed; invalid when no day is free.
 */
export function addPattern(actor: Actor, input: z.output<typeof addPatternInput>): Promise<Repeated> {
  return onRoster(actor, "duty.manage", "duty.addPattern", input, async (tx, now) => {
    const { membershipId, rank, phone, from, to, validFrom, weeks } = input;
    await assertColleague(tx, actor, membershipId, now);
    const validTo = addDays(validFrom, 7 * weeks);
    const patterns = new Map<number, string>();
    for (const weekday of new Set(input.weekdays)) {
      const { rows } = await statement<{ id: string }>(tx, insertSql, [
        actor.orgId,
        membershipId,
        weekday,
        minutesOf(from),
        lengthOf(from, to),
        rank,
        phone ?? null,
        validFrom,
        validTo,
      ]);
      patterns.set(weekday, rows[0]!.id);
    }
    const left: string[] = [];
    let made = 0;
    for (let day = validFrom; day < validTo; day = addDays(day, 1)) {
      const patternId = patterns.get(weekdayOf(day));
      const slot = { membershipId, rank, ...spanOf({ day, from, to }) };
      if (!patternId || slot.toAt <= now) continue;
      if (await inTheWay(tx, actor.orgId, slot)) left.push(day);
      else {
        await insertShift(tx, actor.orgId, { ...slot, phone, source: "pattern", patternId });
        made += 1;
      }
    }
    if (made === 0) throw new Problem("invalid", { fields: { validFrom: "duty.errors.noneFree" } });
    return {
      result: { made, left },
      act: {
        type: "duty.repeated",
        subjectType: "duty_pattern",
        changes: { dutyMember: membershipId, dutyRank: rank, validFrom, weeks, made, left: left.length },
      },
    };
  });
}

/** Ends a repeat: its shifts that have not begun are taken off. @throws Problem not-found, changed-meanwhile. */
export function cancelPattern(
  actor: Actor,
  input: z.output<typeof cancelPatternInput>,
): Promise<{ cancelled: number }> {
  return onRoster(actor, "duty.manage", "duty.cancelPattern", input, async (tx, now) => {
    const own = { id: input.patternId, orgId: actor.orgId, cancelledAt: null };
    if (!(await tx.dutyPattern.findFirst({ where: own }))) throw new Problem("not-found");
    const ended = await tx.dutyPattern.updateMany({
      where: { ...own, version: input.version },
      data: { cancelledAt: now, version: { increment: 1 } },
    });
    if (ended.count === 0) throw new Problem("changed-meanwhile");
    const { count } = await tx.dutyShift.updateMany({
      where: { patternId: input.patternId, orgId: actor.orgId, cancelledAt: null, fromAt: { gt: now } },
      data: { cancelledAt: now, version: { increment: 1 } },
    });
    return {
      result: { cancelled: count },
      act: {
        type: "duty.repeat_ended",
        subjectType: "duty_pattern",
        subjectId: input.patternId,
        changes: { count },
      },
    };
  });
}
