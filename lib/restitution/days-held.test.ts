import { expect, it } from "vitest";
import { daysHeld } from "./days-held";

it.each([
  ["2026-11-22T03:00:00Z", "2026-11-22T09:00:00Z", 1],
  ["2026-11-22T16:30:00Z", "2026-11-22T17:30:00Z", 2], // midnight in Viet Nam lies between
  ["2026-11-01T03:00:00Z", "2026-11-30T03:00:00Z", 30],
  ["2026-11-22T03:00:00Z", "2026-11-21T03:00:00Z", 0],
])("from %s until %s it is %i days", (from, until, days) =>
  expect(daysHeld(new Date(from), new Date(until))).toBe(days),
);
