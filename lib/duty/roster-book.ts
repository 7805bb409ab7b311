import ExcelJS from "exceljs";
import type { ExportMark } from "@/lib/exports/types";
import type { Language } from "@/lib/i18n/languages";
import { sheetWords } from "@/lib/requests/sheets/words";
import { formats, guideSheet, listsOf, named } from "@/lib/sheets/book-parts";
import { rosterColumns } from "./roster-sheet";
import { mostRows, ranks } from "./schema";

/** Ranges of choices, which the library's types leave out. */
type Validated = { dataValidations: { add(range: string, how: ExcelJS.DataValidation): void } };

/**
 * An empty roster to fill in, with lists of the organisation's people and of the places in line.
 * words: duty.sheet.*
 */
export async function rosterBook(
  people: readonly string[],
  language: Language,
  mark: ExportMark,
): Promise<Buffer> {
  const t = sheetWords(language);
  const book = new ExcelJS.Workbook();
  guideSheet(
    book,
    t,
    mark,
    ["1", "2", "3"].map((number) => [t("sheets.step", { number }), t(`duty.sheet.how.${number}`)] as const),
  );
  const list = listsOf(book);
  const page = book.addWorksheet(t("duty.sheet.name"), { views: [{ state: "frozen", ySplit: 1 }] });
  named(page.addRow(rosterColumns.map((column) => t(`duty.sheet.columns.${column}`))));
  rosterColumns.forEach((column, index) => {
    const place = page.getColumn(index + 1);
    place.width = column === "person" ? 32 : 16;
    place.numFmt = formats.text;
    const choices = column === "person" ? people : column === "rank" ? ranks.map(String) : [];
    if (choices.length === 0) return;
    (page as unknown as Validated).dataValidations.add(`${place.letter}2:${place.letter}${mostRows + 1}`, {
      type: "list",
      allowBlank: true,
      formulae: [list(choices)],
      showErrorMessage: true,
    });
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}
