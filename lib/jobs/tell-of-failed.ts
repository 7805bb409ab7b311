import { actsAt } from "@/lib/access/acts-at";
import { createHash } from "node:crypto";
import { asSystem, statement, type Tx } from "@/lib/db";
import { notify } from "@/lib/notices/notify";
import { paths } from "@/lib/paths";
import { givenUpAfter } from "./task-streak";

/** Told once for each: the same id again adds nothing. */
const idOf = (what: string) => {
  const hash = createHash("sha256").update(`job.failed:${what}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

// A job that was given up, by its number; of a task that fails again and again, once for each row of failures, however many of its jobs
// were given up meanwhile; of rows that a tick sets aside again and again, once for each kind of work and day.
const givenUp = "j.locked_at is null and j.attempts >= j.max_attempts";
const failedSql = `
  (select j.id::text as what, jsonb_build_object('job', j.id) as facts from graphile_worker.jobs j
    where ${givenUp} and not exists (select from task_streak t where t.name = j.task_identifier and t.failures > 0) order by j.id limit 100)
  union all (select t.name || ':' || extract(epoch from t.failing_since), jsonb_build_object('task', t.name) from task_streak t
    where t.failures >= ${givenUpAfter} or (t.failures > 0 and exists (select from graphile_worker.jobs j where j.task_identifier = t.name and ${givenUp})))
  union all (select distinct s.source || ':' || (s.failed_at at time zone 'Asia/Ho_Chi_Minh')::date, jsonb_build_object('task', s.source)
    from set_aside s where s.tries >= ${givenUpAfter})`;

/** Tells administrators of what was given up or fails lastingly since, each once. Returns how many notifications are new. */
export function tellOfFailed(): Promise<number> {
  return asSystem(async (tx) => {
    const { rows } = await statement<{ what: string; facts: Record<string, string | number> }>(
      tx,
      failedSql,
      [],
    );
    if (rows.length === 0) return 0;
    const to = await administrators(tx);
    return notify(
      tx,
      rows.map(({ what, facts }) => ({
        kind: "job.failed" as const,
        eventId: idOf(what),
        to,
        urgent: false,
        facts,
        href: paths.adminJobs,
      })),
    );
  });
}

async function administrators(tx: Tx): Promise<string[]> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `select m.id from membership m where 'admin' = any(m.roles) and ${actsAt("m")}`,
    [],
  );
  return rows.map(({ id }) => id);
}
