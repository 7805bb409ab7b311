import { expect, it } from "vitest";
import { recognise } from "@/lib/recognise/recognise";
import { headsOf, layoutOf, roleOf, textOf } from "./layout";

it.each([
  ["Ngày giao dịch", "time"],
  ["Ngày hiệu lực", "time"],
  ["Số tiền ghi nợ", "debit"],
  ["PHÁT SINH NỢ", "debit"],
  ["Ghi có", "credit"],
  ["Số dư", "balance"],
  ["Số dư sau giao dịch", "balance"],
  ["Số tài khoản đối ứng", "toAccount"],
  ["Tài khoản thụ hưởng", "toAccount"],
  ["Tên tài khoản đối ứng", "toName"],
  ["Ngân hàng đối ứng", "toBank"],
  ["Nội dung giao dịch", "description"],
  ["Diễn giải", "description"],
  ["Số bút toán", "reference"],
  ["Mã giao dịch", "reference"],
  ["Transaction Date", "time"],
  ["Debit", "debit"],
  ["Remark", "description"],
  ["STT", "other"],
  ["", "other"],
])("%s holds %s", (head, role) => expect(roleOf(head)).toBe(role));

const statement = [
  ["NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM"],
  ["Số tài khoản: 0011001234567"],
  [],
  [
    "STT",
    "Ngày giao dịch",
    "Số bút toán",
    "Ghi nợ",
    "Ghi có",
    "Số dư",
    "Tài khoản thụ hưởng",
    "Ngân hàng đối ứng",
    "Nội dung giao dịch",
  ],
  [
    "1",
    "20/11/2026 08:47",
    "FT001",
    "480.000.000",
    "",
    "20.000.000",
    "108874205561",
    "VietinBank",
    "CK theo yeu cau",
  ],
  ["2", "20/11/2026 09:00", "FT002", "", "1.000.000", "21.000.000", "", "", "Luong"],
  ["3", "20/11/2026 09:10", "FT003", "5.000.000", "0", "16.000.000", "19035527881016", "Techcombank", "CK"],
];

it("finds the heads below the letterhead", () => {
  const layout = layoutOf(statement)!;
  expect(layout.headRow).toBe(3);
  expect(layout.columns).toEqual([
    "other",
    "time",
    "reference",
    "debit",
    "credit",
    "balance",
    "toAccount",
    "toBank",
    "description",
  ]);
  expect(headsOf(statement, layout)).toMatch(/^stt \| ngay giao dich/);
});

it("keeps what went out, so that the recogniser reads each payment", () => {
  const text = textOf(statement, layoutOf(statement)!);
  expect(text.split("\n")).toHaveLength(3);
  const { transfers } = recognise(text, { now: new Date("2026-11-22T03:00:00Z") });
  expect(
    transfers.map(({ toAccount, toBank, amount, time }) => [toAccount, toBank, amount, time?.slice(0, 16)]),
  ).toEqual([
    ["108874205561", "vietinbank", 480_000_000, "2026-11-20T08:47"],
    ["19035527881016", "techcombank", 5_000_000, "2026-11-20T09:10"],
  ]);
});

it("finds none in a text that is no statement", () =>
  expect(layoutOf([["Kính gửi"], ["Tôi tên là"], ["ngày", "tháng"]])).toBeNull());
