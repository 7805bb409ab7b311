import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatTime,
  isSameDay,
  parseLocalDateTime,
  parseLocalMoment,
} from "./local-time";

const now = new Date("2026-11-20T03:00:00Z");

describe("instants are told in Viet Nam time", () => {
  it.each([
    ["2026-11-20T03:09:00Z", "20/11/2026", "10:09"],
    ["2026-12-31T17:00:00Z", "01/01/2027", "00:00"],
    ["2028-02-28T16:59:59Z", "28/02/2028", "23:59"],
  ])("%s is %s %s", (instant, date, time) => {
    expect(formatDate(instant)).toBe(date);
    expect(formatTime(instant)).toBe(time);
  });

  it("puts the two sides of midnight on two days", () => {
    expect(isSameDay("2026-11-20T16:59:00Z", "2026-11-20T17:00:00Z")).toBe(false);
  });
});

describe("what people type is read", () => {
  it.each([
    ["26/11/2026 17:00", "2026-11-26T10:00:00.000Z"],
    ["26-11 17h", "2026-11-26T10:00:00.000Z"],
    ["26.11.26 9:05", "2026-11-26T02:05:00.000Z"],
    ["26112026 1700", "2026-11-26T10:00:00.000Z"],
    ["26/11/2026, 17g30", "2026-11-26T10:30:00.000Z"],
    ["1/1/2027", "2026-12-31T17:00:00.000Z"],
    ["29/02/2028 00:00", "2028-02-28T17:00:00.000Z"],
    ["8h05 22/11/2026", "2026-11-22T01:05:00.000Z"],
    ["8:05 22/11", "2026-11-22T01:05:00.000Z"],
    ["17h ngày 26.11.26", "2026-11-26T10:00:00.000Z"],
    ["17g30, 26-11-2026", "2026-11-26T10:30:00.000Z"],
  ])("%s", (text, expected) => {
    expect(parseLocalDateTime(text, now)?.toISOString()).toBe(expected);
  });

  it.each([
    "",
    "hôm qua",
    "31/02/2026 10:00",
    "29/02/2026",
    "12/13/2026",
    "10/10/2026 25:00",
    "10/10/2026 10:60",
    "25h 10/10/2026",
    "8h 31/02/2026",
  ])("refuses %j", (text) => {
    expect(parseLocalDateTime(text, now)).toBeNull();
  });

  it("takes no day for an hour where the hour counts", () => {
    expect(parseLocalMoment("22/11/2026", now)).toBeNull();
    expect(parseLocalMoment("22112026", now)).toBeNull();
    expect(parseLocalMoment("0h 22/11/2026", now)?.toISOString()).toBe("2026-11-21T17:00:00.000Z");
  });

  it.each([
    ["22/11/2026 10/11/2026 08:00", "2026-11-10T01:00:00.000Z"],
    ["22/11/2026 8h05 10/11/2026", "2026-11-10T01:05:00.000Z"],
    ["22/11/2026 10112026 0800", "2026-11-10T01:00:00.000Z"],
    ["22/11/2026 08:00", "2026-11-22T01:00:00.000Z"],
  ])("takes the date typed behind the one that stood there: %s", (text, expected) => {
    expect(parseLocalMoment(text, now)?.toISOString()).toBe(expected);
  });
  it.each(["22/11/2026 31/02/2026 08:00", "22/11/2026 10/11/2026", "22/11/2026 08 05 x"])(
    "guesses no moment from %j",
    (text) => expect(parseLocalMoment(text, now)).toBeNull(),
  );

  it("reads back every minute it writes", () => {
    const minutes = fc.integer({ min: 0, max: 80 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = new Date(Date.UTC(2000, 0, 1) + minute * 60_000);
        expect(parseLocalDateTime(formatDateTime(instant), now)?.getTime()).toBe(instant.getTime());
      }),
    );
  });
});
