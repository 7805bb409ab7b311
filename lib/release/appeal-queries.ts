import type { Actor } from "@/lib/access/actor";
import { canOnMoney, type MoneyPermission } from "@/lib/access/money-policy";
import { visibleRequests } from "@/lib/access/scope";
import { inForceAt } from "@/lib/day";
import { asActor, statement, type Tx } from "@/lib/db";
import { filesOf } from "@/lib/files/queries";
import type { AppealModel, RequestModel } from "@/lib/generated/prisma/models";
import { peopleOf } from "@/lib/organisations/names";
import { appealColumns, appealRowOf, type AppealSqlRow, appealTables, isDesk } from "./appeal-list";
import { likeOf } from "./find";
import { appealLifecycle, isOpenAppeal, isReleaseGone } from "./lifecycle";
import { lookAtCase } from "./look";
import type { AppealDetail, AppealLetter, FoundHold } from "./types";

const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

/** An appeal and its order, when the actor may read it; what he may do with it. */
async function readable(tx: Tx, actor: Actor, id: string) {
  const appeal = await tx.appeal.findUnique({ where: { id } });
  const order = appeal
    ? await tx.request.findFirst({ where: { AND: [{ id: appeal.requestId }, visibleRequests(actor)] } })
    : null;
  if (!appeal || !order) return null;
  const like = { ...(await likeOf(tx, actor, order)), intakeOrgId: appeal.intakeOrgId };
  return canOnMoney(actor, "appeal.read", like) ? { appeal, order, like } : null;
}

/** One appeal as its reader may see it: the desk that handed it in reads its state and answer, and nothing of the case. */
export function getAppeal(actor: Actor, id: string): Promise<AppealDetail | null> {
  return asActor(actor, async (tx) => {
    const found = await readable(tx, actor, id);
    if (!found) return null;
    const { appeal, order, like } = found;
    const { rows } = await statement<AppealSqlRow & { account_name: string | null }>(
      tx,
      `select ${appealColumns}, i.holder_name as account_name from ${appealTables} where a.id = $1`,
      [id],
    );
    const row = rows[0]!;
    const desk = isDesk(actor);
    const hold = await tx.hold.findUniqueOrThrow({ where: { id: appeal.holdId } });
    const may = (permission: MoneyPermission) => canOnMoney(actor, permission, like);
    const steps = appealLifecycle[appeal.status];
    const people = await peopleOf(tx, [appeal.receivedById, appeal.reviewerId, appeal.decidedById]);
    const owner = desk
      ? null
      : await tx.case.findUnique({
          where: { id: appeal.caseId },
          select: { id: true, code: true, title: true },
        });
    const release =
      desk || !appeal.unfreezeId
        ? null
        : await tx.request.findUnique({
            where: { id: appeal.unfreezeId },
            select: { id: true, code: true, status: true },
          });
    const intake = await tx.organisation.findUnique({
      where: { id: appeal.intakeOrgId },
      select: { shortName: true },
    });
    const files = await filesOf(tx, actor, { appealId: id });
    const link = desk ? null : (await lookAtCase(tx, appeal.caseId)).get(hold.id);
    return {
      ...appealRowOf(row),
      caseCode: owner?.code ?? null,
      version: appeal.version,
      isDesk: desk,
      contact: appeal.contact,
      content: appeal.content,
      intake: intake?.shortName ?? "",
      receivedBy: people.get(appeal.receivedById) ?? "",
      // Who looks into it inside the unit is the unit's own.
      reviewer: desk || !appeal.reviewerId ? null : (people.get(appeal.reviewerId) ?? ""),
      decidedBy: appeal.decidedById ? (people.get(appeal.decidedById) ?? "") : null,
      ground: appeal.ground,
      answer: appeal.answer,
      documentNumber: appeal.documentNumber,
      documentDate: iso(appeal.documentDate),
      accountName: row.account_name,
      hold: {
        amount: hold.amount.toString(),
        fromAt: hold.fromAt.toISOString(),
        untilAt: iso(hold.untilAt),
        releasedAt: iso(hold.releasedAt),
        linked: link?.linked.toString() ?? null,
      },
      order: { id: order.id, code: order.code, kindCode: order.kindCode },
      case: owner,
      release,
      policy: await policyOf(tx, appeal),
      files,
      withdrawalLetter: files.find(({ id: fileId }) => fileId === appeal.withdrawalLetterId)?.name ?? null,
      owedBy: desk || hold.releasedAt ? [] : await owingFrom(tx, hold.id),
      isAgainstReader:
        isOpenAppeal(appeal.status) &&
        (like.signerId === actor.userId || Boolean(like.authorIds?.includes(actor.userId))),
      history: desk ? [] : await linesOf(tx, id),
      may: {
        review: Boolean(steps.review) && may("appeal.review"),
        uphold: Boolean(steps.uphold) && may("appeal.uphold"),
        reject: Boolean(steps.reject) && may("appeal.reject"),
        withdraw: Boolean(steps.withdraw) && may("appeal.withdraw"),
        draftRelease:
          appeal.status === "UPHELD" &&
          hold.releasedAt === null &&
          (!release || isReleaseGone(release.status)) &&
          may("appeal.draftRelease"),
        addFile: isOpenAppeal(appeal.status) && may("appeal.receive"),
      },
    };
  });
}

