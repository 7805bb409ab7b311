import { describe, expect, it } from "vitest";
import type { Ledger } from "./ledger";
import { at, storyOf } from "./story-for-tests";
import { traceMoney } from "./trace";

type Loose = Parameters<typeof storyOf>[0];
const ledgerOf = (loose: Loose) => traceMoney(storyOf(loose)).ledger;
const sharesAt = (loose: Loose, key: string) =>
  Object.fromEntries([...traceMoney(storyOf(loose)).accounts.get(key)!.shares]);

describe("the ledger of a story", () => {
  const story: Loose = {
    payments: [
      { to: "a", amount: 50n },
      { to: "b", amount: 30n, at: at(1) },
    ],
    transfers: [
      { from: "b", to: "c", amount: 20n, at: at(2) },
      { from: "b", to: "d", amount: 6n, at: at(3) },
    ],
    cashOuts: [{ account: "c", amount: 5n, at: at(4) }],
    holds: [{ account: "a", amount: 45n, at: at(5), returned: 40n }],
    answered: ["a", "b", "c"],
  };
  it("balances in total", () =>
    expect(ledgerOf(story)).toMatchObject({
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
    const alone = { payments: story.payments! };
    expect(ledgerOf(alone)).toMatchObject({ movedOnPending: 80n, unasked: 80n });
    expect(ledgerOf({ ...alone, asked: ["a"] })).toMatchObject({ unasked: 30n });
  });
  it("keeps apart what went where nobody can be asked", () => {
    const gone = { payments: story.payments!, outside: ["a"] };
    expect(ledgerOf(gone)).toMatchObject({ movedOnPending: 80n, outside: 50n, unasked: 30n });
    expect(ledgerOf({ ...gone, asked: ["a"] })).toMatchObject({
      movedOnPending: 80n,
      outside: 0n,
      unasked: 30n,
    });
  });
  it("balances in each layer", () => {
    const none = {
      held: 0n,
      cashedOut: 0n,
      movedOnPending: 0n,
      unexplained: 0n,
      sentBack: 0n,
      returned: 0n,
      outside: 0n,
    };
    expect(ledgerOf(story).layers).toEqual([
      {
        ...none,
        layer: 1,
        entered: 80n,
        movedOn: 26n,
        cameRound: 0n,
        held: 45n,
        unexplained: 9n,
        returned: 40n,
        unasked: 0n,
      },
      {
        ...none,
        layer: 2,
        entered: 26n,
        movedOn: 0n,
        cameRound: 0n,
        cashedOut: 5n,
        movedOnPending: 6n,
        unexplained: 15n,
        unasked: 6n,
      },
    ]);
  });
});

it.each<[string, Loose, Partial<Ledger>]>([
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
    { holds: [{ account: "a", amount: 25n, at: at(1) }] },
    { held: 10n, heldBeyondTrail: 15n },
  ],
  [
    "money cannot leave before it came",
    { transfers: [{ from: "a", to: "b", amount: 10n, at: at(-1) }], answered: ["a"] },
    { unexplained: 10n, surplus: 10n },
  ],
  [
    "arrival, departure and hold at one instant come in that order",
    {
      transfers: [{ from: "a", to: "b", amount: 4n, at: at(0) }],
      holds: [{ account: "a", amount: 10n, at: at(0) }],
    },
    { held: 6n, movedOnPending: 4n, heldBeyondTrail: 4n },
  ],
  [
    "a chain told at one instant is followed whatever the ids say",
    {
      transfers: [
        { id: "t1", from: "b", to: "c", amount: 10n, at: at(1) },
        { id: "t2", from: "a", to: "b", amount: 10n, at: at(1) },
      ],
      answered: ["a", "b"],
    },
    { movedOnPending: 10n, unexplained: 0n, surplus: 0n },
  ],
  [
    "a circle of one instant begins nearest to the victim",
    {
      transfers: [
        { id: "t1", from: "b", to: "a", amount: 10n, at: at(1) },
        { id: "t2", from: "a", to: "b", amount: 10n, at: at(1) },
      ],
      answered: ["a"],
    },
    { movedOnPending: 0n, unexplained: 10n, surplus: 0n },
  ],
  [
    "what is released is no longer held",
    { holds: [{ account: "a", amount: 10n, at: at(1), returned: 2n, released: 7n }] },
    { held: 3n, returned: 2n, movedOnPending: 7n },
  ],
  [
    "what goes back to the victim's own account is neither held nor lost",
    {
      payments: [{ to: "a", from: "home", amount: 10n }],
      transfers: [{ from: "a", to: "home", amount: 3n, at: at(1) }],
      answered: ["a"],
    },
    { sentBack: 3n, unexplained: 7n },
  ],
  [
    "more told to move on than came in is not the case's money",
    { transfers: [{ from: "a", to: "b", amount: 14n, at: at(1) }], answered: ["a"] },
    { movedOnPending: 10n, surplus: 4n, unexplained: 0n },
  ],
  [
    "what a corrected answer replaced does not count",
    { transfers: [{ from: "a", to: "b", amount: 4n, at: at(1), superseded: true }], answered: ["a"] },
    { movedOnPending: 0n, unexplained: 10n },
  ],
])("%s", (_case, change, expected) =>
  expect(ledgerOf({ payments: [{ to: "a", amount: 10n }], ...change })).toMatchObject({
    reported: 10n,
    ...expected,
  }),
);

