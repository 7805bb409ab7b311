import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/day";
import { addDays, startOf } from "@/lib/local-days";
import { leastCases, seesSmallFigures } from "./disclosure";
import { mondayOf, type Period, type PeriodFilter, periodOf } from "./period";
import { readRanges } from "./ranges";

/**
 * The period that a reader is shown. Whoever sees no small figures is not shown a week that has hardly begun, which would hide every
 * figure of the week and of the month: until five cases are reported in it, his periods end with the week before, if that has five, and
 * say so (`waitsFor`). Each is a range of whole weeks as before, so nothing more can be worked out from them.
 */
export async function shownPeriod(actor: Actor, filter: PeriodFilter, now: Date): Promise<Period> {
  const seesSmall = seesSmallFigures(actor);
  const period = periodOf(filter, now, seesSmall);
  if (seesSmall || period.name === "custom" || period.refused) return period;
  const today = dayOf(now);
  const monday = mondayOf(today);
  const lastSunday = addDays(monday, -1);
  const weeks = [
    { from: monday, to: today },
    { from: addDays(monday, -7), to: lastSunday },
  ];
  const [isTold, wasTold] = (await readRanges(actor, weeks, now)).map(
    ({ cases }) => cases["case.reported"] >= leastCases,
  );
  if (isTold || !wasTold) return period;
  return { ...periodOf(filter, startOf(lastSunday), seesSmall), waitsFor: monday };
}
