import fc from "fast-check";
import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";
import { amountErrors, largestAmount, parseAmount, type AmountError } from "./amount";
import { amountInWords } from "./amount-in-words";
import { formatVnd, vndParts } from "./format-vnd";

it.each<[unknown, bigint]>([
  ["1.234.567đ", 1_234_567n],
  ["1,234,567 VND", 1_234_567n],
  ["1 234 567", 1_234_567n],
  ["45000000", 45_000_000n],
  [45_000_000, 45_000_000n],
  [7n, 7n],
  ["50.000", 50_000n],
  ["50,000 đ", 50_000n],
  ["0", 0n],
  ["1.250.000.000 ₫", 1_250_000_000n],
  ["１２３.０００", 123_000n],
  ["1\u200b.000 vnđ", 1_000n],
  ["1,2 tỷ", 1_200_000_000n],
  ["1.2 tỷ", 1_200_000_000n],
  ["1,25 Tỷ đồng", 1_250_000_000n],
  ["50tr", 50_000_000n],
  ["50 TR", 50_000_000n],
  ["500k", 500_000n],
  ["200 nghìn", 200_000n],
  ["200 ngàn đồng", 200_000n],
  ["2 triệu rưỡi", 2_500_000n],
  ["2 trieu ruoi", 2_500_000n],
  ["1 tỉ rưỡi", 1_500_000_000n],
  ["1 tỷ 250 triệu", 1_250_000_000n],
  ["1tỷ250tr", 1_250_000_000n],
  ["1 tỷ 250 triệu 500 nghìn đồng", 1_250_500_000n],
  ["1 tỷ 2", 1_200_000_000n],
  ["1tr5", 1_500_000n],
  ["1tr250", 1_250_000n],
  ["1 triệu 250.000", 1_250_000n],
  ["3 trăm triệu", 300_000_000n],
  ["1.500 triệu", 1_500_000_000n],
  ["1.234,5 triệu", 1_234_500_000n],
  ["+5.000.000", 5_000_000n],
  ["999.999.999.999.999", largestAmount],
])("%s is understood as %s", (typed, expected) =>
  expect(parseAmount(typed)).toEqual({ ok: true, value: expected }),
);

it.each<[unknown, AmountError]>([
  ["", "empty"],
  ["  \u200b ", "empty"],
  ["-5.000", "negative"],
  [-1, "negative"],
  ["1,5", "fraction"],
  [1.5, "fraction"],
  ["1,2345678 triệu", "fraction"],
  ["1,250 tỷ", "ambiguous"],
  ["1.250 tỷ", "ambiguous"],
  ["1,250 triệu", "ambiguous"],
  ["2tr50", "ambiguous"],
  ["1e9", "unreadable"],
  ["0x10", "unreadable"],
  ["năm triệu", "unreadable"],
  ["5 triệu 3 tỷ", "unreadable"],
  ["5 triệu 3 triệu", "unreadable"],
  ["1.23.456", "unreadable"],
  ["1..000", "unreadable"],
  ["5 quả", "unreadable"],
  ["đ", "unreadable"],
  [Number.NaN, "unreadable"],
  [Infinity, "unreadable"],
  [null, "unreadable"],
  [{}, "unreadable"],
  ["9".repeat(100_000), "unreadable"],
  ["1.000.000.000.000.000", "tooLarge"],
  ["9".repeat(60), "tooLarge"],
  [1e300, "tooLarge"],
  ["\ud800", "unreadable"],
  ["1 tỷ 5.000.000.000", "unreadable"],
])("%# %s is refused", (typed, code) => expect(parseAmount(typed)).toEqual({ ok: false, code }));

describe("an amount written by the portal", () => {
  const amount = fc.bigInt(0n, largestAmount);
  it.each(["vi", "en"] as const)(
    "is read back as the same amount, in a sentence and in a field (%s)",
    (language) =>
      fc.assert(
        fc.property(amount, (value) => {
          expect(parseAmount(formatVnd(value, language))).toEqual({ ok: true, value });
          expect(parseAmount(vndParts(value, language).digits)).toEqual({ ok: true, value });
        }),
        { numRuns: 2_000 },
      ),
  );
  it("is understood by who reads the other language's screens", () =>
    fc.assert(
      fc.property(amount, (value) => {
        const [vi, en] = [vndParts(value, "vi").digits, vndParts(value, "en").digits];
        expect(parseAmount(vi)).toEqual(parseAmount(en));
      }),
    ));
  it("is never a crash, whatever is typed", () =>
    fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => void parseAmount(typed))));
  it("has its parts", () =>
    expect([formatVnd(1_250_000_000n), formatVnd(1_250_000_000n, "en"), vndParts(-1_000n)]).toEqual([
      "1.250.000.000\u00a0₫",
      "1,250,000,000\u00a0₫",
      { sign: "-", digits: "1.000", currency: "₫" },
    ]));
});

it.each<[bigint, string]>([
  [0n, "Không đồng"],
  [5n, "Năm đồng"],
  [15n, "Mười lăm đồng"],
  [21n, "Hai mươi mốt đồng"],
  [105n, "Một trăm linh năm đồng"],
  [1_000n, "Một nghìn đồng"],
  [1_000_005n, "Một triệu không trăm linh năm đồng"],
  [45_000_000n, "Bốn mươi lăm triệu đồng"],
  [1_250_000_000n, "Một tỷ hai trăm năm mươi triệu đồng"],
  [2_024_010_000_000n, "Hai nghìn không trăm hai mươi bốn tỷ không trăm mười triệu đồng"],
  [11_000_000_000n, "Mười một tỷ đồng"],
])("%s is %s in words", (value, words) => expect(amountInWords(value)).toBe(words));
it("has no words for a debt", () => expect(() => amountInWords(-1n)).toThrow(RangeError));

it.each([
  ["vi", vi],
  ["en", en],
] as const)("every refusal has words in %s", (_language, messages) =>
  expect(Object.keys(messages.money.errors).sort()).toEqual([...amountErrors].sort()),
);
