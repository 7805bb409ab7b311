import { createHash } from "node:crypto";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Kind } from "@/lib/requests/kinds/kind";
import type { Drafted } from "./commands";

type Told = Record<string, unknown>;
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * What is kept as proof gets its mark: the SHA-256 of a kept text, and that of a chosen file, which has to be attached to the request.
 * The mark of the field `snapshotText` stands beside it as `snapshotTextHash`.
 * @throws Problem "invalid" at the field of a file that is not attached.
 */
export async function withMarks(
  tx: Tx,
  caseId: string,
  kind: Kind,
  input: Drafted,
  targets: readonly (Told | null)[],
): Promise<(Told | null)[]> {
  const marked = kind.details.target.filter(({ type, isKept }) => type === "file" || isKept);
  if (marked.length === 0) return [...targets];
  const attached = await tx.attachment.findMany({
    where: input.attachmentIds
      ? { caseId, id: { in: input.attachmentIds } }
      : input.requestId
        ? { caseId, requestId: input.requestId }
        : { id: { in: [] } },
    select: { id: true, sha256: true },
  });
  const marks = new Map(attached.map((file) => [file.id, file.sha256]));
  return targets.map((told, index) => {
    if (!told) return told;
    const added: Told = {};
    for (const { key, type } of marked) {
      const value = told[key];
      if (typeof value !== "string") continue;
      const mark = type === "file" ? marks.get(value) : sha256(value);
      if (!mark)
        throw new Problem("invalid", { fields: { [`targets.${index}.details.${key}`]: "file.notAttached" } });
      added[`${key}Hash`] = mark;
    }
    return { ...told, ...added };
  });
}
