import { describe, expect, it } from "vitest";
import { formatChance, formatShare, tenthsOf } from "./share";

describe("a share of money", () => {
  it.each([
    [383n, 1000n, 383],
    [1n, 3n, 333],
    [2n, 3n, 667],
    [1n, 2000n, 1],
    [1n, 2001n, 0],
    [3n, 2n, 1500],
    [0n, 10n, 0],
    [5n, 0n, 0],
  ])("%s of %s is %s tenths of a percent", (part, whole, tenths) =>
    expect(tenthsOf(part, whole)).toBe(tenths),
  );
  it.each([
    [383, "vi", "38,3%"],
    [383, "en", "38.3%"],
    [1000, "vi", "100,0%"],
    [0, "en", "0.0%"],
  ])("%s in %s", (tenths, language, words) => expect(formatShare(tenths, language)).toBe(words));
});

it.each([
  [0.984, "vi", "98%"],
  [0.985, "en", "99%"],
  [0, "vi", "0%"],
  [1, "en", "100%"],
])("a chance of %s is told in whole percents", (chance, language, words) =>
  expect(formatChance(chance, language)).toBe(words),
);
