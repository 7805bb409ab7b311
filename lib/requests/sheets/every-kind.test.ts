import ExcelJS from "exceljs";
import { describe, expect, it, vi } from "vitest";
import { kindOf, offeredKinds } from "@/lib/requests/kinds";
import { sampleValue } from "@/prisma/factories/kind-samples";
import { answerBook } from "./book";
import { filled, itemOf, keepers, mark, sample, type } from "@/prisma/factories/filled-book";
import { fixedColumns, sheetColumns, sheetOutcomes } from "./form";
import { outcomeLabel } from "./words";

// The thread that reads workbooks begins with the first of them, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe("the sheet of every kind", () => {
  it.each(offeredKinds)("%s carries each of its answers that needs no rows and no file", async (kindCode) => {
    const kind = kindOf(kindCode);
    const flat = sheetOutcomes(kind).filter((outcome) =>
      (kind.columns[outcome] ?? []).every(
        ({ required, type: of }) => !required || (of !== "transfers" && of !== "cashOuts"),
      ),
    );
    expect(flat.length).toBeGreaterThan(0);
    const items = flat.map((_, index) => itemOf(kindCode, index + 1));
    const { rows } = await filled(items, (book) => {
      const sheet = book.worksheets.find((page) =>
        String(page.getCell(1, 1).value).startsWith("kind:"),
      )!.name;
      for (const [nth, outcome] of flat.entries()) {
        type(book, sheet, "outcome", outcomeLabel("vi", outcome), nth);
        for (const { field } of sheetColumns(kind).filter(({ outcomes }) => outcomes.includes(outcome)))
          type(
            book,
            sheet,
            field.key,
            field.type === "organisation" ? "VietinBank" : (sampleValue(field, sample) as string),
            nth,
          );
      }
    });
    expect(rows.flatMap(({ errors }) => errors)).toEqual([]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(flat);
  });

  it.each([
    ["ACCOUNT_SUSPEND", ["holder", "disputed"], true],
    ["ACCOUNT_INFO", ["holder"], false],
    ["SUBSCRIBER_INFO", [], false],
    ["CONTENT_TAKEDOWN", [], false],
  ] as const)("%s carries its own columns and no others", async (kindCode, own, hasMoney) => {
    const book = new ExcelJS.Workbook();
    const bytes = await answerBook([itemOf(kindCode, 1)], keepers, "vi", mark);
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const keys: string[] = [];
    const page = book.worksheets.find((sheet) => String(sheet.getCell(1, 1).value).startsWith("kind:"))!;
    page.getRow(1).eachCell((cell) => keys.push(String(cell.value).split("|").at(-1)!));
    const answers = sheetColumns(kindOf(kindCode)).map(({ field }) => field.key);
    expect(keys).toEqual(["itemId", "version", "code", "position", "target", ...own, "outcome", ...answers]);
    expect(book.worksheets.some(({ name }) => name === "Chuyển đi")).toBe(hasMoney);
  });

  it("offers organisations of the kind's own sort where another keeps the target", async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await answerBook([itemOf("SUBSCRIBER_INFO", 1)], keepers, "vi", mark);
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const offered: string[] = [];
    book.getWorksheet("lists")!.eachRow((row) => row.eachCell((cell) => offered.push(String(cell.value))));
    expect(offered).toContain("Viettel");
    expect(offered).not.toContain("VietinBank");
  });

  it("never names two columns alike", () => {
    for (const kindCode of offeredKinds) {
      const keys = [
        ...fixedColumns(kindOf(kindCode)),
        "outcome",
        ...sheetColumns(kindOf(kindCode)).map(({ field }) => field.key),
      ];
      expect(new Set(keys).size, kindCode).toBe(keys.length);
    }
  });
});
