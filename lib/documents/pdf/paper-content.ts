import type { Content } from "pdfmake/interfaces";
import type { Block, Paper, Signature } from "../paper";
import { headContent, line } from "./head-content";
import { bodyWidth } from "./sheet";
import { tableContent } from "./table-content";
import { unbroken } from "./unbroken";

/** A paper as pdfmake draws it. */
export function paperContent(paper: Paper): Content[] {
  // No signature stands alone on a page: the last sentence goes with it, and the list of what is attached when it is short.
  const end = paper.blocks.at(-1);
  const isSentence = end?.kind === "text";
  const annexes = annexContent(paper.annexes);
  const isShort = annexes.length <= 8;
  const close = [...(isSentence ? [blockContent(end)] : []), ...(isShort ? annexes : [])];
  return [
    headContent(paper.head),
    ...titleContent(paper.title),
    ...(paper.to ? [{ text: paper.to, alignment: "center" as const, margin: [0, 6, 0, 8] as Margin }] : []),
    ...(isSentence ? paper.blocks.slice(0, -1) : paper.blocks).map(blockContent),
    ...(isShort ? [] : annexes),
    footContent(paper, close),
  ];
}

type Margin = [number, number, number, number];

function titleContent(title: Paper["title"]): Content[] {
  if (!title) return [];
  return [
    {
      text: title.name.toLocaleUpperCase("vi"),
      bold: true,
      fontSize: 14,
      alignment: "center",
      margin: [0, 10, 0, 0],
    },
    ...(title.about
      ? [{ text: title.about, bold: true, fontSize: 14, alignment: "center" as const }, line(90)]
      : []),
    ...(title.authority
      ? [
          {
            text: title.authority,
            bold: true,
            alignment: "center" as const,
            margin: [0, 6, 0, 0] as Margin,
          },
        ]
      : []),
    { text: "", margin: [0, 0, 0, 4] },
  ];
}

function blockContent(block: Block): Content {
  if (block.kind === "table") return tableContent(block);
  if (block.kind === "heading")
    return { text: block.text, bold: true, alignment: "center", margin: [0, 6, 0, 6] };
  return {
    text: block.lead
      ? [{ text: `${block.lead} `, bold: true }, ...unbroken(block.text)]
      : unbroken(block.text),
    italics: block.italic === true,
    alignment: "justify",
    leadingIndent: 28.35,
    margin: [0, 0, 0, 5],
  };
}

/** Recipients and QR code on the left, signatures on the right, what both are checked by below: never torn apart by a page's end. */
function footContent({ recipients, signatures, check, mark }: Paper, close: Content[]): Content {
  const left: Content[] = [
    ...(recipients
      ? [
          { text: recipients.title, bold: true, italics: true, fontSize: 12 },
          ...recipients.lines.map((text) => ({ text: `- ${text}`, fontSize: 11 })),
        ]
      : []),
    ...(check
      ? [{ qr: check.address, fit: 60, eccLevel: "M" as const, margin: [0, 5, 0, 0] as Margin }]
      : []),
  ];
  return {
    unbreakable: true,
    stack: [
      ...close,
      {
        margin: [0, 8, 0, 0],
        columns: [
          ...(left.length > 0 ? [{ width: bodyWidth * 0.42, stack: left }] : []),
          ...signatures.map((signature) => ({ width: "*", stack: signatureContent(signature) })),
        ],
      },
      {
        margin: [0, 6, 0, 0],
        stack: [
          ...(check ? [{ text: unbroken(check.hint), fontSize: 10 }] : []),
          { text: mark, fontSize: 9, color: "#4b5462", wordBreak: "break-all" as const },
        ],
      },
    ],
  };
}

const signatureContent = ({ authority, slot, name }: Signature): Content[] => [
  ...authority.map((text) => ({ text, bold: true, alignment: "center" as const })),
  {
    text: slot,
    fontSize: 10,
    italics: true,
    color: "#4b5462",
    alignment: "center",
    margin: [0, 18, 0, 18],
  },
  ...(name ? [{ text: name, bold: true, alignment: "center" as const }] : []),
];

function annexContent(annexes: Paper["annexes"]): Content[] {
  if (!annexes) return [];
  return [
    { text: annexes.title, bold: true, italics: true, fontSize: 12, margin: [0, 4, 0, 0] },
    ...annexes.lines.map((text) => ({ text, fontSize: 11 })),
  ];
}
