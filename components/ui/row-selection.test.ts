import { expect, it } from "vitest";
import { rangeOf } from "./row-selection";

const order = ["a", "b", "c", "d"];
it.each([
  ["a row alone", null, "c", ["c"]],
  ["downwards", "a", "c", ["a", "b", "c"]],
  ["upwards", "d", "b", ["b", "c", "d"]],
  ["the same row", "b", "b", ["b"]],
  ["since a row that left the list", "gone", "c", ["c"]],
])("ticks %s", (_, from, to, expected) => expect(rangeOf(order, from, to)).toEqual(expected));
