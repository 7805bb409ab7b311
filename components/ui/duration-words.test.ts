import { expect, it } from "vitest";
import { durationOf, shownMinutes } from "./duration-words";

it.each([
  [0, "minutes", 0],
  [12, "minutes", 12],
  [59.9, "minutes", 59],
  [60, "hours", 1],
  [80, "hoursMinutes", 20],
  [179, "hoursMinutes", 59],
  [180, "hours", 3],
  [21 * 60 + 40, "hours", 21],
  [47 * 60 + 59, "hours", 47],
  [48 * 60, "days", 2],
  [-8, "minutes", 8],
  [-3 * 60 - 5, "hours", 3],
])("%d minutes are told in %s (%d)", (minutes, unit, value) => {
  const duration = durationOf(minutes);
  expect(duration.unit).toBe(unit);
  const shown = {
    minutes: duration.minutes,
    hoursMinutes: duration.minutes,
    hours: duration.hours,
    days: duration.days,
  };
  expect(shown[duration.unit]).toBe(value);
});

it.each([
  [59, "minutes"],
  [60, "hours"],
  [23 * 60 + 50, "hoursMinutes"],
  [48 * 60, "hours"],
])("%d minutes are told exactly in %s", (minutes, unit) => {
  const duration = durationOf(minutes, true);
  expect(duration.unit).toBe(unit);
  expect(duration.hours * 60 + duration.minutes).toBe(minutes);
});

it.each([
  [19 * 60 + 50, 19 * 60],
  [80, 80],
  [48 * 60 + 70, 48 * 60],
])("%d minutes are read as %d", (minutes, shown) => expect(shownMinutes(minutes)).toBe(shown));
