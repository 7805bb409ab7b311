import type ExcelJS from "exceljs";
import { figureCell, formats, momentCell, named, textCell } from "./book-parts";

type Cell = string | number | Date | null;
/** A column of a list: its key, by which its word is found, and what a row has there. */
export type Column<Row> = {
  key: string;
  width: number;
  format?: keyof typeof formats;
  cell: (row: Row) => Cell;
};

/** A sheet of a list that leaves the portal: columns named, filtered and kept in sight, on a sheet of A4 when it is printed. */
export function listSheet<Row>(
  book: ExcelJS.Workbook,
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  wordOf: (key: string) => string,
): void {
  const sheet = book.addWorksheet(name.slice(0, 31), {
    views: [{ state: "frozen", ySplit: 1, xSplit: 1 }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  named(sheet.addRow(columns.map(({ key }) => wordOf(key))));
  columns.forEach(({ width, format }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.numFmt = format ? formats[format] : formats.text;
  });
  for (const row of rows) sheet.addRow(columns.map(({ cell }) => cell(row)));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
}

/** A column of counts. */
export const count = <Row>(key: string, of: (row: Row) => number): Column<Row> => ({
  key,
  width: 10,
  format: "amount",
  cell: of,
});
/** A column of amounts: digits of VND in, numbers of đồng out. */
export const money = <Row>(key: string, of: (row: Row) => string | null): Column<Row> => ({
  key,
  width: 18,
  format: "amount",
  cell: (row) => figureCell(of(row)),
});
/** A column of instants as the clock of Viet Nam shows them. */
export const moment = <Row>(key: string, of: (row: Row) => Date | null): Column<Row> => ({
  key,
  width: 18,
  format: "instant",
  cell: (row) => momentCell(of(row)),
});
/** A column of texts, which no spreadsheet runs as a formula. */
export const words = <Row>(key: string, width: number, of: (row: Row) => string | null): Column<Row> => ({
  key,
  width,
  cell: (row) => textCell(of(row)),
});
