import { expect, it } from "vitest";
import { workCalendar } from "./calendar";
import { dueAt } from "./due";
import { lastDayOf } from "./last-day";

const start = new Date("2026-11-21T09:30+07:00");
const calendar = workCalendar([]);

it("is the day at whose end a limit of days or months ends, over the end of a week and of a year", () => {
  expect(lastDayOf(dueAt({ start, unit: "calendar-days", value: 20, calendar }))).toBe("2026-12-11");
  expect(lastDayOf(dueAt({ start, unit: "calendar-days", value: 21, calendar }))).toBe("2026-12-14");
  expect(lastDayOf(new Date("2027-01-01T00:00+07:00"))).toBe("2026-12-31");
});

it("is none for a limit that ends at an hour, also at midnight elsewhere", () => {
  expect(lastDayOf(dueAt({ start, unit: "minutes", value: 30, calendar }))).toBeNull();
  expect(lastDayOf(new Date("2026-12-12T00:00Z"))).toBeNull();
  expect(lastDayOf(new Date("2026-12-12T00:00:01+07:00"))).toBeNull();
});
