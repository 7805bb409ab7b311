import { readAsSystem } from "@/lib/db";
import { failsLastingly } from "@/lib/jobs/task-streak";

/** The work that all workers share, as it stands in the database; seconds since, and counts that stop at ten thousand. */
export type Work = {
  ticks: { name: string; ageSeconds: number }[];
  jobs: { ready: number; running: number; failed: number; later: number };
  oldestJobSeconds: number;
  outboxWaiting: number;
  oldestEventSeconds: number;
  /** Rows that their tick could not do, by the kind of work. */
  setAside: { source: string; count: number }[];
  workers: number;
  deliveries: { channel: string; state: string; count: number }[];
};

/** Counts alone, no line of anything: for metrics and the administrator's screen. */
export async function readWork(): Promise<Work> {
  const rows = await readAsSystem<{ work: Work }>({
    name: "shared_work",
    text: `select jsonb_build_object(
      'ticks', coalesce((select jsonb_agg(jsonb_build_object('name', name,
        'ageSeconds', round(extract(epoch from clock_timestamp() - coalesce(ended_at, started_at))::numeric, 1)) order by name) from sweep_state), '[]'),
      'jobs', (select jsonb_build_object(
        'ready', count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= clock_timestamp()),
        'running', count(*) filter (where locked_at is not null),
        'failed', count(*) filter (where locked_at is null and attempts >= max_attempts) + (select count(*) from task_streak t where ${failsLastingly}),
        'later', count(*) filter (where locked_at is null and attempts < max_attempts and run_at > clock_timestamp()))
        from (select locked_at, attempts, max_attempts, run_at from graphile_worker.jobs limit 10000) j),
      'oldestJobSeconds', coalesce((select greatest(0, round(extract(epoch from clock_timestamp() - min(run_at))::numeric, 1))
        from graphile_worker.jobs where locked_at is null and attempts < max_attempts and run_at <= clock_timestamp()), 0),
      'outboxWaiting', (select count(*) from (select from outbox where processed_at is null limit 10000) o),
      'oldestEventSeconds', coalesce((select greatest(0, round(extract(epoch from clock_timestamp() - at)::numeric, 1)) from outbox where processed_at is null order by id limit 1), 0),
      'setAside', coalesce((select jsonb_agg(jsonb_build_object('source', source, 'count', count) order by source) from (
        select source, count(*) from set_aside group by source) a), '[]'),
      'workers', (select count(*) from worker_process where seen_at > clock_timestamp() - interval '1 minute'),
      'deliveries', coalesce((select jsonb_agg(jsonb_build_object('channel', channel, 'state', state, 'count', count)) from (
        select channel, state, count(*) from (select channel, state from delivery where state in ('waiting', 'sending', 'dead') limit 10000) d
        group by channel, state) c), '[]')) as work`,
    values: [],
  });
  return rows[0]!.work;
}
