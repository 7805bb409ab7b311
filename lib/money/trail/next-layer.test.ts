import { expect, it } from "vitest";
import { nextLayer } from "./next-layer";
import { statusOf } from "./status";
import { at, storyOf } from "./story-for-tests";
import { traceMoney } from "./trace";

const story = storyOf({
  payments: [{ to: "vcb:1", amount: 100n }],
  transfers: [
    { from: "vcb:1", to: "tcb:2", amount: 30n, at: at(1), item: "i1" },
    { from: "vcb:1", to: "tcb:3", amount: 40n, at: at(2), item: "i1" },
    { from: "vcb:1", to: "momo:4", amount: 10n, at: at(3), item: "i1" },
    { from: "vcb:1", to: "acb:5", amount: 15n, at: at(4), item: "i1" },
    { from: "elsewhere:6", to: "acb:7", amount: 15n, at: at(4), item: "i2" },
  ],
  answered: ["vcb:1"],
  asked: ["vcb:1", "acb:5"],
});
const trail = traceMoney(story);
const kindOf = (institution: string | null) => (institution === "momo" ? "e_wallet" : "bank_account");

it("groups by institution what answers name and nobody was asked about", () => {
  expect(nextLayer(trail, kindOf)).toMatchObject([
    {
      institutionId: "tcb",
      kind: "bank_account",
      waiting: 70n,
      accounts: [
        { value: "3", layer: 2, brought: 40n, waiting: 40n, firstAt: at(2), toldBy: ["i1"] },
        { value: "2", brought: 30n },
      ],
    },
    { institutionId: "momo", kind: "e_wallet", waiting: 10n },
  ]);
});

it("leaves out what is being drafted", () =>
  expect(nextLayer(trail, kindOf, new Set(["tcb:2", "tcb:3"]))).toMatchObject([{ institutionId: "momo" }]));

it.each([
  ["vcb:1", false, "movedOn"],
  ["tcb:2", false, "unasked"],
  ["acb:5", false, "asked"],
  ["acb:7", false, "unlinked"],
] as const)("%s says %s %s", (key, isEmpty, status) =>
  expect(statusOf(trail.accounts.get(key)!, isEmpty)).toBe(status),
);

it.each([
  [{ holds: [{ account: "a", amount: 10n, at: at(1) }] }, false, "held"],
  [{ holds: [{ account: "a", amount: 4n, at: at(1) }] }, false, "partlyHeld"],
  [{ holds: [{ account: "a", amount: 10n, at: at(1), returned: 10n }] }, false, "returned"],
  [{ cashOuts: [{ account: "a", amount: 6n, at: at(1) }], answered: ["a"] }, false, "cashedOut"],
  [{ answered: ["a"] }, true, "noBalance"],
  [{ answered: ["a"] }, false, "unexplained"],
] as const)("is said as it is: %#", (loose, isEmpty, status) => {
  const { accounts } = traceMoney(
    storyOf({ payments: [{ to: "a", amount: 10n }], ...(loose as unknown as Parameters<typeof storyOf>[0]) }),
  );
  expect(statusOf(accounts.get("a")!, isEmpty)).toBe(status);
});
