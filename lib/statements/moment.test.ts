import { expect, it } from "vitest";
import { dayOf, momentOf } from "./moment";

const now = new Date("2026-11-22T03:00:00Z"); // 10:00 in Hà Nội
const friday = new Date("2026-11-20T02:00:00Z");

it.each<[string | undefined, Date | null, string | null, boolean]>([
  ["2026-11-20T08:47:00+07:00", null, "2026-11-20T01:47:00.000Z", true],
  ["2026-11-20T08:47", null, "2026-11-20T01:47:00.000Z", true],
  ["--11-20T08:47", null, "2026-11-20T01:47:00.000Z", true],
  ["--12-31T08:47", null, "2025-12-31T01:47:00.000Z", true],
  ["08:47", null, "2026-11-22T01:47:00.000Z", false],
  ["08:47", friday, "2026-11-20T01:47:00.000Z", false],
  ["23:50", null, "2026-11-21T16:50:00.000Z", false],
  ["2026-11-20", null, null, false],
  ["hôm qua", null, null, false],
  [undefined, null, null, false],
])("%s, last day %s, is %s", (written, day, at, sure) =>
  expect(momentOf(written, now, day)).toEqual({ at, sure }),
);

it.each([
  ["--11-20T08:47", "2026-11-20T05:00:00.000Z"],
  ["2026-11-20", "2026-11-20T05:00:00.000Z"],
  ["08:47", undefined],
])("%s is of the day %s", (written, day) => expect(dayOf(written, now)?.toISOString()).toBe(day));
