import { describe, expect, it } from "vitest";
import { recognise } from "./recognise";
import type { FoundKind } from "./types";

const now = new Date("2026-11-22T05:00:00Z");
const valuesOf = (kind: FoundKind, text: string) =>
  recognise(text, { now })
    .found.filter((find) => find.kind === kind)
    .map(({ value }) => value);
const one = (kind: FoundKind) => (text: string, value: unknown) =>
  expect(valuesOf(kind, text)).toEqual(value === null ? [] : [value]);

describe("an amount is VND", () => {
  it.each([
    ["ck 50tr", 50_000_000],
    ["mất 1,2 tỷ", 1_200_000_000],
    ["2.000.000đ", 2_000_000],
    ["VND 5,500,000", 5_500_000],
    ["2,000,000.00 VND", 2_000_000],
    ["nạp 1 500 000 đ", 1_500_000],
    ["ck 2tr5", 2_500_000],
    ["1tr250", 1_250_000],
    ["1 tỷ 250 triệu", 1_250_000_000],
    ["2 triệu rưỡi", 2_500_000],
    ["cọc 15 củ", 15_000_000],
    ["chuyển 5 lít", 500_000],
    ["ck 2 tỏi", 2_000_000_000],
    ["hai trăm bảy mươi triệu", 270_000_000],
    ["một tỷ hai", 1_200_000_000],
    ["bay tram nghin dong", 700_000],
    ["nửa tỷ", 500_000_000],
    ["mất củ rưỡi", 1_500_000],
    ["chiếm đoạt 1.200 tỷ đồng", 1_200_000_000_000],
    ["số tiền 150000000", 150_000_000],
    ["GD: -2,000,000VND", 2_000_000],
    ["5O.OOO.OOO VND", 50_000_000],
    ["300 USD", null],
    ["một triệu người", null],
    ["10k follow", null],
    ["5 lít xăng", null],
    ["vài chục triệu", null],
    ["giảm 10%", null],
    ["45m2", null],
    ["hai trăm", null],
  ])("%s → %s", one("amount"));
});

describe("a time is whole, or what was written", () => {
  it.each([
    ["lúc 8h47 ngày 20/11/2026", "2026-11-20T08:47:00+07:00"],
    ["20-11-2026 08:47:12", "2026-11-20T08:47:12+07:00"],
    ["20/11/26 7:05", "2026-11-20T07:05:00+07:00"],
    ["8 giờ 47 phút ngày 20 tháng 11 năm 2026", "2026-11-20T08:47:00+07:00"],
    ["2026-11-20 08:47", "2026-11-20T08:47:00+07:00"],
    ["3:45 PM on 19/11/2026", "2026-11-19T15:45:00+07:00"],
    ["ngày 20 tháng 11 năm 2026", "2026-11-20"],
    ["ngày 20/11", "--11-20"],
    ["8h47 ngày 20/11", "--11-20T08:47"],
    ["lúc 8h47", "08:47"],
    ["9h tối", "21:00"],
    ["3h chiều", "15:00"],
    ["8h rưỡi sáng", "08:30"],
    ["9h kém 15", "08:45"],
    ["Nov 15, 2026", "2026-11-15"],
    ["O8:47 2O/11/2O26", "2026-11-20T08:47:00+07:00"],
    ["ngày 31/02/2026", null],
    ["25h00", null],
    ["mở cửa 24/7", null],
    ["trong 2 giờ đồng hồ", null],
    ["số nhà 12/5", null],
    ["hôm qua", null],
  ])("%s → %s", one("date_time"));
});

describe("a phone number is written as it is dialled", () => {
  it.each([
    ["gọi 0912.345.678", "0912345678"],
    ["+84 912 345 678", "0912345678"],
    ["sđt 84912345678", "0912345678"],
    ["(024) 3825 1234", "02438251234"],
    ["hotline 1900 1234", "19001234"],
    ["+855 12 345 678", "+85512345678"],
    ["liên hệ 0692 348 570", "0692348570"],
    ["sđt 912345678", "0912345678"],
    ["ĐT: O9l2 345 678", "0912345678"],
    ["số 0934 55 618", null],
    ["MST 0312345678", null],
    ["IMEI 356789104567891", null],
  ])("%s → %s", one("phone_number"));
});

