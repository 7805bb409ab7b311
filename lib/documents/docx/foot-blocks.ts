import { ImageRun, Paragraph, Table, TableCell, TableRow, WidthType } from "docx";
import QRCode from "qrcode";
import type { Paper, Signature } from "../paper";
import { bodyTwips } from "./measures";
import { paragraph } from "./paragraph";
import { unruled } from "./unruled";

/** Recipients and QR code on the left, signatures on the right, and what both are checked by below. */
export async function footBlocks({
  recipients,
  signatures,
  check,
  mark,
}: Paper): Promise<(Table | Paragraph)[]> {
  const left = [
    ...(recipients
      ? [
          paragraph(recipients.title, { bold: true, italic: true, size: 12, keepNext: true }),
          ...recipients.lines.map((line) => paragraph(`- ${line}`, { size: 11, keepNext: true })),
        ]
      : []),
    ...(check ? [await picture(check)] : []),
  ];
  const cells = [...(left.length > 0 ? [left] : []), ...signatures.map(signatureLines)];
  const widths = cells.map((_, index) =>
    left.length > 0
      ? Math.floor(index === 0 ? bodyTwips * 0.42 : (bodyTwips * 0.58) / signatures.length)
      : Math.floor(bodyTwips / cells.length),
  );
  return [
    paragraph("", { size: 6 }),
    new Table({
      width: { size: bodyTwips, type: WidthType.DXA },
      columnWidths: widths,
      borders: unruled,
      rows: [
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({ children, width: { size: widths[index]!, type: WidthType.DXA } }),
          ),
        }),
      ],
    }),
    ...(check ? [paragraph(check.hint, { size: 10, before: 6 })] : []),
    paragraph(mark, { size: 9, color: "4b5462" }),
  ];
}

const signatureLines = ({ authority, slot, name }: Signature): Paragraph[] => [
  ...authority.map((line) => paragraph(line, { align: "center", bold: true, keepNext: true })),
  paragraph(slot, {
    align: "center",
    italic: true,
    size: 10,
    color: "4b5462",
    before: 20,
    after: 20,
    keepNext: true,
  }),
  paragraph(name ?? "", { align: "center", bold: true }),
];

async function picture({ address, hint }: NonNullable<Paper["check"]>): Promise<Paragraph> {
  const data = await QRCode.toBuffer(address, { errorCorrectionLevel: "M", margin: 1, scale: 6 });
  return new Paragraph({
    spacing: { before: 100 },
    children: [
      new ImageRun({
        type: "png",
        data,
        transformation: { width: 84, height: 84 },
        altText: { name: "QR", description: hint, title: "QR" },
      }),
    ],
  });
}
