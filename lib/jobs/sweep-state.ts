import { readAsSystem } from "@/lib/db";
import type { Tick } from "./tick";

type Counted = { runs: number; done: number; failures: number; agoMs: number };
type Ended = { tookMs: number; lastDone: number; failed: unknown } | null;

/**
 * Says in `sweep_state` what a tick did since it was last told: `agoMs` milliseconds ago its run began, `ended` is null while it goes
 * on. Instants are the database's. Of an error its name and code are kept, never its words: they may quote what was worked on.
 */
export async function writeTick({ name, everyMs }: Tick, counted: Counted, ended: Ended): Promise<void> {
  const hasFailed = ended !== null && ended.failed !== null;
  await readAsSystem({
    name: "write_tick",
    text: `insert into sweep_state as s (name, every_ms, started_at, ended_at, done, done_in_all, runs, failures, failed_at, error_name)
      select $1, $2, at.began, at.ended, $5, $6, $7, $8, case when $9 then at.ended end, $10
      from (select date_trunc('milliseconds', clock_timestamp() - make_interval(secs => $3::float8 / 1000)) as began,
        date_trunc('milliseconds', clock_timestamp() - make_interval(secs => ($3::float8 - $4::float8) / 1000)) as ended) at
      on conflict (name) do update set every_ms = excluded.every_ms, started_at = greatest(s.started_at, excluded.started_at),
        ended_at = coalesce(excluded.ended_at, s.ended_at), done = excluded.done, done_in_all = s.done_in_all + excluded.done_in_all,
        runs = s.runs + excluded.runs, failures = s.failures + excluded.failures,
        failed_at = coalesce(excluded.failed_at, s.failed_at), error_name = coalesce(excluded.error_name, s.error_name)`,
    values: [
      name,
      everyMs,
      counted.agoMs,
      ended?.tookMs ?? null,
      ended?.lastDone ?? 0,
      counted.done,
      counted.runs,
      counted.failures,
      hasFailed,
      hasFailed ? nameOf(ended.failed) : null,
    ],
  });
}

/** `Error 40001`, `PrismaClientKnownRequestError P2028`: a name and a code as far as they are plain. */
export function nameOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  const plain = (value: unknown) => (/^\w{1,50}$/.test(String(value ?? "")) ? String(value) : "");
  return [plain(name) || "Error", plain(code)].filter(Boolean).join(" ");
}
