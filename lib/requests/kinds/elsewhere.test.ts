import { describe, expect, it } from "vitest";
import { fieldsOf } from "@/lib/fields";
import { elsewhereText } from "./elsewhere";
import { onwardTransfer, tracedTransfer } from "./money-row-schema";

const now = new Date("2026-11-22T03:00:00Z");
const row = { at: "2026-11-20T02:05:00Z", amount: "20tr" };
const read = (more: object) => {
  const parsed = onwardTransfer(now).safeParse({ ...row, ...more });
  return parsed.success ? parsed.data : fieldsOf(parsed.error);
};
const bank = "0199f3d2-5c7e-7aaa-8bbb-000000000001";
const abroad = { place: "abroad", country: "SG", name: "DBS Bank", swift: "dbss sgsg" };

describe("where money went that no institution of the register keeps", () => {
  it.each([
    [
      { elsewhere: abroad, toAccount: "GB29 NWBK 6016 1331 9268 19" },
      { ...abroad, swift: "DBSSSGSG" },
    ],
    [{ elsewhere: { ...abroad, swift: "" } }, { place: "abroad", country: "SG", name: "DBS Bank" }],
    [{ elsewhere: { place: "crypto", name: "Binance" } }, { place: "crypto", name: "Binance" }],
    [
      { elsewhere: { place: "crypto", name: "" }, toAccount: "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8" },
      { place: "crypto" },
    ],
    [{ elsewhere: { place: "merchant", name: "Vàng bạc Thử" } }, { place: "merchant", name: "Vàng bạc Thử" }],
    [{ elsewhere: { place: "unknown_bank" }, toAccount: "19036688990011" }, { place: "unknown_bank" }],
  ])("takes %j", (more, elsewhere) => {
    expect(read(more)).toMatchObject({ amount: "20000000", elsewhere });
    expect(read(more)).not.toHaveProperty("toInstitutionId");
  });

  it.each<[object, object]>([
    [{}, { toInstitutionId: "required", toAccount: expect.any(String) }],
    [{ elsewhere: { ...abroad, country: "" } }, { "elsewhere.country": "required" }],
    [{ elsewhere: { ...abroad, country: "VN" } }, { "elsewhere.country": "required" }],
    [
      { elsewhere: { ...abroad, name: "", swift: "DBS" } },
      { "elsewhere.name": "required", "elsewhere.swift": "answer.swift" },
    ],
    [{ elsewhere: abroad, toAccount: "số 5" }, { toAccount: "answer.accountAbroad" }],
    [{ elsewhere: { place: "crypto", name: "" }, toAccount: "" }, { toAccount: "answer.cryptoPlace" }],
    [{ elsewhere: { place: "merchant", name: "" } }, { "elsewhere.name": "required" }],
    [{ elsewhere: { place: "unknown_bank" }, toAccount: "" }, { toAccount: "required" }],
    [{ elsewhere: { place: "moon" } }, { toInstitutionId: "required" }],
    [{ elsewhere: abroad, toInstitutionId: bank }, { toInstitutionId: "answer.bothPlaces" }],
  ])("finds fault with %j at its own fields", (more, fields) => {
    expect(read(more)).toMatchObject(fields);
    expect(read(more)).not.toHaveProperty("amount", "20000000");
  });

  it("finds every fault of a row at once", () => {
    const parsed = tracedTransfer(now).safeParse({
      at: "",
      amount: "",
      elsewhere: { place: "merchant", name: "" },
    });
    expect(Object.keys(fieldsOf(parsed.error!)).sort()).toEqual([
      "amount",
      "at",
      "direction",
      "elsewhere.name",
    ]);
  });

  it("still goes to an institution of the register", () => {
    expect(read({ toInstitutionId: bank, toAccount: "19036688990011" })).toEqual({
      at: "2026-11-20T02:05:00.000Z",
      amount: "20000000",
      toInstitutionId: bank,
      toAccount: "19036688990011",
    });
  });

  it("is written as a letter and a screen write it", () => {
    const say = (place: string) => ({ abroad: "Nước ngoài", crypto: "Tài sản số" })[place] ?? place;
    expect(
      elsewhereText({ place: "abroad", name: "DBS Bank", country: "SG", swift: "DBSSSGSG" }, say, "vi"),
    ).toBe("Nước ngoài: DBS Bank, Singapore (DBSSSGSG)");
    expect(elsewhereText({ place: "crypto" }, say, "vi")).toBe("Tài sản số");
  });
});
