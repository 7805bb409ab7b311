import type { Content, CustomTableLayout, TableCell } from "pdfmake/interfaces";
import type { Cell, PaperTable } from "../paper";
import { bodyWidth } from "./sheet";

const padding = 4;
const layout: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => 2,
  paddingBottom: () => 1,
};
/** Points of a column that is as wide as what stands in it: a number of order, an amount. */
const fixed = { center: 26, right: 88, left: 78 } as const;

/** A ruled table: its head again on each page, no row torn apart. Nothing is wider than its column, however long a word. */
export function tableContent({ columns, rows, total }: PaperTable): Content {
  // pdfmake leaves out, without a word, a row that must not be torn and is taller than a page.
  const isTall = rows.some((row) => row.some((cell) => lengthOf(cell) > longestWhole));
  return {
    margin: [0, 2, 0, 8],
    fontSize: 12,
    lineHeight: 1.05,
    layout,
    table: {
      headerRows: 1,
      keepWithHeaderRows: isTall ? 0 : 1,
      dontBreakRows: !isTall,
      widths: widthsOf(columns),
      body: [
        columns.map(({ label }) => ({ text: label, bold: true, alignment: "center" as const })),
        ...rows.map((row) => row.map((cell, index) => cellContent(cell, columns[index]!.align))),
        ...(total ? [totalRow(total, columns.length)] : []),
      ],
    },
  };
}

/** So many signs fit on a page even in the narrowest column. */
const longestWhole = 500;
const lengthOf = ({ text, notes = [] }: Cell): number => [text, ...notes].join("\n").length;

function widthsOf(columns: PaperTable["columns"]): number[] {
  const free = bodyWidth - columns.length * padding * 2 - (columns.length + 1) * 0.5;
  const taken = columns.reduce((sum, { align, share }) => sum + (share ? 0 : fixed[align]), 0);
  const shares = columns.reduce((sum, { share }) => sum + (share ?? 0), 0);
  return columns.map(({ align, share }) => (share ? ((free - taken) * share) / shares : fixed[align]));
}

function cellContent({ text, notes }: Cell, alignment: "left" | "right" | "center"): TableCell {
  const words = brokenWhereLong(text);
  if (!notes || notes.length === 0) return { ...words, alignment };
  return {
    stack: [
      ...(text ? [words] : []),
      ...notes.map((note) => ({ ...brokenWhereLong(note), italics: true, fontSize: 11 })),
    ],
    alignment,
  };
}

/** Longer than this is no word of a language: an address, a hash. It is broken anywhere rather than written beyond its column. */
const longestWord = 18;
const brokenWhereLong = (text: string) =>
  text.split(/\s+/).some((word) => word.length > longestWord)
    ? { text, wordBreak: "break-all" as const }
    : { text };

const totalRow = (total: NonNullable<PaperTable["total"]>, columns: number): TableCell[] => [
  { text: total.label, bold: true, colSpan: columns - 1 },
  ...Array.from({ length: columns - 2 }, () => ""),
  { text: total.amount, bold: true, alignment: "right" },
];
