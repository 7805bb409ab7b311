import { expect, it } from "vitest";
import { recognise } from "@/lib/recognise/recognise";
import { countsOf, guessedLayout, headsOf, layoutOf, roleOf, textOf } from "./layout";
import { readingOf } from "./reading";

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
  ["NGÀY HIỆU LỰC", "time"],
  ["PS Giảm", "debit"],
  ["PS Tăng", "credit"],
  ["PS Nợ", "debit"],
  ["PS Có", "credit"],
  ["Withdrawal", "debit"],
  ["Nợ/Có", "other"],
  ["Đối ứng (STK)", "toAccount"],
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

it("says of each row what becomes of it, and how many columns are read past", () => {
  const layout = layoutOf(statement)!;
  const rows = [...statement, [], ["", "Cộng phát sinh", "", "485.000.000", "1.000.000"]];
  expect(countsOf(rows, layout)).toEqual({ taken: 2, incoming: 1, sums: 1, empty: 1, columns: 3 });
  const { taken, incoming, sums, empty } = countsOf(rows, layout);
  expect(taken + incoming + sums + empty).toBe(rows.length - layout.headRow - 1);
  expect(textOf(rows, layout).split("\n")).toHaveLength(taken + 1);
});

it("finds none in a text that is no statement", () =>
  expect(layoutOf([["Kính gửi"], ["Tôi tên là"], ["ngày", "tháng"]])).toBeNull());

const mixed = [
  ["Ngày giao dịch", "Diễn giải", "Ghi nợ", "Số dư", "Tài khoản đối ứng", "Tên đối ứng", "Ngân hàng đối ứng"],
  ["18/11/2026 12:30:00", "tt tien dien PA25", "812000", "1", "112000001", "EVNNPC", "VietinBank"],
  ["19/11/2026 09:00:20", "mo khoa rut tien", "100000000", "1", "21510003344556", "BUI VAN TAI", "BIDV"],
  ["19/11/2026 09:00:21", "Phi chuyen tien", "11000", "1", "", "", ""],
  ["20/11/2026 21:10:09", "nap vi MoMo 0355998221", "3000000", "1", "0355998221", "", "MoMo"],
  ["Tổng", "", "103823000", "", "", "", ""],
];

it("adds no fee to the account above it, counts no sum, and keeps a wallet one wallet", () => {
  const text = textOf(mixed, layoutOf(mixed)!);
  expect(text.split("\n")).toHaveLength(5);
  const now = new Date("2026-11-22T03:00:00Z");
  const receivers = (["vietinbank", "bidv", "momo"] as const).map((id) => ({
    id,
    code: `${id === "momo" ? "payment" : "bank"}:${id}`,
    name: id,
    kind: id === "momo" ? ("payment_intermediary" as const) : ("bank" as const),
    segment: null,
  }));
  const { targets, payments } = readingOf(text, recognise(text, { now }), { receivers, prefixes: {} }, now);
  expect(targets.map(({ kind, value, holderName, sure }) => [kind, value, holderName, sure])).toEqual([
    ["bank_account", "112000001", "EVNNPC", false],
    ["bank_account", "21510003344556", "BUI VAN TAI", true],
    ["e_wallet", "0355998221", "", true],
  ]);
  expect(payments.map(({ to, amount }) => [to.split(":")[1], amount])).toEqual([
    ["112000001", "812000"],
    ["21510003344556", "100000000"],
    ["0355998221", "3000000"],
  ]);
});

it("guesses the row of heads where none is known, and no row of text alone", () => {
  const odd = [
    ["Ngân hàng Lạ", "", ""],
    ["Kỳ", "11/2026", ""],
    ["Mốc", "Trị số", "Chỗ đến"],
    ["20/11/2026 08:47", "5.000.000", "108874205561"],
  ];
  expect(layoutOf(odd)).toBeNull();
  expect(guessedLayout(odd)).toEqual({ headRow: 2, columns: ["other", "other", "other"] });
  expect(guessedLayout([["chỉ là chữ"], ["và chữ"]])).toBeNull();
});
