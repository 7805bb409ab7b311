import type { Actor } from "@/lib/access/actor";
import { record } from "@/lib/audit/record";
import { asActor, type Tx } from "@/lib/db";
import { examine, letThrough, type RefusedFile, type TakenFile } from "./examine";
import { placeFor } from "./place";
import type { UploadInput } from "./schema";

/** `isWaiting`: nobody on the other side sees it before the operator's scanner has let it through. */
export type AddedFile = { id: string; name: string; size: number; sha256: string; isWaiting: boolean };
export type { RefusedFile };
export type UploadResult = { added: AddedFile[]; refused: RefusedFile[] };
/**
 * Takes files into a case, a draft or an answer. Good ones are kept although others are refused; each refusal names its reason.
 * Where the operator has a scanner it is asked first; a file that it says nothing of is kept and waits for it.
 * @throws Problem not-found, not-allowed, not-now.
 */
export async function addFiles(
  actor: Actor,
  input: UploadInput,
  files: { name: string; bytes: Buffer }[],
): Promise<UploadResult> {
  // Asked before anything is written to disk, and once more in the transaction that records the file.
  await asActor(actor, (tx) => placeFor(tx, actor, input));
  const refused: RefusedFile[] = [];
  const good: TakenFile[] = [];
  for (const file of files) {
    const taken = await examine(actor, file);
    if ("code" in taken) refused.push(taken);
    else good.push(taken);
  }
  if (good.length === 0) return { added: [], refused };
  const added = await asActor(actor, async (tx) => {
    const { about, waits, ...place } = await placeFor(tx, actor, input);
    const known = waits ? await waiting(tx, actor, place.requestId!) : null;
    const rows: AddedFile[] = [];
    for (const { isClean, ...file } of good) {
      if (known?.has(file.sha256)) {
        refused.push({ name: file.name, code: "twice" });
        continue;
      }
      known?.add(file.sha256);
      const { id } = await tx.attachment.create({
        data: { ...place, ...file, ownerOrgId: actor.orgId, uploadedById: actor.userId },
        select: { id: true },
      });
      await record(tx, actor, {
        ...about,
        type: waits ? "file.prepared" : "file.added",
        subjectType: "file",
        subjectId: id,
        changes: { sha256: file.sha256, size: file.size },
      });
      const isWaiting = file.scanState === "waiting" && !isClean;
      rows.push({ id, name: file.name, size: file.size, sha256: file.sha256, isWaiting });
    }
    return rows;
  });
  for (const file of good) await letThrough(file);
  return { added, refused };
}

/** What lies beside the request's answers already, by its bytes: the same file twice is one too many. */
async function waiting(tx: Tx, actor: Actor, requestId: string): Promise<Set<string>> {
  const files = await tx.attachment.findMany({
    where: { requestId, ownerOrgId: actor.orgId, droppedAt: null },
    select: { sha256: true },
  });
  return new Set(files.map(({ sha256 }) => sha256));
}
