import type ExcelJS from "exceljs";
import type { ExportMark } from "@/lib/exports/types";
import { neutralise } from "@/lib/exports/neutralise";
import { formatDateTime } from "@/lib/i18n/local-time";
import { cellOf } from "./cell";

/** The words of every workbook: `sheets.guide`, `.number`, `.madeBy`, `.madeAt`. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** What a file says of itself beside its number: names with their texts, the filter among them. */
export type About = readonly (readonly [name: string, text: string])[];

/**
 * The first sheet: who took it, when, under which number, and what else is to be said about it. The number stands in the file's
 * properties too, for a page that got loose.
 */
export function guideSheet(book: ExcelJS.Workbook, t: Say, mark: ExportMark, more: About): void {
  book.creator = mark.orgName;
  book.title = mark.number;
  const page = book.addWorksheet(t("sheets.guide"));
  page.getColumn(1).width = 28;
  page.getColumn(2).width = 90;
  const lines = [
    [t("sheets.number"), mark.number],
    [t("sheets.madeBy"), `${mark.madeBy} · ${mark.orgName}`],
    [t("sheets.madeAt"), formatDateTime(mark.madeAt)],
    ...more,
  ] as const;
  for (const [name, text] of lines) page.addRow([name, neutralise(text)]);
  page.getColumn(1).font = { bold: true };
  page.getColumn(2).alignment = { wrapText: true, vertical: "top" };
}

const listsName = "lists";

/** Lists to choose from, kept on a sheet that nobody sees; gives for each list the range that `choose` takes. */
export function listsOf(book: ExcelJS.Workbook): (values: readonly string[]) => string {
  const lists = book.addWorksheet(listsName, { state: "veryHidden" });
  return (values) => {
    const column = lists.columnCount + 1;
    values.forEach((value, index) => (lists.getCell(index + 1, column).value = neutralise(value)));
    const letter = lists.getColumn(column).letter;
    return `${listsName}!$${letter}$1:$${letter}$${Math.max(values.length, 1)}`;
  };
}

/** What is typed into the cell has to be one of the list. */
export function choose(cell: ExcelJS.Cell, source: string): void {
  cell.dataValidation = { type: "list", allowBlank: true, formulae: [source], showErrorMessage: true };
}

/** The row that names the columns. */
export function named(row: ExcelJS.Row): void {
  row.font = { bold: true };
  row.alignment = { wrapText: true, vertical: "top" };
}

export const formats = {
  amount: "#,##0",
  instant: "dd/mm/yyyy hh:mm",
  date: "dd/mm/yyyy",
  text: "@",
} as const;

/** A spreadsheet keeps fifteen digits of a number; what has more stands there as text, so that no đồng is lost. */
export const figureCell = (digits: string | null): number | string | null =>
  digits === null ? null : digits.length > 15 ? digits : Number(digits);
/** An instant as a cell of the clock of Viet Nam. */
export const momentCell = (at: Date | null): Date | null => (at === null ? null : cellOf(at));
/** Somebody's text, which no spreadsheet runs as a formula. */
export const textCell = (text: string | null | undefined): string => neutralise(text ?? "");
