import { describe, expect, it } from "vitest";
import { accountKeys } from "./accounts";
import { paidInto } from "./paid-into";
import { at, storyOf } from "./story-for-tests";
import { traceMoney } from "./trace";

const places = [
  { institutionId: "bank", value: "1001" },
  { institutionId: "other", value: "2002" },
  { institutionId: "third", value: "1001" },
];
const key = accountKeys(places);
const [first, second, namesake] = places as [(typeof places)[0], (typeof places)[0], (typeof places)[0]];
const story = storyOf({
  payments: [
    { to: key(first), amount: 30n, at: at(5), victim: "v1" },
    { to: key(first), amount: 50n, at: at(0), victim: "v2" },
    { to: key(namesake), amount: 70n, at: at(1), victim: "v1" },
  ],
  transfers: [
    { from: key(first), to: key(second), amount: 40n, at: at(10), side: "out" },
    { from: key(first), to: key(second), amount: 40n, at: at(12), item: "j", reporter: "s", side: "in" },
    { from: "x:9", to: key(second), amount: 7n, at: at(2), item: "j", reporter: "s", side: "in" },
  ],
});
const into = (place: (typeof places)[0]) => paidInto(story, traceMoney(story), place);
const told = (minute: number, amount: string) => ({ at: at(minute).toISOString(), amount });

describe("what came into an account", () => {
  it("is each payment to it, earliest first, and none to its namesake elsewhere", () => {
    expect(into(first)).toEqual([told(0, "50"), told(5, "30")]);
    expect(into(namesake)).toEqual([told(1, "70")]);
  });

  it("is each transfer with victims' money once, and nobody else's", () =>
    expect(into(second)).toEqual([told(10, "40")]));
});
