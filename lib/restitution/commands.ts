import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertFreshProof } from "@/lib/access/fresh-proof";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { aboutCase } from "@/lib/cases/change";
import { dateOf, dayOf } from "@/lib/day";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { assertNotHeldBack } from "@/lib/files/held";
import type { RestitutionDecisionModel, RestitutionShareModel } from "@/lib/generated/prisma/models";
import { nextDocumentNumber } from "@/lib/organisations/numbering";
import { aboutRequest } from "@/lib/requests/find";
import { kindsInForce, maySignAs } from "@/lib/requests/in-force";
import { assertNotHeld } from "@/lib/requests/suspicion/held";
import { decisionHash } from "./content";
import { assertUndisputed } from "./disputes";
import type { DecisionResult } from "./draft";
import { type HeldDecision, holdDecision, lastDecisionChange } from "./find";
import { type RestitutionEvent, restitutionLifecycle } from "./lifecycle";
import type { approveDecisionInput, decisionReasonInput, decisionStepInput } from "./schema";

type On<Schema extends z.ZodType> = z.output<Schema>;
type Moment = HeldDecision & { tx: Tx; now: Date };
type Effect = {
  data?: Partial<
    Pick<
      RestitutionDecisionModel,
      | "statedReason"
      | "submittedAt"
      | "approvedAt"
      | "cancelledAt"
      | "signerId"
      | "signerTitle"
      | "documentNumber"
      | "documentDate"
      | "contentHash"
      | "holderOrgIds"
    >
  >;
  reason?: string;
  changes?: Record<string, string | number>;
  /** What follows once the decision itself is written. */
  after?: () => Promise<void>;
};

/** A decision to give back is one of the order's own (QĐ), numbered with the unit's others (Decree 30/2020). */
const documentType = "QĐ";
/** Who may freeze may give back (Criminal Procedure Code art. 106 § 1, 113, 129): the register's titles for a freeze. */
export const measure = "ACCOUNT_FREEZE";

/** One way for every arrow of a decision: scope → policy → version → lifecycle → guarded write → record → tell, once per key. */
function takeDecisionStep<T extends { key: string; decisionId: string; version: number }>(
  actor: Actor,
  event: RestitutionEvent,
  input: T,
  effectOf: (moment: Moment) => Promise<Effect> | Effect = () => ({}),
): Promise<DecisionResult> {
  return once(actor, `restitution.${event}`, input, async (tx) => {
    const held = await holdDecision(tx, actor, input.decisionId, `restitution.${event}`, input.version);
    const { decision, owner } = held;
    const step = restitutionLifecycle[decision.status][event];
    if (!step) throw new Problem("not-now", { by: await lastDecisionChange(tx, decision.id) });
    if (event === "submit" || event === "approve") await assertNotHeld(tx);
    const now = await databaseNow(tx);
    const { data, reason, changes, after } = await effectOf({ ...held, tx, now });
    const { count } = await tx.restitutionDecision.updateMany({
      where: { id: decision.id, version: decision.version, status: decision.status },
      data: { ...data, status: step.to, version: { increment: 1 } },
    });
    if (count === 0)
      throw new Problem("changed-meanwhile", { by: await lastDecisionChange(tx, decision.id) });
    await after?.();
    await record(tx, actor, {
      ...aboutCase(owner),
      type: step.emits,
      subjectType: "restitution",
      subjectId: decision.id,
      reason,
      changes: { amount: decision.total.toString(), ...changes },
    });
    await tell(tx, step.emits, [owner.unitId], { caseId: owner.id });
    return { decisionId: decision.id, version: decision.version + 1 };
  });
}

/** Hands the decision to whoever approves it. */
export const submitRestitution = (
  actor: Actor,
  input: On<typeof decisionStepInput>,
): Promise<DecisionResult> =>
  takeDecisionStep(actor, "submit", input, ({ now }) => ({ data: { submittedAt: now, statedReason: null } }));

/** Whoever wrote or handed it in takes it back while nobody has approved it, to mend it. */
export const recallRestitution = (
  actor: Actor,
  input: On<typeof decisionStepInput>,
): Promise<DecisionResult> =>
  takeDecisionStep(actor, "recall", input, () => ({ data: { submittedAt: null, statedReason: null } }));

/** The commander gives the draft back with a reason. */
export const returnRestitution = (
  actor: Actor,
  input: On<typeof decisionReasonInput>,
): Promise<DecisionResult> =>
  takeDecisionStep(actor, "return", input, () => ({
    data: { statedReason: input.reason, submittedAt: null },
    reason: input.reason,
  }));

/**
 * Approves: fixes the content, gives the decision its gap-free number and tells each holder what it has to return. The approver neither
 * wrote nor handed in any version of it, holds a title that the register names for a freeze, and has just proved his second factor;
 * `contentHash` is what he read.
 * @throws Problem "second-factor", "not-allowed" without the title, "changed-meanwhile" when he read another content, "not-now" when a
 * hold has ended or shrunk below what is owed out of it, "disputed" while somebody waits for an answer about one, "files-held" while the scanner has not let its paper through.
 */
