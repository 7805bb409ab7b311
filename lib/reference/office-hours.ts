import { type OfficeHours, type OfficeWindow } from "@/lib/deadlines/calendar";

/** Hours as an administrator types them: which weekdays (0 is Sunday) and one or two windows, `HH:mm`. */
export type TypedHours = {
  weekdays: number[];
  morningFrom: string;
  morningTo: string;
  afternoonFrom?: string;
  afternoonTo?: string;
};

export const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
export const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The field that is wrong, with its message code; null when the windows stand in order. */
export function hoursFlaw(typed: TypedHours): Record<string, string> | null {
  if (minutesOf(typed.morningTo) <= minutesOf(typed.morningFrom))
    return { morningTo: "admin.errors.endBeforeStart" };
  if (Boolean(typed.afternoonFrom) !== Boolean(typed.afternoonTo))
    return { [typed.afternoonFrom ? "afternoonTo" : "afternoonFrom"]: "required" };
  if (!typed.afternoonFrom || !typed.afternoonTo) return null;
  if (minutesOf(typed.afternoonFrom) < minutesOf(typed.morningTo))
    return { afternoonFrom: "admin.errors.windowsOverlap" };
  return minutesOf(typed.afternoonTo) <= minutesOf(typed.afternoonFrom)
    ? { afternoonTo: "admin.errors.endBeforeStart" }
    : null;
}

/** As the calendar counts them; a make-up Saturday keeps the same hours. */
export function officeHoursOf(typed: TypedHours): OfficeHours {
  const windows: OfficeWindow[] = [{ from: minutesOf(typed.morningFrom), to: minutesOf(typed.morningTo) }];
  if (typed.afternoonFrom && typed.afternoonTo)
    windows.push({ from: minutesOf(typed.afternoonFrom), to: minutesOf(typed.afternoonTo) });
  return {
    weekdays: Array.from({ length: 7 }, (_, weekday) => (typed.weekdays.includes(weekday) ? windows : [])),
    makeUpDay: windows,
  };
}

/** Stored hours as words are made of them: days that share their windows stand together, Monday first. */
export function hoursByDay({ weekdays }: OfficeHours): { weekdays: number[]; windows: string[] }[] {
  const groups: { weekdays: number[]; windows: string[] }[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6, 0]) {
    const windows = (weekdays[weekday] ?? []).map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`);
    const last = groups.at(-1);
    if (last && last.windows.join() === windows.join()) last.weekdays.push(weekday);
    else groups.push({ weekdays: [weekday], windows });
  }
  return groups;
}

/** Whether two calendars open and close at the same times. */
export const sameHours = (one: OfficeHours, other: OfficeHours) => textOf(one) === textOf(other);
const textOf = ({ weekdays, makeUpDay }: OfficeHours) =>
  JSON.stringify(
    [...weekdays, makeUpDay].map((windows) => (windows ?? []).map(({ from, to }) => [from, to])),
  );
