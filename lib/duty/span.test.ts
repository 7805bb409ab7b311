import fc from "fast-check";
import { expect, it } from "vitest";
import { lengthOf, mondayOf, spanOf, uncovered } from "./span";

it.each([
  ["07:00", "19:00", 720],
  ["22:00", "06:00", 480],
  ["07:00", "07:00", 1440],
  ["23:59", "00:00", 1],
])("from %s to %s is %i minutes", (from, to, minutes) => expect(lengthOf(from, to)).toBe(minutes));

it("reads hours as those of Viet Nam, and ends on the day after", () => {
  expect(spanOf({ day: "2026-12-31", from: "19:00", to: "07:00" })).toEqual({
    fromAt: new Date("2026-12-31T12:00:00Z"),
    toAt: new Date("2027-01-01T00:00:00Z"),
  });
});

it.each([
  ["2026-11-23", "2026-11-23"],
  ["2026-11-29", "2026-11-23"],
  ["2027-01-01", "2026-12-28"],
])("%s lies in the week of %s", (day, monday) => expect(mondayOf(day)).toBe(monday));

it("finds exactly the minutes that no shift covers", () => {
  const at = (minute: number) => new Date(minute * 60_000);
  const span = fc
    .tuple(fc.integer({ min: -20, max: 120 }), fc.integer({ min: 1, max: 60 }))
    .map(([from, length]) => ({ from, to: from + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const gaps = uncovered(
        { from: at(0), to: at(100) },
        spans.map(({ from, to }) => ({ from: at(from), to: at(to) })),
      );
      for (let minute = 0; minute < 100; minute += 1) {
        const isCovered = spans.some(({ from, to }) => from <= minute && minute < to);
        const isGap = gaps.some(({ from, to }) => from <= at(minute) && at(minute) < to);
        expect(isGap).toBe(!isCovered);
      }
    }),
  );
});
