import { describe, expect, it } from "vitest";
import { cutPage, decodeCursor, encodeCursor } from "./keyset";

describe("a cursor in an address", () => {
  it("reads back what it wrote", () => {
    expect(decodeCursor(encodeCursor(["2026-11-20T03:00:00.000Z", "a"]), 2)).toEqual([
      "2026-11-20T03:00:00.000Z",
      "a",
    ]);
  });
  it.each([
    undefined,
    "",
    "!!!",
    "W10",
    encodeCursor(["only one"]),
    Buffer.from('{"a":1}').toString("base64url"),
    "A".repeat(1000),
  ])("gives the first page for %j", (text) => {
    expect(decodeCursor(text, 2)).toBeNull();
  });
});

describe("a page of a list", () => {
  const keys = (row: number) => [String(row)];
  it("knows that there is a next page by the one row more that was read", () => {
    expect(cutPage([1, 2, 3], 2, { backwards: false, fromStart: true }, keys)).toEqual({
      rows: [1, 2],
      previous: null,
      next: encodeCursor(["2"]),
    });
  });
  it("has no next page when nothing more was read", () => {
    expect(cutPage([3, 4], 2, { backwards: false, fromStart: false }, keys)).toEqual({
      rows: [3, 4],
      previous: encodeCursor(["3"]),
      next: null,
    });
  });
  it("turns a page that was read backwards", () => {
    expect(cutPage([4, 3, 2], 2, { backwards: true, fromStart: false }, keys)).toEqual({
      rows: [3, 4],
      previous: encodeCursor(["3"]),
      next: encodeCursor(["4"]),
    });
  });
  it("is empty when nothing is there", () => {
    expect(cutPage([], 2, { backwards: false, fromStart: true }, keys)).toEqual({
      rows: [],
      previous: null,
      next: null,
    });
  });
});
