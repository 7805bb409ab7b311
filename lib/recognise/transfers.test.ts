import { describe, expect, it } from "vitest";
import { recognise } from "./recognise";

const now = new Date("2026-11-22T05:00:00Z");
const told = (text: string) =>
  recognise(text, { now }).transfers.map(
    ({ fromAccount, toAccount, toBank, amount, time }) =>
      `${fromAccount === undefined ? "" : `${fromAccount} > `}${amount} > ${toAccount} ${toBank}${time === undefined ? "" : ` ${time}`}`,
  );

describe("money goes", () => {
  it.each([
    ["ck 5tr vào stk 0123456789 MB", ["5000000 > 0123456789 mb-bank"]],
    ["vào stk 0123456789 MB số tiền 5tr", ["5000000 > 0123456789 mb-bank"]],
    [
      "ck 5tr vào 0123456789 MB, 7tr vào 0987654321 VCB",
      ["5000000 > 0123456789 mb-bank", "7000000 > 0987654321 vietcombank"],
    ],
    [
      "stk 0123456789 MB: 5tr; stk 1987654321 VCB: 7tr",
      ["5000000 > 0123456789 mb-bank", "7000000 > 1987654321 vietcombank"],
    ],
    ["Stk 0123456789 MB\nEm ck 5tr rồi", ["5000000 > 0123456789 mb-bank"]],
    [
      "ck 2 lần 5tr và 7tr vào stk 0123456789 MB",
      ["5000000 > 0123456789 mb-bank", "7000000 > 0123456789 mb-bank"],
    ],
    ["chuyển từ stk 1987654321 VCB sang 0123456789 MB 5tr", ["1987654321 > 5000000 > 0123456789 mb-bank"]],
    ["5.000.000đ (năm triệu đồng) chuyển vào stk 0123456789", ["5000000 > 0123456789 null"]],
    [
      "Ngày 20/11/2026: 8h47 ck 5tr vào stk 0123456789 MB",
      ["5000000 > 0123456789 mb-bank 2026-11-20T08:47:00+07:00"],
    ],
    [
      "Chuyển vào stk 0123456789 MB 10tr, sau đó chuyển tiếp 2 lần, mỗi lần 50.000.000đ",
      ["10000000 > 0123456789 mb-bank", "50000000 > 0123456789 mb-bank", "50000000 > 0123456789 mb-bank"],
    ],
    ["9h sáng nay em ck 5tr vào stk 0123456789 MB", ["5000000 > 0123456789 mb-bank +0T09:00"]],
    [
      "Ngày 21/11 nó gọi. Sáng nay lúc 9h em ck 5tr vào stk 0123456789 MB",
      ["5000000 > 0123456789 mb-bank +0T09:00"],
    ],
    ["9h tối qua em ck 5tr vào stk 0123456789 MB", ["5000000 > 0123456789 mb-bank -1T21:00"]],
    ["Nạp 500k vào ví momo 0912345678", ["500000 > 0912345678 momo"]],
  ])("%s", (text, expected) => expect(told(text)).toEqual(expected));
});

describe("no money goes", () => {
  it.each([
    "Số dư 5tr, stk 0123456789 MB",
    "Họ bảo chuyển 5tr vào stk 0123456789 MB nhưng tôi chưa chuyển",
    "Bảo chuyển 5tr vào stk 0123456789 MB. Tôi không chuyển.",
    "Nó hứa trả 5tr. stk 0123456789 MB",
    "chuyển 5tr vào tài khoản của tôi 0123456789 MB",
    "TK 0123456789 GD: +5,000,000VND SD: 7,000,000VND",
  ])("%s", (text) => expect(told(text)).toEqual([]));
});

it("a row of a spreadsheet is a transfer", () =>
  expect(
    told("TK gửi\tTK nhận\tNgân hàng\tSố tiền\tSố dư\n1987654321\t0123456789\tMB\t5000000\t7000000"),
  ).toEqual(["1987654321 > 5000000 > 0123456789 mb-bank"]));

it.each([
  ["Em ck 5tr vào stk 0123456789 MB. Nó trả lại em 1 triệu.", ["cameBack"]],
  ["Em ck 5tr vào stk 0123456789 MB. Nó hứa trả lại em 1 triệu.", []],
  ["Em ck 5tr vào stk 0123456789 MB. Tổng cộng em mất 1 triệu.", ["total"]],
  ["Em ck 5tr vào stk 0123456789 MB. Tổng số tiền em đã chuyển là 1 triệu.", ["total"]],
])("%s: 1 triệu is %j", (text, flags) =>
  expect(recognise(text, { now }).found.find(({ value }) => value === 1_000_000)?.flags).toEqual(flags),
);
