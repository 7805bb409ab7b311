import type { Actor } from "@/lib/access/actor";
import { can, canOnCase } from "@/lib/access/policy";
import { visibleCases, visibleRequests } from "@/lib/access/scope";
import { type Act, record } from "@/lib/audit/record";
import { asActor, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { inspect } from "./inspect";
import type { FileRefusal } from "./kinds";
import type { UploadInput } from "./schema";
import { readBytes, storeBytes } from "./storage";

export type AddedFile = { id: string; name: string; size: number; sha256: string };
export type UploadResult = { added: AddedFile[]; refused: { name: string; code: FileRefusal }[] };
type Place = { caseId: string; requestId: string | null; itemId: string | null; about: Omit<Act, "type"> };

/**
 * Takes files into a case, a draft or an answer. Good ones are kept although others are refused; each refusal names its reason.
 * A signed request's own files are part of what was signed, so its unit cannot add to them any more.
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
    const inspected = inspect(name, bytes);
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

async function placeFor(tx: Tx, actor: Actor, input: UploadInput): Promise<Place> {
  if (input.requestId) return placeAtRequest(tx, actor, input.requestId, input.itemId);
  const found = await tx.case.findFirst({
    where: { AND: [{ id: input.caseId! }, visibleCases(actor)] },
    include: { members: { where: { removedAt: null } } },
  });
  if (!found) throw new Problem("not-found");
  if (
    !canOnCase(actor, "case.edit", {
      ...found,
      memberIds: found.members.map(({ membershipId }) => membershipId),
    })
  )
    throw new Problem("not-allowed");
  const about = {
    caseId: found.id,
    requesterOrgId: found.unitId,
    provinceCode: found.provinceCode,
    restricted: found.restricted,
    sealedTo: found.sealedTo,
  };
  return { caseId: found.id, requestId: null, itemId: null, about };
}

async function placeAtRequest(tx: Tx, actor: Actor, id: string, itemId: string | undefined): Promise<Place> {
  const found = await tx.request.findFirst({ where: { AND: [{ id }, visibleRequests(actor)] } });
  if (!found) throw new Problem("not-found");
  const ours = actor.orgIds.includes(found.requesterOrgId);
  const members = ours
    ? await tx.caseMember.findMany({
        where: { caseId: found.caseId, removedAt: null },
        select: { membershipId: true },
      })
    : [];
  const like = { ...found, memberIds: members.map(({ membershipId }) => membershipId) };
  if (!can(actor, ours ? "request.edit" : "request.answer", like)) throw new Problem("not-allowed");
  if (ours ? found.status !== "DRAFT" : found.closedAt !== null) throw new Problem("not-now");
  if (
    itemId &&
    !(await tx.requestItem.findFirst({ where: { id: itemId, requestId: id }, select: { id: true } }))
  )
    throw new Problem("not-found");
  const about = {
    caseId: found.caseId,
    requestId: id,
    requesterOrgId: found.requesterOrgId,
    addresseeOrgId: found.addresseeOrgId,
    provinceCode: found.provinceCode,
    restricted: found.restricted,
    sealedTo: found.sealedTo,
    shared: !ours,
  };
  return { caseId: found.caseId, requestId: id, itemId: itemId ?? null, about };
}

export type ReadFile = { name: string; mediaType: string; bytes: Buffer };

/** Gives a file's bytes to somebody who may read its case or its request, and records that he took them. @throws Problem not-found. */
export async function takeFile(actor: Actor, id: string): Promise<ReadFile> {
  const file = await asActor(actor, async (tx) => {
    const found = await tx.attachment.findUnique({ where: { id } });
    if (!found) throw new Problem("not-found");
    const request = found.requestId
      ? await tx.request.findFirst({ where: { AND: [{ id: found.requestId }, visibleRequests(actor)] } })
      : null;
    const owner =
      request ?? (await tx.case.findFirst({ where: { AND: [{ id: found.caseId }, visibleCases(actor)] } }));
    if (!owner) throw new Problem("not-found");
    const requesterOrgId = request ? request.requesterOrgId : "unitId" in owner ? owner.unitId : undefined;
    await record(tx, actor, {
      type: "file.downloaded",
      caseId: found.caseId,
      requestId: found.requestId ?? undefined,
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
