import { formatTime } from "@/lib/i18n/local-time";
import { groupDigits } from "./account-text";
import { type Band, bandsOf, scaleOf } from "./bands";
import type { Point, TrailLayout } from "./layout";
import { boxHeight, boxWidth } from "./measures";
import { cut, round, type Shape } from "./shapes";
import { signs } from "./signs";
import { outsidePlaces } from "./elsewhere";
import { waitingIn } from "./waiting";
import type { TrailStatus } from "./status";
import type { TrailNode, TrailView } from "./types";

/** Every word of a drawing, in the reader's language. */
export type TrailWords = {
  status: Record<TrailStatus, string>;
  layer: (layer: number) => string;
  victims: string;
  unlinked: string;
  noHolder: string;
  noInstitution: string;
  paid: string;
  /** VND with its thousands apart, as the reader's language writes them. */
  digits: (amount: bigint) => string;
  times: (count: number) => string;
  foot: Record<
    "entered" | "held" | "cashedOut" | "movedOn" | "pending" | "unasked" | "outside" | "unexplained",
    string
  >;
};
export type DrawnNode = Point & { id: string; look: string; title: string; shapes: Shape[] };
export type DrawnBand = Band & { look: string; title: string; shapes: Shape[] };
export type Drawing = {
  width: number;
  height: number;
  marks: Shape[];
  nodes: DrawnNode[];
  bands: DrawnBand[];
};

/** Colours by what became of the money; `t` of its text, `f` of its area. */
const tones: Record<TrailStatus, string> = {
  victim: "blue",
  held: "held",
  partlyHeld: "held",
  returned: "held",
  movedOn: "flow",
  cashedOut: "cash",
  noBalance: "unk",
  unexplained: "unk",
  asked: "wait",
  unasked: "unasked",
  abroad: "outside",
  crypto: "outside",
  merchant: "outside",
  unlinked: "unk",
};
/** Money that went there may still be got hold of. */
const waiting: ReadonlySet<TrailStatus> = new Set(["asked", "unasked", ...outsidePlaces]);
export const toneOf = (status: TrailStatus): string => tones[status];

/** The trail as shapes: the same for the screen, for paper and for an exported file. Pure. */
export function drawTrail(
  view: Pick<TrailView, "nodes" | "edges" | "ledger">,
  layout: TrailLayout,
  words: TrailWords,
  isBack: (node: TrailNode) => boolean = () => false,
): Drawing {
  const scale = scaleOf(view.nodes);
  const back = new Set(view.nodes.filter(isBack).map(({ id }) => id));
  const statuses = new Map(view.nodes.map(({ id, status }) => [id, status]));
  return {
    width: layout.width,
    height: layout.height,
    marks: marksOf(view, layout, words),
    nodes: view.nodes.map((node) => ({
      id: node.id,
      ...layout.nodes[node.id]!,
      look: `tr-node tr-${node.status}${back.has(node.id) ? " is-back" : ""}`,
      title: titleOf(node, words),
      shapes: boxOf(node, words, scale),
    })),
    bands: bandsOf(view.nodes, view.edges, layout).map((band) => ({
      ...band,
      look: `${lookOf(band, statuses.get(band.to)!)}${back.has(band.from) || back.has(band.to) ? " is-back" : ""}`,
      title: `${words.digits(band.amount)} ₫`,
      shapes: labelOf(band, words),
    })),
  };
}

function lookOf({ isLine, traced }: Band, to: TrailStatus): string {
  if (traced === 0n) return "b-own";
  if (isLine) return "b-round";
  return waiting.has(to) ? "b-wait" : "b-flow";
}

function labelOf({ amount, traced, edges, label: { x, y } }: Band, words: TrailWords): Shape[] {
  const second = edges.length > 1 ? words.times(edges.length) : formatTime(edges[0]!.at);
  return [
    {
      as: "text",
      x,
      y,
      text: words.digits(traced === 0n ? amount : traced),
      look: "svgtext halo-b fw5s",
      anchor: "middle",
    },
    { as: "text", x, y: round(y + 14), text: second, look: "svgtext-3 halo-b", anchor: "middle" },
  ];
}

function titleOf({ name, institution, account, status }: TrailNode, words: TrailWords): string {
  return [institution, account && groupDigits(account), name, words.status[status]]
    .filter(Boolean)
    .join(" · ");
}

