import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAt, daysBetween } from "@/lib/local-days";
import { bounds, bucketError, bucketOf, middleOf, quantileOf } from "./buckets";
import { partsOf } from "./parts";

const minutes = fc.double({ min: 0, max: 200_000, noNaN: true });

describe("a bucket", () => {
  it("holds its duration, and its middle is at most 7.3 % off", () => {
    fc.assert(
      fc.property(minutes, (value) => {
        const { from, to } = bounds(bucketOf(value));
        expect(value).toBeGreaterThanOrEqual(from * (1 - 1e-9));
        expect(value).toBeLessThan(to * (1 + 1e-9));
        if (value >= 1)
          expect(Math.abs(middleOf(bucketOf(value)) / value - 1)).toBeLessThan(bucketError + 1e-9);
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives the quantile of what was counted, as exactly as its buckets are", () => {
    fc.assert(
      fc.property(
        fc.array(minutes, { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0.5, 0.9),
        (all, part) => {
          const counted = new Map<number, number>();
          for (const value of all) counted.set(bucketOf(value), (counted.get(bucketOf(value)) ?? 0) + 1);
          const exact = [...all].sort((a, b) => a - b)[Math.ceil(all.length * part) - 1]!;
          expect(bucketOf(quantileOf(counted, part)!)).toBe(bucketOf(exact));
        },
      ),
      { numRuns: 500 },
    );
    expect(quantileOf(new Map(), 0.5)).toBeNull();
  });
});

describe("the parts of a range", () => {
  it("hold each of its days once, whole months as one", () => {
    const day = fc.integer({ min: 20_000, max: 21_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (first, length) => {
        const [from, to] = [dayAt(first * 86_400_000), dayAt((first + length) * 86_400_000)];
        const parts = partsOf({ from, to });
        expect(parts.reduce((sum, part) => sum + daysBetween(part.from, part.to), 0)).toBe(length + 1);
        for (const { grain, ...part } of parts) {
          expect(part.from >= from && part.to <= to).toBe(true);
          if (grain === "month") expect(part.from.endsWith("-01")).toBe(true);
        }
      }),
    );
    expect(partsOf({ from: "2026-07-01", to: "2026-09-30" })).toEqual([
      { grain: "month", from: "2026-07-01", to: "2026-09-30" },
    ]);
  });
});
