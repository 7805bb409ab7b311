import { describe, expect, it } from "vitest";
import { drawTrail } from "./drawing";
import { layoutOf } from "./layout";
import { at, storyOf } from "./story-for-tests";
import { traceMoney } from "./trace";
import type { TrailNode } from "./types";
import { viewOf } from "./view";
import { textsOf, words } from "./words-for-tests";

/** 100 came to the first account; 85 of it moved on to one that nobody was asked about, 15 is not explained. */
const story = storyOf({
  payments: [{ to: "bank:1", amount: 100n }],
  transfers: [{ from: "bank:1", to: "other:2", amount: 85n, at: at(1) }],
  answered: ["bank:1"],
});
const draw = async (asked: readonly string[] = []) => {
  const told = { ...story, asked: new Set([...story.asked, ...asked]) };
  const victims = new Map([["v", { name: "V", accounts: [] }]]);
  const read = { story: told, victims, facts: new Map(), requestOf: new Map() };
  const view = viewOf(traceMoney(told), read, new Map());
  const drawing = drawTrail(view, await layoutOf(view), words);
  const shapesOf = (account: string) => {
    const { id }: TrailNode = view.nodes.find((node) => node.account === account)!;
    return drawing.nodes.find((node) => node.id === id)!.shapes;
  };
  return { marks: textsOf(drawing.marks), of: (account: string) => textsOf(shapesOf(account)) };
};

describe("the figures of a drawn trail", () => {
  it("say of an account that moved money on how much it moved, and no second sum without a word", async () => {
    expect((await draw()).of("1").slice(-2)).toEqual(["movedOn", "85"]);
  });

  it("count in a layer's foot what nobody was asked about apart from what waits for an answer", async () => {
    const { marks, of } = await draw();
    expect(of("2").slice(-2)).toEqual(["unasked", "85"]);
    expect(marks.slice(marks.indexOf("layer 2"))).toEqual(["layer 2", "entered", "85", "unasked", "85"]);
    const asked = await draw(["other:2"]);
    expect(asked.of("2").slice(-2)).toEqual(["asked", "85"]);
    expect(asked.marks.slice(asked.marks.indexOf("layer 2"))).toContain("pending");
    expect(asked.marks).not.toContain("unasked");
  });
});
