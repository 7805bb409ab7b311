import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measures } from "./count";
import { moneyBand, perMille, type RangeFigures } from "./definitions";

const range = (amount: Partial<RangeFigures["amount"]>): RangeFigures => ({
  count: Object.fromEntries(measures.map((name) => [name, 0])) as RangeFigures["count"],
  amount: {
    ...(Object.fromEntries(measures.map((name) => [name, 0n])) as RangeFigures["amount"]),
    ...amount,
  },
  cases: Object.fromEntries(measures.map((name) => [name, 0])) as RangeFigures["cases"],
  answered: 0,
  inTime: 0,
  median: null,
  p90: null,
  endedCases: 0,
});
const vnd = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe("money of a period", () => {
  it("adds up for the case of the drawn screens", () => {
    const band = moneyBand(
      range({
        "case.reported": 1_250_000_000n,
        "answer.held": 550_000_000n,
        "answer.cashed_out": 280_000_000n,
        "answer.moved_on": 405_000_000n,
      }),
    );
    expect(band).toMatchObject({
      held: 550_000_000n,
      cashedOut: 280_000_000n,
      movedPending: 405_000_000n,
      unexplained: 15_000_000n,
      whole: 1_250_000_000n,
    });
  });
  it("takes released holds off what is held", () => {
    expect(moneyBand(range({ "case.reported": 100n, "answer.held": 60n, "money.released": 25n })).held).toBe(
      35n,
    );
  });
  it("always balances: the four parts are the whole, none is negative", () => {
    fc.assert(
      fc.property(vnd, vnd, vnd, vnd, vnd, (reported, held, released, cashed, moved) => {
        const band = moneyBand(
          range({
            "case.reported": reported,
            "answer.held": held,
            "money.released": released,
            "answer.cashed_out": cashed,
            "answer.moved_on": moved,
          }),
        );
        const parts = [band.held, band.cashedOut, band.movedPending, band.unexplained];
        expect(parts.every((part) => part >= 0n)).toBe(true);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(band.whole);
      }),
    );
  });
});

it.each([
  [1n, 3n, 333],
  [2n, 3n, 667],
  [406n, 1000n, 406],
  [1n, 0n, null],
  [0n, 5n, 0],
])("%d of %d is %s per mille", (part, whole, expected) => expect(perMille({ part, whole })).toBe(expected));
