import ExcelJS from "exceljs";
import { type Typed, typedOf } from "./cell";
import { mostRows } from "./form";

/** A sheet of the portal as it comes back: what it holds and its rows by column key, with the row's number in Excel. */
export type SheetPage = {
  name: string;
  about: string;
  headings: Map<string, string>;
  rows: { number: number; cells: Record<string, Typed> }[];
};

/**
 * Reads a workbook's sheets that the portal made; other sheets are not looked at. Formulas count as what they show.
 * @throws RangeError "rows" when there are more rows than anybody reads through.
 */
export async function pagesOf(bytes: Buffer): Promise<SheetPage[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const pages: SheetPage[] = [];
  let count = 0;
  for (const sheet of book.worksheets) {
    const [about, firstKey] = String(typedOf(sheet.getCell(1, 1).value) ?? "").split("|");
    if (!about || !firstKey || !/^(kind|money):[A-Za-z_]+$/.test(about)) continue;
    const keys = new Map<number, string>([[1, firstKey]]);
    const headings = new Map<string, string>();
    sheet.getRow(1).eachCell((cell, column) => {
      const key = column === 1 ? firstKey : typedOf(cell.value);
      if (typeof key === "string") keys.set(column, key);
    });
    for (const [column, key] of keys)
      headings.set(key, String(typedOf(sheet.getCell(2, column).value) ?? key));
    const rows: SheetPage["rows"] = [];
    sheet.eachRow({ includeEmpty: false }, (row, number) => {
      if (number < 3) return;
      const cells: Record<string, Typed> = {};
      for (const [column, key] of keys) cells[key] = typedOf(row.getCell(column).value);
      if (Object.values(cells).every((cell) => cell === null)) return;
      count += 1;
      if (count > mostRows) throw new RangeError("rows");
      rows.push({ number, cells });
    });
    pages.push({ name: sheet.name, about, headings, rows });
  }
  return pages;
}
