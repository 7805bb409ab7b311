import type { Actor } from "@/lib/access/actor";
import { caseFileOnly } from "@/lib/files/case-files";
import { canOnMoney, type MoneyPermission } from "@/lib/access/money-policy";
import { visibleCases } from "@/lib/access/scope";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import type { CaseModel } from "@/lib/generated/prisma/models";
import { byName } from "@/lib/i18n/collation";
import { judgeHolds } from "@/lib/release/orders/plan";
import { organisationsOf, peopleOf } from "@/lib/organisations/names";
import { decisionHash } from "./content";
import { disputesOf } from "./disputes";
import { likeOfCase } from "./find";
import { restitutionLifecycle } from "./lifecycle";
import { proposalFor } from "./proposal";
import type { Payee } from "./schema";
import type { DecisionRow, Freezes, RestitutionView, ReturnRow } from "./types";

const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);

/** What can be given back in a case, what is decided and what has gone back; null when the case is not the actor's to see. */
export function getRestitution(actor: Actor, caseId: string): Promise<RestitutionView | null> {
  return asActor(actor, async (tx) => {
    const owner = await tx.case.findFirst({ where: { AND: [{ id: caseId }, visibleCases(actor)] } });
    if (!owner) return null;
    const like = await likeOfCase(tx, owner);
    if (!canOnMoney(actor, "restitution.read", like)) return null;
    const decisions = await decisionsOf(tx, actor, owner);
    const open = decisions.find(({ status }) => status === "DRAFT" || status === "PENDING_APPROVAL");
    const { holds, victims, shares } = await proposalFor(tx, caseId, await databaseNow(tx), open?.id);
    const items = await tx.requestItem.findMany({
      where: { id: { in: holds.map(({ hold }) => hold.itemId) } },
      select: { id: true, display: true, holderName: true },
    });
    const names = await organisationsOf(
      tx,
      holds.map(({ hold }) => hold.holderOrgId),
    );
    const institutions = await tx.organisation.findMany({
      where: { kind: { in: ["bank", "payment_intermediary"] }, validTo: null },
      select: { id: true, shortName: true },
    });
    const disputes = await disputesOf(
      tx,
      holds.map(({ hold }) => hold.id),
    );
    const all = await tx.hold.aggregate({ where: { caseId }, _sum: { returnedAmount: true } });
    return {
      case: { id: owner.id, code: owner.code, title: owner.title, restricted: owner.restricted },
      holds: holds.map(({ hold, order, isPayable, decided, available, linked, days }) => {
        const item = items.find(({ id }) => id === hold.itemId);
        return {
          id: hold.id,
          requestId: order.id,
          requestCode: order.code,
          holder: names.get(hold.holderOrgId)?.shortName ?? "",
          account: item?.display ?? hold.account,
          accountName: item?.holderName ?? null,
          isPayable,
          amount: hold.amount.toString(),
          returned: hold.returnedAmount.toString(),
          decided: decided.toString(),
          available: available.toString(),
          linked: linked.toString(),
          fromAt: hold.fromAt.toISOString(),
          days,
          disputes: disputes.get(hold.id) ?? [],
        };
      }),
      victims: victims.map(({ loss, missed, ...victim }) => ({
        ...victim,
        loss: loss.toString(),
        missed: missed.toString(),
      })),
      proposed: shares.map(({ traced, amount, ...share }) => ({
        ...share,
        traced: traced.toString(),
        amount: amount.toString(),
      })),
      decisions,
      freezes: await freezesOf(
        tx,
        actor,
        caseId,
        holds.flatMap(({ hold, isPayable }) => (isPayable ? [] : [hold.id])),
      ),
      files: await tx.attachment.findMany({
        where: caseFileOnly(caseId),
        select: { id: true, name: true },
        orderBy: { createdAt: "desc" },
        take: 200,
      }),
      institutions: institutions.map(({ id, shortName }) => ({ id, name: shortName })).sort(byName),
      sums: {
        held: sumOf(holds.map(({ hold }) => hold.amount - hold.returnedAmount)).toString(),
        decided: sumOf(
          decisions.flatMap(({ status, total, returned }) =>
            status === "APPROVED" ? [BigInt(total) - BigInt(returned)] : [],
          ),
        ).toString(),
        returned: (all._sum.returnedAmount ?? 0n).toString(),
        missed: sumOf(victims.map(({ missed }) => missed)).toString(),
      },
      mayDraft: canOnMoney(actor, "restitution.draft", like) && !open,
    };
  });
}

/** What a freeze can be drafted for now; whom to ask where the reader may not draft himself. */
async function freezesOf(tx: Tx, actor: Actor, caseId: string, holdIds: string[]): Promise<Freezes> {
  const { planned, leftOut } = await judgeHolds(tx, actor, "ACCOUNT_FREEZE", holdIds);
  const isForeign = leftOut.some(({ why }) => why === "notAllowed");
  const { rows } = isForeign
    ? await statement<{ name: string }>(
        tx,
        `select p.full_name as name from case_member m join membership s on s.id = m.membership_id join person p on p.id = s.user_id
          where m.case_id = $1 and m.removed_at is null and 'investigator' = any(s.roles) order by p.full_name limit 5`,
        [caseId],
      )
    : { rows: [] };
  return {
    ready: planned.map(({ hold }) => hold.id),
    leftOut,
    drafters: rows.map(({ name }) => name),
  };
}

