import { describe, expect, it } from "vitest";
import holidayTable from "@/prisma/data/holidays.json";
import { dayNumberOf, isMidnight, isWorkingDay, workCalendar } from "./calendar";
import { dueAt, dueFurther } from "./due";
import type { DeadlineUnit } from "./policy";

const calendar = workCalendar(holidayTable.holidays);
const local = (text: string): Date => new Date(`${text}+07:00`);
const due = (
  start: string,
  unit: DeadlineUnit,
  value: number | null,
  pauses: [string, string][] = [],
): Date =>
  dueAt({
    start: local(start),
    unit,
    value,
    calendar,
    immediateMinutes: 60,
    pauses: pauses.map(([from, to]) => ({ from: local(from), to: local(to) })),
  });

describe("a limit ends", () => {
  it.each<[string, string, DeadlineUnit, number | null, string]>([
    [
      "at once means the configured minutes, on Tết night too",
      "2026-02-16T23:50",
      "immediate",
      null,
      "2026-02-17T00:50",
    ],
    ["at once may carry its own minutes", "2026-02-16T23:50", "immediate", 30, "2026-02-17T00:20"],
    ["hours run through the weekend", "2026-11-21T10:00", "hours", 24, "2026-11-22T10:00"],
    ["working hours skip lunch", "2026-11-20T11:30", "working-hours", 1, "2026-11-20T13:30"],
    ["a full working day ends at closing", "2026-11-20T08:00", "working-hours", 8, "2026-11-20T17:00"],
    [
      "one more minute goes on after the weekend",
      "2026-11-20T08:00",
      "working-hours",
      8.25,
      "2026-11-23T08:15",
    ],
    [
      "a start in the evening waits for the opening",
      "2026-11-20T22:00",
      "working-hours",
      2,
      "2026-11-23T10:00",
    ],
    ["working hours jump over Tết", "2026-02-13T16:00", "working-hours", 2, "2026-02-23T09:00"],
    ["working hours jump over Culture Day", "2026-11-23T16:00", "working-hours", 2, "2026-11-25T09:00"],
    [
      "working days begin the day after and end at closing",
      "2026-11-16T09:00",
      "working-days",
      3,
      "2026-11-19T17:00",
    ],
    ["working days count the swapped Saturday", "2026-08-21T09:00", "working-days", 1, "2026-08-22T17:00"],
    [
      "working days skip the day it was swapped for",
      "2026-08-28T09:00",
      "working-days",
      1,
      "2026-09-03T17:00",
    ],
    ["three working days of a hold over Tết", "2026-02-13T10:00", "working-days", 3, "2026-02-25T17:00"],
    ["calendar days end at 24:00", "2026-11-02T09:00", "calendar-days", 3, "2026-11-06T00:00"],
    [
      "calendar days ending on Sunday end on Monday",
      "2026-11-05T09:00",
      "calendar-days",
      3,
      "2026-11-10T00:00",
    ],
    [
      "20 days ending in Tết end on the first day after",
      "2026-01-28T09:00",
      "calendar-days",
      20,
      "2026-02-24T00:00",
    ],
    [
      "calendar days may end on a swapped Saturday",
      "2026-08-19T09:00",
      "calendar-days",
      3,
      "2026-08-23T00:00",
    ],
    ["two months end on the same date", "2026-01-15T09:00", "months", 2, "2026-03-17T00:00"],
    ["a month without the date ends on its last day", "2026-03-31T09:00", "months", 1, "2026-05-05T00:00"],
    [
      "a month from 31 January, a Saturday, ends on Monday",
      "2026-01-31T09:00",
      "months",
      1,
      "2026-03-03T00:00",
    ],
    [
      "possible holidays are worked until the plan says otherwise",
      "2027-02-03T09:00",
      "working-days",
      1,
      "2027-02-04T17:00",
    ],
  ])("%s", (_rule, start, unit, value, expected) => expect(due(start, unit, value)).toEqual(local(expected)));

  it("to the second it began", () =>
    expect(due("2026-11-20T16:59:30.250", "working-hours", 1)).toEqual(local("2026-11-23T08:59:30.250")));
});

