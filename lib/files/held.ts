import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { ScanState } from "./kinds";

/** Held back: the other side does not see that there is such a file, and nobody gets its bytes. */
export const heldStates: ScanState[] = ["waiting", "refused"];

/**
 * What is about to go to the other side has no file that is held.
 * @throws Problem "files-held", or "invalid" at `field` when the files were named there.
 */
export async function assertNotHeldBack(
  tx: Tx,
  where: Prisma.AttachmentWhereInput,
  field?: string,
): Promise<void> {
  const held = await tx.attachment.count({ where: { AND: [where, { scanState: { in: heldStates } }] } });
  if (held === 0) return;
  throw field ? new Problem("invalid", { fields: { [field]: "file.held" } }) : new Problem("files-held");
}
