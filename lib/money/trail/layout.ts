import { createHash } from "node:crypto";
import { layoutAside } from "./layout-aside";
import { inOrderOfArrival } from "./leaf-order";
import { boxHeight, boxWidth, columnGap, footHeight, headHeight, largeTrail, rowGap } from "./measures";
import type { TrailEdge, TrailNode } from "./types";

/** Where a node's box begins, in units of the drawing. */
export type Point = { x: number; y: number };
export type Column = { layer: number | null; x: number };
export type TrailLayout = { width: number; height: number; columns: Column[]; nodes: Record<string, Point> };
type Drawn = {
  nodes: readonly Pick<TrailNode, "id" | "layer">[];
  edges: readonly Pick<TrailEdge, "from" | "to">[];
};

const kept = new Map<string, Promise<TrailLayout>>();
const mostKept = 200;

/**
 * Places a trail's nodes: a column for each layer, left to right, in it the nodes so that few lines cross; what no trail leads to stands in
 * a column of its own behind the others. The same nodes and lines give the same drawing; it is kept, by its content, for whoever
 * opens it next. Nodes come in the order of their first arrival, which the drawing keeps where it can.
 */
export function layoutOf({ nodes, edges }: Drawn): Promise<TrailLayout> {
  const content = JSON.stringify([
    nodes.map(({ id, layer }) => [id, layer]),
    edges.map(({ from, to }) => [from, to]),
  ]);
  const key = createHash("sha256").update(content).digest("base64url");
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
  const made = place({ nodes, edges });
  const shown = made.then(({ layout }) => layout);
  kept.set(key, shown);
  // Plain rows are for whoever waits now; the next one gets a drawing.
  void made.then(
    ({ isPlain }) => isPlain && kept.delete(key),
    () => kept.delete(key),
  );
  return shown;
}

async function place({ nodes, edges }: Drawn): Promise<{ layout: TrailLayout; isPlain: boolean }> {
  const layerOf = new Map(nodes.map(({ id, layer }) => [id, layer]));
  const linked = nodes.filter(({ layer }) => layer !== null);
  // Money goes at most one layer forward at a time, so the lines forward alone say which column a node stands in.
  const forward = edges.filter(({ from, to }) => {
    const [start, end] = [layerOf.get(from), layerOf.get(to)];
    return typeof start === "number" && typeof end === "number" && end === start + 1;
  });
  const pairs = [...new Map(forward.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values()];
  const isLarge = linked.length > largeTrail;
  const placed = await layoutAside({
    id: "trail",
    layoutOptions: isLarge ? optionsOfLarge : options,
    children: linked.map(({ id }) => ({ id, width: boxWidth, height: boxHeight })),
    edges: pairs.map(({ from, to }, index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
  }).catch(() => null);
  const heights = placed && isLarge ? inOrderOfArrival(linked, pairs, placed) : placed;
  const layers = [...new Set(nodes.map(({ layer }) => layer))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  const columns = layers.map((layer, index) => ({ layer, x: index * (boxWidth + columnGap) }));
  const top = heights ? Math.min(...heights.values(), Infinity) : 0;
  const result: Record<string, Point> = {};
  let bottom = 0;
  for (const { layer, x } of columns) {
    let next = 0;
    for (const { id, layer: own } of nodes) {
      if (own !== layer) continue;
      const y = heights?.has(id) ? heights.get(id)! - top : next;
      next = y + boxHeight + rowGap;
      result[id] = { x, y: Math.round(y + headHeight) };
      bottom = Math.max(bottom, result[id].y + boxHeight);
    }
  }
  const layout = {
    width: (columns.at(-1)?.x ?? 0) + boxWidth,
    height: Math.max(bottom, headHeight) + footHeight,
    columns,
    nodes: result,
  };
  return { layout, isPlain: heights === null };
}

const unordered = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.randomSeed": "1",
  "elk.separateConnectedComponents": "false",
  "elk.layered.layering.strategy": "LONGEST_PATH_SOURCE",
  // Half the time for a few more crossings in the largest trails.
  "elk.layered.crossingMinimization.greedySwitch.type": "OFF",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  "elk.edgeRouting": "POLYLINE",
  "elk.spacing.nodeNode": String(rowGap),
  "elk.layered.spacing.nodeNodeBetweenLayers": String(columnGap),
  "elk.layered.spacing.edgeNodeBetweenLayers": "8",
};
const options = { ...unordered, "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES" };
// Keeping the order of arrival is two fifths of the engine's work: in a large trail accounts that may change places are ordered afterwards.
const optionsOfLarge = unordered;
