import { describe, expect, it } from "vitest";
import { lineOf, medianOf } from "@/lib/figures/pace/line";
import { inOrder, type LeagueRow } from "./order";

const row = (name: string, inTime: number, bucket = 20): LeagueRow => ({
  id: name,
  name,
  orgKind: "bank",
  answered: 10,
  line: lineOf({
    judged: new Map([
      [1, inTime],
      [0, 10 - inTime],
    ]),
    answered: new Map([[bucket, 10]]),
  }),
  state: "shown",
  reply: null,
});
const few: LeagueRow = { ...row("Ít", 0), line: null, state: "few", answered: 2 };
const names = (rows: LeagueRow[]) => rows.map(({ name }) => name);

describe("the order of the table", () => {
  it("is by value, equals by name, and what is not compared last in either direction", () => {
    const rows = [few, row("Bình", 5), row("An", 5), row("Cao", 9)];
    expect(names(inOrder(rows, "onTime", "desc"))).toEqual(["Cao", "An", "Bình", "Ít"]);
    expect(names(inOrder(rows, "onTime", "asc"))).toEqual(["An", "Bình", "Cao", "Ít"]);
    expect(names(inOrder(rows, "name", "asc"))).toEqual(["An", "Bình", "Cao", "Ít"]);
  });

  it("takes the middle of several values", () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3]), medianOf([])]).toEqual([2, 2.5, null]);
  });
});
