import { asSystem, readAsSystem, statement } from "@/lib/db";
import { log } from "@/lib/log";

/** A worker says that it lives every ten seconds; not seen for so many seconds it is dead. */
export const deadAfterSeconds = 60;

/** Says that this process lives and under which names it locks jobs. */
export async function sayAlive(processId: string, workerIds: readonly string[]): Promise<void> {
  await readAsSystem({
    name: "worker_alive",
    text: `insert into worker_process as w (id, worker_ids) values ($1, $2)
      on conflict (id) do update set seen_at = date_trunc('milliseconds', clock_timestamp()), worker_ids = excluded.worker_ids`,
    values: [processId, [...workerIds]],
  });
}

/** Says that this process has ended in good order and holds nothing. */
export async function sayGone(processId: string): Promise<void> {
  await readAsSystem({
    name: "worker_gone",
    text: "delete from worker_process where id = $1",
    values: [processId],
  });
}

/**
 * Frees the jobs that a dead worker holds, so that another does them now and not in four hours: graphile-worker waits that long. Who
 * was killed wrote nothing of its open transaction, and every job bears being run twice. Returns how many workers' locks were freed.
 */
export function freeDeadLocks(): Promise<number> {
  return asSystem(async (tx) => {
    const { rows } = await statement<{ locked_by: string }>(
      tx,
      `select distinct j.locked_by from graphile_worker._private_jobs j
        where j.locked_by is not null and j.locked_at < clock_timestamp() - make_interval(secs => $1)
          and not exists (select from worker_process w where j.locked_by = any(w.worker_ids)
            and w.seen_at > clock_timestamp() - make_interval(secs => $1))`,
      [deadAfterSeconds],
    );
    if (rows.length > 0) {
      await statement(tx, "select graphile_worker.force_unlock_workers($1::text[])", [
        rows.map(({ locked_by }) => locked_by),
      ]);
      log.warn({ workers: rows.length }, "jobs of dead workers were freed");
    }
    await statement(
      tx,
      "delete from worker_process where seen_at < clock_timestamp() - interval '1 day'",
      [],
    );
    return rows.length;
  });
}