describe("a pause", () => {
  it.each<[string, DeadlineUnit, number, [string, string][], string]>([
    [
      "adds its real minutes to hours",
      "hours",
      24,
      [["2026-11-20T12:00", "2026-11-20T15:30"]],
      "2026-11-21T12:30",
    ],
    [
      "adds only its working time to working hours",
      "working-hours",
      8,
      [["2026-11-20T11:00", "2026-11-20T14:00"]],
      "2026-11-23T10:00",
    ],
    [
      "over the weekend costs a working limit nothing",
      "working-hours",
      10,
      [["2026-11-20T17:00", "2026-11-23T08:00"]],
      "2026-11-23T10:00",
    ],
    [
      "over Culture Day adds the worked days around it",
      "working-days",
      2,
      [["2026-11-23T08:00", "2026-11-25T08:00"]],
      "2026-11-26T17:00",
    ],
    [
      "moves a calendar limit off a day off",
      "calendar-days",
      5,
      [["2026-11-21T09:00", "2026-11-21T10:00"]],
      "2026-11-26T01:00",
    ],
    [
      "counted twice over the same hours counts once",
      "hours",
      4,
      [
        ["2026-11-20T10:00", "2026-11-20T12:00"],
        ["2026-11-20T11:00", "2026-11-20T12:00"],
      ],
      "2026-11-20T15:00",
    ],
    [
      "before the start does not count",
      "hours",
      4,
      [["2026-11-19T10:00", "2026-11-20T08:00"]],
      "2026-11-20T13:00",
    ],
    [
      "after the end does not count",
      "hours",
      4,
      [["2026-11-20T13:00", "2026-11-20T18:00"]],
      "2026-11-20T13:00",
    ],
    [
      "that lasts no time changes nothing",
      "calendar-days",
      1,
      [["2026-11-20T13:00", "2026-11-20T13:00"]],
      "2026-11-24T00:00",
    ],
  ])("%s", (_rule, unit, value, pauses, expected) => {
    const start = "2026-11-20T09:00";
    expect(due(unit === "working-hours" ? "2026-11-20T08:00" : start, unit, value, pauses)).toEqual(
      local(expected),
    );
  });
});

describe("what cannot be counted is refused", () => {
  it.each<[DeadlineUnit, number | null]>([
    ["hours", null],
    ["hours", -1],
    ["hours", Number.NaN],
    ["hours", 1e9],
    ["working-days", 0],
    ["months", 1.5],
    ["calendar-days", Infinity],
  ])("%s of %s", (unit, value) => expect(() => due("2026-11-20T09:00", unit, value)).toThrow(RangeError));
  it("a start that is no date", () =>
    expect(() => dueAt({ start: new Date("x"), unit: "hours", value: 1, calendar })).toThrow(RangeError));
  it("an immediate limit nobody gave minutes to", () =>
    expect(() => dueAt({ start: new Date(0), unit: "immediate", value: null, calendar })).toThrow(
      RangeError,
    ));
});

describe("the calendar", () => {
  it.each([
    ["2026-11-24", false],
    ["2026-08-22", true],
    ["2026-08-31", false],
    ["2026-11-21", false],
    ["2027-02-11", true],
  ])("%s worked: %s", (date, worked) => expect(isWorkingDay(calendar, dayNumberOf(date))).toBe(worked));
  it.each(["2026-02-30", "2026-2-3", "tomorrow"])("refuses the date %s", (date) =>
    expect(() => dayNumberOf(date)).toThrow(RangeError),
  );
  it("refuses to have no office hours", () =>
    expect(() => workCalendar([], { weekdays: [[], [], [], [], [], [], []], makeUpDay: [] })).toThrow(
      RangeError,
    ));
  it("knows local midnight", () =>
    expect([isMidnight(local("2026-11-06T00:00")), isMidnight(local("2026-11-06T07:00"))]).toEqual([
      true,
      false,
    ]));
});

describe("more time is counted from the end of the first", () => {
  it.each<[string, DeadlineUnit, number, string]>([
    // Wednesday 24:00 is written as Thursday 00:00; three days more are Thursday, Friday and Saturday, a day off.
    ["2026-11-19T00:00", "calendar-days", 2, "2026-11-21T00:00"],
    ["2026-11-19T00:00", "calendar-days", 3, "2026-11-24T00:00"],
    ["2026-12-01T00:00", "months", 1, "2026-12-31T00:00"],
    ["2026-11-18T17:00", "working-days", 2, "2026-11-20T17:00"],
    ["2026-11-19T00:00", "minutes", 30, "2026-11-19T00:30"],
    ["2026-11-19T00:00", "hours", 24, "2026-11-20T00:00"],
  ])("%s and %s %i more", (end, unit, value, expected) => {
    expect(dueFurther({ end: local(end), unit, value, calendar })).toEqual(local(expected));
  });
});
