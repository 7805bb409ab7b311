import type { Actor } from "@/lib/access/actor";
import { record } from "@/lib/audit/record";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { RequestStatus } from "@/lib/generated/prisma/enums";
import { endDeadlines, turnClock } from "@/lib/requests/clock";
import { aboutRequest, type HeldRequest, lastChange } from "@/lib/requests/find";
import { isOpen } from "@/lib/requests/rules";
import type { SuspicionReason } from "./reasons";

/** Over for good: nothing is left that a doubt could hold. */
const over: readonly RequestStatus[] = ["WITHDRAWN", "EXPIRED", "DISCARDED"];

/**
 * Holds a locked request: nothing is done on it any more and its clock rests, until the unit's supervisor has decided. Both sides,
 * the administrators and the sender's other addressees are told by the row's own trigger. Returns the new version.
 * @throws Problem "not-now" when it is over or doubted already; "changed-meanwhile".
 */
export async function holdForDoubt(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  { reason, note }: { reason: SuspicionReason; note?: string },
): Promise<{ version: number }> {
  if (request.suspectedAt || over.includes(request.status))
    throw new Problem("not-now", { by: await lastChange(tx, request.id) });
  const now = await databaseNow(tx);
  const byHand = reason !== "content_changed";
  if (byHand) await assertWithinBounds(tx, actor, request);
  const holdsSender = byHand && (await holdsSenderToo(tx, request.id));
  await statement(
    tx,
    `insert into suspicion (request_id, request_code, reason, requester_org_id, addressee_org_id, province_code, signer_id, drafter_id, holds_sender, raised_by_id, raised_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      request.id,
      request.code,
      reason,
      request.requesterOrgId,
      request.addresseeOrgId,
      request.provinceCode,
      request.signerId,
      request.drafterId,
      holdsSender,
      actor.membershipId,
      now,
    ],
  );
  // Doubting is a first act of the desk, as asking back is.
  const open = isOpen(request.status);
  if (open) await endDeadlines(tx, request.id, ["ACKNOWLEDGE"], now, "done");
  const columns = await turnClock(tx, request, open && !request.pausedAt ? "pause" : undefined, now);
  const { count } = await tx.request.updateMany({
    where: { id: request.id, version: request.version, suspectedAt: null },
    data: {
      ...columns,
      suspectedAt: now,
      suspicion: reason,
      suspicionNote: note ?? null,
      acknowledgedAt: request.acknowledgedAt ?? now,
      firstActionAt: request.firstActionAt ?? now,
      ...(byHand && !request.assigneeId ? { assigneeId: actor.membershipId } : {}),
      version: { increment: 1 },
      updatedAt: now,
    },
  });
  if (count === 0) throw new Problem("changed-meanwhile", { by: await lastChange(tx, request.id) });
  await record(tx, actor, {
    ...aboutRequest(request),
    type: byHand ? "request.suspected" : "request.not_genuine",
    shared: true,
    reason: note,
    changes: { code: request.code, ground: reason },
  });
  return { version: request.version + 1 };
}

/**
 * Would a doubt raised by this desk now hold who signed and drafted the order too? Not when it is over and older than seven days, and not
 * after a doubt of this desk about it was found to be none: then the order alone is held.
 */
export async function holdsSenderToo(tx: Tx, requestId: string): Promise<boolean> {
  const { rows } = await statement<{ holds: boolean }>(tx, "select app.doubt_holds_sender($1) as holds", [
    requestId,
  ]);
  return rows[0]?.holds ?? false;
}

const barWords = { too_many: "suspicion.tooMany", needs_manager: "suspicion.needsManager" } as const;
/**
 * Three doubts of one membership may be open in a day; from the second sender on, who runs the desk presses. The database counts.
 * @throws Problem invalid at `reason`.
 */
async function assertWithinBounds(tx: Tx, actor: Actor, request: HeldRequest): Promise<void> {
  // Two doubts of one person at once are counted one after the other; the row's own trigger takes the same lock.
  await statement(tx, "select pg_advisory_xact_lock(hashtextextended('doubt' || $1, 0))", [
    actor.membershipId,
  ]);
  const { rows } = await statement<{ bar: keyof typeof barWords | null }>(
    tx,
    "select app.doubt_bar($1) as bar",
    [request.signerId],
  );
  const bar = rows[0]?.bar;
  if (bar) throw new Problem("invalid", { fields: { reason: barWords[bar] } });
}
