import ExcelJS from "exceljs";
import type { ExportMark } from "@/lib/exports/types";
import { neutralise } from "@/lib/exports/neutralise";
import type { Language } from "@/lib/i18n/languages";
import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import { countryChoices } from "@/lib/reference/countries";
import { elsewherePlaces } from "@/lib/requests/kinds/elsewhere";
import type { Field } from "@/lib/requests/kinds/field";
import { kindOf } from "@/lib/requests/kinds";
import { choose, figureCell, formats, guideSheet, listsOf, named } from "@/lib/sheets/book-parts";
import {
  type FixedColumn,
  fixedColumns,
  moneyColumns,
  moneySheets,
  sheetColumns,
  sheetOutcomes,
  tellsMoney,
} from "./form";
import {
  channelLabel,
  directionLabel,
  fieldLabel,
  optionLabel,
  outcomeLabel,
  placeLabel,
  sheetWords,
} from "./words";
import { cashChannels, moneyKeepers, transferDirections } from "@/lib/requests/kinds/money-rows";

/** What stays allowed on a sheet whose fixed columns are locked: widening columns, filtering, formatting what is typed. */
const lockedButWide = {
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  autoFilter: true,
  // No password: the lock keeps a row's hidden id with what is seen of it, it keeps nobody out.
  spinCount: 1,
} as const;

/** A target as its row tells it. Amounts VND as digits. */
export type BookItem = {
  itemId: string;
  version: number;
  code: string;
  kindCode: string;
  position: number;
  target: string;
  holder: string | null;
  disputed: string | null;
};

/** An organisation that an answer may name. */
export type Keeper = { name: string; kind: OrganisationKind };
/** Rows below the last target that validation lists still reach, and rows of the money sheets. */
const moneyRows = 500;

/**
 * The workbook in which a desk answers: one sheet for each kind of request, sheets for money that moved on or was cashed out,
 * with lists to choose from. It carries who took it, when, and the export's number; text cells cannot run as formulas.
 */
export async function answerBook(
  items: readonly BookItem[],
  keepers: readonly Keeper[],
  language: Language,
  mark: ExportMark,
): Promise<Buffer> {
  const t = sheetWords(language);
  const book = new ExcelJS.Workbook();
  guideSheet(book, t, mark, [
    [t("sheets.count"), String(items.length)],
    ...["1", "2", "3", "4", "5"].map(
      (number) => [t("sheets.step", { number }), t(`sheets.how.${number}`)] as const,
    ),
  ]);
  const list = listsOf(book);
  const kindCodes = [...new Set(items.map(({ kindCode }) => kindCode))];
  const namesOf = (kinds: readonly OrganisationKind[]) => [
    ...new Set(keepers.flatMap(({ name, kind }) => (kinds.includes(kind) ? name : []))),
  ];
  for (const kindCode of kindCodes) {
    const own = items.filter((item) => item.kindCode === kindCode);
    await kindSheet(book, language, kindCode, own, list, namesOf(kindOf(kindCode).addressees));
  }
  const told = moneySheets.filter((sheet) => kindCodes.some((code) => tellsMoney(kindOf(code), sheet)));
  const banks = told.length > 0 ? list(namesOf(moneyKeepers)) : "";
  for (const sheet of told) {
    const page = book.addWorksheet(t(`sheets.${sheet}`), { views: [{ state: "frozen", ySplit: 2 }] });
    head(page, moneyColumns[sheet], (key) => t(`sheets.columns.${key}`), `money:${sheet}`);
    moneyColumns[sheet].forEach((key, index) => {
      const format = {
        at: formats.instant,
        amount: formats.amount,
        account: formats.text,
        reference: formats.text,
        swift: formats.text,
      }[key as string];
      const source =
        key === "institution"
          ? banks
          : key === "channel"
            ? list(cashChannels.map((code) => channelLabel(language, code)))
            : key === "direction"
              ? list(transferDirections.map((code) => directionLabel(language, code)))
              : key === "elsewhere"
                ? list(elsewherePlaces.map((code) => placeLabel(language, code)))
                : key === "country"
                  ? list(countryChoices(language).map(({ name }) => name))
                  : null;
      for (let row = 3; row < 3 + moneyRows; row += 1) {
        const cell = page.getCell(row, index + 1);
        if (format) cell.numFmt = format;
        if (source) choose(cell, source);
      }
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function kindSheet(
  book: ExcelJS.Workbook,
  language: Language,
  kindCode: string,
  items: readonly BookItem[],
  list: (values: readonly string[]) => string,
  keepers: readonly string[],
): Promise<void> {
  const t = sheetWords(language);
  const kind = kindOf(kindCode);
  const columns = sheetColumns(kind);
  const fixed = fixedColumns(kind);
  const page = book.addWorksheet(t(`kinds.${kindCode}`).slice(0, 31), {
    views: [{ state: "frozen", ySplit: 2, xSplit: fixed.length }],
  });
  const keys = [...fixed, "outcome", ...columns.map(({ field }) => field.key)];
  const own = new Set<string>([...fixed, "outcome"]);
  head(
    page,
    keys,
    (key) => (own.has(key) ? t(`sheets.columns.${key}`) : fieldLabel(language, key)),
    `kind:${kindCode}`,
  );
  page.getColumn(1).hidden = true;
  page.getColumn(2).hidden = true;
  const outcomes = list(sheetOutcomes(kind).map((outcome) => outcomeLabel(language, outcome)));
  const options = new Map(
    columns.map(({ field }) => [
      field.key,
      field.type === "enum"
        ? list((field.options ?? []).map((option) => optionLabel(language, field.key, option)))
        : field.type === "organisation"
          ? list(keepers)
          : null,
    ]),
  );
  for (const item of items) {
    const row = page.addRow(fixed.map((column) => fixedCell(item, column)));
    fixed.forEach((column, index) => {
      const cell = row.getCell(index + 1);
      if (column === "disputed") cell.numFmt = formats.amount;
      cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF1F3F6" } };
    });
    choose(row.getCell(fixed.length + 1), outcomes);
    row.getCell(fixed.length + 1).protection = { locked: false };
    columns.forEach(({ field }, index) => {
      const cell = row.getCell(fixed.length + 2 + index);
      cell.protection = { locked: false };
      const format = formatOf(field);
      if (format) cell.numFmt = format;
      const source = options.get(field.key);
      if (source) choose(cell, source);
    });
  }
  await page.protect("", lockedButWide);
}

function fixedCell(item: BookItem, column: FixedColumn): string | number | null {
  switch (column) {
    case "target":
      return neutralise(item.target);
    case "holder":
      return neutralise(item.holder ?? "");
    case "disputed":
      return figureCell(item.disputed);
    default:
      return item[column];
  }
}

/** Row 1 names the columns for the portal and is hidden, row 2 for people; cell A1 says what the sheet holds. */
function head(
  page: ExcelJS.Worksheet,
  keys: readonly string[],
  label: (key: string) => string,
  about: string,
): void {
  page.addRow(keys.map((key, index) => (index === 0 ? `${about}|${key}` : key))).hidden = true;
  named(page.addRow(keys.map(label)));
  keys.forEach(
    (key, index) => (page.getColumn(index + 1).width = key === "target" || key === "account" ? 26 : 18),
  );
}

/** Numbers that are names stay text, so that no leading zero is lost. */
export function formatOf({ type }: Pick<Field, "type">): string | null {
  switch (type) {
    case "amount":
      return formats.amount;
    case "instant":
      return formats.instant;
    case "date":
      return formats.date;
    case "account":
    case "personId":
    case "phone":
    case "text":
      return formats.text;
    default:
      return null;
  }
}
