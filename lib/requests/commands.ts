import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertFreshProof } from "@/lib/access/fresh-proof";
import { dateOf, dayOf } from "@/lib/day";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { openIndexToAddressee } from "@/lib/search/index-entries";
import { envelopeHash, envelopeOf, signEnvelope } from "./signing/envelope";
import { assertIssuable, maySignAs } from "./in-force";
import { kindOf } from "./kinds";
import { nextDocumentNumber } from "@/lib/organisations/numbering";
import { lastChange } from "./find";
import { mayDeclineWhole } from "./rules";
import { endHoldsOf } from "./holds/end";
import type { clarifyInput, reasonInput, refuseInput, sendBackInput, signInput, stepInput } from "./schema";
import { type Effect, type Moment, stepIn, type StepInput, type StepResult, takeStep } from "./step";
import { sendAnswerFiles } from "./desk/files";
import { takeInHand } from "./desk/take-in-hand";
import { notifyProcuracy, procuracyToTell } from "./notified/notify";
import { assertNotHeld } from "./suspicion/held";

type StepOf<Schema extends z.ZodType> = z.output<Schema>;

/** Hands the draft to the signer. @throws Problem "not-now" when the case is not far enough for this kind; "invalid" without a basis. */
export const submitRequest = (actor: Actor, input: StepOf<typeof stepInput>): Promise<StepResult> =>
  takeStep(actor, "submit", input, handedIn);

/**
 * The same within a transaction that is open already: a statement hands in all its requests at once. Those of one act bear one instant
 * (`together`, UTC): by it they are known to have been handed in together.
 */
export const submitIn = (
  tx: Tx,
  actor: Actor,
  input: Omit<StepInput, "key">,
  together?: Date,
): Promise<StepResult> =>
  stepIn(tx, actor, "submit", input, (moment) => handedIn({ ...moment, now: together ?? moment.now }));

async function handedIn({ tx, request, now }: Moment): Promise<Effect> {
  await assertNotHeld(tx);
  await assertIssuable(tx, request, now);
  // No letter goes out without a word of why it may; a draft may lie here from before its kind had one.
  if (request.legalBases.length === 0) throw new Problem("invalid", { fields: { legalBases: "required" } });
  return { data: { submittedAt: now, statedReason: null } };
}

/** Drops a draft that will not be sent. */
export const discardRequest = (actor: Actor, input: StepOf<typeof stepInput>): Promise<StepResult> =>
  takeStep(actor, "discard", input, ({ now }) => ({ data: { closedAt: now } }));

/** The signer gives the draft back with a reason. */
export const returnRequest = (actor: Actor, input: StepOf<typeof reasonInput>): Promise<StepResult> =>
  takeStep(actor, "return", input, () => ({
    data: { statedReason: input.reason, submittedAt: null },
    reason: input.reason,
  }));

/**
 * Whoever wrote or handed it in takes it back from the signer, to mend it. Nothing that was typed is lost: the draft is what was handed
 * in, and the database keeps that version beside it.
 */
export const recallRequest = (actor: Actor, input: StepOf<typeof stepInput>): Promise<StepResult> =>
  takeStep(actor, "recall", input, async ({ tx, request }) => ({
    data: { submittedAt: null, statedReason: null },
    changes: { contentHash: envelopeHash(await envelopeOf(tx, request)) },
  }));

/**
 * Signs and issues: fixes the content, gives the document its gap-free number, starts the clocks. The signer neither wrote nor handed
 * in any version of it, holds a title that the law names for this kind, and has proved a second factor within two minutes;
 * `contentHash` is what he read.
 * @throws Problem "second-factor" when the proof is missing or old; "changed-meanwhile" when he read another content; "not-allowed"
 * without the title; "not-now" when the case is not far enough; "invalid" when a procuracy has to be told and the register has none;
 * "sender-held" while a doubt about the signer stands.
 */
export const signRequest = (actor: Actor, input: StepOf<typeof signInput>): Promise<StepResult> =>
  takeStep(actor, "sign", input, async ({ tx, request, now }) => {
    assertFreshProof(actor, now);
    if (!maySignAs(await assertIssuable(tx, request, now), actor.signerTitle))
      throw new Problem("not-allowed");
    const procuracyOrgId = await procuracyToTell(tx, request);
    await openIndexToAddressee(tx, request.id, request.addresseeOrgId);
    const number = await nextDocumentNumber(
      tx,
      actor.orgId,
      { type: kindOf(request.kindCode).documentType, restricted: request.restricted },
      now,
    );
    const issue = {
      signerId: actor.userId,
      sentAt: now,
      provedAt: actor.secondFactorAt,
      procuracyOrgId,
      notifiedAt: procuracyOrgId ? now : null,
      documentNumber: number,
      documentDate: dateOf(dayOf(now)),
    };
    const signed = await signEnvelope(tx, request, input.contentHash, { ...request, ...issue });
    if (procuracyOrgId) await notifyProcuracy(tx, actor, request, procuracyOrgId);
    return {
      data: { ...issue, ...signed },
      changes: {
        documentNumber: number,
        contentHash: signed.contentHash,
        signerTitle: actor.signerTitle,
        signingKey: signed.signingKeyId,
      },
      figures: [{ measure: "request.sent", count: 1, amount: request.disputedAmount }],
    };
  });

