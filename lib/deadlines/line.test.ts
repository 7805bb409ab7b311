import { describe, expect, it } from "vitest";
import holidayTable from "@/prisma/data/holidays.json";
import { lineReader } from "./line";

const answer = lineReader(holidayTable.holidays);
const tet = { start: "2026-02-13T16:00:00+07:00", unit: "working-hours", value: 2 };

describe("a case on a line", () => {
  it.each<[string, object, string]>([
    ["over Tết by the project's own calendar", { ...tet, id: "a" }, "2026-02-23T02:00:00.000Z"],
    ["named so", { ...tet, calendar: "vn" }, "2026-02-23T02:00:00.000Z"],
    ["day and night", { ...tet, calendar: "24/7" }, "2026-02-13T11:00:00.000Z"],
    ["without holidays", { ...tet, calendar: {} }, "2026-02-16T02:00:00.000Z"],
    [
      "with a make-up Saturday of its own",
      { ...tet, calendar: { workingDays: ["2026-02-14"] } },
      "2026-02-14T02:00:00.000Z",
    ],
    [
      "by hours written as times",
      {
        ...tet,
        calendar: {
          hours: { weekdays: [[], [], [], [], [], [], [{ from: "22:00", to: "24:00" }]], makeUpDay: [] },
        },
      },
      "2026-02-14T17:00:00.000Z",
    ],
    [
      "paused",
      {
        start: "2026-11-20T08:00:00Z",
        unit: "hours",
        value: 1,
        pauses: [
          { from: "2026-11-20T08:30:00Z", to: "2026-11-20T15:30:00+07:00" },
          { from: "2026-11-20T08:40:00Z", to: "2026-11-20T09:40:00Z" },
        ],
      },
      "2026-11-20T10:00:00.000Z",
    ],
  ])("%s", (_case, given, due) => expect(answer(JSON.stringify(given))).toMatchObject({ due }));

  it("keeps its id, and has none of its own", () => {
    expect(answer(JSON.stringify({ ...tet, id: 7 }))).toHaveProperty("id", 7);
    expect(answer(JSON.stringify(tet))).not.toHaveProperty("id");
    expect(answer('{"id":"x","start":"?"}')).toMatchObject({
      id: "x",
      error: expect.stringContaining("start") as string,
    });
  });

  it.each<[string, string, string]>([
    ["not JSON", "{", "not JSON"],
    ["a list", "[]", "expected object"],
    ["an unknown unit", JSON.stringify({ ...tet, unit: "weeks" }), "unit"],
    ["an instant without its offset", JSON.stringify({ ...tet, start: "2026-02-13T16:00:00" }), "offset"],
    ["a misspelt name", JSON.stringify({ ...tet, calender: "vn" }), "calender"],
    ["no working day", JSON.stringify({ ...tet, unit: "working-days", value: 0 }), "counted from one"],
    ["half a day", JSON.stringify({ ...tet, unit: "calendar-days", value: 1.5 }), "whole"],
    ["a negative figure", JSON.stringify({ ...tet, value: -1 }), "out of range"],
    ["a thousand years", JSON.stringify({ ...tet, value: 9e9 }), "out of range"],
    [
      "no such day",
      JSON.stringify({ ...tet, calendar: { holidays: ["2026-02-30"] } }),
      "not a calendar date",
    ],
    [
      "windows that overlap",
      JSON.stringify({
        ...tet,
        calendar: {
          hours: {
            weekdays: [
              [],
              [
                { from: 0, to: 60 },
                { from: 30, to: 90 },
              ],
              [],
              [],
              [],
              [],
              [],
            ],
            makeUpDay: [],
          },
        },
      }),
      "in order",
    ],
  ])("%s is answered with what is wrong", (_case, line, error) =>
    expect(answer(line)).toMatchObject({ error: expect.stringContaining(error) as string }),
  );
});
