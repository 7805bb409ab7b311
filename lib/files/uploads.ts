import type { Actor } from "@/lib/access/actor";
import { visibleCases, visibleRequests } from "@/lib/access/scope";
import { record } from "@/lib/audit/record";
import { asActor, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { AttachmentModel } from "@/lib/generated/prisma/models";
import { inspectAside } from "./inspect-aside";
import type { FileRefusal } from "./kinds";
import { placeFor } from "./place";
import type { UploadInput } from "./schema";
import { readBytes, storeBytes } from "./storage";

export type AddedFile = { id: string; name: string; size: number; sha256: string };
export type UploadResult = { added: AddedFile[]; refused: { name: string; code: FileRefusal }[] };

/**
 * Takes files into a case, a draft or an answer. Good ones are kept although others are refused; each refusal names its reason.
 * @throws Problem not-found, not-allowed, not-now.
 */
export async function addFiles(
  actor: Actor,
  input: UploadInput,
  files: { name: string; bytes: Buffer }[],
): Promise<UploadResult> {
  // Asked before anything is written to disk, and once more in the transaction that records the file.
  await asActor(actor, (tx) => placeFor(tx, actor, input));
  const refused: UploadResult["refused"] = [];
  const good: { name: string; mediaType: string; size: number; sha256: string }[] = [];
  for (const { name, bytes } of files) {
    const inspected = await inspectAside(name, bytes);
    if (!inspected.ok) refused.push({ name, code: inspected.code });
    else
      good.push({
        name: inspected.name,
        mediaType: inspected.mediaType,
        size: bytes.length,
        sha256: await storeBytes(bytes),
      });
  }
  if (good.length === 0) return { added: [], refused };
  const added = await asActor(actor, async (tx) => {
    const { about, ...place } = await placeFor(tx, actor, input);
    const rows: AddedFile[] = [];
    for (const file of good) {
      const { id } = await tx.attachment.create({
        data: { ...place, ...file, ownerOrgId: actor.orgId, uploadedById: actor.userId },
        select: { id: true },
      });
      await record(tx, actor, {
        ...about,
        type: "file.added",
        subjectType: "file",
        subjectId: id,
        changes: { sha256: file.sha256, size: file.size },
      });
      rows.push({ id, name: file.name, size: file.size, sha256: file.sha256 });
    }
    return rows;
  });
  return { added, refused };
}

export type ReadFile = { name: string; mediaType: string; bytes: Buffer };

/** Gives a file's bytes to somebody who may read its case or its request, and records that he took them. @throws Problem not-found. */
export async function takeFile(actor: Actor, id: string): Promise<ReadFile> {
  const file = await asActor(actor, async (tx) => {
    const found = await tx.attachment.findUnique({ where: { id } });
    if (!found) throw new Problem("not-found");
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
    const requesterOrgId = request ? request.requesterOrgId : "unitId" in owner ? owner.unitId : undefined;
    if (await isSaidInside(tx, found)) {
      // The other side's timeline must not tell that there is such a file.
      await record(tx, actor, { type: "file.downloaded", subjectType: "file", subjectId: id });
      return found;
    }
    await record(tx, actor, {
      type: "file.downloaded",
      caseId: found.caseId,
      requestId: requestId ?? undefined,
      requesterOrgId,
      addresseeOrgId: request?.addresseeOrgId,
      provinceCode: owner.provinceCode,
      restricted: owner.restricted,
      sealedTo: owner.sealedTo,
      subjectType: "file",
      subjectId: id,
      changes: { sha256: found.sha256 },
    });
    return found;
  });
  return { name: file.name, mediaType: file.mediaType, bytes: await readBytes(file.sha256) };
}

/** A file of the talk that only one organisation reads: of an internal note, or of a message that is not sent yet. */
async function isSaidInside(tx: Tx, file: AttachmentModel): Promise<boolean> {
  if (!file.threadRequestId) return false;
  const message = file.messageId
    ? await tx.threadMessage.findUnique({ where: { id: file.messageId }, select: { internal: true } })
    : null;
  return message?.internal !== false;
}