export const approveRestitution = (
  actor: Actor,
  input: Omit<On<typeof approveDecisionInput>, "code">,
): Promise<DecisionResult> =>
  takeDecisionStep(actor, "approve", input, async ({ tx, now, decision, shares, owner }) => {
    assertFreshProof(actor, now);
    const law = (await kindsInForce(tx, [measure], now)).get(measure);
    if (!law || !maySignAs(law, actor.signerTitle)) throw new Problem("not-allowed");
    if (decisionHash(decision, shares) !== input.contentHash) throw new Problem("changed-meanwhile");
    const due = shares.filter(({ amount }) => amount > 0n);
    if (decision.attachmentId) await assertNotHeldBack(tx, { id: decision.attachmentId });
    await assertStillHeld(tx, due);
    await assertUndisputed(
      tx,
      due.map(({ holdId }) => holdId),
    );
    const series = { type: documentType, restricted: owner.restricted };
    const number = await nextDocumentNumber(tx, actor.orgId, series, now);
    return {
      data: {
        signerId: actor.userId,
        signerTitle: actor.signerTitle,
        documentNumber: number,
        documentDate: dateOf(dayOf(now)),
        contentHash: input.contentHash,
        approvedAt: now,
        holderOrgIds: [...new Set(due.map(({ holderOrgId }) => holderOrgId))],
      },
      changes: { documentNumber: number, contentHash: input.contentHash },
      after: async () => {
        await tx.restitutionShare.updateMany({
          where: { id: { in: due.map(({ id }) => id) } },
          data: { issuedAt: now, version: { increment: 1 } },
        });
        await tellHolders(tx, actor, decision, due, "restitution.issued", number);
      },
    };
  });

/** Takes a decision back while nothing has been returned on it; its money may be decided on anew. */
export const cancelRestitution = (
  actor: Actor,
  input: On<typeof decisionReasonInput>,
): Promise<DecisionResult> =>
  takeDecisionStep(actor, "cancel", input, async ({ tx, now, decision, shares }) => {
    await lockShares(tx, decision.id);
    const paid = await tx.restitutionReturn.count({ where: { decisionId: decision.id } });
    if (paid > 0) throw new Problem("not-now", { by: await lastDecisionChange(tx, decision.id) });
    return {
      data: { cancelledAt: now, statedReason: input.reason },
      reason: input.reason,
      after: async () => {
        await tx.restitutionShare.updateMany({
          where: { decisionId: decision.id },
          data: { cancelledAt: now, version: { increment: 1 } },
        });
        if (decision.status === "APPROVED")
          await tellHolders(
            tx,
            actor,
            decision,
            shares.filter(({ issuedAt }) => issuedAt !== null),
            "restitution.called_back",
            decision.documentNumber ?? "",
          );
      },
    };
  });

/** A return that is being written waits, or has been. */
const lockShares = (tx: Tx, decisionId: string) =>
  statement(tx, "select 1 from restitution_share where decision_id = $1 order by id for update", [
    decisionId,
  ]);

/** Each hold still holds, and has what all decisions together take out of it. @throws Problem "not-now". */
async function assertStillHeld(tx: Tx, due: readonly RestitutionShareModel[]): Promise<void> {
  const ids = [...new Set(due.map(({ holdId }) => holdId))];
  await statement(tx, "select 1 from hold where id = any($1::uuid[]) order by id for update", [ids]);
  const holds = await tx.hold.findMany({ where: { id: { in: ids }, releasedAt: null } });
  if (holds.length !== ids.length) throw new Problem("not-now");
  for (const { id, amount } of holds) {
    const all = await tx.restitutionShare.aggregate({
      where: { holdId: id, cancelledAt: null },
      _sum: { amount: true },
    });
    if ((all._sum.amount ?? 0n) > amount) throw new Problem("not-now");
  }
}

/** Each holder learns what he has to return, by the order that he holds it under: a line in that order's record, and a notice. */
async function tellHolders(
  tx: Tx,
  actor: Actor,
  decision: RestitutionDecisionModel,
  shares: readonly RestitutionShareModel[],
  type: "restitution.issued" | "restitution.called_back",
  documentNumber: string,
): Promise<void> {
  const ids = [...new Set(shares.map(({ requestId }) => requestId))];
  const orders = await tx.request.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  for (const order of orders) {
    const own = shares.filter(({ requestId }) => requestId === order.id);
    const amount = own.reduce((sum, share) => sum + share.amount, 0n);
    await record(tx, actor, {
      ...aboutRequest(order),
      type,
      shared: true,
      subjectType: "restitution",
      subjectId: decision.id,
      changes: { documentNumber, amount: amount.toString(), shares: own.length },
    });
    await tell(tx, type, [order.requesterOrgId, order.addresseeOrgId], {
      caseId: order.caseId,
      requestId: order.id,
      urgent: true,
    });
  }
}
