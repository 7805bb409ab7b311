import { expect, it } from "vitest";
import { snoozeUntil } from "./snooze-time";

const local = (text: string) => new Date(`${text}:00+07:00`);

it.each([
  ["hour", "2026-11-22T23:30", "2026-11-23T00:30"],
  ["afternoon", "2026-11-22T09:00", "2026-11-22T14:00"],
  ["afternoon", "2026-11-22T00:10", "2026-11-22T14:00"],
  ["afternoon", "2026-11-22T14:00", null],
  ["tomorrow", "2026-11-22T23:30", "2026-11-23T08:00"],
  ["tomorrow", "2026-12-31T06:30", "2027-01-01T08:00"],
] as const)("put off by %s at %s comes back at %s", (time, now, until) => {
  expect(snoozeUntil(time, local(now))).toEqual(until === null ? null : local(until));
});
