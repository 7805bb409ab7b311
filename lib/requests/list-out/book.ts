import { countryName } from "@/lib/reference/countries";
import { elsewhereIn } from "@/lib/requests/kinds/elsewhere";
import ExcelJS from "exceljs";
import type { ExportMark } from "@/lib/exports/types";
import type { Language } from "@/lib/i18n/languages";
import { kindLabel } from "@/lib/requests/targets-in/columns";
import { moneyColumns, moneySheets, type MoneySheet } from "@/lib/requests/sheets/form";
import {
  channelLabel,
  directionLabel,
  outcomeLabel,
  sheetWords,
  placeLabel,
} from "@/lib/requests/sheets/words";
import {
  figureCell,
  formats,
  guideSheet,
  momentCell,
  named as headed,
  textCell,
} from "@/lib/sheets/book-parts";
import { answerText } from "./answer-text";
import type { ListedItem, ListedRequest, Named } from "./types";

type Cell = string | number | Date | null;
/** A column: its word is `sheets.requests.columns.<key>`. */
type Column<Row> = { key: string; width: number; format?: keyof typeof formats; cell: (row: Row) => Cell };
type Say = ReturnType<typeof sheetWords>;

/** What the file says of itself beside its number: names with their texts, the filter among them. */
export type About = readonly (readonly [name: string, text: string])[];

/**
 * The list as a workbook: each request with its amounts and clocks, its targets with their answers, and the money that answers tell of
 * on sheets of their own. Amounts are numbers in đồng, instants clock time of Viet Nam; no text runs as a formula.
 */
