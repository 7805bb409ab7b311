import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { sheetsOfFile } from "./sheets-of-file";

/** Not packed, so that a test can write other bytes of the same length over it. */
async function book(make: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const made = new ExcelJS.Workbook();
  make(made.addWorksheet("Trang 1"), made);
  return Buffer.from(await made.xlsx.writeBuffer({ zip: { compression: "STORE" } }));
}
const read = (bytes: Buffer) => sheetsOfFile("a.xlsx", bytes, 10);

it("reads what people see, with the rows' own numbers", async () => {
  const bytes = await book((sheet, whole) => {
    sheet.getRow(2).values = ["a", null, 5];
    sheet.getRow(4).values = [{ formula: "1+1", result: 2 }, { richText: [{ text: "chữ" }] }];
    whole.addWorksheet("Ẩn", { state: "hidden" }).addRow(["x"]);
  });
  expect(await read(bytes)).toEqual([
    {
      name: "Trang 1",
      rows: [
        { number: 2, cells: ["a", null, 5] },
        { number: 4, cells: [2, "chữ"] },
      ],
    },
  ]);
});

it("lays a merged heading over its cells, and refuses one over a million rows", async () => {
  const bytes = await book((sheet) => {
    sheet.getCell("A1000000").value = "Ngày";
    sheet.mergeCells("A1000000:A1000001");
    sheet.getCell("B1000001").value = "Ghi nợ";
  });
  expect((await read(bytes))[0]!.rows.map(({ cells }) => cells)).toEqual([["Ngày"], ["Ngày", "Ghi nợ"]]);
  const hostile = Buffer.from(bytes.toString("latin1").replace("A1000000:A1", "A0000001:A1"), "latin1");
  await expect(read(hostile)).rejects.toThrow("merged");
});

it("does not unfold a list of choices over whole columns", async () => {
  const bytes = await book((sheet) => {
    sheet.getCell("A1").value = "x";
    const list: ExcelJS.DataValidation = { type: "list", formulae: ['"a,b"'] };
    (sheet as unknown as { dataValidations: { add(range: string, list: object): void } }).dataValidations.add(
      "A1:C1048576",
      list,
    );
  });
  expect(bytes.includes('sqref="A1:C1048576"')).toBe(true);
  expect(await read(bytes)).toEqual([{ name: "Trang 1", rows: [{ number: 1, cells: ["x"] }] }]);
});

it("gives one row more than the most, and refuses lines without end", async () => {
  const lines = (count: number) => Buffer.from("1;2\n".repeat(count));
  expect((await sheetsOfFile("a.csv", lines(12), 10))[0]!.rows).toHaveLength(11);
  await expect(sheetsOfFile("a.csv", lines(200), 10)).rejects.toThrow("rows");
});
