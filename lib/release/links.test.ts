import { expect, it } from "vitest";
import { attribute } from "@/lib/money/trail/attribution";
import { at, storyOf } from "@/lib/money/trail/story-for-tests";
import { linksOf } from "@/lib/money/trail/hold-links";
import { factsOf, findingOf } from "./links";

type Loose = Parameters<typeof storyOf>[0];
const look = (loose: Loose) => {
  const story = storyOf(loose);
  return linksOf(story, attribute(story));
};
const paid = { payments: [{ to: "a", amount: 50n, victim: "v1" }] };

it.each<[string, Loose, { linked: bigint; entered: bigint }, "no_link" | "surplus" | null]>([
  [
    "all of it is a victim's",
    { ...paid, holds: [{ id: "h", account: "a", amount: 45n, at: at(5) }] },
    { linked: 45n, entered: 50n },
    null,
  ],
  [
    "no money of a victim ever came",
    { ...paid, holds: [{ id: "h", account: "z", amount: 45n, at: at(5) }] },
    { linked: 0n, entered: 0n },
    "no_link",
  ],
  [
    "it had moved on before",
    {
      ...paid,
      transfers: [{ from: "a", to: "b", amount: 50n, at: at(1) }],
      holds: [{ id: "h", account: "a", amount: 45n, at: at(5) }],
    },
    { linked: 0n, entered: 50n },
    "no_link",
  ],
  [
    "more is held than came",
    { ...paid, holds: [{ id: "h", account: "a", amount: 80n, at: at(5) }] },
    { linked: 50n, entered: 50n },
    "surplus",
  ],
])("%s", (_, loose, expected, finding) => {
  const link = look(loose).get("h")!;
  expect(link).toMatchObject(expected);
  expect(findingOf(link)).toBe(finding);
});

it("gives the earlier of two holds of one account what is traced first, and nothing twice", () => {
  const links = look({
    payments: [
      { to: "a", amount: 30n, victim: "v1" },
      { to: "a", amount: 20n, victim: "v2", at: at(1) },
    ],
    holds: [
      { id: "late", account: "a", amount: 30n, at: at(9) },
      { id: "soon", account: "a", amount: 40n, at: at(5) },
    ],
  });
  expect(links.get("soon")!.byVictim).toEqual(new Map([["v1", 30n], ["v2", 10n]])); // prettier-ignore
  expect(links.get("late")!.linked).toBe(10n);
  expect(links.get("soon")!.linked + links.get("late")!.linked).toBe(50n);
});
it("asks again once anything that was known has changed", () => {
  const known = { amount: 45n, linked: 0n, entered: 0n };
  expect(factsOf(known)).toBe(factsOf({ ...known }));
  for (const change of [{ amount: 44n }, { linked: 1n }, { entered: 7n }])
    expect(factsOf({ ...known, ...change })).not.toBe(factsOf(known));
});

it("links to a hold what was there when it was placed, not what came later", () => {
  const links = look({
    payments: [
      { to: "a", amount: 30n, victim: "v1" },
      { to: "a", amount: 20n, victim: "v2", at: at(7) },
    ],
    holds: [
      { id: "soon", account: "a", amount: 40n, at: at(5) },
      { id: "late", account: "a", amount: 30n, at: at(9) },
    ],
  });
  expect(links.get("soon")!.linked).toBe(30n);
  expect(links.get("late")!.byVictim).toEqual(new Map([["v2", 20n]]));
});
