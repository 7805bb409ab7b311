import fc from "fast-check";
import { it } from "vitest";
import { drawTrail } from "./drawing";
import { anyStory } from "./story-arbitrary";
import { traceMoney } from "./trace";
import type { TrailNode } from "./types";
import { viewOf } from "./view";
import { textsOf, words } from "./words-for-tests";

/** What the words of each state speak of: the first figure of a box is no other sum. */
const spokenOf: Partial<Record<TrailNode["status"], (node: TrailNode) => bigint>> = {
  held: ({ sums }) => BigInt(sums.held),
  partlyHeld: ({ sums }) => BigInt(sums.held),
  returned: ({ sums }) => BigInt(sums.held),
  movedOn: ({ sums }) => BigInt(sums.movedOn === "0" ? sums.sentBack : sums.movedOn),
  cashedOut: ({ sums }) => BigInt(sums.cashedOut),
  noBalance: ({ sums }) => BigInt(sums.unexplained),
  unexplained: ({ sums }) => BigInt(sums.unexplained),
  asked: ({ sums }) => BigInt(sums.pending),
  unasked: ({ sums }) => BigInt(sums.pending),
  abroad: ({ sums }) => BigInt(sums.pending),
  crypto: ({ sums }) => BigInt(sums.pending),
  merchant: ({ sums }) => BigInt(sums.pending),
};
const sum = (amounts: readonly bigint[]) => amounts.reduce((all, amount) => all + amount, 0n);
/** A hundred thousand comparisons: `expect` would take long for them. */
const same = (found: unknown, wanted: unknown, what: string) => {
  if (found !== wanted) throw new Error(`${what}: ${String(found)} instead of ${String(wanted)}`);
};

it("gives a node's words, its figure and its layer's foot by one rule (2,000 histories)", () => {
  fc.assert(
    fc.property(anyStory(5_000_000_000n), (any) => {
      // The database takes no payment of nothing.
      const story = { ...any, payments: any.payments.filter(({ amount }) => amount > 0n) };
      const ids = ["v1", "v2", "v3"];
      const victims = new Map(ids.map((id) => [id, { name: id, accounts: [] }]));
      const trail = traceMoney(story);
      const view = viewOf(trail, { story, victims, facts: new Map(), requestOf: new Map() }, new Map());
      const layers = [...new Set(view.nodes.map(({ layer }) => layer))];
      const drawing = drawTrail(
        view,
        {
          width: 1000,
          height: 1000,
          columns: layers.map((layer, index) => ({ layer, x: index * 250 })),
          nodes: Object.fromEntries(view.nodes.map(({ id }) => [id, { x: 0, y: 0 }])),
        },
        words,
      );
      for (const node of view.nodes) {
        const speaks = spokenOf[node.status];
        if (!speaks) continue;
        const texts = textsOf(drawing.nodes.find(({ id }) => id === node.id)!.shapes);
        const at = texts.indexOf(node.status);
        const spoken = speaks(node);
        if (spoken > 0n) same(texts[at + 1], String(spoken), `${node.status} of ${node.id}`);
        if (node.status === "asked" || node.status === "unasked")
          same(node.isAsked, node.status === "asked", `asked of ${node.id}`);
      }
      const marks = textsOf(drawing.marks);
      for (const line of view.ledger.layers) {
        const own = view.nodes.filter(({ layer }) => layer === line.layer);
        const open = (isAsked: boolean) =>
          sum(own.map((node) => (node.isAsked === isAsked ? BigInt(node.sums.pending) : 0n)));
        const begin = marks.indexOf(`layer ${line.layer}`);
        const next = marks.findIndex((text, index) => index > begin && /^(?:layer \d+|)$/.test(text));
        const told = marks.slice(begin + 1, next < 0 ? undefined : next);
        for (const [name, amount] of [
          ["pending", open(true)],
          ["unasked", open(false)],
          ["movedOn", sum(own.map(({ sums }) => BigInt(sums.movedOn)))],
          ["held", sum(own.map(({ sums }) => BigInt(sums.held)))],
        ] as const) {
          const at = told.indexOf(name);
          same(at < 0 ? "0" : told[at + 1], String(amount), `${name} of layer ${line.layer}`);
        }
      }
    }),
    { numRuns: 2_000 },
  );
}, 60_000);
