import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import { TextWatermark } from "docx/watermarks";
import type { ExportMark } from "@/lib/exports/types";
import { footLine } from "../foot-line";
import type { Paper } from "../paper";
import { footBlocks } from "./foot-blocks";
import { headBlocks } from "./head-blocks";
import { points, twips } from "./measures";
import { paragraph } from "./paragraph";
import { ruledTable } from "./ruled-table";

/** A letter or minutes as a Word document: the same parts as its PDF, for whoever has to go on with the text. */
export async function paperDocx(paper: Paper, title: string, mark: ExportMark): Promise<Buffer> {
  const document = new Document({
    title,
    creator: `${mark.madeBy}, ${mark.orgName}`,
    lastModifiedBy: mark.madeBy,
    subject: mark.number,
    keywords: mark.number,
    description: footLine(mark),
    styles: { default: { document: { run: { font: "Times New Roman", size: points(13) } } } },
    sections: [await section(paper, mark)],
  });
  return Buffer.from(await Packer.toBuffer(document));
}

async function section(paper: Paper, mark: ExportMark): Promise<ISectionOptions> {
  const foot = new Footer({ children: [paragraph(footLine(mark), { size: 8, color: "4b5462" })] });
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  return {
    properties: {
      titlePage: true, // its first page bears no number
      page: {
        size: { width: twips(210), height: twips(297) },
        margin: {
          top: twips(20),
          bottom: twips(20),
          left: twips(30),
          right: twips(16),
          header: twips(10),
          footer: twips(10),
        },
      },
    },
    headers: { first: headerOf(paper, []), default: headerOf(paper, [number]) },
    footers: { first: foot, default: foot },
    children: [
      headBlocks(paper.head),
      ...titleOf(paper.title),
      ...(paper.to ? [paragraph(paper.to, { align: "center", before: 6, after: 8 })] : []),
      ...paper.blocks.flatMap((block) =>
        block.kind === "table"
          ? [ruledTable(block), paragraph("", { size: 4 })]
          : block.kind === "heading"
            ? [paragraph(block.text, { align: "center", bold: true, before: 6, after: 6, keepNext: true })]
            : [
                paragraph(block.text, {
                  align: "both",
                  italic: block.italic,
                  lead: block.lead,
                  isIndented: true,
                  after: 5,
                }),
              ],
      ),
      ...(paper.annexes
        ? [
            paragraph(paper.annexes.title, { bold: true, italic: true, size: 12, before: 4 }),
            ...paper.annexes.lines.map((line) => paragraph(line, { size: 11 })),
          ]
        : []),
      ...(await footBlocks(paper)),
    ],
  };
}

const headerOf = ({ watermark }: Paper, children: ParagraphChild[]): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: watermark
          ? [
              ...children,
              new TextWatermark({ text: watermark, font: "Times New Roman", color: "9c1a1f", opacity: 0.25 }),
            ]
          : children,
      }),
    ],
  });

const titleOf = (title: Paper["title"]): Paragraph[] =>
  title
    ? [
        paragraph(title.name.toLocaleUpperCase("vi"), { align: "center", bold: true, size: 14, before: 10 }),
        ...(title.about ? [paragraph(title.about, { align: "center", bold: true, size: 14, after: 8 })] : []),
        ...(title.authority ? [paragraph(title.authority, { align: "center", bold: true, after: 8 })] : []),
      ]
    : [];
