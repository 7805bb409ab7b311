import { nothing, type Sums } from "./sums";
import type { SumsView, TrailNode, TrailView } from "./types";
import type { TrailStatus } from "./status";

type Drawn = Pick<TrailView, "nodes" | "edges" | "ledger" | "victims">;
const zero = Object.fromEntries(Object.keys(nothing()).map((name) => [name, "0"])) as Record<
  keyof Sums,
  string
> as SumsView;

/** A trail with one victim's part alone in every sum; where he has none, zero. States and places stay those of the whole. */
export function ofVictim<View extends Drawn>(view: View, victim: string | null): View {
  if (victim === null) return view;
  return {
    ...view,
    nodes: view.nodes.map((node) => ({ ...node, sums: node.shares[victim] ?? zero })),
    edges: view.edges.map((edge) => ({ ...edge, traced: edge.shares[victim] ?? "0" })),
  };
}

/** Does a node stand back: it has no part of the chosen victim's money, or not one of the chosen states. */
export const standsBack = (
  node: TrailNode,
  victim: string | null,
  statuses: ReadonlySet<TrailStatus>,
): boolean =>
  (victim !== null && !(victim in node.shares)) || (statuses.size > 0 && !statuses.has(node.status));
