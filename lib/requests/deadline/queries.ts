import type { Actor } from "@/lib/access/actor";
import { can, type RequestLike } from "@/lib/access/policy";
import { statement, type Tx } from "@/lib/db";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { isOpen } from "@/lib/requests/rules";
import { latestExtension, openAnswerClock } from "./clock";
import type { DeadlineStory, Extension, OwnDeadlineStory, Waiver } from "./types";

type ExtensionRow = Omit<Extension, "before" | "after" | "at"> & Record<"before" | "after" | "at", Date>;
type WaiverRow = Omit<Waiver, "at" | "decidedAt"> & { at: Date; decidedAt: Date | null };

/** What became of the answer's limit, as this reader's side may know it: row-level security leaves a desk the waived one alone. */
export async function deadlineStoryOf(tx: Tx, requestId: string): Promise<DeadlineStory> {
  const [extensions, waivers] = await Promise.all([
    statement<ExtensionRow>(
      tx,
      `select e.id, e.due_before as before, e.due_after as after, e.reason, p.full_name as by, e.extended_at as at
        from deadline_extension e join person p on p.id = e.extended_by_id where e.request_id = $1 order by e.extended_at, e.id`,
      [requestId],
    ),
    // A proposal about a clock that ended otherwise is past.
    statement<WaiverRow>(
      tx,
      `select w.id, w.reason, p.full_name as by, w.proposed_at as at, w.decision, w.answer, q.full_name as "decidedBy", w.decided_at as "decidedAt"
        from deadline_waiver w join person p on p.id = w.proposed_by_id left join person q on q.id = w.decided_by_id join deadline d on d.id = w.deadline_id
        where w.request_id = $1 and (w.decision = 'waived' or d.state in ('running', 'paused')) order by w.proposed_at desc, w.id desc limit 1`,
      [requestId],
    ),
  ]);
  const [waiver] = waivers.rows;
  return {
    extensions: extensions.rows.map((row) => ({
      ...row,
      before: row.before.toISOString(),
      after: row.after.toISOString(),
      at: row.at.toISOString(),
    })),
    waiver: waiver
      ? { ...waiver, at: waiver.at.toISOString(), decidedAt: waiver.decidedAt?.toISOString() ?? null }
      : null,
  };
}

/** The same for who asked, with what he may do about it now. */
export async function ownDeadlineStory(
  tx: Tx,
  actor: Actor,
  request: RequestModel & RequestLike,
  now: Date,
): Promise<OwnDeadlineStory> {
  const story = await deadlineStoryOf(tx, request.id);
  const mayActs = isOpen(request.status) && !request.suspectedAt;
  const clock = mayActs ? await openAnswerClock(tx, request.id) : null;
  const isAwaited = story.waiver !== null && story.waiver.decision === null;
  const latest =
    clock?.state === "running" && clock.dueAt >= now && can(actor, "request.extendDeadline", request)
      ? await latestExtension(tx, clock, request)
      : null;
  const proposer = isAwaited
    ? await tx.deadlineWaiver.findFirst({ where: { id: story.waiver!.id }, select: { proposedById: true } })
    : null;
  return {
    ...story,
    due: clock?.dueAt.toISOString() ?? null,
    latest: latest && clock && latest > clock.dueAt ? latest.toISOString() : null,
    mayProposeWaiver: clock !== null && !isAwaited && can(actor, "request.proposeWaiver", request),
    mayWaive:
      clock !== null &&
      isAwaited &&
      proposer?.proposedById !== actor.userId &&
      can(actor, "request.waiveDeadline", request),
    mayTakeBackWaiver:
      clock !== null &&
      proposer?.proposedById === actor.userId &&
      can(actor, "request.proposeWaiver", request),
  };
}
