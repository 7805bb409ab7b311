import ExcelJS from "exceljs";
import type { ExportMark } from "@/lib/exports/types";
import type { Language } from "@/lib/i18n/languages";
import type { Kind } from "@/lib/requests/kinds/kind";
import { formatOf } from "@/lib/requests/sheets/book";
import { optionLabel, sheetWords } from "@/lib/requests/sheets/words";
import { formats, guideSheet, listsOf, named } from "@/lib/sheets/book-parts";
import type { TargetKind } from "@/lib/targets/target-kind";
import { columnLabel, kindLabel, mostTargetRows, type TargetColumn, targetColumns } from "./columns";

/** Ranges of choices, which the library's types leave out. */
type Validated = { dataValidations: { add(range: string, how: ExcelJS.DataValidation): void } };

/**
 * An empty list of targets to fill in: of these kinds, or of what the request may be about, with lists to choose from and what the
 * request asks of each target. `keepers` are the names of whoever keeps such targets.
 */
export async function targetBook(
  kinds: readonly TargetKind[],
  kind: Kind | null,
  keepers: readonly string[],
  language: Language,
  mark: ExportMark,
): Promise<Buffer> {
  const t = sheetWords(language);
  const book = new ExcelJS.Workbook();
  guideSheet(
    book,
    t,
    mark,
    ["1", "2", "3", "4", "5"].map(
      (number) => [t("sheets.step", { number }), t(`sheets.targets.how.${number}`)] as const,
    ),
  );
  const list = listsOf(book);
  const page = book.addWorksheet(t("sheets.targets.sheet"), { views: [{ state: "frozen", ySplit: 1 }] });
  const columns = targetColumns(kind);
  named(page.addRow(columns.map((column) => columnLabel(language, column))));
  columns.forEach((column, index) => {
    const place = page.getColumn(index + 1);
    place.width = column.key === "value" || column.key === "note" || column.key === "overGround" ? 30 : 20;
    place.numFmt = formatFor(column);
    const choices = choicesOf(column, kinds, keepers, language);
    if (choices.length === 0) return;
    (page as unknown as Validated).dataValidations.add(
      `${place.letter}2:${place.letter}${mostTargetRows + 1}`,
      { type: "list", allowBlank: true, formulae: [list(choices)], showErrorMessage: true },
    );
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Numbers that are names stay text, so that no leading zero is lost. */
function formatFor(column: TargetColumn): string {
  if ("field" in column) return formatOf(column.field) ?? "General";
  return column.key === "disputedAmount" ? formats.amount : formats.text;
}

function choicesOf(
  column: TargetColumn,
  kinds: readonly TargetKind[],
  keepers: readonly string[],
  language: Language,
): readonly string[] {
  if ("field" in column) {
    const { key, type, options = [] } = column.field;
    return type === "enum" ? options.map((option) => optionLabel(language, key, option)) : [];
  }
  if (column.key === "kind") return kinds.map((each) => kindLabel(language, each));
  return column.key === "institution" ? keepers : [];
}
