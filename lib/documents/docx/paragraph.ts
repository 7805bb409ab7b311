import { AlignmentType, Paragraph, TextRun } from "docx";
import { points, space, twips } from "./measures";

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

type Look = {
  align?: keyof typeof alignments;
  bold?: boolean;
  italic?: boolean;
  /** Points. */
  size?: number;
  color?: string;
  /** A centimetre before its first line. */
  isIndented?: boolean;
  isUnderlined?: boolean;
  /** Points. */
  before?: number;
  after?: number;
  keepNext?: boolean;
  /** Before the text, in bold. */
  lead?: string;
};

/** A paragraph in one look. */
export const paragraph = (text: string, look: Look = {}): Paragraph =>
  new Paragraph({
    alignment: alignments[look.align ?? "left"],
    spacing: { before: space(look.before ?? 0), after: space(look.after ?? 0), line: 264 },
    keepNext: look.keepNext,
    keepLines: look.keepNext,
    ...(look.isIndented ? { indent: { firstLine: twips(10) } } : {}),
    children: [
      ...(look.lead ? [new TextRun({ text: `${look.lead} `, bold: true })] : []),
      new TextRun({
        text,
        bold: look.bold,
        italics: look.italic,
        ...(look.size ? { size: points(look.size) } : {}),
        ...(look.color ? { color: look.color } : {}),
        ...(look.isUnderlined ? { underline: {} } : {}),
      }),
    ],
  });
