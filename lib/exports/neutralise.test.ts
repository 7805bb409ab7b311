import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neutralise } from "./neutralise";

describe("an exported cell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+84912345678", "'+84912345678"],
    ["-5", "'-5"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["＝1", "'＝1"],
    ["0912345678", "0912345678"],
    ["a=1", "a=1"],
    ["", ""],
  ])("%j leaves as %j", (cell, left) => expect(neutralise(cell)).toBe(left));

  it("never begins with what a spreadsheet runs, and loses nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (cell) => {
        const left = neutralise(cell);
        expect(left).not.toMatch(/^[=+\-@\t\r]/);
        expect(left.endsWith(cell)).toBe(true);
      }),
    );
  });
});
