import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { dateOf, dayOf, inForceOrLater } from "@/lib/day";
import { asActor } from "@/lib/db";
import type { ToConfirm } from "./types";

/** How many entries still wait for a source, by register. */
export function countToConfirm(actor: Actor): Promise<ToConfirm> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const today = dayOf(new Date());
    const open = inForceOrLater(today);
    const expected = { status: { not: "official" }, date: { gte: dateOf(today) } };
    const firstDay = await tx.holiday.findFirst({ where: expected, orderBy: { date: "asc" } });
    return {
      kinds: await tx.requestKind.count({ where: { verify: true, ...open } }),
      limits: await tx.deadlinePolicy.count({ where: { verify: true, ...open } }),
      documents: await tx.legalDocument.count({ where: { verify: true } }),
      holidays: await tx.holiday.count({ where: expected }),
      holidayYear: firstDay?.date.getUTCFullYear() ?? null,
      // Steps begin and end at an instant, not on a day.
      steps: await tx.ladderStep.count({
        where: { verify: true, enabled: true, OR: [{ validTo: null }, { validTo: { gt: new Date() } }] },
      }),
      organisations: (
        await tx.organisation.findMany({ where: { verify: true, ...open }, select: { id: true }, take: 100 })
      ).length,
    };
  });
}
