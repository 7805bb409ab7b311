import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLedger, type LedgerInput } from "./ledger";

const at = (minute: number): Date => new Date(minute * 60_000);
const empty: LedgerInput = {
  payments: [],
  transfers: [],
  cashOuts: [],
  holds: [],
  answered: new Set(),
  asked: new Set(),
};
const hold = (account: string, amount: bigint, minute: number, returned = 0n, released = 0n) => ({
  account,
  amount,
  at: at(minute),
  returned,
  released,
});

describe("the ledger of a story", () => {
  const story: LedgerInput = {
    payments: [
      { to: "a", amount: 50n, at: at(0) },
      { to: "b", amount: 30n, at: at(1) },
    ],
    transfers: [
      { from: "b", to: "c", amount: 20n, at: at(2) },
      { from: "b", to: "d", amount: 6n, at: at(3) },
    ],
    cashOuts: [{ account: "c", amount: 5n, at: at(4) }],
    holds: [hold("a", 45n, 5, 40n)],
    answered: new Set(["a", "b", "c"]),
    asked: new Set(["a", "b", "c"]),
  };
  it("balances in total", () =>
    expect(buildLedger(story)).toMatchObject({
      reported: 80n,
      held: 45n,
      cashedOut: 5n,
      movedOnPending: 6n,
      unexplained: 24n,
      returned: 40n,
      unasked: 6n,
      heldBeyondTrail: 0n,
    }));
  it("waits for nobody where nobody was asked", () => {
    const alone = { ...story, transfers: [], cashOuts: [], holds: [], answered: new Set<string>() };
    expect(buildLedger({ ...alone, asked: new Set() })).toMatchObject({ movedOnPending: 80n, unasked: 80n });
    expect(buildLedger({ ...alone, asked: new Set(["a"]) })).toMatchObject({ unasked: 30n });
  });
  it("balances in each layer", () =>
    expect(buildLedger(story).layers).toEqual([
      {
        layer: 1,
        entered: 80n,
        movedOn: 26n,
        held: 45n,
        cashedOut: 0n,
        movedOnPending: 0n,
        unexplained: 9n,
        returned: 40n,
        unasked: 0n,
      },
      {
        layer: 2,
        entered: 26n,
        movedOn: 0n,
        held: 0n,
        cashedOut: 5n,
        movedOnPending: 6n,
        unexplained: 15n,
        returned: 0n,
        unasked: 6n,
      },
    ]));
});

it.each<[string, Partial<LedgerInput>, Partial<ReturnType<typeof buildLedger>>]>([
  [
    "money sent in a circle is counted once",
    {
      transfers: [
        { from: "a", to: "b", amount: 10n, at: at(1) },
        { from: "b", to: "a", amount: 10n, at: at(2) },
      ],
    },
    { movedOnPending: 10n },
  ],
  [
    "money sent to oneself is counted once",
    { transfers: [{ from: "a", to: "a", amount: 10n, at: at(1) }] },
    { movedOnPending: 10n },
  ],
  [
    "a hold larger than the trail shows the rest apart",
    { holds: [hold("a", 25n, 1)] },
    { held: 10n, heldBeyondTrail: 15n },
  ],
  [
    "money cannot leave before it came",
    { transfers: [{ from: "a", to: "b", amount: 10n, at: at(-1) }], answered: new Set(["a"]) },
    { unexplained: 10n },
  ],
  [
    "arrival, departure and hold at one instant come in that order",
    { transfers: [{ from: "a", to: "b", amount: 4n, at: at(0) }], holds: [hold("a", 10n, 0)] },
    { held: 6n, movedOnPending: 4n },
  ],
  [
    "what is released is no longer held",
    { holds: [hold("a", 10n, 1, 2n, 7n)] },
    { held: 3n, returned: 2n, movedOnPending: 7n },
  ],
])("%s", (_case, change, expected) => {
  const ledger = buildLedger({ ...empty, payments: [{ to: "a", amount: 10n, at: at(0) }], ...change });
  expect(ledger).toMatchObject({ reported: 10n, ...expected });
});

it.each<[string, Partial<LedgerInput>]>([
  ["a negative payment", { payments: [{ to: "a", amount: -1n, at: at(0) }] }],
  ["more returned than held", { holds: [hold("a", 10n, 0, 11n)] }],
  ["more returned than is still held", { holds: [hold("a", 10n, 0, 6n, 5n)] }],
])("refuses %s", (_case, change) => expect(() => buildLedger({ ...empty, ...change })).toThrow(RangeError));

const account = fc.constantFrom("a", "b", "c", "d", "e");
const amount = fc.bigInt(0n, 5_000_000_000n);
const time = fc.integer({ min: 0, max: 40 }).map(at);
const arbitraryInput: fc.Arbitrary<LedgerInput> = fc.record({
  payments: fc.array(fc.record({ to: account, amount, at: time }), { maxLength: 6 }),
  transfers: fc.array(fc.record({ from: account, to: account, amount, at: time }), { maxLength: 25 }),
  cashOuts: fc.array(fc.record({ account, amount, at: time }), { maxLength: 6 }),
  holds: fc.array(
    fc
      .tuple(account, amount, time, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
      .map(([name, total, when, x, y]) => {
        const released = (total * BigInt(x)) / 200n;
        return {
          account: name,
          amount: total,
          at: when,
          released,
          returned: ((total - released) * BigInt(y)) / 100n,
        };
      }),
    { maxLength: 6 },
  ),
  answered: fc.uniqueArray(account).map((names) => new Set(names)),
  asked: fc.uniqueArray(account).map((names) => new Set(names)),
});

it("always balances, whatever was reported and answered", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const ledger = buildLedger(input);
      expect(ledger.held + ledger.cashedOut + ledger.movedOnPending + ledger.unexplained).toBe(
        ledger.reported,
      );
      expect(ledger.returned <= ledger.held).toBe(true);
      expect(ledger.held + ledger.heldBeyondTrail).toBe(
        input.holds.reduce((sum, each) => sum + each.amount - each.released, 0n),
      );
      let entering = ledger.reported;
      for (const layer of ledger.layers) {
        expect(layer.entered).toBe(entering);
        expect(layer.held + layer.cashedOut + layer.movedOnPending + layer.unexplained + layer.movedOn).toBe(
          layer.entered,
        );
        expect(layer.returned <= layer.held).toBe(true);
        entering = layer.movedOn;
      }
      expect(entering).toBe(0n);
    }),
    { numRuns: 1_000 },
  );
});
