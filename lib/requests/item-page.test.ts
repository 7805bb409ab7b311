import fc from "fast-check";
import { expect, it } from "vitest";
import { itemPage, itemPagerLinks, itemsAtOnce, itemSpan } from "./item-page";

it.each([
  ["2", 2],
  ["all", "all"],
  [["3", "4"], 3],
  ["0", undefined],
  ["-1", undefined],
  ["2.5", undefined],
  ["99999", undefined],
  ["alles", undefined],
  [undefined, undefined],
])("reads %j as %s", (typed, expected) => expect(itemPage.parse(typed)).toBe(expected));

it.each([
  [3, undefined, 1, 1, 3],
  [50, 2, 1, 1, 50],
  [500, undefined, 1, 1, 50],
  [500, undefined, 51, 51, 100],
  [500, 10, 1, 451, 500],
  [501, 99, 1, 501, 501],
  [500, "all", 1, 1, 500],
  [0, undefined, 1, 1, 0],
] as const)("of %d targets, asked %s from %d: %d to %d", (count, asked, start, first, last) =>
  expect(itemSpan(count, asked, start)).toMatchObject({ first, last }),
);

it("loses no target and shows none twice, whichever way the parts are gone through", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), (count) => {
      const seen: number[] = [];
      let page: number | null = 1;
      while (page !== null) {
        const span = itemSpan(count, page);
        expect(span.last - span.first + 1).toBeLessThanOrEqual(itemsAtOnce);
        for (let at = span.first; at <= span.last; at++) seen.push(at);
        const next = itemPagerLinks(span, String)?.next ?? null;
        page = next === null ? null : Number(next);
      }
      expect(seen).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    }),
  ));

it("names the way to all of them, and back", () => {
  const name = (page: number | "all") => `?items=${page}`;
  expect(itemPagerLinks(itemSpan(120, undefined), name)).toMatchObject({
    previous: null,
    next: "?items=2",
    all: "?items=all",
  });
  expect(itemPagerLinks(itemSpan(120, "all"), name)).toMatchObject({
    previous: "?items=1",
    next: null,
    all: null,
  });
  expect(itemPagerLinks(itemSpan(50, undefined), name)).toBeNull();
});
