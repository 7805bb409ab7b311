import ExcelJS from "exceljs";
import type { ExportMark } from "@/lib/exports/types";
import type { Language } from "@/lib/i18n/languages";
import { sheetWords } from "@/lib/requests/sheets/words";
import { type About, guideSheet } from "@/lib/sheets/book-parts";
import { type Column, count, listSheet, moment, money, words } from "@/lib/sheets/list-sheet";
import type { HoldRow } from "../types";

/** A hold as its line in the file tells it. */
export type HoldLine = HoldRow & { documentNumber: string | null; unit: string };
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
  listSheet(book, t("sheets.holds.sheet"), columnsOf(t), rows, (key) => t(`sheets.holds.columns.${key}`));
  return Buffer.from(await book.xlsx.writeBuffer());
}

const instant = (at: string | null) => (at ? new Date(at) : null);

// words: release.ends.*
const columnsOf = (t: ReturnType<typeof sheetWords>): Column<HoldLine>[] => [
  words("account", 26, ({ account }) => account),
  words("accountName", 26, ({ accountName }) => accountName),
  words("holder", 18, ({ holder }) => holder),
  money("amount", ({ amount }) => amount),
  money("returned", ({ returned }) => returned),
  moment("from", ({ fromAt }) => instant(fromAt)),
  moment("until", ({ untilAt }) => instant(untilAt)),
  words("ends", 18, ({ ends }) => (ends === "later" ? null : t(`release.ends.${ends}`))),
  words("kind", 26, ({ kindCode }) => t(`kinds.${kindCode}`)),
  words("request", 20, ({ requestCode }) => requestCode),
  words("documentNumber", 20, ({ documentNumber }) => documentNumber),
  words("caseCode", 18, ({ caseCode }) => caseCode),
  words("caseTitle", 34, ({ caseTitle }) => caseTitle),
  words("unit", 20, ({ unit }) => unit),
  count("appeals", ({ openAppeals }) => openAppeals),
  words("pending", 40, ({ pending }) =>
    pending.map(({ kindCode, code }) => `${t(`kinds.${kindCode}`)} ${code}`).join("; "),
  ),
];
