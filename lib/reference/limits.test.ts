import { describe, expect, it } from "vitest";
import { workCalendar } from "@/lib/deadlines/calendar";
import { dueOrNull, limitFlaw } from "./limits";

const calendar = workCalendar([]);
const start = new Date("2026-11-23T02:00:00Z"); // Monday 09:00 in Hà Nội

describe("a limit that may stand", () => {
  it.each([
    ["ANSWER", "minutes", 60, null],
    ["ANSWER", "minutes", 0, "limitTooShort"],
    ["ANSWER", "hours", -3, "limitTooShort"],
    ["ANSWER", "minutes", 4, "limitTooShort"],
    ["ANSWER", "hours", 1.5, "limitTooShort"],
    ["ANSWER", "months", 13, "limitBeyond:366"],
    ["ANSWER", "working-days", 2_000_000, "limitBeyond:366"],
    ["ACKNOWLEDGE", "working-hours", 4, null],
    ["ACKNOWLEDGE", "months", 1, "limitBeyond:8"],
    ["CASE_LEGAL", "months", 60, null],
  ] as const)("%s in %s of %d: %s", (subject, unit, value, flaw) => {
    expect(limitFlaw({ subject, unit, value }, start, calendar)).toBe(flaw);
  });
});

it("previews the end of a limit that starts now", () => {
  expect(dueOrNull({ unit: "working-hours", value: 4 }, start, calendar)?.toISOString()).toBe(
    "2026-11-23T07:00:00.000Z",
  );
  expect(dueOrNull({ unit: "hours", value: 90_000 }, start, calendar)).toBeNull();
});
