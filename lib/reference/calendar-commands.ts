import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { administer, confirmEntry, differences, stillToConfirm } from "@/lib/access/administer";
import { assertFirst } from "@/lib/audit/subject-history";
import { dateOf, dayOf, inForceAt, isoDay } from "@/lib/day";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { forgetDeadlineReference } from "@/lib/organisations/time-limits";
import {
  dayNumberOf,
  isWorkingDay,
  type OfficeHours,
  ordinaryHours,
  workCalendar,
} from "@/lib/deadlines/calendar";
import { hoursFlaw, officeHoursOf, sameHours } from "./office-hours";
import type { changeHolidayInput, confirmInput, newHolidayInput, officeHoursInput } from "./schema";

type Kept = Pick<z.output<typeof newHolidayInput>, "date" | "nameVi" | "nameEn" | "kind" | "source">;
// Only a make-up Saturday is worked; a day that is only possible is not counted as one off.
const rowOf = ({ date, nameVi, nameEn, kind, source }: Kept) => ({
  date: dateOf(date),
  nameVi,
  nameEn,
  kind,
  source,
  nonWorking: kind !== "swapped-work" && kind !== "possible",
});

/** Adds a day to the public calendar, to be confirmed (Labour Code 2019 art. 111-112 and the yearly notice), today at the earliest: what has run was counted without it. @throws Problem invalid at `date`. */
export async function addHoliday(
  actor: Actor,
  input: z.output<typeof newHolidayInput>,
): Promise<{ holidayId: string }> {
  const result = await administer(actor, "holiday.add", input, async (tx, now) => {
    if (input.date < dayOf(now)) throw new Problem("invalid", { fields: { date: "admin.errors.past" } });
    await assertFree(tx, input, null);
    await assertSwaps(tx, input, null);
    const { id } = await tx.holiday.create({
      data: { ...rowOf(input), status: "expected" },
      select: { id: true },
    });
    return {
      result: { holidayId: id },
      act: {
        type: "holiday.added",
        subjectType: "holiday",
        subjectId: id,
        changes: { date: input.date, nameVi: input.nameVi, kind: input.kind, source: input.source },
      },
    };
  });
  forgetDeadlineReference();
  return result;
}

/** Changes a day of the calendar; whoever changes it has not yet confirmed it. Deadlines that already run keep their due time. */
export async function changeHoliday(
  actor: Actor,
  input: z.output<typeof changeHolidayInput>,
): Promise<{ holidayId: string; version: number }> {
  const result = await administer(actor, "holiday.change", input, async (tx) => {
    const old = await find(tx, input.holidayId);
    await assertFree(tx, input, old.id);
    await assertSwaps(tx, input, old.id);
    const saysElse = isoDay(old.date) !== input.date || old.kind !== input.kind;
    const before = { verify: old.status !== "official", source: old.source };
    const waits = stillToConfirm(before, input.source, saysElse);
    const data = { ...rowOf(input), status: waits && old.status === "official" ? "expected" : old.status };
    const written = await tx.holiday.updateMany({
      where: { id: old.id, version: input.version },
      data: { ...data, version: { increment: 1 } },
    });
    await assertFirst(tx, actor, { type: "holiday", ids: [old.id] }, written);
    return {
      result: { holidayId: old.id, version: input.version + 1 },
      act: {
        type: "holiday.changed",
        subjectType: "holiday",
        subjectId: old.id,
        changes: differences(old, data),
      },
    };
  });
  forgetDeadlineReference();
  return result;
}

/** Confirms a day that was expected, with the notice that announced it. @throws as `confirmEntry`. */
export async function confirmHoliday(actor: Actor, input: z.output<typeof confirmInput>) {
  const result = await confirmEntry(actor, input, "holiday", {
    find: async (tx, id) => {
      const found = await find(tx, id);
      return { ...found, verify: found.status !== "official" };
    },
    // The public calendar says in a word of its own what other registers mark.
    write: (tx, where, { source, version }) =>
      tx.holiday.updateMany({ where, data: { status: "official", source, version } }),
    subject: ({ id }) => ({ type: "holiday", ids: [id] }),
    about: ({ status }) => ({ changes: { status: [status, "official"] } }),
  });
  forgetDeadlineReference();
  return result;
}