/** The desk confirms that it has the request. */
export const acknowledgeRequest = (actor: Actor, input: StepOf<typeof stepInput>): Promise<StepResult> =>
  takeStep(actor, "acknowledge", input, async (moment) => ({ data: await takeInHand(actor, moment) }));

/** The desk begins to work on it. */
export const startRequest = (actor: Actor, input: StepOf<typeof stepInput>): Promise<StepResult> =>
  takeStep(actor, "start", input, async (moment) => ({ data: await takeInHand(actor, moment) }));

/** The desk asks back; the answer's clock stands still until the police reply. */
export const askClarification = (actor: Actor, input: StepOf<typeof reasonInput>): Promise<StepResult> =>
  takeStep(actor, "ask", input, async (moment) => {
    const { tx, request, now } = moment;
    await tx.clarification.createMany({
      data: [{ requestId: request.id, question: input.reason, askedById: actor.userId, askedAt: now }],
    });
    return { data: await takeInHand(actor, moment), reason: input.reason };
  });

/** The police reply; the clock goes on with the time that was left. */
export const clarifyRequest = (actor: Actor, input: StepOf<typeof clarifyInput>): Promise<StepResult> =>
  takeStep(actor, "clarify", input, async ({ tx, request, now }) => {
    const { count } = await tx.clarification.updateMany({
      where: { requestId: request.id, repliedAt: null },
      data: { reply: input.reason, repliedById: actor.userId, repliedAt: now },
    });
    if (count === 0) throw new Problem("not-now");
    return { to: request.answeredCount > 0 ? "PARTLY_ANSWERED" : "IN_PROGRESS", reason: input.reason };
  });

/**
 * The organisation declines, with a coded ground: the whole order, before it said anything of it. What was answered once is answered
 * again when it is sent back, target by target.
 */
export const refuseRequest = (actor: Actor, input: StepOf<typeof refuseInput>): Promise<StepResult> =>
  takeStep(actor, "refuse", input, async ({ tx, request, now }) => {
    const told = await tx.requestItem.count({ where: { requestId: request.id, outcome: { not: null } } });
    if (!mayDeclineWhole(told)) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    await sendAnswerFiles(tx, actor, request);
    return {
      data: {
        refusalGround: input.ground,
        statedReason: input.reason,
        answeredAt: now,
        firstActionAt: request.firstActionAt ?? now,
      },
      reason: input.reason,
      changes: { ground: input.ground },
    };
  });

/** The police do not accept the refusal; the clock starts anew. */
export const disputeRefusal = (actor: Actor, input: StepOf<typeof reasonInput>): Promise<StepResult> =>
  takeStep(actor, "dispute", input, () => ({
    data: { statedReason: input.reason, answeredAt: null },
    reason: input.reason,
  }));

/** The police accept the answers: the request is done. */
export const acceptAnswer = (actor: Actor, input: StepOf<typeof stepInput>): Promise<StepResult> =>
  takeStep(actor, "accept", input, ({ now }) => ({ data: { closedAt: now } }));

/** The police send answers back with a reason; the named items are open again and the clock starts anew. */
export const sendBackAnswer = (actor: Actor, input: StepOf<typeof sendBackInput>): Promise<StepResult> =>
  takeStep(actor, "sendBack", input, async ({ tx, request }) => {
    const { count } = await tx.requestItem.updateMany({
      where: { requestId: request.id, id: { in: input.itemIds } },
      data: { answeredAt: null, sentBackReason: input.reason, version: { increment: 1 } },
    });
    if (count === 0) throw new Problem("invalid", { fields: { itemIds: "required" } });
    return {
      data: { answeredCount: request.itemCount - count, answeredAt: null, statedReason: input.reason },
      reason: input.reason,
      changes: { items: count },
    };
  });

/** The signer's unit takes the request back; holds that only a suspension made are to be released by the holder. */
export const withdrawRequest = (actor: Actor, input: StepOf<typeof reasonInput>): Promise<StepResult> =>
  takeStep(actor, "withdraw", input, (moment) => withdrawnBy(moment, input.reason));

/** What withdrawing does, whether its reason is the commander's own or was proposed to him. */
export async function withdrawnBy({ tx, request, now }: Moment, reason: string): Promise<Effect> {
  const { figures } = await endHoldsOf(tx, request, now, "withdrawn");
  return { data: { closedAt: now, statedReason: reason }, reason, figures };
}
