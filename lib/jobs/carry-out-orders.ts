import { asSystem, statement, type Tx } from "@/lib/db";

type Order = { id: string; job_id: string; act: "retry" | "discard" };

/**
 * Carries out what administrators ordered about jobs that were given up: one more round of tries from now on, or the end of the job. A
 * job that a worker holds (its timetable had it begun again) is left alone: the order stays open until it is free. Of a job that is
 * there no more the order says so. Returns how many orders ended; two workers at once take different ones.
 */
export function carryOutOrders(): Promise<number> {
  return asSystem(async (tx) => {
    const { rows } = await statement<Order>(
      tx,
      "select id, job_id::text, act from job_order where carried_out_at is null order by ordered_at limit 100 for update skip locked",
      [],
    );
    if (rows.length === 0) return 0;
    const jobs = (act: string) => rows.filter((row) => row.act === act).map((row) => row.job_id);
    const again = await idsOf(
      tx,
      "select id::text from graphile_worker.reschedule_jobs($1::bigint[], run_at := clock_timestamp(), attempts := 0)",
      jobs("retry"),
    );
    const ended = await idsOf(
      tx,
      "select id::text from graphile_worker.complete_jobs($1::bigint[])",
      jobs("discard"),
    );
    const done = new Set([...again, ...ended]);
    // Asked after the acts: who is still there was held.
    const held = await idsOf(
      tx,
      "select id::text from graphile_worker.jobs where id = any($1::bigint[])",
      rows.filter(({ job_id }) => !done.has(job_id)).map(({ job_id }) => job_id),
    );
    const over = rows.filter(({ job_id }) => done.has(job_id) || !held.has(job_id));
    await statement(
      tx,
      `update job_order j set carried_out_at = date_trunc('milliseconds', clock_timestamp()), outcome = n.outcome
        from unnest($1::uuid[], $2::text[]) as n (id, outcome) where j.id = n.id`,
      [over.map(({ id }) => id), over.map(({ job_id }) => (done.has(job_id) ? "done" : "gone"))],
    );
    return over.length;
  });
}

async function idsOf(tx: Tx, text: string, jobs: readonly string[]): Promise<Set<string>> {
  if (jobs.length === 0) return new Set();
  const { rows } = await statement<{ id: string }>(tx, text, [[...jobs]]);
  return new Set(rows.map(({ id }) => id));
}
