import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Measure, measures } from "./count";
import { trendNames } from "./definitions";
import {
  type Amount,
  casesBehind,
  casesBehindHeld,
  casesBehindTrend,
  isRangeWithheld,
  isWithheld,
  leastCases,
  seesSmallFigures,
  withheldParts,
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
    ["nothing for what was released, which is told nowhere by itself", { "money.released": 3 }, []],
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
    for (const measure of ["answer.held", "answer.cashed_out", "answer.moved_on"] as const)
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
    [{ "money.released": 2 }, 20, true],
  ])(
    "an organisation's money newly held, with %j of %d answered cases, is withheld: %s",
    (few, ended, expected) =>
      expect(isWithheld(false, ...casesBehindHeld(behind(few, ended)))).toBe(expected),
  );
});

/** A range of the weeks from `first` to before `end`, of which each rests on some cases, as a reader outside the police gets it. */
function isShown(weeks: readonly number[], first: number, end: number): boolean {
  const sum = (from: number, to: number) => weeks.slice(from, to).reduce((total, cases) => total + cases, 0);
  const last = [end - 1, end - 2].filter((week) => week >= first).map((week) => weeks[week] ?? 0);
  const before = first === 0 ? null : (weeks[first - 1] ?? 0);
  return !isRangeWithheld(false, sum(first, end), { last, before }, (cases) => [cases]);
}

describe("ranges of whole weeks that share days", () => {
  it.each([
    ["a week that follows on one with enough cases", [9, 7], 1, 2, true],
    ["one with few", [9, 4], 1, 2, false],
    ["one without any, which tells nothing", [9, 0], 1, 2, true],
    ["two weeks, of which the last has few: the first could be taken from them", [9, 7, 3], 1, 3, false],
    ["two weeks after one with few: it could be had by a longer range", [9, 3, 7, 9], 2, 4, false],
    ["two weeks, the last without any, as if it were the first alone", [9, 7, 0], 1, 3, true],
    ["a range in the midst of which few happened", [9, 7, 1, 8], 1, 4, true],
    ["the first weeks of the record", [7, 8], 0, 2, true],
  ] as const)("shows %s", (_, weeks, first, end, expected) =>
    expect(isShown(weeks, first, end)).toBe(expected),
  );

  it("are known to the police, however few", () =>
    expect(isRangeWithheld(true, 1, { last: [1], before: 1 }, (cases) => [cases])).toBe(false));

  it("tell of no sum of fewer than five cases, however many of them are added and taken from each other", () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 40 })), {
          minLength: 1,
          maxLength: 12,
        }),
        (weeks) => {
          // A known range ties its two ends: whatever can be worked out is the sum between two ends that are tied.
          const tied = Array.from({ length: weeks.length + 1 }, (_, at) => at);
          const rootOf = (at: number): number => (tied[at] === at ? at : rootOf(tied[at] as number));
          for (let first = 0; first < weeks.length; first++)
            for (let end = first + 1; end <= weeks.length; end++)
              if (isShown(weeks, first, end)) tied[rootOf(end)] = rootOf(first);
          for (let first = 0; first < weeks.length; first++)
            for (let end = first + 1; end <= weeks.length; end++) {
              if (rootOf(first) !== rootOf(end)) continue;
              const cases = weeks.slice(first, end).reduce((total, count) => total + count, 0);
              expect(cases === 0 || cases >= leastCases).toBe(true);
            }
        },
      ),
      { numRuns: 5_000 },
    ));

  it("leave no province to be what is left of a known whole", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }), (counts) => {
        const parts = counts.map((cases) => ({ cases, isFew: isWithheld(false, cases) }));
        const hidden = [...withheldParts(parts)];
        const left = hidden.reduce((total, { cases }) => total + cases, 0);
        expect(parts.filter((part) => part.isFew).every((part) => hidden.includes(part))).toBe(true);
        const isOnlyOne = parts.filter(({ cases }) => cases > 0).length <= 1;
        // With a single province the whole is withheld by the same rule.
        if (hidden.length > 0 && !isOnlyOne) expect(hidden.length > 1 || left >= leastCases).toBe(true);
      }),
    ));
});
