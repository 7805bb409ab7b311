import { expect, it } from "vitest";
import { recognise } from "@/lib/recognise/recognise";
import telecoms from "@/prisma/data/telecoms.json";
import { type Directory, readingOf } from "./reading";

const now = new Date("2026-11-20T03:00:00Z");
const directory: Directory = {
  receivers: [
    { id: "vietinbank", code: "bank:vietinbank", name: "VietinBank", kind: "bank", segment: "bank" },
    { id: "mb", code: "bank:mb-bank", name: "MB Bank", kind: "bank", segment: "bank" },
    { id: "tcb", code: "bank:techcombank", name: "Techcombank", kind: "bank", segment: "bank" },
    { id: "agribank", code: "bank:agribank", name: "Agribank", kind: "bank", segment: "bank" },
    { id: "viettel", code: "telecom:viettel", name: "Viettel", kind: "telecom", segment: "telecom" },
    { id: "vnnic", code: "registrar:vnnic", name: "VNNIC", kind: "isp_registrar", segment: "vnnic" },
    { id: "fb", code: "platform:facebook", name: "Facebook", kind: "platform", segment: "platform" },
  ],
  prefixes: telecoms.prefixIndex,
};
const text = `Tôi tên là Nguyễn Thị Hoa. Hôm nay 20/11 khoảng 8h30 tôi nhận được cuộc gọi từ số 0978 412 265, tự xưng thiếu tá Nguyễn Quang Huy, và gửi đường dẫn https://dichvucong-bca.xyz/tra-cuu bảo tôi cài phần mềm.
Tôi đã chuyển từ tài khoản Agribank 3401205981702 của tôi:
- 8h47: 480tr vào stk 108874205561 Vietinbank, tên NGUYEN VAN DUC
- 8h52: 500.000.000đ vào 0394821677000 MB, TRAN QUOC BAO
- 8h58: hai trăm bảy mươi triệu vào 102866109437 vietin
Sau đó họ bảo chuyển thêm 1,2 tỷ vào 19035527881016 techcombank nhưng tôi chưa chuyển.`;

it("finds accounts at their banks, the caller at his operator, and leaves the writer's own account out", () => {
  const { targets, victimName } = readingOf(text, recognise(text, { now }), directory, now);
  expect(victimName).toBe("Nguyễn Thị Hoa");
  expect(targets.map(({ kind, value, receiverId }) => [kind, value, receiverId])).toEqual(
    expect.arrayContaining([
      ["bank_account", "108874205561", "vietinbank"],
      ["bank_account", "0394821677000", "mb"],
      ["bank_account", "102866109437", "vietinbank"],
      ["phone_number", "0978412265", "viettel"],
    ]),
  );
  expect(targets.some(({ value }) => value === "3401205981702")).toBe(false);
});

it("tells what was paid to whom and when, on the day that the text names", () => {
  const { payments, targets } = readingOf(text, recognise(text, { now }), directory, now);
  const account = (row: string) => targets.find((target) => target.row === row)?.value;
  expect(payments.map(({ to, amount, at }) => [account(to), amount, at])).toEqual([
    ["108874205561", "480000000", "2026-11-20T01:47:00.000Z"],
    ["0394821677000", "500000000", "2026-11-20T01:52:00.000Z"],
    ["102866109437", "270000000", "2026-11-20T01:58:00.000Z"],
  ]);
});

it("marks every find in its place", () => {
  const { marks } = readingOf(text, recognise(text, { now }), directory, now);
  for (const { start, end } of marks) expect(text.slice(start, end).trim()).not.toBe("");
  expect(marks.every(({ start }, index) => index === 0 || start >= marks[index - 1]!.start)).toBe(true);
});

const read = (statement: string) =>
  readingOf(statement, recognise(statement, { now }), directory, now).targets.map(
    ({ kind, value, receiverId, told }) => ({ kind, value, receiverId, told }),
  );

it("gives an address of the swindlers' own its site, at the registry where it is known", () => {
  const statement = "Nó gửi link https://dichvucong-bca.io.vn/tra-cuu. Tôi bấm vào thì mất tiền.";
  expect(read(statement).map(({ kind, value, receiverId }) => [kind, value, receiverId])).toEqual([
    ["url", "https://dichvucong-bca.io.vn/tra-cuu", null],
    ["domain", "dichvucong-bca.io.vn", "vnnic"],
  ]);
});

it("leaves a platform's address to the platform, and the State's without a site", () => {
  expect(
    read("xem https://www.facebook.com/share/p/abc123 và https://dichvucong.gov.vn/p/home"),
  ).toMatchObject([
    { kind: "url", receiverId: "fb" },
    { kind: "url", receiverId: null },
  ]);
});

it("tells what the text says beside an address", () => {
  const statement =
    "Tôi là Trần Văn Thử. Trang facebook.com/hotro.vay.88 đăng ảnh giả giấy phép. Máy chủ IP 42.112.88.19 cổng 51544 lúc 20:14 ngày 12/11/2026.";
  expect(read(statement)).toMatchObject([
    {
      kind: "social_account",
      told: { passage: "Trang facebook.com/hotro.vay.88 đăng ảnh giả giấy phép." },
    },
    { kind: "ip_address", told: { port: "51544", seenAt: "2026-11-12T13:14:00.000Z" } },
  ]);
});

it("never takes what is the victim's own for a target", () => {
  const statement =
    "Em là Trần Thị Minh, sđt 0976543210, CCCD 001185001234. Sáng nay số 0978412265 gọi vào 0976543210 bảo em ck 5tr vào stk 108874205561 Vietinbank.";
  const { targets, victimPhone, victimPersonId, marks } = readingOf(
    statement,
    recognise(statement, { now }),
    directory,
    now,
  );
  expect(targets.map(({ value }) => value).sort()).toEqual(["0978412265", "108874205561"]);
  expect([victimPhone, victimPersonId]).toEqual(["0976543210", "001185001234"]);
  expect(
    marks.filter(({ flags }) => flags.includes("own")).map(({ start, end }) => statement.slice(start, end)),
  ).toEqual(["0976543210", "001185001234", "0976543210"]);
});

it("sets aside what came back, counts what was paid twice, and says the sum that the text gives", () => {
  const statement =
    "Em ck 5tr vào stk 108874205561 Vietinbank lúc 9h sáng nay, rồi chuyển tiếp 2 lần, mỗi lần 50.000.000đ. Nó trả lại em 1 triệu. Tổng cộng em mất 110 triệu.";
  const { payments, marks, statedTotals } = readingOf(
    statement,
    recognise(statement, { now }),
    directory,
    now,
  );
  expect(payments.map(({ amount, at }) => [amount, at?.slice(0, 10)])).toEqual([
    ["5000000", "2026-11-20"],
    ["50000000", "2026-11-20"],
    ["50000000", "2026-11-20"],
  ]);
  expect(marks.filter(({ flags }) => flags.includes("cameBack")).map(({ state }) => state)).toEqual([
    "aside",
  ]);
  expect(statedTotals).toEqual(["110000000"]);
});