/** Office hours of one organisation, or of all that have none of their own, from a day on. @throws Problem invalid at the hours, `validFrom`, `organisationId`. */
export async function setOfficeHours(
  actor: Actor,
  input: z.output<typeof officeHoursInput>,
): Promise<{ officeHoursId: string }> {
  const result = await administer(actor, "office_calendar.set", input, async (tx, now) => {
    const { organisationId = null, validFrom } = input;
    const fields = hoursFlaw(input) ?? (validFrom < dayOf(now) ? { validFrom: "admin.errors.past" } : null);
    if (fields) throw new Problem("invalid", { fields });
    const owner = organisationId
      ? await tx.organisation.findUnique({ where: { id: organisationId }, select: { shortName: true } })
      : null;
    if (organisationId && !owner) throw new Problem("invalid", { fields: { organisationId: "invalid" } });
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('office hours', 0))`;
    const at = dateOf(validFrom);
    if (
      await tx.officeCalendar.findFirst({
        where: { organisationId, validFrom: { gt: at } },
        select: { id: true },
      })
    )
      throw new Problem("invalid", { fields: { validFrom: "admin.errors.laterLink" } });
    const windows = officeHoursOf(input);
    const standing = await tx.officeCalendar.findFirst({
      where: { organisationId, validFrom: { lte: at }, OR: [{ validTo: null }, { validTo: { gt: at } }] },
      select: { windows: true },
    });
    if (standing && sameHours(standing.windows as unknown as OfficeHours, windows))
      throw new Problem("invalid", { fields: { morningFrom: "admin.errors.sameHours" } });
    // Hours set twice for the same day: the later word counts, the earlier one holds for no day at all.
    await tx.officeCalendar.updateMany({
      where: { organisationId, validFrom: { lte: at }, OR: [{ validTo: null }, { validTo: { gt: at } }] },
      data: { validTo: at, version: { increment: 1 } },
    });
    const { id } = await tx.officeCalendar.create({
      data: { organisationId, windows: windows as unknown as Prisma.InputJsonObject, validFrom: at },
      select: { id: true },
    });
    return {
      result: { officeHoursId: id },
      act: {
        type: "office_calendar.set",
        subjectType: "office_calendar",
        subjectId: id,
        changes: {
          organisation: owner?.shortName ?? null,
          from: validFrom,
          weekdays: input.weekdays,
          hours: [input.morningFrom, input.morningTo, input.afternoonFrom ?? null, input.afternoonTo ?? null],
        },
      },
    };
  });
  forgetDeadlineReference();
  return result;
}

async function assertFree(tx: Tx, { date, kind }: Kept, own: string | null): Promise<void> {
  const same = await tx.holiday.findUnique({
    where: { date_kind: { date: dateOf(date), kind } },
    select: { id: true },
  });
  if (same && same.id !== own) throw new Problem("invalid", { fields: { date: "admin.errors.dayTaken" } });
}

/**
 * A day swapped for another must change something: worked on a day that is off, off on one that is worked, by the common hours and the
 * other days of the calendar. @throws Problem invalid at `date`.
 */
async function assertSwaps(tx: Tx, { date, kind }: Kept, own: string | null): Promise<void> {
  if (kind !== "swapped-work" && kind !== "swapped-off") return;
  const others = await tx.holiday.findMany({
    where: { date: dateOf(date), ...(own ? { id: { not: own } } : {}) },
  });
  const common = await tx.officeCalendar.findFirst({
    where: { organisationId: null, ...inForceAt(dateOf(date)) },
    orderBy: { validFrom: "desc" },
    select: { windows: true },
  });
  const days = others.map((one) => ({ ...one, date: isoDay(one.date) }));
  const hours = common ? (common.windows as unknown as OfficeHours) : ordinaryHours;
  const isWorked = isWorkingDay(workCalendar(days, hours), dayNumberOf(date));
  if (isWorked === (kind === "swapped-work"))
    throw new Problem("invalid", {
      fields: { date: `admin.errors.${isWorked ? "workedAnyway" : "offAnyway"}` },
    });
}

async function find(tx: Tx, id: string) {
  const found = /^[0-9a-f-]{36}$/.test(id) ? await tx.holiday.findUnique({ where: { id } }) : null;
  if (!found) throw new Problem("not-found");
  return found;
}
