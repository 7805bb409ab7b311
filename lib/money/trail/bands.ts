import type { Point, TrailLayout } from "./layout";
import { boxHeight, boxWidth, thickest, thinnest } from "./measures";
import { round } from "./shapes";
import type { TrailEdge, TrailNode } from "./types";

/** All transfers from one node to another, as one line of the drawing. Amounts VND. */
export type Band = {
  id: string;
  from: string;
  to: string;
  edges: TrailEdge[];
  amount: bigint;
  traced: bigint;
  /** In victims' money alone; a line without any is drawn thin. */
  width: number;
  /** An area between two boxes, or a line that goes back or within a layer. */
  d: string;
  isLine: boolean;
  label: Point;
};

/** How thick a line is for an amount: in proportion to the busiest box of the trail. */
export function scaleOf(nodes: readonly TrailNode[]): (amount: bigint) => number {
  const most = nodes.reduce((found, { sums }) => {
    const through = BigInt(sums.entered) > BigInt(sums.movedOn) ? BigInt(sums.entered) : BigInt(sums.movedOn);
    return through > found ? through : found;
  }, 1n);
  return (amount) => (amount === 0n ? 0 : (Number(amount) / Number(most)) * thickest);
}

/** What of a node's money did not go on: the part of its right edge above the lines that leave it. */
export const stayed = ({ sums }: TrailNode): bigint =>
  BigInt(sums.held) + BigInt(sums.cashedOut) + BigInt(sums.pending) + BigInt(sums.unexplained);

/** The lines of a drawing, between boxes that have their places. */
export function bandsOf(
  nodes: readonly TrailNode[],
  edges: readonly TrailEdge[],
  layout: TrailLayout,
): Band[] {
  const scale = scaleOf(nodes);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const pairs = new Map<string, TrailEdge[]>();
  for (const edge of edges) {
    const id = `${edge.from}>${edge.to}`;
    pairs.set(id, [...(pairs.get(id) ?? []), edge]);
  }
  const bands = [...pairs].map(([id, own]): Band => {
    const traced = own.reduce((sum, { traced: part }) => sum + BigInt(part), 0n);
    return {
      id,
      from: own[0]!.from,
      to: own[0]!.to,
      edges: own,
      traced,
      amount: own.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
      width: Math.max(thinnest, round(scale(traced))),
      d: "",
      isLine: !isForward(byId.get(own[0]!.from)!, byId.get(own[0]!.to)!),
      label: { x: 0, y: 0 },
    };
  });
  const place = (id: string) => layout.nodes[id]!;
  const starts = offsets(bands, "from", "to", place, (id) => {
    const node = byId.get(id)!;
    const kept = scale(stayed(node));
    return (boxHeight - kept - sumOf(bands, "from", id)) / 2 + kept;
  });
  const ends = offsets(bands, "to", "from", place, (id) => (boxHeight - sumOf(bands, "to", id)) / 2);
  return bands.map((band) => {
    const [from, to] = [place(band.from), place(band.to)];
    const [start, end] = [
      { x: from.x + boxWidth, y: from.y + starts.get(band.id)! },
      { x: to.x, y: to.y + ends.get(band.id)! },
    ];
    return {
      ...band,
      ...(band.isLine ? lineBetween(start, end, band.width) : areaBetween(start, end, band.width)),
    };
  });
}

const isForward = (from: TrailNode, to: TrailNode) =>
  from.layer !== null && (to.layer === null || to.layer > from.layer);
const sumOf = (bands: readonly Band[], side: "from" | "to", id: string) =>
  bands.reduce((sum, band) => (band[side] === id ? sum + band.width : sum), 0);

/** Where each line meets its box: one below the other, in the order of the boxes at their other ends. */
function offsets(
  bands: readonly Band[],
  side: "from" | "to",
  other: "from" | "to",
  place: (id: string) => Point,
  first: (id: string) => number,
): Map<string, number> {
  const at = new Map<string, Band[]>();
  for (const band of bands) at.set(band[side], [...(at.get(band[side]) ?? []), band]);
  const found = new Map<string, number>();
  for (const [id, own] of at) {
    let next = first(id);
    for (const band of own.sort((a, b) => place(a[other]).y - place(b[other]).y || (a.id < b.id ? -1 : 1))) {
      found.set(band.id, next);
      next += band.width;
    }
  }
  return found;
}

function areaBetween(start: Point, end: Point, width: number): Pick<Band, "d" | "label"> {
  const middle = round((start.x + end.x) / 2);
  const [a, b] = [round(start.y), round(end.y)];
  const [c, d] = [round(start.y + width), round(end.y + width)];
  return {
    d: `M${start.x} ${a}C${middle} ${a} ${middle} ${b} ${end.x} ${b}V${d}C${middle} ${d} ${middle} ${c} ${start.x} ${c}Z`,
    // Nearer to its end, where lines from one box are already apart.
    label: {
      x: round(start.x + (end.x - start.x) * 0.56),
      y: round(start.y + (end.y - start.y) * 0.59 + width / 2),
    },
  };
}

/** Out of the box, round and in again from the left, with a head that says where to. */
function lineBetween(start: Point, end: Point, width: number): Pick<Band, "d" | "label"> {
  const [a, b] = [round(start.y + width / 2), round(end.y + width / 2)];
  const low = round(Math.max(a, b) + boxHeight * 0.75);
  return {
    d: `M${start.x} ${a}C${start.x + 80} ${low} ${end.x - 80} ${low} ${end.x} ${b}M${end.x - 9} ${b + 1}L${end.x} ${b}L${end.x - 3} ${b + 9}`,
    label: { x: round((start.x + end.x) / 2), y: round((a + b) / 8 + low * 0.75) },
  };
}
