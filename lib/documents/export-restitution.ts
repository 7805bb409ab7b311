import type { Actor } from "@/lib/access/actor";
import { aboutCase } from "@/lib/cases/change";
import { asActor } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { exported } from "@/lib/exports/record-export";
import type { Download } from "@/lib/files/download";
import { decisionPaperOf } from "@/lib/restitution/paper-query";
import { paperDocx } from "./docx/paper-docx";
import { fileName, type PaperType, paperTypes } from "./file-names";
import { paperPdf } from "./pdf/paper-pdf";
import { restitutionPaper } from "./restitution-paper";
import { vietnamese } from "./vietnamese";

/**
 * A decision to give back as a file: whole for its unit, an extract for each holder; recorded as an export with its mark.
 * @throws Problem "not-found" for a missing and for a foreign one alike.
 */
export const exportRestitution = (actor: Actor, id: string, type: PaperType): Promise<Download> =>
  asActor(actor, async (tx) => {
    const read = await decisionPaperOf(tx, actor, id);
    if (!read) throw new Problem("not-found");
    const { decision, owner } = read;
    const paper = restitutionPaper(read.paper, vietnamese());
    const title = decision.documentNumber ?? "du-thao-quyet-dinh";
    const what = {
      kind: `restitution_${type}`,
      rows: read.paper.shares.length,
      ...(owner ? { caseId: owner.id } : {}),
    };
    // What a holder takes is told to nobody else: the line names no party.
    const { bytes } = await exported(tx, actor, what, owner ? aboutCase(owner) : {}, async (mark) => ({
      bytes: type === "pdf" ? await paperPdf(paper, title, mark) : await paperDocx(paper, title, mark),
    }));
    return { name: fileName(title, type), mediaType: paperTypes[type], bytes };
  });
