import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record } from "@/lib/audit/record";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { RequestItemModel } from "@/lib/generated/prisma/models";
import { submitIn } from "@/lib/requests/commands";
import { draftIn } from "@/lib/requests/drafting/commands";
import { aboutRequest, type HeldRequest, holdRequest } from "@/lib/requests/find";
import { detailsOf, type OfferedKind } from "@/lib/requests/kinds";
import type { StepResult } from "@/lib/requests/step";
import { textIn } from "@/lib/requests/told";
import type { rerouteInput } from "./schema";

type Told = Record<string, unknown>;

/**
 * Passes targets that were answered "not ours" on to who keeps them: one press drafts the same request anew (kind, targets, grounds,
 * files), linked to the first, and hands it to the signer.
 * @throws Problem not-found, not-allowed, changed-meanwhile; invalid when the law or the addressee does not fit any more; not-now when a target was
 * answered otherwise, or has been passed on already.
 */
export function rerouteItems(actor: Actor, input: z.output<typeof rerouteInput>): Promise<StepResult> {
  return once(actor, "request.reroute", input, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.reroute", input.version);
    const ids = [...new Set(input.itemIds)];
    const items = await tx.requestItem.findMany({
      where: { requestId: request.id, id: { in: ids } },
      orderBy: { position: "asc" },
    });
    if (items.length < ids.length) throw new Problem("not-found");
    if (items.some(({ outcome, answeredAt }) => outcome !== "NOT_OURS" || !answeredAt))
      throw new Problem("not-now");
    const gone = await passedOn(tx, request.id);
    if (items.some(({ targetId }) => gone.has(targetId))) throw new Problem("not-now");
    const copies = await copyFiles(tx, actor, request);
    const draft = await draftIn(
      tx,
      actor,
      {
        caseId: request.caseId,
        kindCode: request.kindCode as OfferedKind,
        addresseeOrgId: input.addresseeOrgId,
        urgency: request.urgency,
        grounds: request.grounds,
        legalBases: request.legalBases,
        disclosure: request.disclosure ?? undefined,
        details: (request.details as Told | null) ?? undefined,
        targets: items.map((item) => ({
          targetId: item.targetId,
          note: textIn(item.details, "note") ?? undefined,
          details: withCopies(request.kindCode, item, copies),
        })),
        attachmentIds: [...copies.values()],
      },
      { linkedId: request.id, link: "rerouted" },
    );
    await moveKeepers(tx, actor, request, items, input.addresseeOrgId);
    await record(tx, actor, {
      ...aboutRequest(request),
      type: "request.rerouted",
      shared: false,
      changes: { code: request.code, targets: items.length, addressee: input.addresseeOrgId },
    });
    return submitIn(tx, actor, { requestId: draft.requestId, version: draft.version });
  });
}

/**
 * The case's own word about who keeps these targets follows them, with an event for each; what was signed keeps the institution that it
 * was signed with. One that somebody else is said to keep stays, and so does one that the case has at the new institution already.
 */
async function moveKeepers(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  items: readonly RequestItemModel[],
  institutionId: string,
): Promise<void> {
  const targets = await tx.target.findMany({ where: { id: { in: items.map(({ targetId }) => targetId) } } });
  for (const target of targets) {
    const { id, kind, value } = target;
    if (target.institutionId !== null && target.institutionId !== request.addresseeOrgId) continue;
    const twin = await tx.target.count({ where: { caseId: request.caseId, kind, value, institutionId } });
    if (twin > 0) continue;
    await tx.target.updateMany({ where: { id }, data: { institutionId } });
    await record(tx, actor, {
      ...aboutRequest(request),
      type: "case.keeper_changed",
      shared: false,
      subjectType: "target",
      subjectId: id,
      changes: { from: target.institutionId ?? "", to: institutionId },
    });
  }
}

/** Targets of a request that another one already carries on. */
export async function passedOn(tx: Tx, requestId: string): Promise<Set<string>> {
  const found = await tx.requestItem.findMany({
    where: { request: { linkedId: requestId, link: "rerouted", status: { not: "DISCARDED" } } },
    select: { targetId: true },
  });
  return new Set(found.map(({ targetId }) => targetId));
}

/** The unit's files lie with the first request and stay there: the second has the same bytes under names of its own. By the old id. */
async function copyFiles(tx: Tx, actor: Actor, request: HeldRequest): Promise<Map<string, string>> {
  const files = await tx.attachment.findMany({
    where: { requestId: request.id, ownerOrgId: { not: request.addresseeOrgId } },
    orderBy: { createdAt: "asc" },
  });
  const copies = new Map<string, string>();
  for (const { id, sha256, name, mediaType, size, scanState } of files) {
    const copy = await tx.attachment.create({
      data: {
        caseId: request.caseId,
        ownerOrgId: actor.orgId,
        uploadedById: actor.userId,
        sha256,
        name,
        mediaType,
        size,
        scanState,
      },
      select: { id: true },
    });
    copies.set(id, copy.id);
  }
  return copies;
}

function withCopies(
  kindCode: string,
  { details }: Pick<RequestItemModel, "details">,
  copies: ReadonlyMap<string, string>,
): Told | undefined {
  if (!details) return undefined;
  const told = { ...(details as Told) };
  for (const { key, type } of detailsOf(kindCode).target)
    if (type === "file" && typeof told[key] === "string") told[key] = copies.get(told[key]) ?? told[key];
  return told;
}
