import { describe, expect, it } from "vitest";
import { cutPage, decodeCursor, encodeCursor } from "./keyset";

const id = "0b6f0d5e-7c1a-4e3b-9a52-6f1d2c3b4a59";

describe("a cursor in an address", () => {
  it("reads back what it wrote", () => {
    const keys = ["true", "2026-11-20T03:00:00.000Z", "1500000", id];
    expect(decodeCursor(encodeCursor(keys), ["flag", "instant", "amount", "id"])).toEqual(keys);
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
    expect(decodeCursor(text, ["instant", "id"])).toBeNull();
  });

  it.each([
    "2026-02-30T00:00:00Z",
    "2026-02-30T00:00:00.000Z",
    "2026-11-20T03:00:00Z",
    "2026-11-20T03:00:00.000+23:59",
    "2026-11-20",
    "0000-01-01T00:00:00.000Z",
    "-000001-01-01T00:00:00.000Z",
    "+275760-09-13T00:00:00.000Z",
    "infinity",
    "",
  ])("takes %j for no instant", (at) => {
    expect(decodeCursor(encodeCursor([at, id]), ["instant", "id"])).toBeNull();
  });

  it.each(["", "-".repeat(36), id.slice(1), `${id} `, id.toUpperCase(), id.replaceAll("-", "")])(
    "takes %j for no id",
    (wrong) => expect(decodeCursor(encodeCursor([wrong]), ["id"])).toBeNull(),
  );

  it.each([
    ["amount", "-1"],
    ["amount", "1e3"],
    ["amount", "9".repeat(19)],
    ["flag", "yes"],
  ] as const)("takes a wrong %s for none", (kind, key) => {
    expect(decodeCursor(encodeCursor([key]), [kind])).toBeNull();
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
