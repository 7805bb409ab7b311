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
import { type About, guideSheet } from "@/lib/sheets/book-parts";
import { type Column, count, listSheet, moment, money, words } from "@/lib/sheets/list-sheet";
import { answerText } from "./answer-text";
import type { ListedItem, ListedRequest, Named } from "./types";

type Say = ReturnType<typeof sheetWords>;

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
  const wordOf = (key: string) => t(`sheets.requests.columns.${key}`);
  listSheet(book, t("sheets.requests.sheet"), requestColumns(t), requests, wordOf);
  listSheet(book, t("sheets.requests.targets"), itemColumns(t, language, named, of), items, wordOf);
  for (const sheet of moneySheets) {
    const rows = items.flatMap((item) => moneyRows(item, sheet).map((row) => ({ item, row })));
    if (rows.length === 0) continue;
    const columns = moneyOf(sheet, language, named, of);
    listSheet(book, t(`sheets.${sheet}`), columns, rows, (key) => t(`sheets.columns.${key}`));
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

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
