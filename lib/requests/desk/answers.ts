import { answerSchema } from "@/lib/requests/kinds/field-schema";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { once } from "@/lib/audit/once";
import { databaseNow, type Tx } from "@/lib/db";
import { Problem, within } from "@/lib/errors";
import { fieldsOf } from "@/lib/fields";
import type { Delta } from "@/lib/figures/count";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Outcome } from "@/lib/generated/prisma/enums";
import type { RequestItemModel } from "@/lib/generated/prisma/models";
import { type HeldRequest, holdRequest, lastChange } from "@/lib/requests/find";
import { applyEffects } from "@/lib/requests/holds/effects";
import type { Shared } from "@/lib/requests/holds/place";
import { followHolds, followHoldsOf } from "@/lib/requests/holds/expiry-clock";
import { columnsOf, kindOf } from "@/lib/requests/kinds";
import { lifecycle } from "@/lib/requests/lifecycle";
import type { answerInput, answersInput } from "@/lib/requests/schema";
import { move, type StepResult } from "@/lib/requests/step";
import { holdingChanged } from "@/lib/requests/suspicion/changed";
import { assertTrusted } from "@/lib/requests/suspicion/trusted";
import { sendAnswerFiles } from "./files";
import { assertNamed } from "./named";
import { takeInHand } from "./take-in-hand";

type Answering = Pick<z.output<typeof answerInput>, "itemId" | "itemVersion" | "answer">;

/**
 * Answers one item. The item's own version guards it, so two liaisons may answer different items of one request at once;
 * of two who answer the same item the second is told by whom it was answered. The last item finishes the request.
 * @throws Problem invalid (by the kind's schema, at the field), changed-meanwhile, not-now, suspected, not-authentic,
 * not-found, not-allowed.
 */
export function answerItem(actor: Actor, input: z.output<typeof answerInput>): Promise<StepResult> {
  const act = once(actor, "request.answer", input, (tx) => answerIn(tx, actor, input.requestId, [input]));
  return holdingChanged(actor, input.requestId, act);
}

/** Answers several items of one request in one act: all or none. @throws as `answerItem`, fields under answers.N. */
export function answerItems(actor: Actor, input: z.output<typeof answersInput>): Promise<StepResult> {
  const act = once(actor, "request.answer_many", input, (tx) =>
    answerIn(tx, actor, input.requestId, input.answers, (index) => `answers.${index}`),
  );
  return holdingChanged(actor, input.requestId, act);
}

async function answerIn(
  tx: Tx,
  actor: Actor,
  requestId: string,
  answers: readonly Answering[],
  placeOf?: (index: number) => string,
): Promise<StepResult> {
  // Read first, then may: whoever answered first is the assignee now, and the second is told so.
  const request = await holdRequest(tx, actor, requestId, "request.read");
  const found = await tx.requestItem.findMany({
    where: { id: { in: answers.map(({ itemId }) => itemId) }, requestId: request.id },
  });
  const items = new Map(found.map((item) => [item.id, item]));
  if (items.size !== answers.length) throw new Problem("not-found");
  if (answers.some(({ itemId, itemVersion }) => isTaken(items.get(itemId), itemVersion)))
    throw new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });
  if (!can(actor, "request.answer", request)) throw new Problem("not-allowed");
  const step = lifecycle[request.status].answer;
  if (!step) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
  await assertTrusted(tx, actor, request);
  const now = await databaseNow(tx);
  const figures: Delta[] = [];
  const outcomes: { item: number; outcome: string }[] = [];
  const shared: Shared = {};
  for (const [index, { itemId, answer }] of answers.entries()) {
    const item = items.get(itemId)!;
    const act = () => answerOne(tx, actor, request, item, answer, now, shared);
    const told = await (placeOf ? within(placeOf(index), act) : act());
    figures.push(...told.figures);
    outcomes.push({ item: item.position, outcome: told.outcome });
  }
  if (kindOf(request.kindCode).hold) await followHolds(tx, request, now);
  await followHoldsOf(tx, request.parentId, now);
  await sendAnswerFiles(tx, actor, request);
  // What was kept while it was typed has become the answer.
  const keys = answers.map(({ itemId }) => `answer:${itemId}`);
  await tx.draft.deleteMany({ where: { membershipId: actor.membershipId, key: { in: keys } } });
  const [sums] = await tx.$queryRaw<{ answered: bigint; held: bigint; moved: bigint; cashed: bigint }[]>`
    select count(answered_at) as answered, coalesce(sum(held_amount), 0)::bigint as held,
      coalesce(sum(moved_amount), 0)::bigint as moved, coalesce(sum(cashed_out_amount), 0)::bigint as cashed
    from request_item where request_id = ${request.id}::uuid`;
  const answered = Number(sums!.answered);
  return move(
    tx,
    actor,
    { tx, request, now, step },
    {
      to: answered === request.itemCount ? "ANSWERED" : "PARTLY_ANSWERED",
      data: {
        answeredCount: answered,
        heldAmount: sums!.held,
        movedAmount: sums!.moved,
        cashedOutAmount: sums!.cashed,
        ...(await takeInHand(actor, { tx, request, now })),
        answeringId: null,
        answeringAt: null,
        ...(answered === request.itemCount ? { answeredAt: now } : {}),
      },
      figures: summed(figures),
      changes: outcomes.length === 1 ? { ...outcomes[0] } : { items: outcomes.length, answers: outcomes },
    },
  );
}

const isTaken = (item: RequestItemModel | undefined, version: number): boolean =>
  item === undefined || item.version !== version || item.answeredAt !== null;

async function answerOne(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  item: RequestItemModel,
  given: Record<string, unknown>,
  now: Date,
  shared: Shared,
): Promise<{ figures: Delta[]; outcome: Outcome }> {
  const kind = kindOf(request.kindCode);
  const parsed = answerSchema(kind, now).safeParse(given);
  if (!parsed.success) throw new Problem("invalid", { fields: fieldsOf(parsed.error, "answer") });
  const answer = saidOf(parsed.data);
  await assertNamed(tx, request, kind, columnsOf(kind.code, answer.outcome), { ...answer });
  const effects = kind.effects(answer);
  const { figures, columns } = await applyEffects(tx, request, item, effects, now, shared);
  await tx.requestItem.updateMany({
    where: { id: item.id, version: item.version },
    data: {
      ...columns,
      outcome: answer.outcome,
      answer: answer as unknown as Prisma.InputJsonObject,
      answeredAt: now,
      answeredById: actor.userId,
      sentBackReason: null,
      version: { increment: 1 },
    },
  });
  return { figures, outcome: answer.outcome };
}

/** An answer as JSON keeps it: what was left empty is not there, at whatever depth; a database client refuses an undefined value. */
const saidOf = <Answer>(answer: Answer): Answer => JSON.parse(JSON.stringify(answer)) as Answer;

/** One difference for each measure: five hundred answers are one line of the counters. */
function summed(deltas: readonly Delta[]): Delta[] {
  const sums = new Map<Delta["measure"], Required<Delta>>();
  for (const { measure, count = 0, amount = 0n } of deltas) {
    const before = sums.get(measure) ?? { measure, count: 0, amount: 0n };
    sums.set(measure, { measure, count: before.count + count, amount: before.amount + amount });
  }
  return [...sums.values()];
}
