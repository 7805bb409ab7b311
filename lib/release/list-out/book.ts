import ExcelJS from "exceljs";
import type { ExportMark } from "@/lib/exports/types";
import type { Language } from "@/lib/i18n/languages";
import { sheetWords } from "@/lib/requests/sheets/words";
import {
  figureCell,
  formats,
  guideSheet,
  momentCell,
  named as headed,
  textCell,
} from "@/lib/sheets/book-parts";
import type { HoldRow } from "../types";

/** A hold as its line in the file tells it. */
export type HoldLine = HoldRow & { documentNumber: string | null; unit: string };
type Cell = string | number | Date | null;
/** A column: its word is `sheets.holds.columns.<key>`. */
type Column = { key: string; width: number; format?: keyof typeof formats; cell: (row: HoldLine) => Cell };
/** What the file says of itself beside its number. */
export type About = readonly (readonly [name: string, text: string])[];

/** What is held as a workbook, the soonest end first. Amounts are numbers in đồng, instants clock time of Viet Nam; no text runs as a formula. */
export async function holdBook(
  rows: readonly HoldLine[],
  about: About,
  language: Language,
  mark: ExportMark,
): Promise<Buffer> {
  const t = sheetWords(language);
  const book = new ExcelJS.Workbook();
  guideSheet(book, t, mark, about);
  const sheet = book.addWorksheet(t("sheets.holds.sheet"), {
    views: [{ state: "frozen", ySplit: 1, xSplit: 1 }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const columns = columnsOf(t);
  headed(sheet.addRow(columns.map(({ key }) => t(`sheets.holds.columns.${key}`))));
  columns.forEach(({ width, format }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.numFmt = format ? formats[format] : formats.text;
  });
  for (const row of rows) sheet.addRow(columns.map(({ cell }) => cell(row)));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  return Buffer.from(await book.xlsx.writeBuffer());
}

const words = (key: string, width: number, of: (row: HoldLine) => string | null): Column => ({
  key,
  width,
  cell: (row) => textCell(of(row)),
});
const money = (key: string, of: (row: HoldLine) => string): Column => ({
  key,
  width: 18,
  format: "amount",
  cell: (row) => figureCell(of(row)),
});
const moment = (key: string, of: (row: HoldLine) => string | null): Column => ({
  key,
  width: 18,
  format: "instant",
  cell: (row) => {
    const at = of(row);
    return momentCell(at ? new Date(at) : null);
  },
});

// words: release.ends.*
const columnsOf = (t: ReturnType<typeof sheetWords>): Column[] => [
  words("account", 26, ({ account }) => account),
  words("accountName", 26, ({ accountName }) => accountName),
  words("holder", 18, ({ holder }) => holder),
  money("amount", ({ amount }) => amount),
  money("returned", ({ returned }) => returned),
  moment("from", ({ fromAt }) => fromAt),
  moment("until", ({ untilAt }) => untilAt),
  words("ends", 18, ({ ends }) => (ends === "later" ? null : t(`release.ends.${ends}`))),
  words("kind", 26, ({ kindCode }) => t(`kinds.${kindCode}`)),
  words("request", 20, ({ requestCode }) => requestCode),
  words("documentNumber", 20, ({ documentNumber }) => documentNumber),
  words("caseCode", 18, ({ caseCode }) => caseCode),
  words("caseTitle", 34, ({ caseTitle }) => caseTitle),
  words("unit", 20, ({ unit }) => unit),
  { key: "appeals", width: 12, format: "amount", cell: ({ openAppeals }) => openAppeals },
  words("pending", 40, ({ pending }) =>
    pending.map(({ kindCode, code }) => `${t(`kinds.${kindCode}`)} ${code}`).join("; "),
  ),
];
