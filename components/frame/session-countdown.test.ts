import { expect, it } from "vitest";
import { initialsOf } from "./initials";
import { clockFace, secondsLeft } from "./session-countdown";

it.each([
  [134_000, 134, "2:14"],
  [60_000, 60, "1:00"],
  [8_400, 9, "0:09"],
  [-5_000, 0, "0:00"],
])("%d ms before the end shows %d s as %s", (left, seconds, face) => {
  const now = 1_700_000_000_000;
  expect(secondsLeft(now + left, now)).toBe(seconds);
  expect(clockFace(seconds)).toBe(face);
});

it.each([
  ["Nguyễn Thị Minh", "NM"],
  ["Lê Thành", "LT"],
  ["đỗ ân", "ĐÂ"],
  ["Hưng", "H"],
  ["", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
