import type { Actor } from "@/lib/access/actor";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { once } from "@/lib/audit/once";
import { record, tell } from "@/lib/audit/record";
import { databaseNow, statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { aboutRequest, holdRequest } from "@/lib/requests/find";
import { say } from "@/lib/requests/thread/commands";

/** A desk is reminded of a request once in so many hours, whoever does it. The database holds the same. */
export const reminderHours = 4;

/** Is an answer owed, and late? */
export const isOverdue = (
  { status, dueAt, pausedAt }: Pick<RequestModel, "status" | "dueAt" | "pausedAt">,
  now: Date,
): boolean =>
  (["SENT", "ACKNOWLEDGED", "IN_PROGRESS", "PARTLY_ANSWERED"] as string[]).includes(status) &&
  dueAt !== null &&
  dueAt < now &&
  pausedAt === null;

export type Reminded = { requestId: string };

/**
 * Reminds the addressee of an overdue request: a line in the talk, a notice on his screens.
 * @throws Problem not-found, not-allowed; not-now with `reminder.notOverdue` or `reminder.tooSoon` at the field `reminder`.
 */
export function remindRequest(actor: Actor, input: { key: string; requestId: string }): Promise<Reminded> {
  return once(actor, "request.remind", input, async (tx) => {
    const request = await holdRequest(tx, actor, input.requestId, "request.remind");
    const now = await databaseNow(tx);
    if (!isOverdue(request, now))
      throw new Problem("not-now", { fields: { reminder: "reminder.notOverdue" } });
    const { rows } = await statement<{ soon: boolean }>(
      tx,
      `select exists (select from thread_message where request_id = $1 and kind = 'reminder'
        and sent_at > clock_timestamp() - make_interval(hours => $2)) as soon`,
      [request.id, reminderHours],
    );
    if (rows[0]?.soon) throw new Problem("not-now", { fields: { reminder: "reminder.tooSoon" } });
    await say(tx, actor, request, { kind: "reminder", internal: false, body: "" });
    await record(tx, actor, {
      ...aboutRequest(request),
      type: "request.reminded",
      shared: true,
      changes: { code: request.code },
    });
    await tell(tx, "request.reminded", [request.requesterOrgId, request.addresseeOrgId], {
      caseId: request.caseId,
      requestId: request.id,
      urgent: request.urgency !== "normal",
    });
    return { requestId: request.id };
  });
}
