import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketOf } from "./buckets";
import { chanceLate, knownOf, leastKnown, shareLonger } from "./predict";

const minutes = fc.double({ min: 0, max: 50_000, noNaN: true });
const histogram = fc
  .array(minutes, { minLength: 1, maxLength: 120 })
  .map((all) =>
    all.reduce(
      (sum, one) => sum.set(bucketOf(one), (sum.get(bucketOf(one)) ?? 0) + 1),
      new Map<number, number>(),
    ),
  );

describe("how likely a request is late", () => {
  it("is a probability that grows as it waits and shrinks as it may take longer", () => {
    fc.assert(
      fc.property(histogram, minutes, minutes, minutes, (known, one, other, allowed) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
        const [before, after] = [chanceLate(known, sooner, allowed), chanceLate(known, later, allowed)];
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(1);
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
        expect(chanceLate(known, sooner, later)).toBeGreaterThanOrEqual(
          chanceLate(known, sooner, later + 100) - 1e-9,
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it("is certain once its time is over, and when nothing ever took that long", () => {
    fc.assert(
      fc.property(histogram, minutes, (known, waited) => {
        expect(chanceLate(known, waited, waited)).toBe(1);
        expect(chanceLate(known, 1e9, 2e9)).toBe(1);
      }),
    );
  });

  it("is the share of answers that took longer, before anything was waited", () => {
    const known = new Map([
      [bucketOf(10), 30],
      [bucketOf(1_000), 10],
    ]);
    expect(shareLonger(known, 100)).toBeCloseTo(0.25);
    expect(chanceLate(known, 0, 100)).toBeCloseTo(0.25);
    expect(chanceLate(known, 50, 100)).toBeCloseTo(1);
  });

  it("asks the next pool where one knows too few answers", () => {
    const [few, many] = [new Map([[5, leastKnown - 1]]), new Map([[9, leastKnown]])];
    expect(knownOf([undefined, few, many])).toBe(many);
    expect(knownOf([few])).toBeNull();
  });
});
