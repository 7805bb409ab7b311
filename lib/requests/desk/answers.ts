import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { once } from "@/lib/audit/once";
import { databaseNow } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { fieldsOf } from "@/lib/fields";
import type { Prisma } from "@/lib/generated/prisma/client";
import { holdRequest, lastChange } from "@/lib/requests/find";
import { applyEffects } from "@/lib/requests/holds/effects";
import { columnsOf, kindOf } from "@/lib/requests/kinds";
import { lifecycle } from "@/lib/requests/lifecycle";
import type { answerInput } from "@/lib/requests/schema";
import { move, type StepResult } from "@/lib/requests/step";
import { holdingChanged } from "@/lib/requests/suspicion/changed";
import { assertTrusted } from "@/lib/requests/suspicion/trusted";
import { assertNamed } from "./named";
import { takeInHand } from "./take-in-hand";

/**
 * Answers one item. The item's own version guards it, so two liaisons may answer different items of one request at once;
 * of two who answer the same item the second is told by whom it was answered. The last item finishes the request.
 * @throws Problem invalid (by the kind's schema, at the field), changed-meanwhile, not-now, suspected, not-authentic,
 * not-found, not-allowed.
 */
export function answerItem(actor: Actor, input: z.output<typeof answerInput>): Promise<StepResult> {
  const act = once(actor, "request.answer", input, async (tx) => {
    // Read first, then may: whoever answered first is the assignee now, and the second is told so.
    const request = await holdRequest(tx, actor, input.requestId, "request.read");
    const item = await tx.requestItem.findFirst({ where: { id: input.itemId, requestId: request.id } });
    if (!item) throw new Problem("not-found");
    if (item.version !== input.itemVersion || item.answeredAt)
      throw new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });
    if (!can(actor, "request.answer", request)) throw new Problem("not-allowed");
    const step = lifecycle[request.status].answer;
    if (!step) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    await assertTrusted(tx, actor, request);
    const kind = kindOf(request.kindCode);
    const now = await databaseNow(tx);
    const parsed = kind.answer(now).safeParse(input.answer);
    if (!parsed.success) throw new Problem("invalid", { fields: fieldsOf(parsed.error, "answer") });
    const answer = parsed.data;
    await assertNamed(tx, request, kind, columnsOf(kind.code, answer.outcome), { ...answer });
    const unit = await tx.organisation.findUnique({
      where: { id: request.requesterOrgId },
      select: { specialisedCyber: true },
    });
    const figures = await applyEffects(
      tx,
      request,
      item,
      kind.effects(answer),
      now,
      unit?.specialisedCyber ?? false,
    );
    await tx.requestItem.updateMany({
      where: { id: item.id, version: item.version },
      data: {
        outcome: answer.outcome,
        answer: answer as unknown as Prisma.InputJsonObject,
        answeredAt: now,
        answeredById: actor.userId,
        sentBackReason: null,
        version: { increment: 1 },
      },
    });
    // What was kept while it was typed has become the answer.
    await tx.draft.deleteMany({ where: { membershipId: actor.membershipId, key: `answer:${item.id}` } });
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
        figures,
        changes: { item: item.position, outcome: answer.outcome },
      },
    );
  });
  return holdingChanged(actor, input.requestId, act);
}
