import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { Language } from "@/lib/i18n/languages";
import { kindOf } from "@/lib/requests/kinds";
import { sheetsOfFile } from "@/lib/sheets/sheets-of-file";
import { targetKinds } from "@/lib/targets/target-kind";
import { mostTargetRows } from "./columns";
import { type Beside, type KnownTarget, targetPreview } from "./preview";
import { targetBook } from "./template";
import type { TargetPreview } from "./types";

const bank = "11111111-1111-4111-8111-111111111111";
const other = "22222222-2222-4222-8222-222222222222";
const names: Record<string, string> = { VCB: bank, "Ngân hàng khác": other };
const find: Beside["find"] = (typed, among) => (among?.includes("bank") ? (names[typed] ?? null) : null);
const beside = (over: Partial<Beside> = {}): Beside => ({
  known: [],
  find,
  shortName: (id) => Object.entries(names).find(([, each]) => each === id)?.[0] ?? "",
  kind: null,
  language: "vi",
  now: new Date("2026-11-22T03:00:00Z"),
  ...over,
});
const mark = {
  id: bank,
  number: "XK-2026-000001",
  madeAt: new Date("2026-11-22T03:00:00Z"),
  madeBy: "Đại úy Trần Văn Minh",
  orgName: "PA05",
};

async function preview(name: string, bytes: Buffer, over: Partial<Beside> = {}): Promise<TargetPreview> {
  const read = targetPreview(await sheetsOfFile(name, bytes, 5_000), beside(over));
  if (typeof read === "string") throw new Error(read);
  return read;
}
const csv = (text: string, over: Partial<Beside> = {}) => preview("a.csv", Buffer.from(text), over);
/** The template as a workbook, with rows typed into it below the heads. */
async function filled(rows: unknown[][], language: Language, kindCode?: string): Promise<Buffer> {
  const kind = kindCode ? kindOf(kindCode) : null;
  const book = new ExcelJS.Workbook();
  const bytes = await targetBook(kind?.targets ?? targetKinds, kind, ["VCB"], language, mark);
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const page = book.worksheets.at(-1)!;
  rows.forEach((row, index) => (page.getRow(index + 2).values = row as ExcelJS.CellValue[]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe("a list of targets", () => {
  it.each(["vi", "en"] as const)("comes back in its own template (%s)", async (language) => {
    const kind = language === "vi" ? "Tài khoản ngân hàng" : "Bank account";
    const bytes = await filled([[kind, "0011 0042 1234", "VCB", "NGUYEN VAN A", "nghi vấn"]], language);
    const { rows, unread } = await preview("a.xlsx", bytes);
    expect(unread).toEqual([]);
    expect(rows).toMatchObject([
      {
        row: 2,
        state: "ready",
        kind: "bank_account",
        value: "001100421234",
        institutionId: bank,
        institution: "VCB",
        holderName: "NGUYEN VAN A",
        note: "nghi vấn",
        errors: [],
      },
    ]);
  });

  it("of an officer's own is read by its headings, and what is not read is named", async () => {
    const { rows, unread } = await csv(
      "Danh sách kèm công văn\n\nSTT;Số tài khoản ngân hàng;Ngân hàng;Chủ tài khoản;Số lần\n1;0071000123456;VCB;LE THI B;3\n2;;;;\n",
    );
    expect(rows).toMatchObject([
      { row: 4, kind: "bank_account", value: "0071000123456", institutionId: bank, holderName: "LE THI B" },
    ]);
    expect(unread.map(({ column }) => column)).toEqual(["Số lần"]);
  });

  it("names each wrong cell by row and column", async () => {
    const bytes = await filled(
      [
        ["Tài khoản ngân hàng", 19035527881016, "VCB"],
        ["Điện báo", "0912345678"],
        ["Số điện thoại", 912345678],
        ["Tài khoản ngân hàng", "12", "Không có"],
        ["Số định danh cá nhân", "001099012345", "VCB"],
        [null, "0912345678"],
        ["Số điện thoại", null, null, "NGUYEN VAN A"],
      ],
      "vi",
    );
    const { rows } = await preview("a.xlsx", bytes);
    expect(
      rows.map(({ row, errors }) => [row, errors.map(({ column, code }) => `${column}: ${code}`)]),
    ).toEqual([
      [2, ["Số, địa chỉ hoặc tài khoản: sheet.asText"]],
      [3, ["Loại đối tượng: sheet.option"]],
      [4, []],
      [5, ["Số, địa chỉ hoặc tài khoản: targets.errors.accountLength", "Nơi quản lý: sheet.organisation"]],
      [6, ["Nơi quản lý: sheet.noKeeper"]],
      [7, ["Loại đối tượng: required"]],
      [8, ["Số, địa chỉ hoặc tài khoản: required"]],
    ]);
    expect(rows[2]).toMatchObject({ state: "ready", value: "0912345678" });
  });

  it("shows what the case has and what is repeated, and says what is not written over", async () => {
    const known: KnownTarget[] = [
      {
        id: "a",
        kind: "bank_account",
        value: "0071000123456",
        institutionId: bank,
        holderName: "LE THI B",
        note: null,
      },
      {
        id: "b",
        kind: "bank_account",
        value: "0071000999999",
        institutionId: other,
        holderName: null,
        note: null,
      },
    ];
    const { rows } = await csv(
      "STK,Ngân hàng,Chủ TK\n0071000123456,VCB,LE THI B\n0071.000.123.456,VCB,X\n0071000999999,VCB,\n0071000123456,,TRAN C\n",
      { known },
    );
    expect(
      rows.map(({ state, targetId, remarks }) => [
        state,
        targetId,
        remarks.map(({ code, what }) => `${code} ${what}`),
      ]),
    ).toEqual([
      ["same", "a", []],
      ["twice", null, ["twice CSV, dòng 2"]],
      ["ready", null, ["otherKeeper Ngân hàng khác"]],
      ["ready", null, ["otherKeeper VCB"]],
    ]);
    const again = await csv("STK,Ngân hàng,Chủ TK\n0071000123456,VCB,TRAN C", { known });
    expect(again.rows[0]).toMatchObject({ state: "same", remarks: [{ code: "notTaken", what: "TRAN C" }] });
  });

  it("for a request brings amounts and what the kind asks, and says what is missing", async () => {
    const hold = await preview(
      "a.xlsx",
      await filled(
        [
          ["Tài khoản ngân hàng", "0071000123456", "VCB", "", "45tr", "Theo sao kê"],
          [null, "0071000123457", "VCB", "", 50_000_000],
          [null, "0071000123458", "VCB", "", "-5"],
        ],
        "vi",
        "ACCOUNT_SUSPEND",
      ),
      { kind: kindOf("ACCOUNT_SUSPEND") },
    );
    expect(
      hold.rows.map(({ ask, errors }) => [
        ask?.disputedAmount,
        ask?.overGround,
        errors.map(({ code }) => code),
      ]),
    ).toEqual([
      ["45000000", "Theo sao kê", []],
      ["50000000", "", []],
      ["", "", ["money.errors.negative"]],
    ]);
    const ip = await preview("a.xlsx", await filled([["Địa chỉ IP", "113.160.1.1"]], "vi", "IP_INFO"), {
      kind: kindOf("IP_INFO"),
    });
    expect(ip.rows[0]).toMatchObject({ state: "ready", remarks: [{ code: "missing" }] });
    const phone = await preview("a.csv", Buffer.from("SĐT\n0912345678"), { kind: kindOf("IP_INFO") });
    expect(phone.rows[0]!.errors.map(({ code }) => code)).toEqual(["targets.errors.ip"]);
  });

  it("is refused whole when it has no heads or too many rows", async () => {
    const read = async (text: string) =>
      targetPreview(await sheetsOfFile("a.csv", Buffer.from(text), 5_000), beside());
    expect(await read("1,2\n3,4")).toBe("noHeads");
    expect(await read(`STK\n${"0071000123456\n".repeat(mostTargetRows + 1)}`)).toBe("rows");
  });

  it("has lists to choose from, no formula, and its number", async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await targetBook(["bank_account"], null, ["=cmd|' /C calc'!A0"], "vi", mark);
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(book.title).toBe(mark.number);
    const page = book.worksheets.at(-1)!;
    expect(page.getCell("A2").dataValidation).toMatchObject({ type: "list" });
    expect(page.getCell(`C${mostTargetRows + 1}`).dataValidation).toMatchObject({ type: "list" });
    expect(page.getColumn(2).numFmt).toBe("@");
    const lists = book.getWorksheet("lists")!;
    expect([lists.getCell("A1").value, lists.getCell("B1").value]).toEqual([
      "Tài khoản ngân hàng",
      "'=cmd|' /C calc'!A0",
    ]);
  });
});
