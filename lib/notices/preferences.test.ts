import { describe, expect, it } from "vitest";
import { type Preferences, type QuietHours, quietUntil, wishOf } from "./preferences";

/** An instant by the clock in Ha Noi. 22/11/2026 is a Sunday. */
const local = (text: string) => new Date(`${text}:00+07:00`);
const everyDay = [0, 1, 2, 3, 4, 5, 6];
const night: QuietHours = { fromMinute: 22 * 60, toMinute: 6 * 60, days: everyDay };
const nothing: Preferences = { kinds: new Map(), quiet: null };

describe("quiet hours", () => {
  it.each([
    ["before they begin", night, "2026-11-22T21:59", null],
    ["from their first minute", night, "2026-11-22T22:00", "2026-11-23T06:00"],
    ["before midnight", night, "2026-11-22T23:00", "2026-11-23T06:00"],
    ["after midnight", night, "2026-11-23T00:00", "2026-11-23T06:00"],
    ["until their last minute", night, "2026-11-23T05:59", "2026-11-23T06:00"],
    ["not at their end", night, "2026-11-23T06:00", null],
    ["over the turn of the year", night, "2026-12-31T23:30", "2027-01-01T06:00"],
    ["at noon", { fromMinute: 690, toMinute: 780, days: [1] }, "2026-11-23T12:00", "2026-11-23T13:00"],
    ["not at noon of another day", { fromMinute: 690, toMinute: 780, days: [1] }, "2026-11-24T12:00", null],
    ["on the evening of their day", { ...night, days: [0] }, "2026-11-22T23:00", "2026-11-23T06:00"],
    ["in the morning after it", { ...night, days: [0] }, "2026-11-23T05:00", "2026-11-23T06:00"],
    ["not in the morning of it", { ...night, days: [0] }, "2026-11-22T05:00", null],
    ["on no day at all", { ...night, days: [] }, "2026-11-22T23:00", null],
  ])("hold %s", (_, quiet, at, end) => {
    expect(quietUntil(quiet, local(at))).toEqual(end === null ? null : local(end));
  });
});

describe("how somebody is told", () => {
  const at = local("2026-11-22T23:00");
  it("is at once by mail when it is urgent, else with the next collected mail, and by no short message", () => {
    const off = { sms: false, zalo: false, holdUntil: null };
    expect(wishOf(nothing, { kind: "request.received", urgent: true, at })).toEqual({ email: "now", ...off });
    expect(wishOf(nothing, { kind: "request.received", urgent: false, at })).toEqual({
      email: "digest",
      ...off,
    });
  });

  it("is as he chose for the kind, and for that kind alone", () => {
    const kinds = new Map([["request.message", { email: "never", sms: true, zalo: false } as const]]);
    const chosen = { kinds, quiet: null };
    expect(wishOf(chosen, { kind: "request.message", urgent: true, at })).toMatchObject({
      email: "never",
      sms: true,
      zalo: false,
    });
    expect(wishOf(chosen, { kind: "request.received", urgent: true, at }).email).toBe("now");
  });

  it("waits for the end of the quiet hours, unless it is urgent", () => {
    const kinds = new Map([["request.message", { email: "now", sms: false, zalo: false } as const]]);
    const sleeping = { kinds, quiet: night };
    const about = { kind: "request.message", at };
    expect(wishOf(sleeping, { ...about, urgent: false }).holdUntil).toEqual(local("2026-11-23T06:00"));
    expect(wishOf(sleeping, { ...about, urgent: true }).holdUntil).toBeNull();
  });
});
