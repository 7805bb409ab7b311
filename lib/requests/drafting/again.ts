import type { Actor } from "@/lib/access/actor";
import { canOnCase, type CaseLike } from "@/lib/access/policy";
import { visibleRequests } from "@/lib/access/scope";
import { asActor } from "@/lib/db";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { detailsOf, offeredKinds } from "@/lib/requests/kinds";
import type { Field } from "@/lib/requests/kinds/field";
import { draftSaid } from "./said";
import type { DraftValuesSaved } from "./types";

/** May the actor draft it anew: it was taken back, nobody doubts it, its kind is still asked, and he drafts on its case? */
export const mayDraftAgain = (
  actor: Actor,
  request: Pick<RequestModel, "status" | "suspectedAt" | "kindCode">,
  owner: CaseLike,
): boolean =>
  request.status === "WITHDRAWN" &&
  request.suspectedAt === null &&
  (offeredKinds as readonly string[]).includes(request.kindCode) &&
  canOnCase(actor, "case.draftRequest", owner);

/**
 * What a withdrawn request of this case said, for a new one to begin with; null when there is none that the actor's unit wrote. Its files lie
 * with it and stay there, so what names one of them is left out. Whether he may draft on the case is for whoever opens the form to ask.
 */
export function getDraftAgain(actor: Actor, caseId: string, id: string): Promise<DraftValuesSaved | null> {
  return asActor(actor, async (tx) => {
    const found = await tx.request.findFirst({
      where: {
        AND: [
          { id, caseId, status: "WITHDRAWN", suspectedAt: null, kindCode: { in: [...offeredKinds] } },
          { requesterOrgId: { in: actor.orgIds } },
          visibleRequests(actor),
        ],
      },
      include: { items: { orderBy: { position: "asc" } } },
    });
    if (!found) return null;
    const said = draftSaid(found);
    const asked = detailsOf(said.kindCode);
    return {
      ...said,
      details: withoutFiles(asked.request, said.details),
      targets: said.targets.map((target) => ({
        ...target,
        details: withoutFiles(asked.target, target.details),
      })),
      files: [],
      statedReason: null,
    };
  });
}

function withoutFiles(
  fields: readonly Field[],
  details: Record<string, unknown> | null,
): Record<string, unknown> | null {
  if (!details) return null;
  const files = fields.filter(({ type }) => type === "file").map(({ key }) => key);
  return Object.fromEntries(Object.entries(details).filter(([key]) => !files.includes(key)));
}
