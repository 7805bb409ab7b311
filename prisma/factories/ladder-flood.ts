import { type ChildProcess, fork } from "node:child_process";
import type pg from "pg";
import { connectPastTriggers } from "./database-roles";

export type Flood = { requestIds: string[] };
/** Minutes since the beginning and until the end, real time; null: answered before anything came. */
export type Course = { begun: number; ends: number; isAnswered?: boolean };

/** Makes so many copies of an issued request, each with an answer clock of its own that runs as `courses` say in turn. */
export async function floodFrom(
  requestId: string,
  count: number,
  courses: readonly Course[],
): Promise<Flood> {
  const owner = await connectPastTriggers();
  try {
    const { rows } = await owner.query<{ id: string }>(
      `insert into request select copy.* from request r, generate_series(1, $2::int) as n,
          lateral jsonb_populate_record(r, jsonb_build_object('id', uuid_v7(), 'code', r.code || '-' || n, 'check_code', null, 'document_number', null)) as copy
        where r.id = $1 returning id`,
      [requestId, count],
    );
    const requestIds = rows.map(({ id }) => id);
    await owner.query(
      `insert into deadline select copy.* from deadline d, unnest($2::uuid[], $3::float8[], $4::float8[], $5::boolean[]) as f (id, begun, ends, done),
          lateral jsonb_populate_record(d, jsonb_build_object('id', uuid_v7(), 'request_id', f.id, 'policy', d.policy || '{"unit": "minutes"}'::jsonb,
          'starts_at', now() - make_interval(secs => f.begun * 60), 'due_at', now() + make_interval(secs => f.ends * 60), 'state', case when f.done then 'met' else 'running' end,
          'ended_at', case when f.done then now() end, 'next_step_at', case when f.done then null else now() - make_interval(secs => f.begun * 60) end,
          'due_version', 1, 'due_since', null)) as copy
        where d.request_id = $1 and d.subject = 'ANSWER'`,
      [
        requestId,
        requestIds,
        ...(["begun", "ends"] as const).map((name) =>
          requestIds.map((_, index) => courses[index % courses.length]![name]),
        ),
        requestIds.map((_, index) => courses[index % courses.length]!.isAnswered ?? false),
      ],
    );
    await owner.query("analyze deadline");
    return { requestIds };
  } finally {
    await owner.end();
  }
}

/** Rungs told, and rungs left out, of each clock of the flood in its order; and whatever was done more than once. */
export async function toldOf({ requestIds }: Flood) {
  const owner = await connectPastTriggers();
  try {
    const { rows } = await owner.query<{
      told: string[];
      events: number;
      climbed: number;
      words: number;
      planned: number;
    }>(
      `select array(select s.rung from deadline_step s where s.deadline_id = d.id and s.skipped is null order by s.planned_at, s.rung) as told,
          (select count(*)::int from event e where e.request_id = d.request_id and e.type like 'deadline.%') as events,
          (select count(*)::int from escalation e where e.deadline_id = d.id) as climbed,
          (select count(*)::int from notification n join deadline_step s on s.id = n.event_id where s.deadline_id = d.id) as words,
          (select coalesce(sum(s.told), 0)::int from deadline_step s where s.deadline_id = d.id) as planned
        from unnest($1::uuid[]) with ordinality as f (id, place) join deadline d on d.request_id = f.id and d.subject = 'ANSWER' order by f.place`,
      [requestIds],
    );
    return rows;
  } finally {
    await owner.end();
  }
}

/** How many clocks of the flood still wait for a step that is due. */
async function waiting(owner: pg.Client, { requestIds }: Flood): Promise<number> {
  const { rows } = await owner.query<{ left: number }>(
    "select count(*)::int as left from deadline where request_id = any($1::uuid[]) and state = 'running' and next_step_at <= now()",
    [requestIds],
  );
  return rows[0]?.left ?? 0;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Lets `workers` processes climb until nothing of the flood waits (or `until` says so), killing one of them `kills` times in the middle
 * of its work, with another in its place. Returns how many were killed.
 */
export async function climbWhileKilled(
  flood: Flood,
  { workers, kills, jumps = "0", until }: { workers: number; kills: number; jumps?: string; until?: Date },
): Promise<number> {
  const owner = await connectPastTriggers();
  const running = new Set<ChildProcess>();
  const hire = () =>
    new Promise<ChildProcess>((resolve, reject) => {
      const child = fork("prisma/factories/ladder-worker.ts", {
        execArgv: ["--import", "tsx"],
        env: { ...process.env, LADDER_JUMPS: jumps, DATABASE_POOL: "2" },
      });
      running.add(child);
      child.once("message", () => resolve(child));
      child.once("error", reject);
      child.once("exit", () => {
        running.delete(child);
        resolve(child);
      });
    });
  let killed = 0;
  try {
    await Promise.all(Array.from({ length: workers }, hire));
    while (killed < kills) {
      await pause(50 + Math.random() * 250);
      const [victim] = running;
      if (victim) {
        victim.kill("SIGKILL");
        running.delete(victim);
        killed += 1;
      }
      await hire();
    }
    while ((until && new Date() < until) || (await waiting(owner, flood)) > 0) await pause(200);
    return killed;
  } finally {
    const left = [...running];
    await Promise.all(
      left.map(
        (child) =>
          new Promise<void>((resolve) => {
            child.once("exit", () => resolve());
            child.send("over", () => undefined);
          }),
      ),
    );
    await owner.end();
  }
}
