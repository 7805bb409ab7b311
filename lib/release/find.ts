import type { Actor } from "@/lib/access/actor";
import { canOnMoney, type MoneyLike, type MoneyPermission } from "@/lib/access/money-policy";
import { visibleRequests } from "@/lib/access/scope";
import { statement, type Tx } from "@/lib/db";
import { type ChangedBy, Problem } from "@/lib/errors";
import type { AppealModel, HoldModel, RequestModel } from "@/lib/generated/prisma/models";

export type HeldMoney = { hold: HoldModel; order: RequestModel; like: MoneyLike };

/** What rights need to know of an order's money. A responder may not read the case: its members come back empty for him. */
export async function likeOf(tx: Tx, actor: Actor, order: RequestModel): Promise<MoneyLike> {
  const members = actor.orgIds.includes(order.requesterOrgId)
    ? await statement<{ id: string }>(
        tx,
        "select membership_id as id from case_member where case_id = $1 and removed_at is null",
        [order.caseId],
      )
    : { rows: [] };
  return {
    requesterOrgId: order.requesterOrgId,
    holderOrgId: order.sentAt ? order.addresseeOrgId : null,
    sealedTo: order.sealedTo,
    memberIds: members.rows.map(({ id }) => id),
    authorIds: [order.drafterId, ...order.editorIds],
    signerId: order.signerId,
  };
}

/**
 * A hold that still holds, with its order, held by a lock on the order: an answer that lets it go waits, or has been.
 * @throws Problem not-found (missing and foreign alike), not-allowed, not-now when it has ended.
 */
export async function holdHeld(
  tx: Tx,
  actor: Actor,
  id: string,
  permission: MoneyPermission,
): Promise<HeldMoney> {
  const place = await tx.hold.findUnique({ where: { id }, select: { requestId: true } });
  if (!place) throw new Problem("not-found");
  // Whoever only reads the order locks nothing; he writes nothing either that another act could cross.
  await statement(tx, "select 1 from request where id = $1 for update", [place.requestId]);
  const order = await tx.request.findFirst({
    where: { AND: [{ id: place.requestId }, visibleRequests(actor)] },
  });
  const hold = await tx.hold.findUnique({ where: { id } });
  if (!order || !hold) throw new Problem("not-found");
  const like = await likeOf(tx, actor, order);
  if (!canOnMoney(actor, "hold.read", like)) throw new Problem("not-found");
  if (!canOnMoney(actor, permission, like)) throw new Problem("not-allowed");
  if (hold.releasedAt) throw new Problem("not-now");
  return { hold, order, like };
}

/**
 * An appeal and the order it is about, locked. `version` is the one the screen was opened with.
 * @throws Problem not-found (missing and foreign alike), changed-meanwhile (told by whom), not-allowed.
 */
export async function holdAppeal(
  tx: Tx,
  actor: Actor,
  id: string,
  permission: MoneyPermission,
  version: number,
): Promise<{ appeal: AppealModel; order: RequestModel; like: MoneyLike }> {
  await statement(tx, "select 1 from appeal where id = $1 for update", [id]);
  const appeal = await tx.appeal.findUnique({ where: { id } });
  const order = appeal
    ? await tx.request.findFirst({ where: { AND: [{ id: appeal.requestId }, visibleRequests(actor)] } })
    : null;
  if (!appeal || !order) throw new Problem("not-found");
  const like = { ...(await likeOf(tx, actor, order)), intakeOrgId: appeal.intakeOrgId };
  if (!canOnMoney(actor, "appeal.read", like)) throw new Problem("not-found");
  if (appeal.version !== version)
    throw new Problem("changed-meanwhile", { by: await lastAppealChange(tx, id) });
  if (!canOnMoney(actor, permission, like)) throw new Problem("not-allowed");
  return { appeal, order, like };
}

/** Who was first: the last line about this appeal that the actor may read. */
export async function lastAppealChange(tx: Tx, appealId: string): Promise<ChangedBy | undefined> {
  const event = await tx.event.findFirst({
    where: { subjectType: "appeal", subjectId: appealId },
    orderBy: { at: "desc" },
    select: { actorName: true, at: true, type: true },
  });
  return event ? { name: event.actorName ?? "", at: event.at.toISOString(), what: event.type } : undefined;
}
