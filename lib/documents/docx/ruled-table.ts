import { Table, TableCell, TableRow, WidthType } from "docx";
import type { Cell, PaperTable } from "../paper";
import { bodyTwips, twips } from "./measures";
import { paragraph } from "./paragraph";

/** As wide as what stands in it: a number of order, an amount. */
const fixed = { center: twips(12), right: twips(34), left: twips(30) } as const;

/** A ruled table: its head again on each page, no row torn apart. */
export function ruledTable({ columns, rows, total }: PaperTable): Table {
  const taken = columns.reduce((sum, { align, share }) => sum + (share ? 0 : fixed[align]), 0);
  const shares = columns.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const widths = columns.map(({ align, share }) =>
    share ? Math.floor(((bodyTwips - taken) * share) / shares) : fixed[align],
  );
  const width = (index: number) => ({ size: widths[index]!, type: WidthType.DXA });
  const row = (cells: TableCell[], tableHeader = false) =>
    new TableRow({ cantSplit: true, tableHeader, children: cells });
  return new Table({
    width: { size: bodyTwips, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map(
          ({ label }, index) =>
            new TableCell({
              width: width(index),
              children: [paragraph(label, { align: "center", bold: true, size: 12 })],
            }),
        ),
        true,
      ),
      ...rows.map((cells) =>
        row(
          cells.map(
            (cell, index) =>
              new TableCell({ width: width(index), children: linesOf(cell, columns[index]!.align) }),
          ),
        ),
      ),
      ...(total
        ? [
            row([
              new TableCell({
                columnSpan: columns.length - 1,
                children: [paragraph(total.label, { bold: true, size: 12 })],
              }),
              new TableCell({
                children: [paragraph(total.amount, { align: "right", bold: true, size: 12 })],
              }),
            ]),
          ]
        : []),
    ],
  });
}

const linesOf = ({ text, notes = [] }: Cell, align: "left" | "right" | "center") => [
  ...(text || notes.length === 0 ? [paragraph(text, { align, size: 12 })] : []),
  ...notes.map((note) => paragraph(note, { align, italic: true, size: 11 })),
];
