import { createHash } from "node:crypto";
import { asSystem, statement, type Tx } from "@/lib/db";
import { notify } from "@/lib/notices/notify";
import { paths } from "@/lib/paths";

/** Told once for each job: the same id again adds nothing. */
const idOf = (jobId: string) => {
  const hash = createHash("sha256").update(`job.failed:${jobId}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

/** Tells administrators of jobs that were given up since, each once. Returns how many notifications are new. */
export function tellOfFailed(): Promise<number> {
  return asSystem(async (tx) => {
    const { rows } = await statement<{ id: string }>(
      tx,
      "select id::text from graphile_worker.jobs where locked_at is null and attempts >= max_attempts order by id limit 100",
      [],
    );
    if (rows.length === 0) return 0;
    const to = await administrators(tx);
    return notify(
      tx,
      rows.map(({ id }) => ({
        kind: "job.failed" as const,
        eventId: idOf(id),
        to,
        urgent: false,
        facts: { job: Number(id) },
        href: paths.adminJobs,
      })),
    );
  });
}

async function administrators(tx: Tx): Promise<string[]> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `select m.id from membership m join person p on p.id = m.user_id and p.suspended_at is null
      where 'admin' = any(m.roles) and m.valid_from <= clock_timestamp() and (m.valid_to is null or m.valid_to > clock_timestamp())`,
    [],
  );
  return rows.map(({ id }) => id);
}
