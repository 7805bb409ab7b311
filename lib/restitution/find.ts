import type { Actor } from "@/lib/access/actor";
import { canOnMoney, type MoneyLike, type MoneyPermission } from "@/lib/access/money-policy";
import { visibleCases } from "@/lib/access/scope";
import { statement, type Tx } from "@/lib/db";
import { type ChangedBy, Problem } from "@/lib/errors";
import type {
  CaseModel,
  RestitutionDecisionModel,
  RestitutionShareModel,
} from "@/lib/generated/prisma/models";

export type HeldDecision = {
  decision: RestitutionDecisionModel;
  shares: RestitutionShareModel[];
  owner: CaseModel;
  like: MoneyLike;
};

/** What rights need to know of a case whose money is given back. */
export async function likeOfCase(
  tx: Tx,
  owner: CaseModel,
  authorIds: readonly string[] = [],
): Promise<MoneyLike> {
  const members = await tx.caseMember.findMany({
    where: { caseId: owner.id, removedAt: null },
    select: { membershipId: true },
  });
  return {
    requesterOrgId: owner.unitId,
    holderOrgId: null,
    sealedTo: owner.sealedTo,
    memberIds: members.map(({ membershipId }) => membershipId),
    authorIds,
  };
}

/** A case through the actor's scope, held until the act ends. @throws Problem not-found (foreign and missing alike), not-allowed. */
export async function caseToGiveBack(
  tx: Tx,
  actor: Actor,
  id: string,
  permission: MoneyPermission,
): Promise<CaseModel> {
  await statement(tx, "select 1 from fraud_case where id = $1 for share", [id]);
  const owner = await tx.case.findFirst({ where: { AND: [{ id }, visibleCases(actor)] } });
  if (!owner) throw new Problem("not-found");
  if (!canOnMoney(actor, permission, await likeOfCase(tx, owner))) throw new Problem("not-allowed");
  return owner;
}

/** A decision with its shares, locked. `version` is the one the screen was opened with. @throws Problem as above, changed-meanwhile. */
export async function holdDecision(
  tx: Tx,
  actor: Actor,
  id: string,
  permission: MoneyPermission,
  version: number | undefined,
): Promise<HeldDecision> {
  await statement(tx, "select 1 from restitution_decision where id = $1 for update", [id]);
  const decision = await tx.restitutionDecision.findUnique({ where: { id } });
  const owner = decision
    ? await tx.case.findFirst({ where: { AND: [{ id: decision.caseId }, visibleCases(actor)] } })
    : null;
  if (!decision || !owner) throw new Problem("not-found");
  const like = await likeOfCase(tx, owner, [decision.drafterId, ...decision.editorIds]);
  if (!canOnMoney(actor, "restitution.read", like)) throw new Problem("not-found");
  if (decision.version !== version)
    throw new Problem("changed-meanwhile", { by: await lastDecisionChange(tx, id) });
  if (!canOnMoney(actor, permission, like)) throw new Problem("not-allowed");
  const shares = await tx.restitutionShare.findMany({
    where: { decisionId: id },
    orderBy: { position: "asc" },
  });
  return { decision, shares, owner, like };
}

/** Who was first: the last line about this decision that the actor may read. */
export async function lastDecisionChange(tx: Tx, id: string): Promise<ChangedBy | undefined> {
  const event = await tx.event.findFirst({
    where: { subjectType: "restitution", subjectId: id },
    orderBy: { at: "desc" },
    select: { actorName: true, at: true, type: true },
  });
  return event ? { name: event.actorName ?? "", at: event.at.toISOString(), what: event.type } : undefined;
}