describe("an account keeps its zeros", () => {
  it.each([
    ["stk 0071 0012 3456 7", "0071001234567"],
    ["tài khoản: 1028.6610.9437", "102866109437"],
    ["stk 0 1 2 3 4 5 6 7 8 9", "0123456789"],
    ["stk 0394 82\n1677 mb", "0394821677"],
    ["số thẻ 9704 3612 3456 7890", "9704361234567890"],
    ["stk 12345", null],
    ["CCCD 001099012345", null],
    ["tài khoản facebook 100012345678901", null],
  ])("%j → %s", one("bank_account"));
});

it.each([
  ["stk 0123456789 vcb", "vietcombank"],
  ["Ngân hàng TMCP Công Thương Việt Nam, stk 0123456789", "vietinbank"],
  ["ngân hàng Quân đội 0123456789", "mb-bank"],
  ["stk 0123456789 OceanBank", "mbv"],
  ["stk 0123456789 LienVietPostBank", "lpbank"],
  ["Ngân hàng: Đông Á\nSTK: 0123456789", "vikki-bank"],
  ["BIN 970416, stk 0123456789", "acb"],
  ["stk 0123456789 cake by vpbank", "cake-by-vpbank"],
  ["stk 0123456789, mở tại chi nhánh Cầu Giấy của ngân hàng Techcombank", "techcombank"],
  ["nhân viên Vietcombank gọi, sau đó tôi chuyển vào tài khoản 0123456789", null],
])("%s: the bank is %s", (text, bank) => {
  const [account] = recognise(text, { now }).found.filter(({ kind }) => kind === "bank_account");
  expect(account?.bank).toBe(bank);
});

describe("addresses", () => {
  it.each<[FoundKind, string, string | null]>([
    ["url", "hxxps://abc[.]com/login", "https://abc.com/login"],
    ["url", "abc.com/dang-nhap.", "https://abc.com/dang-nhap"],
    ["domain", "WWW.Abc-Bank.COM", "abc-bank.com"],
    ["domain", "https://abc.vn/", "abc.vn"],
    ["domain", "vào abc chấm com nhé", "abc.com"],
    ["domain", "chuyển rồi.em chờ", null],
    ["domain", "file vneid.apk", null],
    ["email", "mail A.B@Gmail.com.", "a.b@gmail.com"],
    ["domain", "mail a.b@gmail.com", null],
    ["ip_address", "IP 113.161.72.18", "113.161.72.18"],
    ["ip_address", "ip 192.168.1.1", null],
    ["social_account", "facebook.com/Nguyen.Van.A", "facebook:nguyen.van.a"],
    ["social_account", "telegram: @LuaDao_01", "telegram:luadao_01"],
    ["social_account", "@shop.xau trên tiktok", "tiktok:shop.xau"],
    ["social_account", "https://zalo.me/0912345678", "zalo:0912345678"],
    ["social_account", "facebook Lan Anh", null],
    ["social_account", "zalo 0912345678", null],
    ["crypto_wallet", "ví TJYeasTPa6gpEEfYAcHRHTXCLyzMDVJrJz", "TJYeasTPa6gpEEfYAcHRHTXCLyzMDVJrJz"],
    ["crypto_amount", "nạp 1.500 USDT", "1500 USDT"],
    ["crypto_amount", "0,35 BTC", "0.35 BTC"],
    ["transaction_reference", "Mã GD: FT26298123456789", "FT26298123456789"],
    ["transaction_reference", "mã đơn hàng DH123456", null],
    ["person_id", "CCCD số 001.090.012.345", "001090012345"],
    ["person_id", "CMND 186 552 903", "186552903"],
  ])("%s in %s → %s", (kind, text, value) => one(kind)(text, value));
});

it("reads VietQR: bank by BIN, account and amount", () => {
  const payload =
    "00020101021238540010A00000072701240006970436011004510003340208QRIBFTTA530370454065000005802VN6304ABCD";
  expect(recognise(payload, { now }).found).toMatchObject([
    { kind: "bank_account", value: "0451000334", bank: "vietcombank" },
    { kind: "amount", value: 500_000 },
  ]);
});