/** A box's own content; its corner is at 0, 0. */
function boxOf(node: TrailNode, words: TrailWords, scale: (amount: bigint) => number): Shape[] {
  const isVictim = node.kind === "victim";
  const tone = tones[node.status];
  const text = (y: number, content: string, look: string, x = 12): Shape => ({
    as: "text",
    x,
    y,
    text: content,
    look,
  });
  const title = isVictim ? (node.name ?? "") : (node.institution ?? words.noInstitution);
  const third = isVictim ? (node.institution ?? "") : (node.name ?? words.noHolder);
  const [amount, own] = figureOf(node);
  return [
    { as: "rect", x: 0.5, y: 0.5, width: boxWidth - 1, height: boxHeight - 1, rx: 5, look: "node-box" },
    ...barsOf(node, scale),
    text(20, cut(title, 20), "svgtext fw6s"),
    text(37, node.account ? cut(groupDigits(node.account), 19) : "", "svgmono"),
    text(54, cut(third, 19), "svgtext-3"),
    { as: "path", x: 12, y: 62, d: signs[node.status], look: `tr-sign s-${tone}` },
    text(73, cut(isVictim ? words.paid : words.status[node.status], 20), `svgtext fw5s t-${tone}`, 30),
    text(89, words.digits(BigInt(amount)), `svgtext ${isVictim ? "fw6s" : `fw5s t-${own}`}`),
  ];
}

const outside: ReadonlySet<TrailStatus> = new Set(outsidePlaces);
/** The colour of money that is neither held nor explained: an answer is awaited, nobody was asked, or nobody can be. */
const openAs = (status: TrailStatus, isAsked: boolean) =>
  isAsked ? "wait" : outside.has(status) ? "outside" : "unasked";

/**
 * The sum that the words of the node's status speak of, so one that is said to have moved money on shows how much it moved; else the most
 * telling of what became of the money. One figure: a second would stand there without a word, and the bars at the edge show the rest.
 */
function figureOf({ sums, status, heldBeyond, isAsked }: TrailNode): [amount: string, own: string] {
  const moved: [string, string] = [sums.movedOn === "0" ? sums.sentBack : sums.movedOn, "flow"];
  const parts: [string, string][] = [
    [sums.held, "held"],
    [sums.cashedOut, "cash"],
    [sums.pending, openAs(status, isAsked)],
    [sums.unexplained, "unk"],
    ...(status === "movedOn" ? [moved] : []),
  ];
  const there = parts.filter(([amount]) => amount !== "0");
  const isSpokenOf = ([, own]: [string, string]) => own === tones[status];
  return there.find(isSpokenOf) ?? there[0] ?? (status === "unlinked" ? [heldBeyond, "unk"] : moved);
}

/** Along the right edge: what stayed, in its colours, above what went on. */
function barsOf(node: TrailNode, scale: (amount: bigint) => number): Shape[] {
  const { sums } = node;
  const all: [string, bigint][] =
    node.kind === "victim"
      ? [["f-blue", BigInt(sums.movedOn)]]
      : [
          ["f-held", BigInt(sums.held)],
          ["f-cash", BigInt(sums.cashedOut)],
          [`f-${openAs(node.status, node.isAsked)}`, BigInt(sums.pending)],
          ["f-unk", BigInt(sums.unexplained)],
          ["b-flow-s", BigInt(sums.movedOn) + BigInt(sums.sentBack)],
        ];
  const heights = all
    .map(([look, amount]) => [look, scale(amount)] as const)
    .filter(([, height]) => height > 0);
  let y = (boxHeight - heights.reduce((sum, [, height]) => sum + height, 0)) / 2;
  return heights.map(([look, height]): Shape => {
    const bar: Shape = {
      as: "rect",
      x: boxWidth - 6,
      y: round(y),
      width: 6,
      height: Math.max(1, round(height)),
      look,
    };
    y += height;
    return bar;
  });
}

/** The layers' names above the boxes, their part of the ledger below. */
function marksOf(
  { ledger }: Pick<TrailView, "ledger">,
  { columns, height }: TrailLayout,
  words: TrailWords,
): Shape[] {
  return columns.flatMap(({ layer, x }): Shape[] => {
    const name = layer === null ? words.unlinked : layer === 0 ? words.victims : words.layer(layer);
    const head: Shape = { as: "text", x, y: 14, text: name, look: "svgtext-2 fw6s" };
    const line = layer ? ledger.layers.find((each) => each.layer === layer) : undefined;
    if (!line) return [head];
    const rows = (
      [
        ["entered", line.entered],
        ["held", line.held],
        ["cashedOut", line.cashedOut],
        ["movedOn", line.movedOn],
        // What nobody was asked about waits for nobody's answer.
        ["pending", String(waitingIn(line))],
        ["unasked", line.unasked],
        ["outside", line.outside],
        ["unexplained", line.unexplained],
      ] as const
    ).filter(([label, amount]) => label === "entered" || amount !== "0");
    const top = height - rows.length * 17 - 4;
    return [
      head,
      { as: "rect", x, y: top - 20, width: boxWidth, height: 1, look: "f-line" },
      ...rows.flatMap(([label, amount], index): Shape[] => [
        { as: "text", x, y: top + index * 17, text: words.foot[label], look: "svgtext-3" },
        {
          as: "text",
          x: x + boxWidth,
          y: top + index * 17,
          text: words.digits(BigInt(amount)),
          look: "svgtext fw5s",
          anchor: "end",
        },
      ]),
    ];
  });
}
