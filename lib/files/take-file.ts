import type { Actor } from "@/lib/access/actor";
import { visibleCases, visibleRequests } from "@/lib/access/scope";
import { type Act, record } from "@/lib/audit/record";
import { asActor, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { AttachmentModel } from "@/lib/generated/prisma/models";
import { heldStates } from "./held";
import type { ScanState } from "./kinds";
import { scanOnArrival } from "./scan/on-arrival";
import { settleScan } from "./scan/settle";
import { readBytes } from "./storage";

export type ReadFile = { name: string; mediaType: string; bytes: Buffer };

/**
 * Gives a file's bytes to somebody who may read its case or its request, and records that he took them. What came before the operator
 * had a scanner is scanned now.
 * @throws Problem not-found; files-held while the scanner has not let it through.
 */
export async function takeFile(actor: Actor, id: string): Promise<ReadFile> {
  const { file } = await asActor(actor, (tx) => reachable(tx, actor, id));
  if (heldStates.includes(file.scanState as ScanState)) throw new Problem("files-held");
  const bytes = await readBytes(file.ownerOrgId, file.sha256);
  if (file.scanState === "unscanned") await scanBeforeGiving(file.sha256, bytes);
  await asActor(actor, async (tx) => {
    const { act } = await reachable(tx, actor, id);
    await record(tx, actor, act);
  });
  return { name: file.name, mediaType: file.mediaType, bytes };
}

async function scanBeforeGiving(sha256: string, bytes: Buffer): Promise<void> {
  const verdict = await scanOnArrival(bytes);
  if (verdict === "no-scanner") return;
  if (verdict === "waiting" || verdict.found !== "nothing") throw new Problem("files-held");
  await settleScan(sha256, verdict, { isNews: false });
}

/** The file, and what the record says when it is taken. @throws Problem not-found (missing and foreign alike). */
async function reachable(tx: Tx, actor: Actor, id: string): Promise<{ file: AttachmentModel; act: Act }> {
  const found = await tx.attachment.findUnique({ where: { id } });
  if (!found || found.droppedAt || (found.unsent && found.ownerOrgId !== actor.orgId))
    throw new Problem("not-found");
  const appeal = found.appealId ? await tx.appeal.findUnique({ where: { id: found.appealId } }) : null;
  const requestId = found.requestId ?? found.threadRequestId ?? appeal?.requestId;
  const request = requestId
    ? await tx.request.findFirst({ where: { AND: [{ id: requestId }, visibleRequests(actor)] } })
    : null;
  const owner =
    request ?? (await tx.case.findFirst({ where: { AND: [{ id: found.caseId }, visibleCases(actor)] } }));
  if (!owner) throw new Problem("not-found");
  // A procuracy was notified of the order and reads its grounds; what a bank sends back is the unit's alone.
  const isParty =
    !request || actor.orgIds.includes(request.requesterOrgId) || request.addresseeOrgId === actor.orgId;
  if (!isParty && found.ownerOrgId !== request.requesterOrgId) throw new Problem("not-found");
  const taken = { type: "file.downloaded", subjectType: "file", subjectId: id };
  // The other side's timeline must not tell that there is such a file.
  if (found.unsent || (await isSaidInside(tx, found))) return { file: found, act: taken };
  const act = {
    ...taken,
    caseId: found.caseId,
    requestId: requestId ?? undefined,
    requesterOrgId: request ? request.requesterOrgId : "unitId" in owner ? owner.unitId : undefined,
    addresseeOrgId: request?.addresseeOrgId,
    provinceCode: owner.provinceCode,
    restricted: owner.restricted,
    sealedTo: owner.sealedTo,
    changes: { sha256: found.sha256 },
  };
  return { file: found, act };
}

/** A file of the talk that only one organisation reads: of an internal note, or of a message that is not sent yet. */
async function isSaidInside(tx: Tx, file: AttachmentModel): Promise<boolean> {
  if (!file.threadRequestId) return false;
  const message = file.messageId
    ? await tx.threadMessage.findUnique({ where: { id: file.messageId }, select: { internal: true } })
    : null;
  return message?.internal !== false;
}
