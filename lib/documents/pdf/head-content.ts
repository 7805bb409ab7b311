import type { Content } from "pdfmake/interfaces";
import type { Paper } from "../paper";
import { bodyWidth } from "./sheet";

/** A thin line of this length in points, in the middle of its column. */
export const line = (length: number): Content => ({
  canvas: [{ type: "line", x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.7 }],
  alignment: "center",
  margin: [0, 1, 0, 3],
});

const left = bodyWidth * 0.41;
/** As long as the motto under which it stands, 13 points bold; a third of the organ's column. */
const lengths = { motto: 156, organ: left / 3 };

/** State name and motto, organ, number and symbol, place and date, subject (Decree 30/2020, Appendix I, II.1–5). */
export function headContent(head: Paper["head"]): Content {
  const capitals = (text: string) => text.toLocaleUpperCase("vi");
  const center = { alignment: "center" as const };
  return {
    margin: [0, 0, 0, 6],
    columnGap: 8,
    columns: [
      {
        width: left,
        stack: [
          ...(head.above ? [{ text: capitals(head.above), fontSize: 12, ...center }] : []),
          { text: capitals(head.organ), fontSize: 12, bold: true, ...center },
          line(lengths.organ),
          { text: head.number, ...center },
          ...(head.subject ? [{ text: head.subject, fontSize: 12, ...center }] : []),
        ],
      },
      {
        width: "*",
        stack: [
          { text: capitals(head.state), fontSize: 12, bold: true, noWrap: true, ...center },
          { text: head.motto, bold: true, noWrap: true, ...center },
          line(lengths.motto),
          { text: head.placeDate, italics: true, ...center },
          ...(head.urgency ? [stamp(head.urgency)] : []),
        ],
      },
    ],
  };
}

/** The mark of urgency in its frame. */
const stamp = (urgency: string): Content => ({
  margin: [0, 6, 0, 0],
  columns: [
    { width: "*", text: "" },
    {
      width: "auto",
      table: {
        body: [[{ text: urgency.toLocaleUpperCase("vi"), bold: true, color: "#9c1a1f", lineHeight: 1 }]],
      },
      layout: {
        hLineColor: () => "#9c1a1f",
        vLineColor: () => "#9c1a1f",
        paddingLeft: () => 8,
        paddingRight: () => 8,
      },
    },
    { width: "*", text: "" },
  ],
});
