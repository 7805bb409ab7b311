import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record } from "@/lib/audit/record";
import { databaseNow, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { aboutRequest, type HeldRequest, holdRequest } from "@/lib/requests/find";
import type { dropFileInput } from "./schema";

/**
 * What the desk has laid beside the request goes out with the answer, or with the refusal, that is being sent: from now on the side that
 * asks sees it. Gives the number of files.
 */
export async function sendAnswerFiles(tx: Tx, actor: Actor, request: HeldRequest): Promise<number> {
  if (request.addresseeOrgId !== actor.orgId) return 0;
  const where = { requestId: request.id, ownerOrgId: actor.orgId, unsent: true, droppedAt: null };
  const files = await tx.attachment.findMany({ where, select: { id: true, sha256: true, size: true } });
  if (files.length === 0) return 0;
  await tx.attachment.updateMany({ where, data: { unsent: false } });
  for (const { id, sha256, size } of files)
    await record(tx, actor, {
      ...aboutRequest(request),
      type: "file.added",
      subjectType: "file",
      subjectId: id,
      shared: true,
      changes: { sha256, size },
    });
  return files.length;
}

/**
 * Takes a file off an answer that has not gone out. Its row stays, and nobody sees it any more.
 * @throws Problem not-found, not-allowed; invalid at `fileId` when it is not there, was sent or was taken off already.
 */
export function dropAnswerFile(
  actor: Actor,
  input: z.output<typeof dropFileInput>,
): Promise<{ requestId: string }> {
  return once(actor, "request.drop_file", input, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.answer");
    const { count } = await tx.attachment.updateMany({
      where: {
        id: input.fileId,
        requestId: request.id,
        ownerOrgId: actor.orgId,
        unsent: true,
        droppedAt: null,
      },
      data: { droppedAt: await databaseNow(tx) },
    });
    if (count === 0) throw new Problem("invalid", { fields: { fileId: "file.notAttached" } });
    await record(tx, actor, {
      type: "file.dropped",
      subjectType: "file",
      subjectId: input.fileId,
      provinceCode: actor.provinceCode,
    });
    return { requestId: request.id };
  });
}
