import ExcelJS from "exceljs";
import { formatDateTime } from "@/lib/i18n/local-time";
import { textOf, type Typed, typedOf, instantIn } from "@/lib/requests/sheets/cell";
import { decodeText } from "@/lib/files/sniff";

export const mostStatementRows = 2_000;
const mostColumns = 40;

/** The rows of a bank's statement as texts; of several sheets the longest. @throws RangeError "rows" beyond `mostStatementRows`. */
export async function rowsOfFile(name: string, bytes: Buffer): Promise<string[][]> {
  const rows = name.toLowerCase().endsWith(".csv")
    ? csvRows(decodeText(bytes) ?? "")
    : await excelRows(bytes);
  if (rows.length > mostStatementRows) throw new RangeError("rows");
  return rows.map((row) => row.slice(0, mostColumns));
}

async function excelRows(bytes: Buffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = [...book.worksheets].sort((a, b) => b.actualRowCount - a.actualRowCount)[0];
  const rows: string[][] = [];
  sheet?.eachRow({ includeEmpty: false }, (row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (column <= mostColumns) cells[column - 1] = written(typedOf(cell.value));
    });
    rows.push(Array.from(cells, (cell) => cell ?? ""));
  });
  return rows;
}

const written = (typed: Typed): string =>
  typed instanceof Date ? formatDateTime(instantIn(typed)) : textOf(typed);

/** Rows of a CSV: its own delimiter is the sign that stands most often outside quotes in the first lines (RFC 4180). */
export function csvRows(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, "");
  const head = plain
    .split("\n", 20)
    .join("\n")
    .replace(/"[^"]*"/g, "");
  const delimiter = [";", "\t", ",", "|"]
    .map((sign) => ({ sign, count: head.split(sign).length }))
    .sort((a, b) => b.count - a.count)[0]!.sign;
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === delimiter) {
      row.push(cell);
      cell = "";
    } else if (sign === "\n") {
      rows.push([...row, cell.replace(/\r$/, "")]);
      row = [];
      cell = "";
    } else cell += sign;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows.filter((cells) => cells.some((each) => each.trim() !== ""));
}
