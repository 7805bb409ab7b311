import { describe, expect, it } from "vitest";
import { type Measure, measures } from "./count";
import { trendNames } from "./definitions";
import {
  type Amount,
  casesBehind,
  casesBehindHeld,
  casesBehindTrend,
  isWithheld,
  seesSmallFigures,
} from "./disclosure";

/** A period in which every counter rests on twenty cases but for those that are named. */
const behind = (few: Partial<Record<Measure, number>> = {}, endedCases = 20) => ({
  cases: {
    ...(Object.fromEntries(measures.map((name) => [name, 20])) as Record<Measure, number>),
    ...few,
  },
  endedCases,
});
const amounts: Amount[] = [
  "reported",
  "requested",
  "held",
  "cashedOut",
  "movedPending",
  "unexplained",
  "returned",
  "whole",
];
const withheld = (few: Partial<Record<Measure, number>>, seesSmall = false) =>
  amounts.filter((amount) => isWithheld(seesSmall, ...casesBehind(behind(few), amount)));

describe("which figure may be shown to whom", () => {
  it.each([
    ["police", true],
    ["peoples_committee", false],
    ["department", false],
    ["state_bank_branch", false],
    ["bank", false],
  ] as const)("of a %s, who sees small figures: %s", (orgKind, expected) =>
    expect(seesSmallFigures({ orgKind })).toBe(expected),
  );

  it.each([
    [false, [0], false],
    [false, [1], true],
    [false, [4], true],
    [false, [5], false],
    [false, [20, 4], true],
    [false, [20, 0], false],
    [false, [], false],
    [true, [1, 4], false],
  ])("who sees small figures %s, cases %j: withheld %s", (seesSmall, cases, expected) =>
    expect(isWithheld(seesSmall, ...cases)).toBe(expected),
  );

  it.each([
    ["nothing", {}, []],
    ["everything of a period with few cases", { "case.reported": 4 }, amounts],
    ["what was asked for, when that is for few", { "request.sent": 1 }, ["requested"]],
    [
      "money held, and all that it could be worked out from",
      { "answer.held": 1 },
      ["held", "movedPending", "unexplained", "whole"],
    ],
    [
      "the same for what was released",
      { "money.released": 3 },
      ["held", "movedPending", "unexplained", "whole"],
    ],
    [
      "money cashed out, and what is left of it",
      { "answer.cashed_out": 2 },
      ["cashedOut", "movedPending", "unexplained", "whole"],
    ],
    [
      "money that moved on, and what is left of it",
      { "answer.moved_on": 4 },
      ["movedPending", "unexplained"],
    ],
    ["money returned", { "money.returned": 1 }, ["returned"]],
    ["nothing for a counter at nought", { "answer.held": 0, "money.returned": 0 }, []],
    ["nothing in a period that no case was reported in, but for few of its own", { "case.reported": 0 }, []],
  ] as const)("withholds %s", (_, few, expected) => {
    expect(withheld(few)).toEqual(expected);
    expect(withheld(few, true)).toEqual([]);
  });

  it("never leaves one part of the reported money to be taken from the others", () => {
    const parts: Amount[] = ["held", "cashedOut", "movedPending", "unexplained"];
    for (const measure of ["answer.held", "money.released", "answer.cashed_out", "answer.moved_on"] as const)
      expect(withheld({ [measure]: 1 }).filter((name) => parts.includes(name)).length).toBeGreaterThan(1);
  });

  it.each([
    ["cases", { "case.reported": 4 }, 20, true],
    ["cases", {}, 1, false],
    ["heldShare", { "case.reported": 4 }, 20, true],
    ["heldShare", { "answer.held": 1 }, 20, true],
    ["heldShare", { "money.returned": 1 }, 1, false],
    ["median", { "case.reported": 1 }, 20, false],
    ["median", {}, 4, true],
    ["p90", {}, 4, true],
    ["onTime", {}, 4, true],
    ["onTime", {}, 0, false],
  ] as const)(
    "in the trend, %s with %j and %d answered cases is withheld: %s",
    (name, few, ended, expected) => {
      expect(trendNames).toContain(name);
      expect(isWithheld(false, ...casesBehindTrend(behind(few, ended), name))).toBe(expected);
    },
  );

  it.each([
    [{ "answer.held": 1 }, 20, true],
    [{ "answer.held": 0 }, 1, true],
    [{ "answer.held": 5 }, 5, false],
    [{ "answer.held": 0 }, 0, false],
  ])(
    "an organisation's money newly held, with %j of %d answered cases, is withheld: %s",
    (few, ended, expected) =>
      expect(isWithheld(false, ...casesBehindHeld(behind(few, ended)))).toBe(expected),
  );
});