/** Decisions that still have to give money of a hold back, the drafted ones too. */
async function owingFrom(tx: Tx, holdId: string): Promise<AppealDetail["owedBy"]> {
  const { rows } = await statement<AppealDetail["owedBy"][number]>(
    tx,
    `select d.id, d.document_number as "documentNumber" from restitution_decision d where d.status <> 'CANCELLED' and exists (
        select 1 from restitution_share s where s.decision_id = d.id and s.hold_id = $1 and s.cancelled_at is null and s.amount > s.returned)
      order by d.created_at`,
    [holdId],
  );
  return rows;
}

async function policyOf(tx: Tx, appeal: AppealModel): Promise<AppealDetail["policy"]> {
  const clock = await tx.deadline.findFirst({
    where: { appealId: appeal.id },
    select: { policy: true, label: true },
  });
  const policy = clock?.policy as { verify?: boolean } | undefined;
  return clock ? { text: clock.label, verify: policy?.verify ?? true } : null;
}

/** The lines of the record about this appeal, newest first. */
async function linesOf(tx: Tx, id: string): Promise<AppealDetail["history"]> {
  const { rows } = await statement<Omit<AppealDetail["history"][number], "at"> & { at: Date }>(
    tx,
    `select e.id, e.at, e.type, e.actor_name as actor, o.short_name as organisation, e.reason, e.changes
      from event e left join organisation o on o.id = e.org_id where e.subject_type = 'appeal' and e.subject_id = $1 order by e.at desc, e.seq desc limit 60`,
    [id],
  );
  return rows.map(({ at, ...line }) => ({ ...line, at: at.toISOString() }));
}

/** The hold that an appeal's form was opened for; null when it is not the actor's to appeal against. */
export function getHoldToAppeal(actor: Actor, id: string): Promise<FoundHold | null> {
  return asActor(actor, async (tx) => {
    const hold = await tx.hold.findUnique({ where: { id } });
    const order = hold
      ? await tx.request.findFirst({ where: { AND: [{ id: hold.requestId }, visibleRequests(actor)] } })
      : null;
    if (!hold || hold.releasedAt || !order) return null;
    if (!canOnMoney(actor, "appeal.receive", await likeOf(tx, actor, order))) return null;
    const item = await tx.requestItem.findUnique({
      where: { id: hold.itemId },
      select: { display: true, holderName: true },
    });
    const holder = await tx.organisation.findUnique({
      where: { id: hold.holderOrgId },
      select: { shortName: true },
    });
    return {
      id,
      account: item?.display ?? hold.account,
      accountName: item?.holderName ?? null,
      holder: holder?.shortName ?? "",
      amount: hold.amount.toString(),
      requestCode: order.code,
    };
  });
}

/** The answer as a paper; null before it is given and for whoever may not read the appeal. */
export function getAppealLetter(actor: Actor, id: string): Promise<AppealLetter | null> {
  return asActor(actor, async (tx) => {
    const found = await readable(tx, actor, id);
    if (!found) return null;
    const { appeal, order } = found;
    const { answer, documentNumber, documentDate, decidedById, status } = appeal;
    if (
      (status !== "UPHELD" && status !== "REJECTED") ||
      !answer ||
      !documentNumber ||
      !documentDate ||
      !decidedById
    )
      return null;
    const hold = await tx.hold.findUniqueOrThrow({ where: { id: appeal.holdId } });
    const item = await tx.requestItem.findUnique({ where: { id: hold.itemId }, select: { display: true } });
    return {
      code: appeal.code,
      isUpheld: status === "UPHELD",
      ground: appeal.ground,
      answer,
      appellant: appeal.appellant,
      account: item?.display ?? hold.account,
      amount: hold.amount.toString(),
      orderNumber: order.documentNumber,
      orderDate: iso(order.documentDate),
      receivedAt: appeal.receivedAt.toISOString(),
      documentNumber,
      documentDate: documentDate.toISOString(),
      ...(await issuerOf(tx, order, hold.holderOrgId, documentDate)),
      signer: await signedBy(tx, decidedById, order.requesterOrgId),
    };
  });
}

/** A paper names the organ above as it was on the day of signing. */
async function issuerOf(tx: Tx, order: RequestModel, holderId: string, at: Date) {
  const unit = await tx.organisation.findUniqueOrThrow({
    where: { id: order.requesterOrgId },
    select: { name: true, dutyPhone: true },
  });
  const above = await tx.organisationLink.findFirst({
    where: {
      childId: order.requesterOrgId,
      ...inForceAt(at),
    },
    select: { parent: { select: { name: true } } },
  });
  const holder = await tx.organisation.findUnique({ where: { id: holderId }, select: { name: true } });
  const province = await tx.province.findUnique({
    where: { code: order.provinceCode },
    select: { name: true },
  });
  return {
    issuer: { above: above?.parent.name ?? null, name: unit.name, phone: unit.dutyPhone },
    holder: holder?.name ?? "",
    place: province?.name ?? "",
  };
}

async function signedBy(tx: Tx, userId: string, unitId: string): Promise<AppealLetter["signer"]> {
  const person = await tx.user.findUnique({ where: { id: userId }, select: { fullName: true, rank: true } });
  const membership = await tx.membership.findFirst({
    where: { userId, organisationId: unitId },
    select: { title: true },
  });
  return { name: person?.fullName ?? "", rank: person?.rank ?? null, title: membership?.title ?? null };
}
