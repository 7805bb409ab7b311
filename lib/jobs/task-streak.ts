import { readAsSystem } from "@/lib/db";
import { log } from "@/lib/log";
import { nameOf } from "./sweep-state";

/** A task that failed so often in a row, without going well once in between, is told of: as often as a job is tried. */
export const givenUpAfter = 5;

/**
 * SQL about a row `t` of task_streak: it fails lastingly, and no job of its own that was given up says so already. Of a timetable's minute
 * there never is one: its job is replaced, with its tries counted anew, before they are used up.
 */
export const failsLastingly = `t.failures >= ${givenUpAfter} and not exists (select from graphile_worker.jobs j
  where j.task_identifier = t.name and j.locked_at is null and j.attempts >= j.max_attempts)`;

/** Runs a task and writes down how it ended. @throws what the task throws. */
export async function counted(name: string, task: () => Promise<unknown>): Promise<void> {
  try {
    await task();
  } catch (error) {
    await written(name, nameOf(error));
    throw error;
  }
  await written(name, null);
}

/** What cannot be written (the database is away) is no failure of the task. */
async function written(name: string, errorName: string | null): Promise<void> {
  try {
    await readAsSystem({
      name: "task_streak",
      text: `insert into task_streak as t (name, ended_at, failures, failing_since, error_name)
        select $1, at.now, case when $2::text is null then 0 else 1 end, case when $2::text is not null then at.now end, $2
          from (select date_trunc('milliseconds', clock_timestamp()) as now) at
        on conflict (name) do update set ended_at = excluded.ended_at, error_name = excluded.error_name,
          failures = case when $2::text is null then 0 else t.failures + 1 end,
          failing_since = case when $2::text is not null then coalesce(t.failing_since, excluded.failing_since) end`,
      values: [name, errorName],
    });
  } catch (error) {
    log.warn({ task: name, name: (error as Error)?.name }, "how a task ended was not written");
  }
}
