import type { Actor } from "@/lib/access/actor";
import { visibleCases, visibleRequests } from "@/lib/access/scope";
import { asActor } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { exported } from "@/lib/exports/record-export";
import type { Download } from "@/lib/files/download";
import { letterOf } from "@/lib/requests/letters/queries";
import type { Letter } from "@/lib/requests/letters/types";
import { fileName, paperTypes } from "./file-names";
import { bundlePdf } from "./pdf/bundle-pdf";

/** A bundle is drawn in one breath of the server's: beyond this it is no bundle to print, and letters are taken one by one. */
export const mostTargets = 2_000;

/**
 * All signed letters of a case as one PDF with a list of contents, in the order of signing; what was withdrawn is marked.
 * @throws Problem "not-found" for a case that is not the actor's to see; "not-now" when nothing is signed; "invalid" at `reason` when
 * more than 500 targets would leave without one, at `case` beyond what one bundle holds.
 */
export const exportBundle = (actor: Actor, caseId: string, reason?: string): Promise<Download> =>
  asActor(actor, async (tx) => {
    const found = await tx.case.findFirst({ where: { AND: [{ id: caseId }, visibleCases(actor)] } });
    if (!found) throw new Problem("not-found");
    const requests = await tx.request.findMany({
      where: { AND: [{ caseId, sentAt: { not: null } }, visibleRequests(actor)] },
      orderBy: [{ sentAt: "asc" }, { id: "asc" }],
      select: { id: true, itemCount: true },
    });
    if (requests.length === 0) throw new Problem("not-now");
    const rows = requests.reduce((sum, { itemCount }) => sum + itemCount, 0);
    if (rows > mostTargets) throw new Problem("invalid", { fields: { case: "export.tooLarge" } });
    const letters: Letter[] = [];
    for (const { id } of requests) letters.push((await letterOf(tx, actor, id))!);
    const what = { kind: "case_bundle", rows, caseId, ...(reason ? { reason } : {}) };
    const about = {
      requesterOrgId: found.unitId,
      provinceCode: found.provinceCode,
      restricted: found.restricted,
      sealedTo: found.sealedTo,
    };
    const { bytes } = await exported(tx, actor, what, about, async (mark) => ({
      bytes: await bundlePdf(found.code, letters, mark),
    }));
    return { name: fileName(found.code, "pdf"), mediaType: paperTypes.pdf, bytes };
  });
