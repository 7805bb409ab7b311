import { describe, expect, it } from "vitest";
import { recognise } from "./recognise";

const now = new Date("2026-11-22T05:00:00Z");
const found = (text: string) =>
  recognise(text, { now }).found.map(
    ({ kind, value, bank }) => `${kind} ${value}${bank === null ? "" : ` ${bank}`}`,
  );
const told = (text: string) =>
  recognise(text, { now }).transfers.map(
    ({ fromAccount, toAccount, amount, time }) =>
      `${fromAccount === undefined ? "" : `${fromAccount} > `}${amount} > ${toAccount}${time === undefined ? "" : ` ${time}`}`,
  );

describe("banks' messages, forms and letters", () => {
  it.each([
    ["So du TK VCB 1099887766 +500,000 VND", "bank_account 1099887766 vietcombank"],
    ["CHUYEN KHOAN DEN 0912345678 LE THI MAI TAI TPBANK", "bank_account 0912345678 tpbank"],
    ["TK 2200112233445: -1,000,000VND (VIB; 0912345678; LE THI MAI)", "bank_account 0912345678 vib"],
    ["MoMo: đã chuyển 100.000đ đến LE THI MAI - 0912 345 678", "e_wallet 0912345678 momo"],
    ["GD -50,000VND ND: CT DI:123456789012 tien hang", "transaction_reference 123456789012"],
    ["Mã GD 261100011122 và 261100011133", "transaction_reference 261100011133"],
    ["Ref MBVCB.7788990011.112233.LE THI MAI chuyen", "transaction_reference MBVCB.7788990011.112233"],
    ["Số tài khoản cũng là số điện thoại 0912345678 OCB", "bank_account 0912345678 ocb"],
    ["các TK: 1) 0912 345 678 VIB; 2) 1903 3344 5566 77 TCB", "bank_account 0912345678 vib"],
    [
      "Họ tên;Ngân hàng;STK\nLê Mai;Hàng hải;0912345678\nVũ Hà;Phương Đông;1234567890",
      "bank_account 1234567890 ocb",
    ],
    ["VU HAI / 1234567890 MB / 0912 345 678 / mình mất", "phone_number 0912345678"],
    ["STK: 1234567890\nTôi ra quầy nộp, họ có hỏi. Ngân hàng đó là VIB.", "bank_account 1234567890 vib"],
    ["Chuyển MoMo 100.000đ cho 0912 345 678", "e_wallet 0912345678 momo"],
    ["Viettel Money: da chuyen 100.000d toi thue bao 0912 345 678.", "e_wallet 0912345678 viettel-money"],
    ["đường dây nóng 069.234.5678", "phone_number 0692345678"],
    ["link bit.ly/2AbCdE", "url https://bit.ly/2AbCdE"],
    ["máy chủ 45.77.20.118:8443", "ip_address 45.77.20.118"],
    ["thư abc[@]def-xyz.com", "email abc@def-xyz.com"],
    ["mất 12.500.000 do tin nó", "amount 12500000"],
    ["số tiền 3 . 400 . 000đ", "amount 3400000"],
    ["On November 3 he called", "date_time --11-03"],
    ["khoảng ba giờ rưỡi chiều nó gọi", "date_time 15:30"],
  ])("%s has %s", (text, expected) => expect(found(text)).toContain(expected));

  it.each([
    ["ck 5tr cho 1234567890 VIB TRAN DINH DONG", "5000000 > 1234567890"],
    [
      "Người gửi: LE MAI\nSTK: 1122334455\nNgười nhận: VU HA\nSTK: 5566778899\nSố tiền: 7.000.000đ",
      "1122334455 > 7000000 > 5566778899",
    ],
    ["em dùng stk VIB 1122334455 ck 2tr cho stk 5566778899 MB", "1122334455 > 2000000 > 5566778899"],
    [
      "Nguồn: TK 1122334455 (VIB)\nĐích: TK 5566778899 (MB)\nSố tiền: 7.000.000đ",
      "1122334455 > 7000000 > 5566778899",
    ],
    ["ai có 20tr cho em vay, stk 5566778899 MB. Tôi chuyển 10tr", "10000000 > 5566778899"],
    ["họ báo đóng 1tr. Tin giả bảo chuyển vào 5566778899 BIDV, em chưa chuyển", undefined],
    ["giá 900k, nó đưa stk 5566778899 MB, ck xong nó chặn", "900000 > 5566778899"],
    [
      "tk 1122334455 VIB đã phong tỏa 1tr; phần còn lại 4.000.000đ đã chuyển đến TK 5566778899 MB",
      "1122334455 > 4000000 > 5566778899",
    ],
    ["sinh 12/3/1990. Lúc 9h em ck 5tr vào stk 5566778899 MB", "5000000 > 5566778899 09:00"],
    ["ck 5tr vào stk 5566778899 MB trước ngày 20/11/2026", "5000000 > 5566778899"],
    ["stk 5566778899 MB, ck mười hai triệu, à chính xác là 12.500.000đ", "12500000 > 5566778899"],
    ["mất 30tr, trong đó ck 20tr vào 5566778899 MB, còn 10tr đưa tiền mặt", "20000000 > 5566778899"],
  ])("%s moves %s", (text, expected) => expect(told(text)).toEqual(expected === undefined ? [] : [expected]));

  it("gives as many amounts as accounts their order, and each its own time", () => {
    expect(told("Đến TK 1122334455 (VIB) và TK 5566778899 (MB). Số tiền lần lượt là 5tr và 7tr.")).toEqual([
      "5000000 > 1122334455",
      "7000000 > 5566778899",
    ]);
    expect(told("ck 5tr lúc 8h15, 7tr lúc 9h20 vào stk 5566778899 MB")).toEqual([
      "5000000 > 5566778899 08:15",
      "7000000 > 5566778899 09:20",
    ]);
  });

  it("does not share one sum out among several accounts", () =>
    expect(told("mất 1 tỷ, ck vào 1122334455 VIB và 5566778899 MB")).toEqual([]));

  it.each([
    "nhập sai số TK (1122334455) thành 1122334466, ngân hàng VIB",
    "ck vào 1122334466 VIB, số đó tôi ghi sai",
    "không phải stk 1122334466 VIB mà là 1122334455 VIB",
  ])("takes %s back", (text) => expect(found(text)).not.toContain("bank_account 1122334466 vib"));
});
