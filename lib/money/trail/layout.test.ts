import { describe, expect, it } from "vitest";
import { layoutOf } from "./layout";
import { boxHeight, boxWidth } from "./measures";

/** A made-up trail: six layers, some accounts with two sources, a circle back. */
function drawn(count: number) {
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: `a${index}`,
    layer: Math.min(6, Math.ceil(index / (count / 6))),
  }));
  const of = (layer: number) => nodes.filter((node) => node.layer === layer);
  const edges = nodes.slice(1).flatMap(({ id, layer }, index) => {
    const before = of(layer - 1);
    const from = before[(index * 7) % before.length]?.id ?? "a0";
    return index % 3
      ? [{ from, to: id }]
      : [
          { from, to: id },
          { from: id, to: from },
        ];
  });
  return { nodes: [...nodes, { id: "alone", layer: null }], edges };
}

describe("the layout of a trail", () => {
  const trail = drawn(300);
  it("puts each layer into its column and no box onto another", async () => {
    const { nodes, columns, width, height } = await layoutOf(trail);
    expect(columns.map(({ layer }) => layer)).toEqual([0, 1, 2, 3, 4, 5, 6, null]);
    for (const { id, layer } of trail.nodes)
      expect(nodes[id]!.x).toBe(columns.find((column) => column.layer === layer)!.x);
    for (const { layer } of columns) {
      const heights = trail.nodes
        .filter((node) => node.layer === layer)
        .map(({ id }) => nodes[id]!.y)
        .sort((a, b) => a - b);
      heights.slice(1).forEach((y, index) => expect(y - heights[index]!).toBeGreaterThanOrEqual(boxHeight));
      expect(Math.max(...heights) + boxHeight).toBeLessThan(height);
    }
    expect(width).toBe(columns.at(-1)!.x + boxWidth);
  }, 60_000);

  it("is the same for the same trail, and empty for none", async () => {
    const again = await layoutOf({ nodes: trail.nodes.map((node) => ({ ...node })), edges: trail.edges });
    expect(again).toEqual(await layoutOf(trail));
    expect((await layoutOf({ nodes: [], edges: [] })).columns).toEqual([]);
  }, 60_000);
});
