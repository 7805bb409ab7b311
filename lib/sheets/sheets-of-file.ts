import { Readable } from "node:stream";
import ExcelJS, { type CsvReadOptions } from "exceljs";
import { sheetSize } from "@/lib/files/sheet-size";
import { decodeText } from "@/lib/files/sniff";
import { type Typed, typedOf } from "./cell";
import type { SheetsRefusal } from "./refusal";

/** A row with something in it; `number` as Excel counts, cells from the first column on. */
export type FileRow = { number: number; cells: Typed[] };
export type FileSheet = { name: string; rows: FileRow[] };

/** Columns that anybody reads; what stands to the right of them is left. */
const mostColumns = 60;
/** A row of a CSV may run over several lines, when a cell does. */
const mostLinesOfRow = 10;
/** Unpacked bytes of all sheets: many times what anybody fills in, and read in a second. */
const largestSheets = 16 * 1024 * 1024;
/** Cells under merged ranges: headings of a letterhead have some hundred. */
const mostMerged = 100_000;
/** What is handed back is put together in the portal's own thread, while everybody waits: cells, and signs in them. */
const mostCells = 200_000;
const mostSigns = 4_000_000;
/** Excel keeps no more in a cell, and has no more rows. */
const longestCell = 32_767;
const lastRow = 1_048_576;
/** What is no cell is not read: a list of choices over whole columns costs the library a minute. */
const notRead = [
  "cols",
  "dataValidations",
  "conditionalFormatting",
  "extLst",
  "drawing",
  "picture",
  "tableParts",
];

/** A file of text alone has one sheet, which people know by no other name. */
const csvSheet = "CSV";

/** Sheets that are refused for a reason that their author can mend. */
export class RefusedSheets extends Error {
  constructor(readonly code: SheetsRefusal) {
    super(code);
  }
}

/**
 * What people see of a workbook or a CSV file, sheet by sheet: the one reader for all that comes in by file. Of each sheet at most
 * `most` rows and one more, by which the caller sees that there were too many. Formulas count as what they show.
 * A small file can keep the library busy without end: the portal reads in a thread aside (sheets-aside.ts).
 * @throws RefusedSheets, and whatever the library throws for a file that it cannot read, a quote that is never closed among it:
 * better than a cell that swallows the rows behind it.
 */
export async function sheetsOfFile(name: string, bytes: Buffer, most: number): Promise<FileSheet[]> {
  const book = new ExcelJS.Workbook();
  if (name.toLowerCase().endsWith(".csv")) await loadCsv(book, decodeText(bytes) ?? "", most);
  else await loadBook(book, bytes);
  const left = { cells: mostCells, signs: mostSigns };
  return book.worksheets
    .filter(({ state }) => state === "visible")
    .map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet, most, left) }));
}

async function loadBook(book: ExcelJS.Workbook, bytes: Buffer): Promise<void> {
  const size = sheetSize(bytes);
  if (size.bytes > largestSheets) throw new RefusedSheets("rows");
  if (size.mergedCells > mostMerged) throw new RefusedSheets("merged");
  // Names of ranges are not read either: the library would make every cell of them.
  Object.defineProperty(book.definedNames, "model", { get: () => [], set: () => undefined });
  await book.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes: notRead });
}

/** @throws RefusedSheets when what all sheets hold is more than `left`. */
function rowsOf(sheet: ExcelJS.Worksheet, most: number, left: { cells: number; signs: number }): FileRow[] {
  const rows: FileRow[] = [];
  for (let number = 1; number <= Math.min(sheet.rowCount, lastRow) && rows.length <= most; number += 1) {
    const cells: Typed[] = [];
    sheet.findRow(number)?.eachCell((cell, column) => {
      if (column > mostColumns) return;
      const typed = typedOf(cell.value);
      if (typed === null) return;
      cells[column - 1] = typed;
      left.cells -= 1;
      left.signs -= typeof typed === "string" ? typed.length : 0;
      if (typeof typed === "string" && typed.length > longestCell) throw new RefusedSheets("unexamined");
    });
    if (left.cells < 0) throw new RefusedSheets("rows");
    if (left.signs < 0) throw new RefusedSheets("unexamined");
    if (cells.length > 0) rows.push({ number, cells: Array.from(cells, (cell) => cell ?? null) });
  }
  return rows;
}

/** The library counts quotes and line breaks (RFC 4180) and takes a byte order mark off; which sign divides is for us to find. */
async function loadCsv(book: ExcelJS.Workbook, text: string, most: number): Promise<void> {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  if (lines > most * mostLinesOfRow) throw new RefusedSheets("rows");
  const options: Partial<CsvReadOptions> = {
    sheetName: csvSheet,
    // As written: the library would make numbers of accounts and lose their leading zeros.
    map: (cell: string) => cell,
    parserOptions: { delimiter: delimiterOf(text) },
  };
  await book.csv.read(Readable.from([text]), options);
}

/** The sign that stands most often outside quotes in the first lines. */
function delimiterOf(text: string): string {
  const head = text
    .split("\n", 20)
    .join("\n")
    .replace(/"[^"]*"/g, "");
  return [";", "\t", ",", "|"]
    .map((sign) => ({ sign, count: head.split(sign).length }))
    .sort((a, b) => b.count - a.count)[0]!.sign;
}
