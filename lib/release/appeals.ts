import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { MoneyPermission } from "@/lib/access/money-policy";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { dateOf, dayOf } from "@/lib/day";
import { databaseNow, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { AppealModel, RequestModel } from "@/lib/generated/prisma/models";
import type { AppealStatus } from "@/lib/generated/prisma/enums";
import { nextCode, nextDocumentNumber } from "@/lib/organisations/numbering";
import { aboutRequest } from "@/lib/requests/find";
import { assertNotHeld } from "@/lib/requests/suspicion/held";
import { appealTerm, endAppealClock, startAppealClock } from "./clock";
import { draftReleaseIn, type Release } from "./draft-release";
import { holdAppeal, holdHeld, lastAppealChange } from "./find";
import { appealLifecycle, type AppealEvent, isReleaseGone, openAppeals } from "./lifecycle";
import type {
  appealReleaseInput,
  ReceiveAppeal,
  rejectAppealInput,
  reviewAppealInput,
  upholdAppealInput,
  withdrawAppealInput,
} from "./schema";

export type AppealResult = { appealId: string; version: number; status: AppealStatus };
type On<Schema extends z.ZodType> = z.output<Schema>;

/** The answer to an appeal is an official letter, numbered with the unit's others. */
const letterType = "CV";

const about = (order: RequestModel, appealId: string) => ({
  ...aboutRequest(order),
  subjectType: "appeal",
  subjectId: appealId,
});
/** Only whoever took an appeal in hears of it beside the unit. */
const partiesOf = (appeal: Pick<AppealModel, "requesterOrgId" | "intakeOrgId">) => [
  appeal.requesterOrgId,
  appeal.intakeOrgId,
];

/**
 * Takes in what the holder of an account says against a hold: gives it its number and starts its clock. A bank's liaison hands in
 * what was brought to a branch; he learns what becomes of it and nothing of the case.
 * @throws Problem not-found, not-allowed, not-now (the hold has ended), invalid (at the field: this person, or any by this branch, has an
 * open one), unavailable (no time limit is kept).
 */
export function receiveAppeal(actor: Actor, input: ReceiveAppeal): Promise<AppealResult & { code: string }> {
  return once(actor, "appeal.receive", input, async (tx) => {
    const { hold, order } = await holdHeld(tx, actor, input.holdId, "appeal.receive");
    const atBranch = actor.orgId === hold.holderOrgId;
    if (atBranch !== (input.channel === "bank_branch"))
      throw new Problem("invalid", { fields: { channel: "required" } });
    const open = (over: Prisma.AppealWhereInput) =>
      tx.appeal.count({ where: { holdId: hold.id, status: { in: [...openAppeals] }, ...over } });
    if ((await open({ appellant: { equals: input.appellant, mode: "insensitive" } })) > 0)
      throw new Problem("invalid", { fields: { appellant: "appeal.twice" } });
    // Each open one keeps the money from going back: a branch brings a second when the first has its answer.
    if (atBranch && (await open({ intakeOrgId: actor.orgId })) > 0)
      throw new Problem("invalid", { fields: { appellant: "appeal.branchOpen" } });
    const now = await databaseNow(tx);
    const term = await appealTerm(tx, order, now);
    const code = await nextCode(tx, "KN", order.provinceCode, now);
    const appeal = await tx.appeal.create({
      data: {
        code,
        holdId: hold.id,
        requestId: order.id,
        caseId: order.caseId,
        requesterOrgId: order.requesterOrgId,
        holderOrgId: hold.holderOrgId,
        intakeOrgId: actor.orgId,
        provinceCode: order.provinceCode,
        channel: input.channel,
        appellant: input.appellant,
        contact: input.contact,
        content: input.content,
        receivedAt: now,
        dueAt: term.dueAt,
        spanMinutes: term.spanMinutes,
        receivedById: actor.userId,
      },
    });
    await startAppealClock(tx, appeal, order, term, now);
    await record(tx, actor, {
      ...about(order, appeal.id),
      type: "appeal.received",
      shared: atBranch,
      changes: { code, channel: input.channel },
    });
    await tell(tx, "appeal.received", partiesOf(appeal), {
      caseId: order.caseId,
      requestId: order.id,
      urgent: true,
    });
    return { appealId: appeal.id, code, version: 1, status: "RECEIVED" as const };
  });
}

type Ending = {
  data?: {
    reviewerId?: string;
    ground?: string;
    answer?: string;
    unfreezeId?: string;
    withdrawalLetterId?: string;
  };
  reason?: string;
  changes?: Record<string, string>;
};

/** One way for every arrow of an appeal: scope → policy → lifecycle → guarded write → clock → record → tell, once per key. */
function takeAppealStep<T extends { key: string; appealId: string; version: number }>(
  actor: Actor,
  event: AppealEvent,
  input: T,
  effectOf: (moment: {
    tx: Tx;
    appeal: AppealModel;
    order: RequestModel;
    now: Date;
  }) => Promise<Ending> | Ending,
): Promise<AppealResult & { release?: Release }> {
  return once(actor, `appeal.${event}`, input, async (tx) => {
    const permission: MoneyPermission = `appeal.${event}`;
    const { appeal, order } = await holdAppeal(tx, actor, input.appealId, permission, input.version);
    const step = appealLifecycle[appeal.status][event];
    if (!step) throw new Problem("not-now", { by: await lastAppealChange(tx, appeal.id) });
    const now = await databaseNow(tx);
    const { data, reason, changes } = await effectOf({ tx, appeal, order, now });
    const decides = step.to === "UPHELD" || step.to === "REJECTED";
    if (decides) await assertNotHeld(tx);
    const series = { type: letterType, restricted: order.restricted };
    const number = decides ? await nextDocumentNumber(tx, actor.orgId, series, now) : null;
    const { count } = await tx.appeal.updateMany({
      where: { id: appeal.id, version: appeal.version, status: appeal.status },
      data: {
        ...data,
        status: step.to,
        version: { increment: 1 },
        ...(step.ends ? { endedAt: now } : {}),
        ...(number
          ? { decidedById: actor.userId, documentNumber: number, documentDate: dateOf(dayOf(now)) }
          : {}),
      },
    });
    if (count === 0) throw new Problem("changed-meanwhile", { by: await lastAppealChange(tx, appeal.id) });
    if (step.ends) await endAppealClock(tx, appeal.id, now, step.to === "WITHDRAWN" ? "cancelled" : "done");
    await record(tx, actor, {
      ...about(order, appeal.id),
      type: step.emits,
      reason,
      changes: {
        code: appeal.code,
        status: [appeal.status, step.to],
        ...(number ? { documentNumber: number } : {}),
        ...changes,
      },
    });
    await tell(tx, step.emits, partiesOf(appeal), { caseId: order.caseId, requestId: order.id });
    return { appealId: appeal.id, version: appeal.version + 1, status: step.to };
  });
}

/** Somebody of the unit begins to look into it. */
export const reviewAppeal = (actor: Actor, input: On<typeof reviewAppealInput>): Promise<AppealResult> =>
  takeAppealStep(actor, "review", input, () => ({ data: { reviewerId: actor.userId } }));

/**
 * A commander finds it right: the money is to be let go. With `draftRelease` the order for that is drafted and handed in within the same
 * act; another commander signs it, for nobody signs what he drafted. Who wrote or signed the hold's order does not judge.
 */
export const upholdAppeal = (actor: Actor, input: On<typeof upholdAppealInput>): Promise<AppealResult> =>
  takeAppealStep(actor, "uphold", input, async ({ tx, appeal, order }) => {
    const release = input.draftRelease ? await releaseFor(tx, actor, appeal, order, input.answer) : null;
    return { data: { answer: input.answer, ...(release ? { unfreezeId: release.requestId } : {}) } };
  });

/** A commander finds it wrong, with a coded ground and an answer that says why. */
export const rejectAppeal = (actor: Actor, input: On<typeof rejectAppealInput>): Promise<AppealResult> =>
  takeAppealStep(actor, "reject", input, () => ({
    data: { answer: input.answer, ground: input.ground },
    changes: { appealGround: input.ground },
  }));

/**
 * Whoever appealed takes it back, in a letter that lies beside the appeal. The intake office notes it, or a commander who neither wrote
 * nor signed the order. @throws Problem as above, invalid when the letter is not a file of this appeal.
 */
export const withdrawAppeal = (actor: Actor, input: On<typeof withdrawAppealInput>): Promise<AppealResult> =>
  takeAppealStep(actor, "withdraw", input, async ({ tx, appeal }) => {
    if (!(await tx.attachment.count({ where: { id: input.letterId, appealId: appeal.id } })))
      throw new Problem("invalid", { fields: { letterId: "file.notAttached" } });
    return {
      data: { answer: input.reason, withdrawalLetterId: input.letterId },
      reason: input.reason,
    };
  });

/** Drafts the order for an appeal that was found right, when the decision did not. @throws Problem not-now, and as drafting does. */
export function draftAppealRelease(
  actor: Actor,
  input: On<typeof appealReleaseInput>,
): Promise<AppealResult & { requestId: string }> {
  return once(actor, "appeal.draft_release", input, async (tx) => {
    const { appeal, order } = await holdAppeal(
      tx,
      actor,
      input.appealId,
      "appeal.draftRelease",
      input.version,
    );
    if (appeal.status !== "UPHELD")
      throw new Problem("not-now", { by: await lastAppealChange(tx, appeal.id) });
    const known = appeal.unfreezeId
      ? await tx.request.findUnique({ where: { id: appeal.unfreezeId }, select: { status: true } })
      : null;
    if (known && !isReleaseGone(known.status)) throw new Problem("not-now");
    const release = await releaseFor(tx, actor, appeal, order, appeal.answer ?? "");
    const { count } = await tx.appeal.updateMany({
      where: { id: appeal.id, version: appeal.version },
      data: { unfreezeId: release.requestId, version: { increment: 1 } },
    });
    if (count === 0) throw new Problem("changed-meanwhile", { by: await lastAppealChange(tx, appeal.id) });
    await record(tx, actor, {
      ...about(order, appeal.id),
      type: "appeal.release_drafted",
      changes: { code: appeal.code },
    });
    await tell(tx, "appeal.release_drafted", partiesOf(appeal), {
      caseId: order.caseId,
      requestId: order.id,
    });
    return {
      appealId: appeal.id,
      version: appeal.version + 1,
      status: appeal.status,
      requestId: release.requestId,
    };
  });
}

/** The hold may have ended meanwhile: then there is nothing to let go. */
async function releaseFor(
  tx: Tx,
  actor: Actor,
  appeal: AppealModel,
  order: RequestModel,
  answer: string,
): Promise<Release> {
  const hold = await tx.hold.findUnique({ where: { id: appeal.holdId } });
  if (!hold || hold.releasedAt) throw new Problem("not-now");
  return draftReleaseIn(tx, actor, { hold, order }, `${appeal.code}. ${answer}`.slice(0, 4000));
}
