import type { Content } from "pdfmake/interfaces";
import type { ExportMark } from "@/lib/exports/types";
import { formatDate } from "@/lib/i18n/local-time";
import type { Letter } from "@/lib/requests/letters/types";
import { letterPaper } from "../letter-paper";
import { vietnamese } from "../vietnamese";
import { paperContent } from "./paper-content";
import { renderPdf } from "./render";
import { bodyWidth } from "./sheet";

/** The letters one after the other, each on a page of its own, behind a list of contents that names their pages. */
export function bundlePdf(
  caseCode: string,
  letters: Letter[],
  mark: ExportMark,
  isPlain = false,
): Promise<Buffer> {
  const words = vietnamese();
  const title = words.letters("bundlePage.title", { code: caseCode });
  return renderPdf({
    title: caseCode,
    content: [
      { text: title, bold: true, fontSize: 16, alignment: "center", margin: [0, 30, 0, 18] },
      { text: words.letters("bundlePage.contents"), bold: true, margin: [0, 0, 0, 6] },
      contentsOf(letters),
      ...letters.flatMap((letter): Content[] => {
        const paper = letterPaper(letter, words);
        // A mark across the page would stand on every letter: here it is said over the one that it is of.
        return [
          {
            text: paper.watermark ?? " ",
            id: letter.id,
            pageBreak: "before",
            bold: true,
            color: "#9c1a1f",
            alignment: "center",
            fontSize: paper.watermark ? 16 : 1,
          },
          ...paperContent(paper),
        ];
      }),
    ],
    watermark: null,
    mark,
    isPlain,
  });
}

function contentsOf(letters: Letter[]): Content {
  const { letters: t, kinds } = vietnamese();
  const heads = ["position", "number", "date", "about", "addressee", "page"];
  const free = bodyWidth - 6 * 8 - 3.5;
  return {
    fontSize: 11,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [24, 82, 58, (free - 200) * 0.45, (free - 200) * 0.55, 36],
      body: [
        heads.map((name) => ({ text: t(`bundlePage.${name}`), bold: true, alignment: "center" as const })),
        ...letters.map((letter, index) => [
          { text: String(index + 1), alignment: "center" as const },
          letter.documentNumber ?? letter.code,
          letter.signedAt ? formatDate(letter.signedAt) : "",
          [kinds(letter.kindCode), letter.isWithdrawn ? t("bundlePage.withdrawn") : ""]
            .filter(Boolean)
            .join(" "),
          letter.addressee,
          { pageReference: letter.id, alignment: "right" as const } as unknown as Content,
        ]),
      ],
    },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
  };
}
