import type { Actor } from "@/lib/access/actor";
import { visibleCases } from "@/lib/access/scope";
import { aboutCase } from "@/lib/cases/change";
import { asActor } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { exported } from "@/lib/exports/record-export";
import type { ExportMark } from "@/lib/exports/types";
import { drawTrail, type TrailWords } from "./drawing";
import { svgFile } from "./drawing-file";
import { layoutOf } from "./layout";
import { trailOf } from "./queries";
import type { SheetWords } from "./sheet-words";
import { trailWorkbook } from "./workbook";

export const trailFormats = ["svg", "png", "xlsx"] as const;
export type TrailFormat = (typeof trailFormats)[number];
export type TrailFileWords = {
  title: string;
  mark: (mark: ExportMark) => string;
  drawing: TrailWords;
  sheets: SheetWords;
};

/**
 * Takes a case's trail out as a file with an export number, and writes that into the record. A picture (`png`) leaves as the drawing that
 * the browser turns into one. @throws Problem "not-found" for a missing and for a foreign case alike, "invalid" at `reason` when
 * more than 500 accounts leave without one.
 */
export function exportTrail(
  actor: Actor,
  { caseId, format, reason }: { caseId: string; format: TrailFormat; reason?: string },
  words: TrailFileWords,
): Promise<{ bytes: Buffer; mark: ExportMark; code: string }> {
  return asActor(actor, async (tx) => {
    const found = await tx.case.findFirst({ where: { AND: [{ id: caseId }, visibleCases(actor)] } });
    const view = found && (await trailOf(tx, actor, caseId));
    if (!view) throw new Problem("not-found");
    const rows = view.nodes.filter(({ kind }) => kind !== "victim").length;
    const what = { kind: `trail_${format}`, rows, caseId, reason };
    const { subjectType: _type, subjectId: _id, ...about } = aboutCase(found);
    const made = await exported(tx, actor, what, about, async (mark) => {
      const line = words.mark(mark);
      if (format === "xlsx") return { bytes: await trailWorkbook(view, words.sheets, line) };
      const drawing = drawTrail(view, await layoutOf(view), words.drawing);
      return { bytes: Buffer.from(svgFile(drawing, `${words.title} ${view.code}`, line)) };
    });
    return { ...made, code: view.code };
  });
}
