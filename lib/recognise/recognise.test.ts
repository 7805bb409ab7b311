import { describe, expect, it } from "vitest";
import { addTo, newScore, precision, recall } from "./corpus/score";
import { corpora, statementsOf } from "./corpus/statements";
import { recognise } from "./recognise";
import { certainFrom, type FoundKind } from "./types";

const now = new Date("2026-11-22T05:00:00Z");
const finds = (text: string) => recognise(text, { now }).found;
const values = (text: string, kind: FoundKind) =>
  finds(text)
    .filter((find) => find.kind === kind)
    .map(({ value }) => value);

describe.each(corpora)("the made-up statements, %s", (corpus) => {
  const score = newScore();
  for (const statement of statementsOf(corpus)) addTo(score, statement, recognise(statement.text, { now }));
  it("are read with the recall and precision that are promised", () => {
    const all = score.kinds.get("all")!;
    expect({
      recall: recall(all) >= 0.95,
      precision: precision(all) >= 0.98,
      mistakes: score.mistakes,
    }).toMatchObject({
      recall: true,
      precision: true,
    });
  });
  it("give accounts their banks and money its way", () => {
    expect(precision(score.banks)).toBeGreaterThanOrEqual(0.97);
    expect(recall(score.transfers)).toBeGreaterThanOrEqual(0.95);
    expect(precision(score.transfers)).toBeGreaterThanOrEqual(0.95);
    expect(precision(score.times)).toBeGreaterThanOrEqual(0.95);
  });
  it("are right where nobody is asked to look", () => {
    expect(precision({ ...score.certain, gold: 0 })).toBeGreaterThanOrEqual(0.99);
  });
});

it("there are at least 240 statements in at least twelve styles", () => {
  const all = (["developing", "heldout", "later"] as const).flatMap(statementsOf);
  expect(all.length).toBeGreaterThanOrEqual(240);
  expect(new Set(all.map(({ style }) => style)).size).toBeGreaterThanOrEqual(12);
});

it.each<[string, FoundKind, unknown[]]>([
  ["stk 0912345678 MB", "bank_account", ["0912345678"]],
  ["stk 0912345678 MB", "phone_number", []],
  ["ví MoMo 0912 345 678", "e_wallet", ["0912345678"]],
  ["gọi 0912 345 678", "phone_number", ["0912345678"]],
  ["gọi 113 hoặc nhắn 9123", "phone_number", []],
  ["mã đơn 0912345678", "phone_number", []],
  ["xe 30K-123.45", "amount", []],
  ["số nhà 1024, hẻm 12/5", "date_time", []],
  ["số dư 2.000.000đ", "amount", [2_000_000]],
  ["không phải số 0912 345 678", "phone_number", []],
  ["0912 345 678 không phải của tôi", "phone_number", ["0912345678"]],
  ["bọn nó phục vụ 24/7 trong 2 giờ", "date_time", []],
])("%s holds as %s: %j", (text, kind, expected) => expect(values(text, kind)).toEqual(expected));

it("points at the place in the text as it was pasted", () => {
  const text = "STK\u00a0\u200b1903\u200b5527\u200b881016 TCB";
  const [find] = finds(text);
  expect(find).toMatchObject({ value: "19035527881016", bank: "techcombank", start: 5, end: 21 });
  expect(text.slice(find!.start, find!.end)).toBe("1903\u200b5527\u200b881016");
});

it.each([
  ["stk 19O35527881O16 techcombank", "repaired"],
  ["ck hai trăm bảy mươi triệu vào stk 0123456789", "inWords"],
  ["CCCD 999999999999", "unchecked"],
])("%s waits for a click (%s)", (text, flag) => {
  const find = finds(text).find(({ flags }) => flags.includes(flag as never))!;
  expect(find.confidence).toBeLessThan(certainFrom);
});

it("keeps what was taken back aside", () => {
  const { found, setAside } = recognise(
    "stk 0778899001 mb, à nhầm, không phải số này. đúng là stk 0778899010 mb",
    { now },
  );
  expect(found.map(({ value }) => value)).toEqual(["0778899010"]);
  expect(setAside).toMatchObject([{ value: "0778899001", reason: "negated" }]);
});

it("finds the victim's own account and marks it", () => {
  const { found, transfers } = recognise(
    "Từ tài khoản Agribank 3401205981702 của tôi chuyển 5tr vào stk 0123456789 MB",
    { now },
  );
  expect(found[0]).toMatchObject({ value: "3401205981702", flags: ["own"] });
  expect(transfers).toEqual([
    { fromAccount: "3401205981702", toAccount: "0123456789", toBank: "mb-bank", amount: 5_000_000 },
  ]);
});

it.each([
  ["sđt 0912 345 67, nó chặn rồi", "phone_number", "091234567"],
  ["Số tài khoản nó là 0123***789 ngân hàng VIB", "bank_account", "0123***789"],
])("keeps what lacks digits aside: %s", (text, kind, value) => {
  const { found, setAside } = recognise(text, { now });
  expect(found).toEqual([]);
  expect(setAside).toMatchObject([{ kind, value, reason: "incomplete" }]);
});

it.each(["nhà số 091234567", "file IMG0123xx456.jpg", "sđt 0912 345 678"])(
  "does not call %s incomplete",
  (text) => expect(recognise(text, { now }).setAside).toEqual([]),
);
