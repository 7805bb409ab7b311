import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { actsOn, type SubjectAct } from "@/lib/audit/subject-history";
import { dayOf, isoDay } from "@/lib/day";
import { asActor } from "@/lib/db";
import type { OfficeHours } from "@/lib/deadlines/calendar";
import type { HolidayModel } from "@/lib/generated/prisma/models";
import { hoursByDay } from "./office-hours";
import { inForce } from "./periods";
import type { HolidayRow, OfficeHoursRow } from "./types";

const rowOf = ({
  id,
  date,
  nameVi,
  nameEn,
  kind,
  nonWorking,
  status,
  source,
  version,
}: HolidayModel): HolidayRow => ({
  id,
  date: isoDay(date),
  nameVi,
  nameEn,
  kind,
  nonWorking,
  status,
  source,
  version,
});

/** The public calendar of one year, in order, with the years that have any entry. @throws Problem not-allowed. */
export function listHolidays(actor: Actor, year: number): Promise<{ rows: HolidayRow[]; years: number[] }> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const days = await tx.holiday.findMany({
      where: { date: { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) } },
      orderBy: [{ date: "asc" }, { kind: "asc" }],
    });
    const edges = await tx.holiday.aggregate({ _min: { date: true }, _max: { date: true } });
    const [first, last] = [
      edges._min.date?.getUTCFullYear() ?? year,
      Math.max(edges._max.date?.getUTCFullYear() ?? year, year),
    ];
    return {
      rows: days.map(rowOf),
      years: Array.from(
        { length: last - Math.min(first, year) + 1 },
        (_, index) => Math.min(first, year) + index,
      ),
    };
  });
}

/** One day of the calendar and what was done to it; null when there is none. */
export function getHoliday(
  actor: Actor,
  id: string,
): Promise<{ holiday: HolidayRow; acts: SubjectAct[] } | null> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const found = await tx.holiday.findUnique({ where: { id } });
    return found
      ? { holiday: rowOf(found), acts: await actsOn(tx, actor, [{ type: "holiday", ids: [id] }]) }
      : null;
  });
}

/** Office hours, the common ones first, the newest period of each first. */
export function listOfficeHours(actor: Actor): Promise<OfficeHoursRow[]> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const today = dayOf(new Date());
    const rows = await tx.officeCalendar.findMany({
      orderBy: [{ organisationId: { sort: "asc", nulls: "first" } }, { validFrom: "desc" }],
      take: 200,
    });
    const ids = rows.flatMap(({ organisationId }) => organisationId ?? []);
    const names = new Map(
      (
        await tx.organisation.findMany({ where: { id: { in: ids } }, select: { id: true, shortName: true } })
      ).map(({ id, shortName }) => [id, shortName]),
    );
    return rows.flatMap(({ id, organisationId, windows, ...row }) => {
      const period = { validFrom: isoDay(row.validFrom), validTo: row.validTo && isoDay(row.validTo) };
      // Replaced on the very day it began: it never held.
      if (period.validTo === period.validFrom) return [];
      return [
        {
          id,
          organisation: organisationId ? (names.get(organisationId) ?? organisationId) : null,
          days: hoursByDay(windows as unknown as OfficeHours),
          ...period,
          isCurrent: inForce(period, today),
        },
      ];
    });
  });
}
