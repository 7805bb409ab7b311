import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { AmendmentModel } from "@/lib/generated/prisma/models";
import type { Prisma } from "@/lib/generated/prisma/client";
import { aboutRequest, type HeldRequest, holdRequest, lastChange } from "@/lib/requests/find";
import { isOpen } from "@/lib/requests/rules";
import { amendmentHash } from "./changes";
import { checkedChanges } from "./checks";
import { amendmentLifecycle, type AmendmentEvent, type AmendmentStatus } from "./lifecycle";
import type { AmendmentInput, amendmentStepInput, returnAmendmentInput } from "./schema";

export type AmendmentResult = {
  requestId: string;
  amendmentId: string;
  version: number;
  status: AmendmentStatus;
};

/**
 * Saves what shall change of an issued request; another's signature makes it so. One amendment at a time, and its drafter alone goes on
 * with it.
 * @throws Problem not-found, not-allowed; not-now when the request is over, doubted or being amended by somebody else;
 * changed-meanwhile when it changed since the form was opened; invalid at the field.
 */
export function saveAmendment(actor: Actor, input: AmendmentInput): Promise<AmendmentResult> {
  return once(actor, "amendment.save", input, async (tx) => {
    const request = await amendable(tx, actor, input.requestId, "request.amend", input.version);
    const changes = await checkedChanges(tx, request, input);
    const content = {
      requestId: request.id,
      baseHash: request.contentHash!,
      reason: input.reason,
      draftedById: actor.userId,
      changes,
    };
    const data = {
      ...content,
      changes: changes as Prisma.InputJsonObject,
      contentHash: amendmentHash(content),
    };
    const open = await openAmendment(tx, request.id);
    if (open && open.id !== input.amendmentId)
      throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    if (!open && input.amendmentId) throw new Problem("not-found");
    if (open && (open.draftedById !== actor.userId || open.status !== "DRAFT"))
      throw new Problem("not-now", { by: await lastChange(tx, request.id) });
    const { id, version } = open ? await rewrite(tx, open, input, data) : await create(tx, data);
    await record(tx, actor, {
      ...aboutRequest(request),
      type: "request.amendment_drafted",
      changes: { code: request.code, contentHash: data.contentHash },
    });
    await tell(tx, "request.amendment_drafted", [request.requesterOrgId], { requestId: request.id });
    return { requestId: request.id, amendmentId: id, version, status: "DRAFT" };
  });
}

type Content = Omit<Prisma.AmendmentUncheckedCreateInput, "changes"> & { changes: Prisma.InputJsonObject };

async function create(tx: Tx, data: Content): Promise<{ id: string; version: number }> {
  const { rows } = await statement<{ id: string; version: number }>(
    tx,
    `insert into amendment (request_id, reason, changes, base_hash, content_hash, drafted_by_id) values ($1, $2, $3, $4, $5, $6) returning id, version`,
    [
      data.requestId,
      data.reason,
      JSON.stringify(data.changes),
      data.baseHash,
      data.contentHash,
      data.draftedById,
    ],
  );
  return rows[0]!;
}

