import type { Actor } from "@/lib/access/actor";
import { type RequestLike, type RequestPermission, can } from "@/lib/access/policy";
import { visibleRequests } from "@/lib/access/scope";
import { statement, type Tx } from "@/lib/db";
import { Problem, type ChangedBy } from "@/lib/errors";
import type { RequestModel } from "@/lib/generated/prisma/models";

/** A request as a command holds it: locked, and with what rights need to know. */
export type HeldRequest = RequestModel & RequestLike;

/**
 * Finds a request through the actor's scope and locks its row, so that two acts at once happen one after the other.
 * `version` is the one the screen was opened with: the first of two liaisons becomes the assignee, and the second is told
 * by whom rather than that he may not.
 * @throws Problem "not-found" for a missing and for a foreign one alike; "changed-meanwhile" when `version` is given and is past;
 * "not-allowed" when it is seen but not this actor's to touch.
 */
export async function holdRequest(
  tx: Tx,
  actor: Actor,
  id: string,
  permission: RequestPermission,
  version?: number,
): Promise<HeldRequest> {
  // The lock goes through row-level security like every read; a foreign id locks nothing.
  await statement(tx, "select 1 from request where id = $1 for update", [id]);
  // A responder may not read the case, so its members come back empty for him; his reaches do not ask for them.
  const found = await tx.request.findFirst({ where: { AND: [{ id }, visibleRequests(actor)] } });
  if (!found) throw new Problem("not-found");
  const members = actor.orgIds.includes(found.requesterOrgId)
    ? await statement<{ id: string }>(
        tx,
        `select membership_id as id from case_member where case_id = $1 and removed_at is null
          union select membership_id from request_officer where request_id = $2 and membership_id is not null`,
        [found.caseId, id],
      )
    : { rows: [] };
  const request: HeldRequest = { ...found, memberIds: members.rows.map(({ id: memberId }) => memberId) };
  if (version !== undefined && request.version !== version)
    throw new Problem("changed-meanwhile", { by: await lastChange(tx, id) });
  if (!can(actor, permission, request)) throw new Problem("not-allowed");
  return request;
}

/** Who was first: the last line of the request's history that this actor may read. */
export async function lastChange(tx: Tx, requestId: string): Promise<ChangedBy | undefined> {
  const { rows } = await statement<{ name: string | null; at: Date; what: string; isYou: boolean | null }>(
    tx,
    `select e.actor_name as name, e.at, e.type as what, e.actor_id = app.user_id() as "isYou" from event e
      where e.request_id = $1 order by e.at desc limit 1`,
    [requestId],
  );
  const [event] = rows;
  return (
    event && {
      name: event.name ?? "",
      at: event.at.toISOString(),
      what: event.what,
      ...(event.isYou ? { isYou: true } : {}),
    }
  );
}

/** What every event of a request says about it. */
export const aboutRequest = (request: RequestModel) => ({
  caseId: request.caseId,
  requestId: request.id,
  requesterOrgId: request.requesterOrgId,
  addresseeOrgId: request.addresseeOrgId,
  provinceCode: request.provinceCode,
  restricted: request.restricted,
  sealedTo: request.sealedTo,
  subjectType: "request",
  subjectId: request.id,
});
