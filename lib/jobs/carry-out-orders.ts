import { asSystem, statement } from "@/lib/db";

/**
 * Carries out what administrators ordered about jobs that were given up: one more round of tries from now on, or the end of the job.
 * graphile-worker's own functions leave alone what a worker holds. Returns how many orders were carried out; two workers at once
 * take different ones.
 */
export function carryOutOrders(): Promise<number> {
  return asSystem(async (tx) => {
    const { rows } = await statement<{ id: string; job_id: string; act: "retry" | "discard" }>(
      tx,
      "select id, job_id::text, act from job_order where carried_out_at is null order by ordered_at limit 100 for update skip locked",
      [],
    );
    if (rows.length === 0) return 0;
    const jobs = (act: string) => rows.filter((row) => row.act === act).map((row) => row.job_id);
    await statement(
      tx,
      "select graphile_worker.reschedule_jobs($1::bigint[], run_at := clock_timestamp(), attempts := 0)",
      [jobs("retry")],
    );
    await statement(tx, "select graphile_worker.complete_jobs($1::bigint[])", [jobs("discard")]);
    await statement(
      tx,
      "update job_order set carried_out_at = date_trunc('milliseconds', clock_timestamp()) where id = any($1::uuid[])",
      [rows.map(({ id }) => id)],
    );
    return rows.length;
  });
}
