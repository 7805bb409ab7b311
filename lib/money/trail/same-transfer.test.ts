import { describe, expect, it } from "vitest";
import { cashOutsOnce, transfersOnce, withoutPayments } from "./same-transfer";
import { at, storyOf } from "./story-for-tests";

type Row = NonNullable<Parameters<typeof storyOf>[0]["transfers"]>[number];
const move = (over: Partial<Row> = {}): Row => ({ from: "a", to: "b", amount: 5n, at: at(10), ...over });
const half = new Date(at(10).getTime() + 30_000);

describe("two tellings", () => {
  it.each<[string, Row[], number]>([
    ["of one time in two answers are one transfer", [move(), move({ item: "j" })], 1],
    ["within a minute in two answers are one transfer", [move(), move({ item: "j", at: half })], 1],
    ["more than a minute apart are two", [move(), move({ item: "j", at: at(12) })], 2],
    ["in one answer are two", [move(), move()], 2],
    [
      "in one answer with one reference are one",
      [move({ reference: "FT 1" }), move({ reference: "ft1" })],
      1,
    ],
    [
      "hours apart with one reference are one",
      [move({ reference: "FT1" }), move({ item: "j", at: at(300), reference: "FT1" })],
      1,
    ],
    [
      "with one reference and two amounts are two",
      [move({ reference: "FT1" }), move({ item: "j", amount: 6n, reference: "FT1" })],
      2,
    ],
    [
      "that one institution numbered apart are two",
      [move({ reference: "FT1" }), move({ item: "j", reference: "FT2" })],
      2,
    ],
    [
      "that two institutions numbered apart are one",
      [move({ reference: "FT1" }), move({ item: "j", reporter: "s", reference: "N9" })],
      1,
    ],
    [
      "as sent and as received, minutes apart, are one",
      [move({ side: "out" }), move({ item: "j", at: at(14), side: "in" })],
      1,
    ],
    [
      "as sent and as received with different numbers are one",
      [
        move({ side: "out", reference: "FT1" }),
        move({ item: "j", reporter: "s", at: at(14), side: "in", reference: "N9" }),
      ],
      1,
    ],
    [
      "as sent twice and received twice are two",
      [
        move({ side: "out" }),
        move({ side: "out", at: at(15) }),
        move({ item: "j", side: "in", at: at(13) }),
        move({ item: "j", side: "in", at: at(18) }),
      ],
      2,
    ],
    [
      "as sent by two answers, minutes apart, are two",
      [move({ side: "out" }), move({ item: "j", at: at(14), side: "out" })],
      2,
    ],
    [
      "as sent and as received an hour apart are two",
      [move({ side: "out" }), move({ item: "j", at: at(70), side: "in" })],
      2,
    ],
    ["to two accounts are two", [move(), move({ item: "j", to: "c" })], 2],
    [
      "of two alike each, in two answers, are two",
      [move(), move(), move({ item: "j" }), move({ item: "j" })],
      2,
    ],
  ])("%s", (_case, transfers, count) =>
    expect(transfersOnce(storyOf({ transfers }).transfers)).toHaveLength(count),
  );

  it("stay named, with the reference that one of them knew", () => {
    const { transfers } = storyOf({ transfers: [move(), move({ item: "j", reference: "FT1" })] });
    expect(transfersOnce(transfers)).toMatchObject([
      {
        id: "t0",
        reference: "FT1",
        told: [
          { id: "t0", item: "i" },
          { id: "t1", item: "j" },
        ],
      },
    ]);
  });

  it("of one withdrawal in two answers are one", () => {
    const cash = { account: "a", amount: 5n, at: at(1) };
    const { cashOuts } = storyOf({ cashOuts: [cash, { ...cash, item: "j" }, { ...cash, at: at(9) }] });
    expect(cashOutsOnce(cashOuts)).toHaveLength(2);
  });
});

describe("a victim's payment told by the bank that received it", () => {
  const payments = [{ to: "b", from: "home", amount: 5n, at: at(10), reference: "FT1" }];
  it.each<[string, Row, number]>([
    ["at its time counts no second time", move({ from: "home" }), 0],
    ["by its reference counts no second time", move({ from: "home", at: at(99), reference: "FT1" }), 0],
    ["at another time without reference is another transfer", move({ from: "home", at: at(99) }), 1],
    ["from another account is another transfer", move({ from: "x" }), 1],
  ])("%s", (_case, transfer, count) => {
    const story = storyOf({ payments, transfers: [transfer] });
    expect(withoutPayments(transfersOnce(story.transfers), story.payments)).toHaveLength(count);
  });

  it("is met once", () => {
    const twice = storyOf({ payments, transfers: [move({ from: "home" }), move({ from: "home" })] });
    expect(withoutPayments(transfersOnce(twice.transfers), twice.payments)).toHaveLength(1);
  });
});
