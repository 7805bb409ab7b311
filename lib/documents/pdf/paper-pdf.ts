import type { ExportMark } from "@/lib/exports/types";
import type { Paper } from "../paper";
import { paperContent } from "./paper-content";
import { renderPdf } from "./render";

/** A letter or minutes as PDF. `title` is what a reader's window is called: the document's number, never a person. */
export const paperPdf = (paper: Paper, title: string, mark: ExportMark, isPlain = false): Promise<Buffer> =>
  renderPdf({ title, content: paperContent(paper), watermark: paper.watermark, mark, isPlain });
