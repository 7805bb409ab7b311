import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { assertNotHeldBack } from "@/lib/files/held";
import type { RequestModel } from "@/lib/generated/prisma/models";
import type { Field } from "@/lib/requests/kinds/field";
import type { Kind } from "@/lib/requests/kinds/kind";

/**
 * What an answer names by id is there: files that the desk itself has added to this request, an organisation that this kind may be
 * addressed to.
 * @throws Problem "invalid" at the field.
 */
export async function assertNamed(
  tx: Tx,
  request: Pick<RequestModel, "id" | "addresseeOrgId">,
  kind: Pick<Kind, "addressees">,
  fields: readonly Field[],
  answer: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const { key, type } of fields) {
    const value = answer[key];
    if (type === "files" && Array.isArray(value) && value.length > 0) {
      const ids = [...new Set(value as string[])];
      const own = await tx.attachment.count({
        where: {
          id: { in: ids },
          requestId: request.id,
          ownerOrgId: request.addresseeOrgId,
          droppedAt: null,
        },
      });
      if (own < ids.length)
        throw new Problem("invalid", { fields: { [`answer.${key}`]: "file.notAttached" } });
      await assertNotHeldBack(tx, { id: { in: ids } }, `answer.${key}`);
    }
    if (type === "organisation" && typeof value === "string") {
      const known = await tx.organisation.findFirst({
        where: { id: value, kind: { in: [...kind.addressees] }, NOT: { id: request.addresseeOrgId } },
        select: { id: true },
      });
      if (!known) throw new Problem("invalid", { fields: { [`answer.${key}`]: "addressee.wrongKind" } });
    }
  }
}
