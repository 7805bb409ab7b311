import { describe, expect, it } from "vitest";
import { ordinaryHours, workCalendar } from "@/lib/deadlines/calendar";
import { hoursByDay, hoursFlaw, officeHoursOf } from "./office-hours";

const typed = {
  weekdays: [1, 2, 3, 4, 5],
  morningFrom: "08:00",
  morningTo: "12:00",
  afternoonFrom: "13:00",
  afternoonTo: "17:00",
};

describe("office hours", () => {
  it("turns what is typed into the ordinary week", () => expect(officeHoursOf(typed)).toEqual(ordinaryHours));
  it("gives hours that a calendar accepts", () =>
    expect(() =>
      workCalendar([], officeHoursOf({ ...typed, weekdays: [6], afternoonFrom: "", afternoonTo: "" })),
    ).not.toThrow());
  it("groups days of the same hours", () =>
    expect(hoursByDay(ordinaryHours)).toEqual([
      { weekdays: [1, 2, 3, 4, 5], windows: ["08:00–12:00", "13:00–17:00"] },
      { weekdays: [6, 0], windows: [] },
    ]));
  it.each([
    [typed, null],
    [{ ...typed, morningTo: "08:00" }, { morningTo: "admin.errors.endBeforeStart" }],
    [{ ...typed, afternoonFrom: "11:30" }, { afternoonFrom: "admin.errors.windowsOverlap" }],
    [{ ...typed, afternoonTo: "" }, { afternoonTo: "required" }],
    [{ ...typed, afternoonTo: "13:00" }, { afternoonTo: "admin.errors.endBeforeStart" }],
  ])("finds in %j: %j", (hours, flaw) => expect(hoursFlaw(hours)).toEqual(flaw));
});
