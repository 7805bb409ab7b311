import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawMap } from "./province-drawing";

const { svg, index } = drawMap();
const written = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

it("keeps vietnam.svg and vietnam.json as the map data say (npx tsx scripts/draw-map.mjs writes them)", () => {
  expect(written("vietnam.svg") === svg).toBe(true); // toBe on the texts would print both
  expect(JSON.parse(written("vietnam.json"))).toEqual(index);
});

it("draws each of the 34 provinces under its code", () => {
  expect(index.provinces).toHaveLength(34);
  for (const { code } of index.provinces)
    expect(svg).toMatch(new RegExp(`<path id="p-${code}" d="M[^"]{1000}`));
});

it.each([
  ["hoangSa", 20],
  ["truongSa", 100],
] as const)("always shows %s, inside the frame, and a place for its name", (name, least) => {
  const islands = new RegExp(`<g id="${name}">(.*)</g>`).exec(svg)?.[1] ?? "";
  const points = [...islands.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(points.length).toBeGreaterThan(least);
  const { x, y } = index.labels[name];
  for (const [atX, atY] of [...points, [x, y]]) {
    expect(atX).toBeLessThanOrEqual(index.width);
    expect(atY).toBeLessThanOrEqual(index.height);
  }
});

it("says whose map it is, and has no colour or style of its own", () => {
  expect(svg).toContain("thanglequoc/vietnamese-provinces-database");
  expect(svg).toContain("MIT");
  expect(svg).not.toMatch(/fill|stroke|style|class=/);
});
