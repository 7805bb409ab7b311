import type { Actor } from "@/lib/access/actor";
import { type CasePermission, canOnCase } from "@/lib/access/policy";
import { visibleCases } from "@/lib/access/scope";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { CaseModel } from "@/lib/generated/prisma/models";

type Change = {
  data: { status?: CaseModel["status"]; leadId?: string; decisionNumber?: string; decisionDate?: Date };
  act: { type: string; reason?: string; changes?: Parameters<typeof record>[2]["changes"] };
};

/** scope → policy → version → write → record, once per key: the shape that every change of a case shares. */
export function changeCase(
  actor: Actor,
  command: string,
  permission: CasePermission,
  input: { key: string; caseId: string; version: number },
  work: (tx: Tx, found: CaseModel, now: Date) => Promise<Change>,
): Promise<{ caseId: string; version: number }> {
  return once(actor, command, input, async (tx) => {
    const found = await holdCase(tx, actor, input.caseId, permission);
    if (found.version !== input.version)
      throw new Problem("changed-meanwhile", { by: await lastCaseChange(tx, found.id) });
    const now = await databaseNow(tx);
    const { data, act } = await work(tx, found, now);
    const { count: written } = await tx.case.updateMany({
      where: { id: found.id, version: found.version },
      data: {
        ...Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)),
        version: { increment: 1 },
        updatedAt: now,
      },
    });
    if (written === 0) throw new Problem("changed-meanwhile", { by: await lastCaseChange(tx, found.id) });
    await record(tx, actor, { ...aboutCase(found), ...act });
    await tell(tx, act.type, [found.unitId], { caseId: found.id });
    return { caseId: found.id, version: found.version + 1 };
  });
}

/** Finds a case through scope and locks it. @throws Problem not-found (also for a foreign one), not-allowed. */
export async function holdCase(
  tx: Tx,
  actor: Actor,
  id: string,
  permission: CasePermission,
): Promise<CaseModel> {
  await tx.$queryRaw`select 1 from fraud_case where id = ${id}::uuid for update`;
  const found = await tx.case.findFirst({ where: { AND: [{ id }, visibleCases(actor)] } });
  if (!found) throw new Problem("not-found");
  const members = await tx.caseMember.findMany({
    where: { caseId: id, removedAt: null },
    select: { membershipId: true },
  });
  if (!canOnCase(actor, permission, { ...found, memberIds: members.map(({ membershipId }) => membershipId) }))
    throw new Problem("not-allowed");
  return found;
}

async function lastCaseChange(tx: Tx, caseId: string) {
  const event = await tx.event.findFirst({
    where: { caseId },
    orderBy: { at: "desc" },
    select: { actorName: true, at: true, type: true },
  });
  return event ? { name: event.actorName ?? "", at: event.at.toISOString(), what: event.type } : undefined;
}

/** What every event of a case says about it. */
export const aboutCase = (
  found: Pick<CaseModel, "id" | "unitId" | "provinceCode" | "restricted" | "sealedTo">,
) => ({
  caseId: found.id,
  requesterOrgId: found.unitId,
  provinceCode: found.provinceCode,
  restricted: found.restricted,
  sealedTo: found.sealedTo,
  subjectType: "case",
  subjectId: found.id,
});
