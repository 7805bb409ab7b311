import ExcelJS from "exceljs";
import { neutralise } from "@/lib/exports/neutralise";
import { formatDateTime } from "@/lib/i18n/local-time";
import { accountNames, ledgerNames, type SheetWords } from "./sheet-words";
import type { TrailNode, TrailView } from "./types";

/**
 * The trail as a spreadsheet: accounts, transfers, ledger. Amounts are whole đồng as numbers up to the 15 digits that spreadsheets keep,
 * beyond that as text; nothing in a cell runs as a formula. `mark` says who took it under which number.
 */
export async function trailWorkbook(view: TrailView, words: SheetWords, mark: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const { sheet, sums } = words;
  const head = (name: string, columns: [string, number][]) => {
    const page = book.addWorksheet(name.slice(0, 31), { views: [{ state: "frozen", ySplit: 3 }] });
    page.addRow([neutralise(`${view.code} · ${name}`)]).font = { bold: true, size: 13 };
    page.addRow([neutralise(mark)]).font = { italic: true, color: { argb: "FF4B5462" } };
    page.addRow(columns.map(([title]) => title)).font = { bold: true };
    columns.forEach(([, width], index) => (page.getColumn(index + 1).width = width));
    return page;
  };
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));

  const accounts = head(sheet.accounts, [
    [sheet.layer, 8],
    [sheet.institution, 20],
    [sheet.account, 22],
    [sheet.name, 28],
    [sheet.kind, 18],
    [words.statusHead, 20],
    [words.first, 18],
    ...accountNames.map((name): [string, number] => [`${sums[name]} (₫)`, 18]),
    [`${sums.ownIn} (₫)`, 18],
    [`${sums.surplus} (₫)`, 18],
    [`${sums.heldBeyond} (₫)`, 18],
    [sheet.requests, 26],
  ]);
  for (const node of view.nodes)
    accounts.addRow([
      node.layer ?? "",
      text(node.institution),
      text(node.account),
      text(node.name),
      sheet[node.kind],
      words.status[node.status],
      node.firstAt ? formatDateTime(node.firstAt) : "",
      ...accountNames.map((name) => figure(node.sums[name])),
      figure(node.ownIn),
      figure(node.surplus),
      figure(node.heldBeyond),
      text(node.requests.map(({ code }) => code).join(", ")),
    ]);

  const transfers = head(sheet.transfers, [
    [sheet.at, 18],
    [sheet.from, 40],
    [sheet.to, 40],
    [sheet.amount, 18],
    [sheet.traced, 18],
    [words.reference, 22],
    [sheet.source, 22],
  ]);
  for (const edge of view.edges)
    transfers.addRow([
      formatDateTime(edge.at),
      text(nameOf(nodes.get(edge.from)!)),
      text(nameOf(nodes.get(edge.to)!)),
      figure(edge.amount),
      figure(edge.traced),
      text(edge.reference),
      edge.isPayment ? sheet.payment : sheet.told,
    ]);

  const ledger = head(sheet.ledger, [
    [sheet.layer, 12],
    ...ledgerNames.map((name): [string, number] => [
      `${name === "cameRound" ? sheet.cameRound : sums[name]} (₫)`,
      20,
    ]),
  ]);
  const line = (layer: string | number, of: Record<string, string>) =>
    ledger.addRow([
      layer,
      ...ledgerNames.map((name) => figure(of[name === "pending" ? "movedOnPending" : name] ?? "0")),
    ]);
  for (const { layer, ...of } of view.ledger.layers) line(layer, of);
  const { layers: _, ...total } = view.ledger;
  line(sheet.total, { ...total, entered: total.reported }).font = { bold: true };
  for (const page of book.worksheets) for (const column of page.columns) column.numFmt = "#,##0";
  return Buffer.from(await book.xlsx.writeBuffer());
}

const text = (value: string | null) => neutralise(value ?? "");
/** A spreadsheet keeps fifteen digits of a number; no case has more, and if one had, no đồng is lost. */
const figure = (digits: string) => (digits.length > 15 ? digits : Number(digits));
const nameOf = ({ institution, account, name }: TrailNode) =>
  [institution, account, name].filter(Boolean).join(" · ");
