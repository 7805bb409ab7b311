import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db";
import { organisationsOf } from "@/lib/organisations/names";
import { disputedHolds } from "./disputes";
import { returnsOf } from "./queries";
import type { Payee } from "./schema";
import type { ReturnTask } from "./types";

/** So many decisions stand on the desk's page: what is still to be returned first, then the latest. */
const shownAtMost = 100;

/**
 * What the acting organisation has to return, by decision. Of a victim it learns a name and an account where the decision discloses
 * them, else only that he is the first, the second, …; of the case nothing.
 */
export function listReturnTasks(actor: Actor): Promise<ReturnTask[]> {
  return asActor(actor, async (tx) => {
    const shares = await tx.restitutionShare.findMany({
      where: { holderOrgId: actor.orgId, issuedAt: { not: null } },
      orderBy: [{ issuedAt: "desc" }, { position: "asc" }],
      take: 2_000,
    });
    if (shares.length === 0) return [];
    const decisions = await tx.restitutionDecision.findMany({
      where: { id: { in: shares.map(({ decisionId }) => decisionId) } },
    });
    const holds = await tx.hold.findMany({ where: { id: { in: shares.map(({ holdId }) => holdId) } } });
    const items = await tx.requestItem.findMany({
      where: { id: { in: holds.map(({ itemId }) => itemId) } },
      select: { id: true, display: true, holderName: true },
    });
    const orders = await tx.request.findMany({
      where: { id: { in: shares.map(({ requestId }) => requestId) } },
      select: { id: true, code: true },
    });
    const names = await organisationsOf(tx, [
      ...decisions.map(({ unitId }) => unitId),
      ...shares.map(({ payeeInstitutionId }) => payeeInstitutionId),
    ]);
    const returns = await returnsOf(tx, {
      holderOrgId: actor.orgId,
      shareId: { in: shares.map(({ id }) => id) },
    });
    const disputed = await disputedHolds(
      tx,
      holds.filter(({ releasedAt }) => releasedAt === null).map(({ id }) => id),
    );
    const tasks = decisions.flatMap((decision): ReturnTask[] => {
      const { approvedAt, documentNumber, documentDate } = decision;
      if (!approvedAt || !documentNumber || !documentDate) return [];
      const own = shares.filter(({ decisionId }) => decisionId === decision.id);
      return [
        {
          id: decision.id,
          documentNumber,
          documentDate: documentDate.toISOString(),
          issuedAt: approvedAt.toISOString(),
          unit: names.get(decision.unitId)?.shortName ?? "",
          unitPhone: names.get(decision.unitId)?.dutyPhone ?? null,
          payee: decision.payee as Payee,
          custody: decision.custody,
          isCancelled: decision.status === "CANCELLED",
          total: own.reduce((sum, { amount }) => sum + amount, 0n).toString(),
          returned: own.reduce((sum, { returned }) => sum + returned, 0n).toString(),
          shares: own.map((share) => {
            const hold = holds.find(({ id }) => id === share.holdId);
            const item = items.find(({ id }) => id === hold?.itemId);
            return {
              id: share.id,
              version: share.version,
              position: share.position,
              requestId: share.requestId,
              requestCode: orders.find(({ id }) => id === share.requestId)?.code ?? "",
              account: item?.display ?? hold?.account ?? "",
              accountName: item?.holderName ?? null,
              amount: share.amount.toString(),
              returned: share.returned.toString(),
              isCancelled: share.cancelledAt !== null,
              isEnded: hold?.releasedAt !== null,
              isDisputed: disputed.has(share.holdId),
              payeeName: share.payeeName,
              payeeAccount: share.payeeAccount,
              payeeInstitution: share.payeeInstitutionId
                ? (names.get(share.payeeInstitutionId)?.shortName ?? null)
                : null,
              returns: returns.get(share.id) ?? [],
            };
          }),
        },
      ];
    });
    const isDone = ({ isCancelled, total, returned }: ReturnTask) => isCancelled || total === returned;
    return tasks
      .sort((a, b) => Number(isDone(a)) - Number(isDone(b)) || b.issuedAt.localeCompare(a.issuedAt))
      .slice(0, shownAtMost);
  });
}
