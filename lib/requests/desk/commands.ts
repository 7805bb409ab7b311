import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can, type RequestPermission } from "@/lib/access/policy";
import { visibleRequests } from "@/lib/access/scope";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { asActor, databaseNow, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { aboutRequest, type HeldRequest, holdRequest, lastChange } from "@/lib/requests/find";
import { isOpen } from "@/lib/requests/rules";
import type { assignInput } from "@/lib/requests/schema";
import type { StepInput, StepResult } from "@/lib/requests/step";
import { holdIfChanged } from "@/lib/requests/suspicion/changed";
import { answeringSeconds, type answeringInput, type openedInput, type takeInput } from "./schema";

/**
 * Gives the request to a colleague of the same desk, or back to nobody (`membershipId` null).
 * @throws Problem invalid (no liaison of this organisation), not-found, not-allowed, not-now, changed-meanwhile.
 */
export function assignRequest(actor: Actor, input: z.output<typeof assignInput>): Promise<StepResult> {
  return changeDesk(actor, "request.assign", "request.assigned", input, async (tx) => {
    if (input.membershipId && !(await isColleague(tx, actor, input.membershipId)))
      throw new Problem("invalid", { fields: { membershipId: "required" } });
    return input.membershipId;
  });
}

/** Takes a request that nobody has. Of two who take it at once the second is told by whom it was taken. */
export function takeRequest(actor: Actor, input: z.output<typeof takeInput>): Promise<StepResult> {
  return changeDesk(actor, "request.take", "request.taken", input, () => actor.membershipId);
}

/**
 * Keeps when the desk first had the request on its screen; later openings change nothing. The version stays: opening is
 * no reason to tell somebody who is writing that the request has changed.
 * @throws Problem not-found.
 */
export async function markOpened(
  actor: Actor,
  input: z.output<typeof openedInput>,
): Promise<{ first: boolean }> {
  const opened = await firstOpening(actor, input.requestId);
  // An order that is not what was signed is held by whoever sees it first.
  await holdIfChanged(actor, input.requestId);
  return opened;
}

function firstOpening(actor: Actor, requestId: string): Promise<{ first: boolean }> {
  return asActor(actor, async (tx) => {
    const request = await seen(tx, actor, requestId);
    if (request.addresseeOrgId !== actor.orgId || request.openedAt) return { first: false };
    const { count } = await tx.request.updateMany({
      where: { id: request.id, openedAt: null },
      data: { openedAt: await databaseNow(tx) },
    });
    if (count === 0) return { first: false };
    await record(tx, actor, {
      ...aboutRequest(request),
      type: "request.opened",
      shared: true,
      changes: { code: request.code },
    });
    await tell(tx, "request.opened", [request.requesterOrgId, request.addresseeOrgId], {
      caseId: request.caseId,
      requestId: request.id,
    });
    return { first: true };
  });
}

/**
 * Says who is answering, so that two do not do the same work. It fades after a minute, bars nobody and is no act: it leaves no
 * line in the record. Gives back who else is answering, if somebody is.
 * @throws Problem not-found, not-allowed.
 */
export function markAnswering(
  actor: Actor,
  input: z.output<typeof answeringInput>,
): Promise<{ other: string | null }> {
  return asActor(actor, async (tx) => {
    const request = await seen(tx, actor, input.requestId);
    if (!can(actor, "request.answer", { ...request, memberIds: [] })) throw new Problem("not-allowed");
    const now = await databaseNow(tx);
    const fresh =
      request.answeringAt !== null && now.getTime() - request.answeringAt.getTime() < answeringSeconds * 1000;
    if (fresh && request.answeringId && request.answeringId !== actor.membershipId) {
      const other = await tx.membership.findUnique({
        where: { id: request.answeringId },
        select: { user: { select: { fullName: true } } },
      });
      return { other: other?.user.fullName ?? null };
    }
    const before = fresh ? request.answeringId : null;
    const after = input.answering ? actor.membershipId : null;
    await tx.request.updateMany({
      where: { id: request.id, answeringId: request.answeringId },
      data: { answeringId: after, answeringAt: after ? now : null },
    });
    if (before !== after)
      await tell(tx, "request.answering", [request.addresseeOrgId], { requestId: request.id });
    return { other: null };
  });
}

/** scope → version → policy → open? → write → record → tell, once per key: what every change of who works on it shares. */
function changeDesk(
  actor: Actor,
  permission: RequestPermission,
  emits: string,
  input: StepInput,
  assigneeOf: (tx: Tx, request: HeldRequest) => Promise<string | null> | string | null,
): Promise<StepResult> {
  return once(actor, permission, input, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, permission, input.version);
    if (!isOpen(request.status)) throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    const assigneeId = await assigneeOf(tx, request);
    const now = await databaseNow(tx);
    const { count } = await tx.request.updateMany({
      where: { id: request.id, version: request.version },
      data: { assigneeId, version: { increment: 1 }, updatedAt: now },
    });
    if (count === 0) throw new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });
    await record(tx, actor, {
      ...aboutRequest(request),
      type: emits,
      shared: true,
      changes: { code: request.code, assignee: [request.assigneeId, assigneeId] },
    });
    await tell(tx, emits, [request.addresseeOrgId], { requestId: request.id });
    return { requestId: request.id, version: request.version + 1, status: request.status };
  });
}

/** A colleague who may answer: acting today, in this organisation, as a liaison. */
async function isColleague(tx: Tx, actor: Actor, membershipId: string): Promise<boolean> {
  const now = await databaseNow(tx);
  const found = await tx.membership.findFirst({
    where: {
      id: membershipId,
      organisationId: actor.orgId,
      roles: { hasSome: ["liaison", "liaison_manager", "investigator", "commander"] },
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
      user: { suspendedAt: null },
    },
    select: { id: true },
  });
  return found !== null;
}

async function seen(tx: Tx, actor: Actor, id: string): Promise<RequestModel> {
  const request = await tx.request.findFirst({ where: { AND: [{ id }, visibleRequests(actor)] } });
  if (!request) throw new Problem("not-found");
  return request;
}
