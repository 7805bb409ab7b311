import { afterAll, expect, it } from "vitest";
import { asSystem, closeDatabase, readAsSystem, statement } from "@/lib/db";
import { readiness } from "@/lib/health/readiness";
import { readWork } from "@/lib/metrics/work";
import { startWorker, until, type WorkerProcess } from "@/prisma/factories/worker-process";
import { deadAfterSeconds, freeDeadLocks, sayAlive, sayGone } from "./dead-workers";

const started: WorkerProcess[] = [];
afterAll(async () => {
  for (const { child } of started) child.kill("SIGKILL");
  await closeDatabase();
});

const states = () =>
  readAsSystem<{ name: string; runs: string; failures: string }>({
    name: "states",
    text: "select name, runs, failures from sweep_state",
    values: [],
  });
const processes = async () =>
  (
    await readAsSystem<{ ids: string[] }>({
      name: "alive",
      text: "select worker_ids as ids from worker_process",
      values: [],
    })
  ).flatMap(({ ids }) => ids);

it(
  "runs beside another, tells what it does, and ends in good order at SIGTERM",
  { timeout: 60_000 },
  async () => {
    const [one, other] = await Promise.all([startWorker(), startWorker()]);
    started.push(one, other);
    await until(async () =>
      (await states()).some(({ name, runs }) => name === "free-dead-locks" && Number(runs) >= 2),
    );
    await until(async () => (await processes()).length === 4);
    expect((await states()).find(({ name }) => name === "free-dead-locks")!.failures).toBe("0");
    expect(await readiness("all")).toMatchObject({
      checks: { database: true, migrations: true, queue: true, sweep: true },
    });
    expect((await readWork()).workers).toBe(2);

    one.child.kill("SIGTERM");
    expect(await one.ended).toEqual([0, null]);
    expect(await processes()).toHaveLength(2);
    other.child.kill("SIGINT");
    expect(await other.ended).toEqual([0, null]);
    expect(await processes()).toEqual([]);
  },
);

it("says that it is not ready when no worker was heard, and that the web alone is", async () => {
  await asSystem((tx) =>
    statement(
      tx,
      "update sweep_state set started_at = started_at - interval '3 hours', ended_at = ended_at - interval '3 hours'",
      [],
    ),
  );
  expect(await readiness("all")).toMatchObject({ isReady: false, checks: { sweep: false, database: true } });
  expect(await readiness("web")).toMatchObject({ isReady: true });
});

it("frees the jobs of a worker that died and leaves those of one that lives", async () => {
  const living = "0199f3a0-0000-7000-8000-0000000000aa";
  await sayAlive(living, ["worker-living"]);
  const lockedBy = async (worker: string, seconds: number) =>
    asSystem(async (tx) => {
      const { rows } = await statement<{ id: string }>(
        tx,
        "select id from graphile_worker.add_job('no-such-task')",
        [],
      );
      await statement(
        tx,
        `update graphile_worker._private_jobs set locked_by = $2, locked_at = clock_timestamp() - make_interval(secs => $3) where id = $1`,
        [rows[0]!.id, worker, seconds],
      );
      return rows[0]!.id;
    });
  const dead = await lockedBy("worker-dead", deadAfterSeconds + 5);
  const alive = await lockedBy("worker-living", deadAfterSeconds + 5);
  const justNow = await lockedBy("worker-new", 5);
  expect(await freeDeadLocks()).toBe(1);
  expect(await freeDeadLocks()).toBe(0);
  const locks = await readAsSystem<{ id: string; locked_by: string | null }>({
    name: "locks",
    text: "select id, locked_by from graphile_worker._private_jobs where id = any($1) order by id",
    values: [[dead, alive, justNow]],
  });
  expect(locks.map(({ locked_by }) => locked_by)).toEqual([null, "worker-living", "worker-new"]);
  await sayGone(living);
  await asSystem((tx) =>
    statement(tx, "delete from graphile_worker._private_jobs where id = any($1)", [[dead, alive, justNow]]),
  );
});
