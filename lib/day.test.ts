import { expect, it } from "vitest";
import { dateOf, inForceAt } from "@/lib/day";

it.each([
  ["the last minute of a day", "2026-11-22T16:59:00Z", "2026-11-22"],
  ["the first minute of the next", "2026-11-22T17:00:00Z", "2026-11-23"],
  ["the small hours, a day behind in UTC", "2026-11-22T23:30:00Z", "2026-11-23"],
])("a register's row is looked up for the Vietnamese day: %s", (_when, at, day) =>
  expect(inForceAt(new Date(at))).toEqual({
    validFrom: { lte: dateOf(day) },
    OR: [{ validTo: null }, { validTo: { gt: dateOf(day) } }],
  }),
);