describe("mixed money", () => {
  it("leaves in the order in which it came, whoever's it was", () => {
    const story: Loose = {
      payments: [
        { victim: "first", to: "a", amount: 60n, at: at(0) },
        { victim: "second", to: "a", amount: 40n, at: at(1) },
      ],
      transfers: [{ from: "a", to: "b", amount: 70n, at: at(2) }],
    };
    expect(sharesAt(story, "b")).toMatchObject({ first: { entered: 60n }, second: { entered: 10n } });
    expect(sharesAt(story, "a")).toMatchObject({ first: { pending: 0n }, second: { pending: 30n } });
  });
  it("leaves behind what the account had before, and what it got from elsewhere", () => {
    const story: Loose = {
      payments: [{ to: "a", amount: 50n, at: at(1) }],
      ownMoney: [{ account: "a", amount: 20n, at: at(0) }],
      transfers: [
        { from: "x", to: "a", amount: 30n, at: at(2) },
        { from: "a", to: "b", amount: 60n, at: at(3) },
      ],
    };
    const { accounts, transfers } = traceMoney(storyOf(story));
    expect(transfers.find(({ to }) => to === "b")).toMatchObject({ amount: 60n, traced: 40n, surplus: 0n });
    expect(accounts.get("a")).toMatchObject({ ownIn: 50n, sums: { pending: 10n } });
    expect(accounts.get("x")!.layer).toBeNull();
  });
  it("is held for the case before it is held for the account", () => {
    const story: Loose = {
      payments: [{ to: "a", amount: 50n, at: at(1) }],
      ownMoney: [{ account: "a", amount: 20n, at: at(0) }],
      holds: [{ account: "a", amount: 55n, at: at(2) }],
    };
    expect(ledgerOf(story)).toMatchObject({ held: 50n, heldBeyondTrail: 5n });
  });
});

it("puts an account into the layer of the shortest way that money took to it", () => {
  const { accounts, ledger } = traceMoney(
    storyOf({
      payments: [{ to: "a", amount: 50n }],
      transfers: [
        { from: "a", to: "b", amount: 30n, at: at(1) },
        { from: "b", to: "c", amount: 30n, at: at(2) },
        { from: "a", to: "c", amount: 20n, at: at(3) },
        { from: "c", to: "b", amount: 5n, at: at(4) },
        { from: "c", to: "late", amount: 5n, at: at(-1) },
      ],
    }),
  );
  const layers = Object.fromEntries([...accounts].map(([key, { layer }]) => [key, layer]));
  expect(layers).toEqual({ a: 1, b: 2, c: 2, late: null });
  expect(ledger.layers[1]).toMatchObject({ entered: 85n, movedOn: 35n, cameRound: 35n, movedOnPending: 50n });
});

it.each<[string, Loose]>([
  ["a negative payment", { payments: [{ to: "a", amount: -1n }] }],
  ["more returned than held", { holds: [{ account: "a", amount: 10n, at: at(0), returned: 11n }] }],
  [
    "more returned than is still held",
    { holds: [{ account: "a", amount: 10n, at: at(0), returned: 6n, released: 5n }] },
  ],
])("refuses %s", (_case, change) => expect(() => ledgerOf(change)).toThrow(RangeError));
