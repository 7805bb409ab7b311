import type { z } from "zod";
import { type RequestLike, can } from "@/lib/access/policy";
import type { Actor } from "@/lib/access/actor";
import { once } from "@/lib/audit/once";
import { record } from "@/lib/audit/record";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { aboutRequest, holdRequest } from "@/lib/requests/find";
import type { endPromiseInput, promiseInput } from "./schema";
import type { PromiseShown, WorkPromise } from "./types";

export type WorkPromised = { requestId: string };
const openForDesk = ["SENT", "ACKNOWLEDGED", "IN_PROGRESS", "CLARIFICATION_NEEDED", "PARTLY_ANSWERED"];
const openForUnit = ["DRAFT", "PENDING_SIGNATURE", ...openForDesk, "ANSWERED"];

/** May the actor say when he means to be done with it? Whoever works on it, on either side, while it is not over. */
export const mayPromise = (actor: Actor, request: RequestLike): boolean =>
  can(actor, "request.handOver", request) &&
  (request.addresseeOrgId === actor.orgId ? openForDesk : openForUnit).includes(request.status) &&
  (request.addresseeOrgId === actor.orgId || request.requesterOrgId === actor.orgId);

/**
 * "Hẹn xử lý": says, to one's own organisation alone, when one means to be done with a request, and is reminded then. Another promise
 * takes its place. Later than the request's own end it asks for a reason.
 * @throws Problem not-found, not-allowed, not-now; invalid at `promisedAt` (past) or `lateReason` (later than the end).
 */
export function promiseWork(actor: Actor, input: z.output<typeof promiseInput>): Promise<WorkPromised> {
  return once(actor, "work.promise", input, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.handOver");
    if (!mayPromise(actor, request)) throw new Problem("not-now");
    const now = await databaseNow(tx);
    const promisedAt = new Date(input.promisedAt);
    if (promisedAt <= now || promisedAt.getTime() > now.getTime() + 365 * 86_400_000)
      throw new Problem("invalid", { fields: { promisedAt: "ladder.promise.past" } });
    const isLate =
      actor.orgId === request.addresseeOrgId && request.dueAt !== null && promisedAt > request.dueAt;
    if (isLate && (input.lateReason?.length ?? 0) < 5)
      throw new Problem("invalid", { fields: { lateReason: "ladder.promise.late" } });
    await endStanding(tx, actor, request.id, now);
    await statement(
      tx,
      "insert into work_promise (request_id, org_id, membership_id, promised_at, note, late_reason) values ($1, $2, $3, $4, $5, $6)",
      [
        request.id,
        actor.orgId,
        actor.membershipId,
        promisedAt,
        input.note ?? null,
        isLate ? input.lateReason : null,
      ],
    );
    await record(tx, actor, {
      ...aboutRequest(request),
      type: "work.promised",
      reason: isLate ? input.lateReason : undefined,
      changes: { code: request.code, promisedAt: input.promisedAt },
    });
    return { requestId: request.id };
  });
}

/** Takes one's organisation's promise back. @throws Problem not-found, not-allowed; not-now when there is none. */
export function endPromise(actor: Actor, input: z.output<typeof endPromiseInput>): Promise<WorkPromised> {
  return once(actor, "work.end_promise", input, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.handOver");
    const ended = await endStanding(tx, actor, request.id, await databaseNow(tx));
    if (ended === 0) throw new Problem("not-now");
    await record(tx, actor, {
      ...aboutRequest(request),
      type: "work.promise_ended",
      changes: { code: request.code },
    });
    return { requestId: request.id };
  });
}

async function endStanding(tx: Tx, actor: Actor, requestId: string, now: Date): Promise<number> {
  const { count } = await tx.workPromise.updateMany({
    where: { requestId, orgId: actor.orgId, endedAt: null },
    data: { endedAt: now },
  });
  return count;
}

/** What stands promised of a request in the actor's organisation; null when nothing does. */
export async function promiseOf(
  tx: Tx,
  actor: Actor,
  { id }: Pick<RequestModel, "id">,
): Promise<PromiseShown | null> {
  const found = await tx.workPromise.findFirst({
    where: { requestId: id, orgId: actor.orgId, endedAt: null },
  });
  if (!found) return null;
  const by = await tx.membership.findUnique({
    where: { id: found.membershipId },
    select: { user: { select: { fullName: true } } },
  });
  return {
    promisedAt: found.promisedAt.toISOString(),
    note: found.note,
    lateReason: found.lateReason,
    by: by?.user.fullName ?? "",
    isMine: found.membershipId === actor.membershipId,
  };
}

/** The same, with whether the actor may promise. */
export async function workPromiseOf(
  tx: Tx,
  actor: Actor,
  request: RequestLike & Pick<RequestModel, "id">,
): Promise<WorkPromise> {
  return { promise: await promiseOf(tx, actor, request), mayPromise: mayPromise(actor, request) };
}