async function decisionsOf(tx: Tx, actor: Actor, owner: CaseModel): Promise<DecisionRow[]> {
  const decisions = await tx.restitutionDecision.findMany({
    where: { caseId: owner.id },
    include: { shares: { orderBy: { position: "asc" } } },
    orderBy: { createdAt: "desc" },
  });
  if (decisions.length === 0) return [];
  const shares = decisions.flatMap((decision) => decision.shares);
  const returns = await returnsOf(tx, { caseId: owner.id });
  const victims = await tx.victim.findMany({
    where: { caseId: owner.id },
    select: { id: true, fullName: true },
  });
  const holds = await tx.hold.findMany({
    where: { id: { in: shares.map(({ holdId }) => holdId) } },
    select: { id: true, account: true },
  });
  const names = await organisationsOf(
    tx,
    shares.flatMap((share) => [share.holderOrgId, share.payeeInstitutionId]),
  );
  const people = await peopleOf(
    tx,
    decisions.flatMap(({ drafterId, signerId }) => [drafterId, signerId]),
  );
  const files = await tx.attachment.findMany({
    where: { id: { in: decisions.flatMap(({ attachmentId }) => attachmentId ?? []) } },
    select: { id: true, name: true },
  });
  const paying = decisions
    .filter(({ status }) => status !== "CANCELLED")
    .flatMap((decision) => decision.shares.filter(({ amount, returned }) => amount > returned));
  const disputes = await disputesOf(
    tx,
    paying.map(({ holdId }) => holdId),
  );
  const base = await likeOfCase(tx, owner);
  return decisions.map((decision): DecisionRow => {
    const like = { ...base, authorIds: [decision.drafterId, ...decision.editorIds] };
    const may = (permission: MoneyPermission) => canOnMoney(actor, permission, like);
    const steps = restitutionLifecycle[decision.status];
    const returned = sumOf(decision.shares.map((share) => share.returned));
    const sources = paying.filter(
      (share, index, all) =>
        share.decisionId === decision.id &&
        all.findIndex((one) => one.decisionId === share.decisionId && one.holdId === share.holdId) === index,
    );
    const waiting = sources.flatMap(({ holdId, holderOrgId }) =>
      (disputes.get(holdId) ?? []).map((dispute) => ({
        ...dispute,
        holdId,
        holder: names.get(holderOrgId)?.shortName ?? "",
        account: holds.find(({ id }) => id === holdId)?.account ?? "",
      })),
    );
    return {
      id: decision.id,
      version: decision.version,
      status: decision.status,
      grounds: decision.grounds,
      payee: decision.payee as Payee,
      custody: decision.custody,
      file: files.find(({ id }) => id === decision.attachmentId) ?? null,
      statedReason: decision.statedReason,
      total: decision.total.toString(),
      returned: returned.toString(),
      drafter: people.get(decision.drafterId) ?? "",
      signer: decision.signerId ? (people.get(decision.signerId) ?? "") : null,
      documentNumber: decision.documentNumber,
      documentDate: decision.documentDate?.toISOString() ?? null,
      createdAt: decision.createdAt.toISOString(),
      contentHash: decisionHash(decision, decision.shares),
      shares: decision.shares.map((share) => ({
        id: share.id,
        version: share.version,
        position: share.position,
        holdId: share.holdId,
        victimId: share.victimId,
        holder: names.get(share.holderOrgId)?.shortName ?? "",
        account: holds.find(({ id }) => id === share.holdId)?.account ?? "",
        victim: victims.find(({ id }) => id === share.victimId)?.fullName ?? "",
        traced: share.traced.toString(),
        proposed: share.proposed.toString(),
        amount: share.amount.toString(),
        ground: share.ground,
        days: share.daysHeld,
        payeeAccount: share.payeeAccount,
        payeeInstitution: share.payeeInstitutionId
          ? (names.get(share.payeeInstitutionId)?.shortName ?? null)
          : null,
        payeeInstitutionId: share.payeeInstitutionId,
        returned: share.returned.toString(),
        returns: returns.get(share.id) ?? [],
      })),
      disputes: waiting,
      may: {
        edit: decision.status === "DRAFT" && may("restitution.draft"),
        submit: Boolean(steps.submit) && may("restitution.submit"),
        recall: Boolean(steps.recall) && may("restitution.recall"),
        return: Boolean(steps.return) && may("restitution.return"),
        approve: Boolean(steps.approve) && waiting.length === 0 && may("restitution.approve"),
        cancel: Boolean(steps.cancel) && returned === 0n && may("restitution.cancel"),
      },
    };
  });
}

/** Payments back by share, the earliest first. */
export async function returnsOf(
  tx: Tx,
  where: { caseId: string } | { holderOrgId: string; shareId: { in: string[] } },
): Promise<Map<string, ReturnRow[]>> {
  const rows = await tx.restitutionReturn.findMany({
    where,
    orderBy: [{ returnedAt: "asc" }, { id: "asc" }],
  });
  const byShare = new Map<string, ReturnRow[]>();
  for (const { id, shareId, amount, returnedAt, reference } of rows)
    byShare.set(shareId, [
      ...(byShare.get(shareId) ?? []),
      { id, amount: amount.toString(), returnedAt: returnedAt.toISOString(), reference },
    ]);
  return byShare;
}
