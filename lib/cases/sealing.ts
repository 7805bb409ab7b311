import type { Tx } from "@/lib/db";
import type { CaseModel } from "@/lib/generated/prisma/models";

/** Also somebody who had left it: whoever restricts a case must not lock himself out. */
export async function joinCase(tx: Tx, caseId: string, membershipId: string, now: Date): Promise<void> {
  await tx.caseMember.createMany({ data: [{ caseId, membershipId, addedAt: now }], skipDuplicates: true });
  await tx.caseMember.updateMany({
    where: { caseId, membershipId, removedAt: { not: null } },
    data: { removedAt: null },
  });
}

/** Writes who alone sees the case onto everything that is found without it; nobody named opens it to the unit. */
export async function seal(tx: Tx, found: CaseModel, sealedTo: string[]): Promise<void> {
  const data = { restricted: sealedTo.length > 0, sealedTo };
  await tx.request.updateMany({ where: { caseId: found.id }, data });
  await tx.deadline.updateMany({ where: { caseId: found.id }, data });
  await tx.searchEntry.updateMany({ where: { caseId: found.id }, data });
  await tx.case.updateMany({ where: { id: found.id }, data });
}
