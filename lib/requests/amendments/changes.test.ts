import { describe, expect, it } from "vitest";
import { amendmentHash, changesOf, disputedAfter } from "./changes";

const item = (id: string, over: object = {}) => ({
  id,
  targetId: `t-${id}`,
  display: `0${id}`,
  disputedAmount: 100n,
  overGround: null,
  answeredAt: null,
  outcome: null,
  ...over,
});
const due = new Date("2026-11-22T10:00:00Z");
const before = {
  request: { grounds: "Căn cứ cũ", disclosure: null, dueAt: due },
  items: [item("1"), item("2"), item("3", { answeredAt: due, outcome: "HELD" as const })],
  targets: [{ id: "t-9", kind: "bank_account" as const, display: "09" }],
  asksAmount: true,
};
const nothing = {
  grounds: undefined,
  disclosure: undefined,
  dueAt: undefined,
  amounts: [],
  remove: [],
  add: [],
};
type Asked = Parameters<typeof changesOf>[0];
const of = (asked: Partial<Asked>) => changesOf({ ...nothing, ...asked }, before);

describe("what an amendment changes", () => {
  it("names before and after, and leaves out what stays", () => {
    const { changes, problems } = of({
      grounds: "Căn cứ mới",
      dueAt: "2026-11-23T10:00:00.000Z",
      amounts: [
        { itemId: "1", disputedAmount: "150" },
        { itemId: "2", disputedAmount: "100" },
      ],
      add: [{ targetId: "t-9", disputedAmount: "40" }],
    });
    expect(problems).toEqual({});
    expect(changes).toEqual({
      grounds: { before: "Căn cứ cũ", after: "Căn cứ mới" },
      dueAt: { before: "2026-11-22T10:00:00.000Z", after: "2026-11-23T10:00:00.000Z" },
      amounts: [{ itemId: "1", display: "01", before: "100", after: "150", overGround: null }],
      added: [{ targetId: "t-9", kind: "bank_account", display: "09", amount: "40", overGround: null }],
    });
    expect(disputedAfter(300n, changes)).toBe(390n);
  });

  it.each([
    ["nothing at all", {}, { reason: "amendment.nothing" }],
    ["an earlier due time", { dueAt: "2026-11-22T09:00:00.000Z" }, { dueAt: "amendment.earlier" }],
    ["an answered target off it", { remove: ["3"] }, { remove: "amendment.answered" }],
    [
      "an answered target's amount",
      { amounts: [{ itemId: "3", disputedAmount: "1" }] },
      { "amounts.0.disputedAmount": "amendment.answered" },
    ],
    ["the last open target off it", { remove: ["1", "2"] }, { remove: "amendment.nothingOpen" }],
    [
      "a target of another case",
      { add: [{ targetId: "x", disputedAmount: "1" }] },
      { "add.0.targetId": "target.wrongKind" },
    ],
    ["a target without an amount", { add: [{ targetId: "t-9" }] }, { "add.0.disputedAmount": "required" }],
    [
      "a target twice",
      {
        add: [
          { targetId: "t-9", disputedAmount: "1" },
          { targetId: "t-9", disputedAmount: "1" },
        ],
      },
      { "add.1.targetId": "target.twice" },
    ],
  ])("refuses %s", (_, asked, problems) => expect(of(asked).problems).toEqual(problems));

  it("takes targets off and counts what is disputed after it", () => {
    const { changes } = of({ remove: ["2"] });
    expect(changes.removed).toEqual([{ itemId: "2", display: "02", amount: "100" }]);
    expect(disputedAfter(300n, changes)).toBe(200n);
  });

  it("has another hash when one character of it is another", () => {
    const one = {
      requestId: "r",
      baseHash: "b",
      reason: "lý do",
      draftedById: "d",
      changes: of({ remove: ["2"] }).changes,
    };
    expect(amendmentHash(one)).not.toBe(amendmentHash({ ...one, reason: "Lý do" }));
    expect(amendmentHash(one)).toBe(
      amendmentHash({ ...one, changes: JSON.parse(JSON.stringify(one.changes)) as object }),
    );
  });
});