async function rewrite(tx: Tx, open: AmendmentModel, input: AmendmentInput, data: Content) {
  const { count } = await tx.amendment.updateMany({
    where: { id: open.id, version: input.amendmentVersion ?? -1, status: "DRAFT" },
    data: {
      reason: data.reason,
      changes: data.changes,
      baseHash: data.baseHash,
      contentHash: data.contentHash,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new Problem("changed-meanwhile", { by: await lastChange(tx, open.requestId) });
  return { id: open.id, version: open.version + 1 };
}

type StepInput = z.output<typeof amendmentStepInput>;

/** Its drafter hands the amendment to the signer. */
export const submitAmendment = (actor: Actor, input: StepInput): Promise<AmendmentResult> =>
  stepAmendment(actor, "submit", input, ({ now }) => ({ submittedAt: now, statedReason: null }));

/** Its drafter takes it back while it waits for the signer, to mend or to drop it; also when its request is over meanwhile. */
export const recallAmendment = (actor: Actor, input: StepInput): Promise<AmendmentResult> =>
  stepAmendment(actor, "recall", input, () => ({ submittedAt: null, statedReason: null }));

/** Drops an amendment that will not be issued. */
export const discardAmendment = (actor: Actor, input: StepInput): Promise<AmendmentResult> =>
  stepAmendment(actor, "discard", input, () => ({}));

/** The signer gives it back with a reason. */
export const returnAmendment = (
  actor: Actor,
  input: z.output<typeof returnAmendmentInput>,
): Promise<AmendmentResult> =>
  stepAmendment(
    actor,
    "return",
    input,
    () => ({ submittedAt: null, statedReason: input.reason }),
    input.reason,
  );

type Moment = { tx: Tx; request: HeldRequest; amendment: AmendmentModel; now: Date };

function stepAmendment(
  actor: Actor,
  event: Exclude<AmendmentEvent, "issue">,
  input: StepInput,
  dataOf: (moment: Moment) => Prisma.AmendmentUncheckedUpdateManyInput,
  reason?: string,
): Promise<AmendmentResult> {
  return once(actor, `amendment.${event}`, input, async (tx) => {
    const moment = await amendmentAt(tx, actor, event, input);
    const { request, amendment, now } = moment;
    const step = amendmentLifecycle[amendment.status as AmendmentStatus][event]!;
    if (event === "submit" && amendment.baseHash !== request.contentHash)
      throw new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });
    await tx.amendment.updateMany({
      where: { id: amendment.id, version: amendment.version },
      data: { ...dataOf({ tx, request, amendment, now }), status: step.to, version: { increment: 1 } },
    });
    await record(tx, actor, {
      ...aboutRequest(request),
      type: step.emits,
      reason,
      changes: { code: request.code, contentHash: amendment.contentHash },
    });
    await tell(tx, step.emits, [request.requesterOrgId], { requestId: request.id });
    return {
      requestId: request.id,
      amendmentId: amendment.id,
      version: amendment.version + 1,
      status: step.to,
    };
  });
}

/**
 * The amendment in this actor's hands, its request locked: who may take this step, and that it can be taken now.
 * @throws Problem not-found, not-allowed, not-now, changed-meanwhile.
 */
export async function amendmentAt(
  tx: Tx,
  actor: Actor,
  event: AmendmentEvent,
  input: StepInput,
): Promise<Moment> {
  const signs = event === "issue" || event === "return";
  const request = await holdRequest(
    tx,
    actor,
    input.requestId,
    signs ? "request.issueAmendment" : "request.amend",
  );
  const amendment = await tx.amendment.findFirst({
    where: { id: input.amendmentId, requestId: request.id },
  });
  const by = () => lastChange(tx, request.id);
  if (!amendment || amendment.version !== input.amendmentVersion)
    throw new Problem("changed-meanwhile", { by: await by() });
  const step = amendmentLifecycle[amendment.status as AmendmentStatus][event];
  const needsOpen = event !== "discard" && event !== "recall";
  if (!step || (needsOpen && !isOpen(request.status))) throw new Problem("not-now", { by: await by() });
  if (!can(actor, step.by, request)) throw new Problem("not-allowed");
  const isDrafter = amendment.draftedById === actor.userId;
  // Its drafter alone hands it in and takes it back, and never signs it.
  if ((event === "issue" && isDrafter) || ((event === "submit" || event === "recall") && !isDrafter))
    throw new Problem("not-allowed");
  return { tx, request, amendment, now: await databaseNow(tx) };
}

async function amendable(
  tx: Tx,
  actor: Actor,
  id: string,
  permission: "request.amend",
  version: number,
): Promise<HeldRequest> {
  const request = await holdRequest(tx, actor, id, permission, version);
  if (!isOpen(request.status) || !request.contentHash || request.suspectedAt)
    throw new Problem("not-now", { by: await lastChange(tx, id) });
  return request;
}

const openAmendment = (tx: Tx, requestId: string) =>
  tx.amendment.findFirst({ where: { requestId, status: { in: ["DRAFT", "PENDING_SIGNATURE"] } } });
