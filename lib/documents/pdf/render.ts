import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";
import type { ExportMark } from "@/lib/exports/types";
import { footLine } from "../foot-line";
import { page } from "./sheet";

// Tinos has the measures of Times New Roman, which Decree 30/2020 asks for, and may be shipped.
const files = {
  normal: "400Regular/Tinos_400Regular.ttf",
  bold: "700Bold/Tinos_700Bold.ttf",
  italics: "400Regular_Italic/Tinos_400Regular_Italic.ttf",
  bolditalics: "700Bold_Italic/Tinos_700Bold_Italic.ttf",
};

let loaded: Promise<void> | undefined;

/** Reads the four faces once per process. The bundler leaves them alone: they are read from the package, under `next start` as well. */
function loadFonts(): Promise<void> {
  return (loaded ??= (async () => {
    const folder = join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@expo-google-fonts/tinos");
    const { virtualfs } = pdfmake as unknown as {
      virtualfs: { writeFileSync: (name: string, bytes: Buffer) => void };
    };
    for (const file of Object.values(files))
      virtualfs.writeFileSync(file, await readFile(join(/* turbopackIgnore: true */ folder, file)));
    pdfmake.setFonts({ Tinos: files });
    // Whatever stands in a text: a document fetches nothing and reads no file.
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy(() => false);
  })());
}

export type PdfContents = {
  title: string;
  /** One for a letter, several one after the other for a bundle. */
  content: Content[];
  watermark: string | null;
  mark: ExportMark;
  /** Bytes that a test can read. */
  isPlain?: boolean;
};

/** The bytes of a PDF on A4 with page numbers from the second page and the export's number at the foot of each (Decree 30/2020). */
export async function renderPdf({ title, content, watermark, mark, isPlain }: PdfContents): Promise<Buffer> {
  await loadFonts();
  const foot = footLine(mark);
  const definition: TDocumentDefinitions = {
    pageSize: "A4",
    pageMargins: [page.left, page.top, page.right, page.bottom],
    language: "vi-VN",
    compress: !isPlain,
    info: {
      title,
      author: `${mark.madeBy}, ${mark.orgName}`,
      subject: mark.number,
      keywords: mark.number,
      creator: "La Chan",
      producer: "La Chan",
      creationDate: mark.madeAt,
    },
    defaultStyle: { font: "Tinos", fontSize: 13, lineHeight: 1.15 },
    header: (current) =>
      current === 1
        ? null
        : { text: String(current), alignment: "center", fontSize: 13, margin: [0, page.top / 2, 0, 0] },
    footer: () => ({ text: foot, fontSize: 8, color: "#4b5462", margin: [page.left, 14, page.right, 0] }),
    ...(watermark
      ? { watermark: { text: watermark, color: "#9c1a1f", opacity: 0.12, bold: true, font: "Tinos" } }
      : {}),
    content,
  };
  return Buffer.from(await pdfmake.createPdf(definition).getBuffer());
}
