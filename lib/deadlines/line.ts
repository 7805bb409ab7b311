import { z } from "zod";
import {
  type CalendarRow,
  dayNumberOf,
  everyWeekday,
  type OfficeHours,
  ordinaryHours,
  type WorkCalendar,
  workCalendar,
} from "./calendar";
import { dueAt } from "./due";
import { deadlineUnits } from "./policy";

/** One case of `npm run deadlines:compute`, and what is said of it. Instants ISO 8601, `due` in UTC. */
export type DueLine = { id?: unknown; due: string } | { id?: unknown; error: string };

/** "08:30" or minutes from local midnight; "24:00" is the end of the day. */
const minutes = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^\d{2}:[0-5]\d$/, "a time is HH:MM")
    .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))),
]);
const windows = z.array(z.object({ from: minutes, to: minutes }).strict());
const day = z.string();
const calendarOfLine = z.union([
  z.enum(["vn", "24/7"]),
  z
    .object({
      hours: z
        .object({ weekdays: z.array(windows), makeUpDay: windows })
        .strict()
        .optional(),
      holidays: z.array(day).optional(),
      workingDays: z.array(day).optional(),
    })
    .strict(),
]);
// An instant without its offset would be read differently on every machine.
const instant = z.iso
  .datetime({ offset: true, message: "an instant is ISO 8601 with Z or an offset" })
  .transform((text) => new Date(text));
const caseOfLine = z
  .object({
    id: z.unknown().optional(),
    start: instant,
    unit: z.enum(deadlineUnits),
    value: z.number(),
    calendar: calendarOfLine.default("vn"),
    pauses: z.array(z.object({ from: instant, to: instant }).strict()).default([]),
  })
  .strict();

const allDay = [{ from: 0, to: 1_440 }];
const always: OfficeHours = { ...everyWeekday(allDay), weekdays: Array.from({ length: 7 }, () => allDay) };
/** More different calendars than this in one file are built anew each time. */
const keptCalendars = 1_000;

/**
 * Answers lines of JSON, one deadline each: a reader for one run, with the holiday table that "vn" means. What is wrong with a line is
 * its answer; nothing is thrown. A calendar without `holidays` has none, one without `hours` keeps ordinary ones.
 */
export function lineReader(holidays: readonly CalendarRow[]): (line: string) => DueLine {
  const known = new Map<string, WorkCalendar>([
    ['"vn"', workCalendar(holidays)],
    ['"24/7"', workCalendar([], always)],
  ]);
  const calendarOf = (said: z.output<typeof calendarOfLine>): WorkCalendar => {
    const name = JSON.stringify(said);
    const kept = known.get(name);
    if (kept || typeof said === "string") return kept!;
    const made: WorkCalendar = {
      ...workCalendar([], said.hours ?? ordinaryHours),
      holidays: new Set((said.holidays ?? []).map(dayNumberOf)),
      workingSaturdays: new Set((said.workingDays ?? []).map(dayNumberOf)),
    };
    if (known.size < keptCalendars) known.set(name, made);
    return made;
  };
  return (line) => {
    const written = parsed(line);
    if (written === undefined) return { error: "not JSON" };
    const id = typeof written === "object" && written !== null && "id" in written ? { id: written.id } : {};
    const read = caseOfLine.safeParse(written);
    if (!read.success) return { ...id, error: complaint(read.error) };
    try {
      const { start, unit, value, calendar, pauses } = read.data;
      const due = dueAt({ start, unit, value, calendar: calendarOf(calendar), pauses });
      return { ...id, due: due.toISOString() };
    } catch (error) {
      if (error instanceof RangeError) return { ...id, error: error.message };
      throw error;
    }
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\ufeff/, "")) as unknown;
  } catch {
    return undefined;
  }
}

function complaint(error: z.ZodError): string {
  const [first] = error.issues;
  const path = first?.path.join(".") ?? "";
  return path ? `${path}: ${first?.message}` : (first?.message ?? "invalid");
}
