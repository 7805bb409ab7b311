import { Logger, runOnce } from "graphile-worker";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, readAsSystem, statement } from "@/lib/db";
import { env } from "@/lib/env";
import { readWork } from "@/lib/metrics/work";
import { jobsOverview } from "@/lib/operations/queries";
import { makeAdministrator } from "@/prisma/factories/people";
import { watched } from "./job-runner";
import { schedule } from "./task-list";
import { givenUpAfter } from "./task-streak";
import { tellOfFailed } from "./tell-of-failed";

const task = "test-always-fails";
let admin: Actor;
beforeAll(async () => {
  admin = await makeAdministrator();
});
afterAll(async () => {
  await asSystem(async (tx) => {
    await statement(
      tx,
      "select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs where task_identifier = $1))",
      [task],
    );
    await statement(
      tx,
      "update task_streak set failures = 0, failing_since = null, error_name = null where name = $1",
      [task],
    );
  });
  await closeDatabase();
});

let isBroken = true;
/** What a minute of the timetable does: the task's job is put anew, as the schedule says, and run. */
async function minute(): Promise<void> {
  const { jobKey, maxAttempts } = schedule[0]!.options!;
  expect(jobKey).toBe(schedule[0]!.task);
  await readAsSystem({
    name: "a_minute",
    text: "select graphile_worker.add_job($1, job_key := $1, max_attempts := $2)",
    values: [task, maxAttempts],
  });
  await runOnce({
    connectionString: env().systemDatabaseUrl,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: watched({
      [task]: async () => {
        if (isBroken) throw Object.assign(new Error("số tài khoản 0123456789"), { code: "E_BROKEN" });
      },
    }),
  });
}
const givenUpByTheQueue = () =>
  asSystem(async (tx) => {
    const { rows } = await statement<{ id: string }>(
      tx,
      "select id from graphile_worker.add_job($1, max_attempts := 1)",
      [task],
    );
    await statement(tx, "update graphile_worker._private_jobs set attempts = 1 where id = $1", [rows[0]!.id]);
    return Number(rows[0]!.id);
  });
const shown = async () => (await jobsOverview(admin)).crons.find(({ name }) => name === task);
const told = (fact: "task" | "job" = "task", equals: string | number = task) =>
  asSystem((tx) =>
    tx.notification.count({
      where: { membershipId: admin.membershipId, kind: "job.failed", facts: { path: [fact], equals } },
    }),
  );

it("is given up, shown and told once for each row of failures, though its job begins anew each minute", async () => {
  const before = (await readWork()).jobs.failed;
  for (let failed = 1; failed < givenUpAfter; failed += 1) await minute();
  await tellOfFailed();
  expect(await told()).toBe(0);
  await minute();
  await tellOfFailed();
  await minute();
  // A run that the next minute overtook is given up by the queue itself: the same row of failures.
  const jobId = await givenUpByTheQueue();
  await tellOfFailed();
  expect([await told(), await told("job", jobId)]).toEqual([1, 0]);
  expect((await readWork()).jobs.failed).toBeGreaterThan(before);
  expect(await shown()).toMatchObject({ failures: givenUpAfter + 1, errorName: "Error E_BROKEN" });
  expect(JSON.stringify(await jobsOverview(admin))).not.toContain("0123456789");

  isBroken = false;
  await minute();
  expect(await shown()).toMatchObject({ failures: 0, failingSince: null, errorName: null });
  isBroken = true;
  for (let failed = 1; failed <= givenUpAfter; failed += 1) await minute();
  await tellOfFailed();
  expect(await told()).toBe(2);
});

it("is told of rows that a tick sets aside again and again too: once a day for each kind of work", async () => {
  const source = "test-told-aside";
  const toldOf = () => told("task", source);
  const aside = (tries: number) =>
    asSystem((tx) =>
      statement(
        tx,
        `insert into set_aside (source, row_id, tries, since, failed_at, next_at, error_name)
          values ($1, gen_random_uuid(), $2, now() - interval '1 hour', now(), now() + interval '1 hour', 'Error')`,
        [source, tries],
      ),
    );
  await aside(givenUpAfter - 1);
  await tellOfFailed();
  expect(await toldOf()).toBe(0);
  await aside(givenUpAfter);
  await aside(givenUpAfter + 1);
  await tellOfFailed();
  await tellOfFailed();
  expect(await toldOf()).toBe(1);
  expect((await jobsOverview(admin)).aside.filter((row) => row.source === source)).toHaveLength(3);
  expect((await readWork()).setAside).toContainEqual({ source, count: 3 });
  await asSystem((tx) => statement(tx, "delete from set_aside where source = $1", [source]));
});

it("is counted by workers alone", async () => {
  const read = asActor(admin, (tx) => statement(tx, "select 1 from task_streak", []));
  await expect(read).rejects.toThrow(/permission denied/);
});
