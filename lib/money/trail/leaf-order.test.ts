import { expect, it } from "vitest";
import { inOrderOfArrival } from "./leaf-order";

it("puts accounts that may change places in the order of their arrival, and moves no other", () => {
  const nodes = ["a", "b", "c", "d", "e", "f"].map((id) => ({ id, layer: id === "a" || id === "f" ? 1 : 2 }));
  const lines = [
    { from: "a", to: "b" },
    { from: "a", to: "c" },
    { from: "a", to: "d" },
    { from: "f", to: "d" },
    { from: "a", to: "e" },
  ];
  const heights = new Map([
    ["a", 50],
    ["f", 90],
    ["b", 300],
    ["c", 0],
    ["d", 100],
    ["e", 200],
  ]);
  expect([...inOrderOfArrival(nodes, lines, heights)]).toEqual([
    ["a", 50],
    ["f", 90],
    ["b", 0],
    ["c", 200],
    ["d", 100],
    ["e", 300],
  ]);
});
