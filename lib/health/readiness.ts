import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readAsSystem } from "@/lib/db";

/** Each is true where all is well. What is wrong in detail stands in the log and on /admin/jobs, never here. */
export type Checks = {
  /** PostgreSQL answers within two seconds. */
  database: boolean;
  /** Every migration of this program has been applied. */
  migrations: boolean;
  /** Every tick ended at least once in the last two minutes: some worker lives. */
  sweep: boolean;
  /** No job has been waiting for its turn longer than five minutes. */
  queue: boolean;
  /** Nothing that happened has been waiting longer than two minutes to be told. */
  outbox: boolean;
};
export type Readiness = { isReady: boolean; checks: Checks };

const patienceMs = 2_000;
const none: Checks = { database: false, migrations: false, sweep: false, queue: false, outbox: false };

/**
 * Whether this process can do its work now. `web` asks only what a page needs, the database and its migrations: a worker that is
 * late is no reason to send people away. Never throws.
 */
export async function readiness(only: "web" | "all"): Promise<Readiness> {
  const found = await within(patienceMs, look()).catch(() => none);
  const isReady =
    found.database && found.migrations && (only === "web" || (found.sweep && found.queue && found.outbox));
  return { isReady, checks: found };
}

async function look(): Promise<Checks> {
  const [applied, work] = await Promise.all([
    readAsSystem<{ name: string }>({
      name: "ready_migrations",
      text: "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
      values: [],
    }),
    readAsSystem<Omit<Checks, "database" | "migrations">>({
      name: "ready_work",
      text: `select
        coalesce((select bool_and(ended_at > clock_timestamp() - interval '2 minutes') from sweep_state
          where started_at > clock_timestamp() - interval '1 day'), false) as sweep,
        coalesce((select min(run_at) from graphile_worker.jobs where locked_at is null and attempts < max_attempts)
          > clock_timestamp() - interval '5 minutes', true) as queue,
        coalesce((select min(o.at) from outbox o where o.processed_at is null and not exists (select from set_aside s
          where s.source = 'outbox' and (s.row_id = o.id or s.order_key = coalesce(o.request_id, o.case_id)))) > clock_timestamp() - interval '2 minutes', true) as outbox`,
      values: [],
    }),
  ]);
  const known = new Set(applied.map(({ name }) => name));
  return { database: true, migrations: wanted().every((name) => known.has(name)), ...work[0]! };
}

let steps: string[] | undefined;
/** The migrations that came with this program; read once. */
function wanted(): string[] {
  steps ??= readdirSync(join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations")).filter((name) =>
    /^\d{14}_/.test(name),
  );
  return steps;
}

/** @throws Error when it takes longer than `ms` milliseconds. */
function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error("too late")), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
