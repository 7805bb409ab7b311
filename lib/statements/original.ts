import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { aboutCase } from "@/lib/cases/change";
import { asActor, type Tx } from "@/lib/db";
import { Problem, within } from "@/lib/errors";
import { examine, type TakenFile } from "@/lib/files/examine";
import { placeFor } from "@/lib/files/place";
import { formatDateTime } from "@/lib/i18n/local-time";

/**
 * The statement as it came, looked into like every file: the uploaded file, or the pasted text as one. Null when neither was given.
 * @throws Problem not-allowed, not-found, invalid at `original` with the reason of the refusal.
 */
export async function takeOriginal(
  actor: Actor,
  caseId: string | undefined,
  text: string | undefined,
  file: { name: string; bytes: Buffer } | undefined,
): Promise<TakenFile | null> {
  if (!file && !text) return null;
  // Asked before anything is written to disk, and once more in the transaction that keeps the file.
  await asActor(actor, async (tx) => {
    if (!may(actor, "case.create")) throw new Problem("not-allowed");
    if (caseId) await within("addition", () => placeFor(tx, actor, { caseId }));
  });
  const given = file ?? {
    name: `trinh-bao-${formatDateTime(new Date().toISOString()).replace(/\D+/g, "-")}.txt`,
    bytes: Buffer.from(text!, "utf8"),
  };
  const taken = await examine(actor, given);
  if (!("code" in taken)) return taken;
  throw new Problem("invalid", { fields: { original: `file.${taken.code}` } });
}

/** Lays the statement into the case's own file, in the transaction of what follows from it. */
export async function keepOriginal(tx: Tx, actor: Actor, caseId: string, taken: TakenFile): Promise<void> {
  const { isClean: _, ...file } = taken;
  const owner = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
  const { id } = await tx.attachment.create({
    data: { ...file, caseId, isStatement: true, ownerOrgId: actor.orgId, uploadedById: actor.userId },
    select: { id: true },
  });
  await record(tx, actor, {
    ...aboutCase(owner),
    type: "file.added",
    subjectType: "file",
    subjectId: id,
    changes: { sha256: file.sha256, size: file.size },
  });
}
