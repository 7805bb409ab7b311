import { Table, TableCell, TableRow, WidthType } from "docx";
import type { Paper } from "../paper";
import { bodyTwips } from "./measures";
import { paragraph } from "./paragraph";
import { unruled } from "./unruled";

const capitals = (text: string): string => text.toLocaleUpperCase("vi");
const center = { align: "center" as const };

/** State name and motto beside the organ, its number and the subject, as a table without lines. */
export function headBlocks(head: Paper["head"]): Table {
  const left = [
    ...(head.above ? [paragraph(capitals(head.above), { ...center, size: 12 })] : []),
    paragraph(capitals(head.organ), { ...center, size: 12, bold: true, isUnderlined: true }),
    paragraph(head.number, { ...center, before: 4 }),
    ...(head.subject ? [paragraph(head.subject, { ...center, size: 12 })] : []),
  ];
  const right = [
    paragraph(capitals(head.state), { ...center, size: 12, bold: true }),
    paragraph(head.motto, { ...center, bold: true, isUnderlined: true }),
    paragraph(head.placeDate, { ...center, italic: true, before: 4 }),
    ...(head.urgency
      ? [paragraph(capitals(head.urgency), { ...center, bold: true, color: "9c1a1f", before: 4 })]
      : []),
  ];
  const widths = [Math.round(bodyTwips * 0.41), Math.round(bodyTwips * 0.59)];
  return new Table({
    width: { size: bodyTwips, type: WidthType.DXA },
    columnWidths: widths,
    borders: unruled,
    rows: [
      new TableRow({
        children: [left, right].map(
          (children, index) =>
            new TableCell({ children, width: { size: widths[index]!, type: WidthType.DXA } }),
        ),
      }),
    ],
  });
}
