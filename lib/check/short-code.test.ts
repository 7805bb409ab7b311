import { expect, it } from "vitest";
import { readShortCode, shownCode } from "./short-code";

it.each([
  ["7K2QF9XM4T", "7K2QF9XM4T"],
  ["7k2qf-9xm4t", "7K2QF9XM4T"],
  [" 7K2QF – 9XM4T ", "7K2QF9XM4T"],
  ["７Ｋ２ＱＦ９ＸＭ４Ｔ", "7K2QF9XM4T"],
  ["OIL0100000", "0110100000"],
  ["7K2QF9XM4", null],
  ["7K2QF9XM4TT", null],
  ["7K2QF9XM4U", null],
  ["", null],
  ["0".repeat(5_000), null],
  ["' or 1=1 --", null],
])("%j is read as %j", (typed, code) => expect(readShortCode(typed)).toBe(code));

it("is shown in two groups and read back", () => {
  expect(shownCode("7K2QF9XM4T")).toBe("7K2QF-9XM4T");
  expect(readShortCode(shownCode("7K2QF9XM4T"))).toBe("7K2QF9XM4T");
});
