import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { administer, assertAdministers } from "@/lib/access/administer";
import { statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { failedJob, isAside } from "./queries";
import type { discardAsideInput, jobOrderInput } from "./schema";

/**
 * Orders a job that was given up to be tried again, or to be discarded, with a reason; a worker carries it out within seconds.
 * @throws Problem not-allowed; not-found when there is no such job among those given up; changed-meanwhile when somebody ordered first.
 */
export async function orderJob(
  actor: Actor,
  input: z.output<typeof jobOrderInput>,
): Promise<{ jobId: string }> {
  assertAdministers(actor);
  const job = await failedJob(input.jobId);
  return administer(actor, "job.order", input, async (tx) => {
    if (!job) throw new Problem("not-found");
    const { rows } = await statement<{ id: string }>(
      tx,
      `insert into job_order (job_id, task, act, reason, ordered_by_id) values ($1, $2, $3, $4, $5)
        on conflict (job_id) where carried_out_at is null do nothing returning id`,
      [input.jobId, job.task, input.act, input.reason, actor.membershipId],
    );
    const [order] = rows;
    if (!order) throw new Problem("changed-meanwhile");
    return {
      result: { jobId: input.jobId },
      act: {
        type: input.act === "retry" ? "job.retried" : "job.discarded",
        subjectType: "job",
        subjectId: order.id,
        reason: input.reason,
        changes: { task: job.task, job: input.jobId },
      },
    };
  });
}

/**
 * Orders a row that was set aside to be passed over for good, with a reason; a worker carries it out within seconds.
 * @throws Problem not-allowed; not-found when it is not aside (any more); changed-meanwhile when somebody ordered first.
 */
export async function orderAsideDiscarded(
  actor: Actor,
  input: z.output<typeof discardAsideInput>,
): Promise<{ rowId: string }> {
  assertAdministers(actor);
  const { source, rowId, reason } = input;
  const isThere = await isAside(source, rowId);
  return administer(actor, "job.discardRow", input, async (tx) => {
    if (!isThere) throw new Problem("not-found");
    const { rows } = await statement<{ id: string }>(
      tx,
      `insert into aside_order (source, row_id, reason, ordered_by_id) values ($1, $2, $3, $4)
        on conflict (source, row_id) where carried_out_at is null do nothing returning id`,
      [source, rowId, reason, actor.membershipId],
    );
    const [order] = rows;
    if (!order) throw new Problem("changed-meanwhile");
    return {
      result: { rowId },
      act: {
        type: "job.row_discarded",
        subjectType: "job",
        subjectId: order.id,
        reason,
        changes: { task: source, job: rowId },
      },
    };
  });
}
