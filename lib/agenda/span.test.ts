import { describe, expect, it } from "vitest";
import { daysOf, mondayOf, spanOf } from "./span";

describe("what a view of the calendar shows", () => {
  it.each([
    ["month", "2026-11-22", "2026-10-26", "2026-12-07", "2026-10-01", "2026-12-01"],
    ["month", "2027-02-10", "2027-02-01", "2027-03-01", "2027-01-01", "2027-03-01"],
    ["month", "2026-12-31", "2026-11-30", "2027-01-04", "2026-11-01", "2027-01-01"],
    ["week", "2026-11-22", "2026-11-16", "2026-11-23", "2026-11-09", "2026-11-23"],
    ["list", "2026-11-22", "2026-11-22", "2026-12-22", "2026-10-23", "2026-12-22"],
  ] as const)("%s around %s: %s up to %s", (view, at, from, to, before, next) =>
    expect(spanOf(view, at)).toEqual({ from, to, before, next }),
  );
  it("has whole weeks that begin on a Monday", () => {
    const days = daysOf(spanOf("month", "2026-11-22"));
    expect(days.length % 7).toBe(0);
    expect(mondayOf(days[0]!)).toBe(days[0]);
  });
});
