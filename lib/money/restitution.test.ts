import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HeldSum, largestRemainder, shareOut, type UnreturnedLoss } from "./restitution";

const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
const hold = (id: string, available: bigint, traced: Record<string, bigint> = {}): HeldSum => ({
  id,
  available,
  traced: new Map(Object.entries(traced)),
});
const loss = (id: string, amount: bigint): UnreturnedLoss => ({ id, amount });

it.each<[string, bigint, bigint[], bigint[]]>([
  ["thirds go to the first", 10n, [1n, 1n, 1n], [4n, 3n, 3n]],
  ["the largest remainder gets the đồng that is left", 10n, [3n, 5n, 6n], [2n, 4n, 4n]],
  ["nothing is shared as nothing", 0n, [0n, 0n], [0n, 0n]],
  ["who has no weight gets nothing", 7n, [0n, 2n], [0n, 7n]],
])("%s", (_, total, weights, expected) => expect(largestRemainder(total, weights)).toEqual(expected));
it.each<[string, bigint, bigint[]]>([
  ["a negative total", -1n, [1n]],
  ["a negative weight", 1n, [-1n, 3n]],
  ["something for nobody", 1n, [0n]],
])("refuses %s", (_, total, weights) => expect(() => largestRemainder(total, weights)).toThrow(RangeError));

describe("a proposal", () => {
  it("traces first and shares the rest by what is still missed", () =>
    expect(shareOut([hold("h", 100n, { a: 40n })], [loss("a", 70n), loss("b", 90n)])).toEqual([
      { holdId: "h", victimId: "a", traced: 40n, amount: 55n },
      { holdId: "h", victimId: "b", traced: 0n, amount: 45n },
    ]));
  it("gives nobody more than he misses", () =>
    expect(shareOut([hold("h", 100n, { a: 40n })], [loss("a", 30n)])).toEqual([
      { holdId: "h", victimId: "a", traced: 30n, amount: 30n },
    ]));
  it("gives no more than is held, each as much less as the trail says", () =>
    expect(shareOut([hold("h", 30n, { a: 40n, b: 20n })], [loss("a", 40n), loss("b", 20n)])).toEqual([
      { holdId: "h", victimId: "a", traced: 20n, amount: 20n },
      { holdId: "h", victimId: "b", traced: 10n, amount: 10n },
    ]));
  it("knows no victim, no share", () => expect(shareOut([hold("h", 5n)], [])).toEqual([]));
  it.each<[HeldSum, UnreturnedLoss]>([
    [hold("h", -1n), loss("a", 1n)],
    [hold("h", 1n), loss("a", -1n)],
    [hold("h", 1n, { a: -1n }), loss("a", 1n)],
  ])("refuses what is less than nothing", (held, missed) =>
    expect(() => shareOut([held], [missed])).toThrow(RangeError),
  );
});

const amount = fc.bigInt(0n, 90_000_000_000n);
const ids = ["a", "b", "c", "d", "e"];
const arbitrary = fc
  .record({
    losses: fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), amount }), { selector: ({ id }) => id }),
    holds: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom("h1", "h2", "h3", "h4"),
        available: amount,
        traced: fc
          .dictionary(fc.constantFrom(...ids), amount)
          .map((shares) => new Map(Object.entries(shares))),
      }),
      { selector: ({ id }) => id },
    ),
  })
  .chain((story) =>
    fc.record({
      story: fc.constant(story),
      holds: fc.shuffledSubarray(story.holds, { minLength: story.holds.length }),
      losses: fc.shuffledSubarray(story.losses, { minLength: story.losses.length }),
    }),
  );

it("is exact to the đồng, within every hold and every loss, whatever the order", () => {
  fc.assert(
    fc.property(arbitrary, ({ story, holds, losses }) => {
      const shares = shareOut(story.holds, story.losses);
      const held = sumOf(story.holds.map(({ available }) => available));
      const missed = sumOf(story.losses.map((each) => each.amount));
      expect(sumOf(shares.map((each) => each.amount))).toBe(held < missed ? held : missed);
      for (const { id, available } of story.holds)
        expect(sumOf(shares.flatMap((each) => (each.holdId === id ? [each.amount] : []))) <= available).toBe(
          true,
        );
      for (const each of story.losses)
        expect(
          sumOf(shares.flatMap((share) => (share.victimId === each.id ? [share.amount] : []))) <= each.amount,
        ).toBe(true);
      for (const share of shares)
        expect(share.amount > 0n && share.traced >= 0n && share.traced <= share.amount).toBe(true);
      expect(shareOut(holds, losses)).toEqual(shares);
    }),
    { numRuns: 10_000 },
  );
});
it("shares a total that fits its weights so that nobody gets more than his", () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), fc.bigInt(0n, 100n), (weights, percent) => {
      const total = (sumOf(weights) * percent) / 100n;
      const parts = largestRemainder(total, weights);
      expect(sumOf(parts)).toBe(total);
      parts.forEach((part, index) => expect(part <= weights[index]!).toBe(true));
    }),
  );
});
