import { describe, expect, it } from "vitest";
import { cutPage, decodeCursor, encodeCursor } from "./keyset";

const edge = ["2026-11-22T03:20:10.000Z", "01999999-0000-7000-8000-000000000001"];
const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("the edge of a page in an address", () => {
  it("comes back as it was written", () => expect(decodeCursor(encodeCursor(edge), 2)).toEqual(edge));

  it.each([
    ["nothing", undefined],
    ["no base64", "%%%"],
    ["another shape", text({ a: 1 })],
    ["too few parts", text([edge[0]])],
    ["an id that is none", text([edge[0], "1; drop"])],
    ["numbers", text([1, 2])],
    ["far too long", "a".repeat(700)],
  ])("%s opens the first page", (_, value) => expect(decodeCursor(value, 2)).toBeNull());
});

describe("a page cut out of what was read", () => {
  const keysOf = (row: number) => [String(row), edge[1]!];
  const cut = (rows: number[], backwards: boolean, fromStart: boolean) => {
    const { rows: shown, previous, next } = cutPage(rows, 3, { backwards, fromStart }, keysOf);
    return [shown, previous && decodeCursor(previous, 2)?.[0], next && decodeCursor(next, 2)?.[0]];
  };
  it.each([
    ["the only page", [1, 2], false, true, [[1, 2], null, null]],
    ["the first of more", [1, 2, 3, 4], false, true, [[1, 2, 3], null, "3"]],
    ["one in the middle", [4, 5, 6, 7], false, false, [[4, 5, 6], "4", "6"]],
    ["the last", [7, 8], false, false, [[7, 8], "7", null]],
    ["one read backwards", [6, 5, 4, 3], true, false, [[4, 5, 6], "4", "6"]],
    ["the first, read backwards", [3, 2, 1], true, false, [[1, 2, 3], null, "3"]],
    ["nothing", [], false, true, [[], null, null]],
  ] as const)("%s", (_, rows, backwards, fromStart, expected) => expect(cut([...rows], backwards, fromStart)).toEqual(expected));
});
