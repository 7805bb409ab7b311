import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { readAsSystem } from "@/lib/db";
import { readWork } from "@/lib/metrics/work";
import { deadAfterSeconds } from "@/lib/jobs/dead-workers";
import type { AsideSource } from "./sources";
import type {
  AsideState,
  CronState,
  JobsOverview,
  JobState,
  OrderState,
  TickState,
  WorkerState,
} from "./types";

const mostListed = 100;

/**
 * What the workers do and did: through the narrow door, for administrators alone, and without anything of what a job was about
 * (neither its payload nor the words of its failure, which may quote it). @throws Problem not-allowed.
 */
export async function jobsOverview(actor: Actor): Promise<JobsOverview> {
  assertAdministers(actor);
  const [work, [found]] = await Promise.all([
    readWork(),
    readAsSystem<{
      at: Date;
      ticks: TickState[];
      crons: CronState[];
      jobs: JobState[];
      aside: AsideState[];
      orders: OrderState[];
      workers: WorkerState[];
    }>({
      name: "jobs_overview",
      text: `select clock_timestamp() as at,
        coalesce((select jsonb_agg(jsonb_build_object('name', name, 'everyMs', every_ms, 'startedAt', started_at, 'endedAt', ended_at, 'done', done,
            'doneInAll', done_in_all::text, 'runs', runs::text, 'failures', failures::text, 'failedAt', failed_at, 'errorName', error_name,
            'ageSeconds', round(extract(epoch from clock_timestamp() - coalesce(ended_at, started_at))),
            'isLate', coalesce(ended_at, started_at) < clock_timestamp() - greatest(make_interval(secs => every_ms * 3 / 1000.0), interval '2 minutes'))
          order by name) from sweep_state), '[]') as ticks,
        coalesce((select jsonb_agg(jsonb_build_object('name', coalesce(c.identifier, t.name), 'lastAt', coalesce(c.last_execution, t.ended_at),
            'failures', coalesce(t.failures, 0), 'failingSince', t.failing_since, 'errorName', t.error_name) order by coalesce(c.identifier, t.name))
          from graphile_worker._private_known_crontabs c full join task_streak t on t.name = c.identifier), '[]') as crons,
        coalesce((select jsonb_agg(to_jsonb(o)) from (
          select id, job_id::text as "jobId", task, act, ordered_at as "orderedAt", outcome from job_order
          where ordered_at > clock_timestamp() - interval '7 days' order by ordered_at desc limit 20) o), '[]') as orders,
        coalesce((select jsonb_agg(to_jsonb(a) order by a.since, a.id) from (
          select s.row_id as id, s.source, s.tries, s.since, s.next_at as "nextAt", s.error_name as "errorName",
            exists (select from aside_order d where d.source = s.source and d.row_id = s.row_id and d.carried_out_at is null) as ordered,
            case when s.source = 'outbox' and s.order_key is not null then (select count(*) from outbox o where o.processed_at is null
              and o.id > s.row_id and coalesce(o.request_id, o.case_id) = s.order_key) else 0 end as behind
          from set_aside s order by s.since, s.row_id limit $2) a), '[]') as aside,
        coalesce((select jsonb_agg(to_jsonb(j) order by j.since, j.id) from (
          select j.id::text, j.task_identifier as task, j.attempts, j.max_attempts as "mostAttempts", coalesce(j.locked_at, j.updated_at) as since,
            case when j.locked_at is null then 'failed' else 'dead-worker' end as state,
            (select o.act from job_order o where o.job_id = j.id and o.carried_out_at is null) as ordered
          from graphile_worker.jobs j
          where (j.locked_at is null and j.attempts >= j.max_attempts) or (j.locked_at < clock_timestamp() - make_interval(secs => $1)
            and not exists (select from worker_process w where j.locked_by = any(w.worker_ids) and w.seen_at > clock_timestamp() - make_interval(secs => $1)))
          order by coalesce(j.locked_at, j.updated_at), j.id limit $2) j), '[]') as jobs,
        coalesce((select jsonb_agg(jsonb_build_object('id', upper(right(id::text, 4)), 'startedAt', started_at, 'seenAt', seen_at,
            'isAlive', seen_at > clock_timestamp() - make_interval(secs => $1)) order by started_at) from worker_process), '[]') as workers`,
      values: [deadAfterSeconds, mostListed],
    }),
  ]);
  const { at, ...lists } = found!;
  return { at: at.toISOString(), work, ...lists };
}

/** A job that was given up and still stands there, or null. */
export async function failedJob(jobId: string): Promise<{ task: string } | null> {
  const [found] = await readAsSystem<{ task: string }>({
    name: "failed_job",
    text: `select task_identifier as task from graphile_worker.jobs where id = $1::bigint and locked_at is null and attempts >= max_attempts`,
    values: [jobId],
  });
  return found ?? null;
}

/** Whether a row of this work is aside now. */
export async function isAside(source: AsideSource, rowId: string): Promise<boolean> {
  const found = await readAsSystem({
    name: "is_aside",
    text: "select 1 from set_aside where source = $1 and row_id = $2",
    values: [source, rowId],
  });
  return found.length > 0;
}