export async function requestBook(
  requests: readonly ListedRequest[],
  items: readonly ListedItem[],
  named: Named,
  about: About,
  language: Language,
  mark: ExportMark,
): Promise<Buffer> {
  const t = sheetWords(language);
  const book = new ExcelJS.Workbook();
  guideSheet(book, t, mark, about);
  const byId = new Map(requests.map((request) => [request.id, request]));
  const of = ({ requestId }: ListedItem) => byId.get(requestId)!;
  page(book, t, t("sheets.requests.sheet"), requestColumns(t), requests);
  page(book, t, t("sheets.requests.targets"), itemColumns(t, language, named, of), items);
  for (const sheet of moneySheets) {
    const rows = items.flatMap((item) => moneyRows(item, sheet).map((row) => ({ item, row })));
    if (rows.length > 0)
      page(book, t, t(`sheets.${sheet}`), moneyOf(sheet, language, named, of), rows, "sheets.columns");
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function page<Row>(
  book: ExcelJS.Workbook,
  t: Say,
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  words = "sheets.requests.columns",
): void {
  const sheet = book.addWorksheet(name.slice(0, 31), { views: [{ state: "frozen", ySplit: 1, xSplit: 1 }] });
  headed(sheet.addRow(columns.map(({ key }) => t(`${words}.${key}`))));
  columns.forEach(({ width, format }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.numFmt = format ? formats[format] : formats.text;
  });
  for (const row of rows) sheet.addRow(columns.map(({ cell }) => cell(row)));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
}

const count = <Row>(key: string, of: (row: Row) => number): Column<Row> => ({
  key,
  width: 10,
  format: "amount",
  cell: of,
});
const money = <Row>(key: string, of: (row: Row) => string | null): Column<Row> => ({
  key,
  width: 18,
  format: "amount",
  cell: (row) => figureCell(of(row)),
});
const moment = <Row>(key: string, of: (row: Row) => Date | null): Column<Row> => ({
  key,
  width: 18,
  format: "instant",
  cell: (row) => momentCell(of(row)),
});
const words = <Row>(key: string, width: number, of: (row: Row) => string | null): Column<Row> => ({
  key,
  width,
  cell: (row) => textCell(of(row)),
});

const requestColumns = (t: Say): Column<ListedRequest>[] => [
  words("code", 20, ({ code }) => code),
  words("kind", 30, ({ kindCode }) => t(`kinds.${kindCode}`)),
  words("addressee", 20, ({ addressee }) => addressee),
  words("status", 20, ({ status }) => t(`requests.status.${status}`)),
  words("lateness", 14, ({ lateness }) => lateness && t(`sheets.requests.lateness.${lateness}`)),
  words("doubt", 14, ({ doubt }) => doubt && t(`suspicion.chip.${doubt}`)),
  words("urgency", 10, ({ urgency }) => t(`requests.urgency.${urgency}`)),
  words("caseCode", 18, ({ caseCode }) => caseCode),
  words("caseTitle", 34, ({ caseTitle }) => caseTitle),
  words("unit", 20, ({ unit }) => unit),
  words("drafter", 24, ({ drafter }) => drafter),
  words("signer", 24, ({ signer }) => signer),
  words("documentNumber", 18, ({ documentNumber }) => documentNumber),
  count("itemCount", ({ itemCount }) => itemCount),
  count("answeredCount", ({ answeredCount }) => answeredCount),
  money("asked", ({ asked }) => asked),
  money("held", ({ held }) => held),
  money("moved", ({ moved }) => moved),
  money("cashedOut", ({ cashedOut }) => cashedOut),
  moment("createdAt", ({ createdAt }) => createdAt),
  moment("sentAt", ({ sentAt }) => sentAt),
  moment("dueAt", ({ dueAt }) => dueAt),
  moment("firstActionAt", ({ firstActionAt }) => firstActionAt),
  moment("answeredAt", ({ answeredAt }) => answeredAt),
  moment("closedAt", ({ closedAt }) => closedAt),
  words("refusalGround", 24, ({ refusalGround }) => refusalGround && t(`requests.grounds.${refusalGround}`)),
  words("statedReason", 40, ({ statedReason }) => statedReason),
];

const itemColumns = (
  t: Say,
  language: Language,
  named: Named,
  of: (item: ListedItem) => ListedRequest,
): Column<ListedItem>[] => [
  words("code", 20, (item) => of(item).code),
  count("position", ({ position }) => position),
  words("targetKind", 22, ({ kind }) => kindLabel(language, kind)),
  words("target", 28, ({ value }) => value),
  words("keeper", 18, ({ keeper }) => keeper),
  words("holder", 24, ({ holderName }) => holderName),
  words("addressee", 20, (item) => of(item).addressee),
  money("disputed", ({ disputed }) => disputed),
  words("outcome", 26, ({ outcome }) => outcome && outcomeLabel(language, outcome)),
  money("held", ({ held }) => held),
  moment("heldUntil", ({ heldUntil }) => heldUntil),
  money("moved", ({ moved }) => moved),
  money("cashedOut", ({ cashedOut }) => cashedOut),
  moment("answeredAt", ({ answeredAt }) => answeredAt),
  words("answeredBy", 24, ({ answeredBy }) => answeredBy),
  words("told", 50, (item) => answerText(of(item).kindCode, item, named, language)),
  words("sentBackReason", 30, ({ sentBackReason }) => sentBackReason),
];

type MoneyRow = { item: ListedItem; row: Record<string, unknown> };
const moneyRows = ({ answer }: ListedItem, sheet: MoneySheet): Record<string, unknown>[] =>
  Array.isArray(answer?.[sheet]) ? (answer[sheet] as Record<string, unknown>[]) : [];

/** The columns in which a desk tells them, so that both files are read alike. */
const moneyOf = (
  sheet: MoneySheet,
  language: Language,
  named: Named,
  of: (item: ListedItem) => ListedRequest,
): Column<MoneyRow>[] => {
  const said = (value: unknown) => (typeof value === "string" ? value : null);
  const all: Record<string, Column<MoneyRow>> = {
    code: words("code", 20, ({ item }) => of(item).code),
    position: count("position", ({ item }) => item.position),
    direction: words("direction", 14, ({ row }) => directionLabel(language, said(row.direction) ?? "out")),
    at: moment("at", ({ row }) => (said(row.at) ? new Date(said(row.at)!) : null)),
    amount: money("amount", ({ row }) => said(row.amount)),
    institution: words("institution", 20, ({ row }) => named.get(said(row.toInstitutionId) ?? "") ?? null),
    account: words("account", 24, ({ row }) => said(row.toAccount)),
    name: words("name", 24, ({ row }) => said(row.toName)),
    reference: words("reference", 20, ({ row }) => said(row.reference)),
    elsewhere: words("elsewhere", 18, ({ row }) => {
      const place = elsewhereIn(row.elsewhere);
      return place && placeLabel(language, place.place);
    }),
    placeName: words("placeName", 24, ({ row }) => elsewhereIn(row.elsewhere)?.name ?? null),
    country: words("country", 16, ({ row }) => {
      const country = elsewhereIn(row.elsewhere)?.country;
      return country ? countryName(country, language) : null;
    }),
    swift: words("swift", 14, ({ row }) => elsewhereIn(row.elsewhere)?.swift ?? null),
    channel: words(
      "channel",
      16,
      ({ row }) => said(row.channel) && channelLabel(language, said(row.channel)!),
    ),
    place: words("place", 30, ({ row }) => said(row.place)),
  };
  return moneyColumns[sheet].map((key) => all[key]!);
};
