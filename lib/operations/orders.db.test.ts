import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, readAsSystem, statement } from "@/lib/db";
import { carryOutOrders } from "@/lib/jobs/carry-out-orders";
import { tellOfFailed } from "@/lib/jobs/tell-of-failed";
import { makeAdministrator, makeOrganisation, makePerson } from "@/prisma/factories/people";
import { orderJob } from "./commands";
import { jobsOverview } from "./queries";

let admin: Actor;
let stranger: Actor;
beforeAll(async () => {
  admin = await makeAdministrator();
  stranger = await makePerson("liaison_manager", await makeOrganisation("bank"));
});
afterAll(async () => {
  await asSystem((tx) =>
    statement(tx, "delete from graphile_worker._private_jobs where max_attempts = 1", []),
  );
  await closeDatabase();
});

const secret = "số tài khoản 0123456789";
/** A job that was tried and given up; its payload and its failure quote what must not be shown. */
async function failed(): Promise<string> {
  return asSystem(async (tx) => {
    const { rows } = await statement<{ id: string }>(
      tx,
      "select id::text from graphile_worker.add_job('scan-files', json_build_object('quoted', $1::text), max_attempts := 1)",
      [secret],
    );
    const { id } = rows[0]!;
    await statement(
      tx,
      "update graphile_worker._private_jobs set attempts = 1, last_error = $2 where id = $1",
      [id, secret],
    );
    return id;
  });
}
const order = (jobId: string, act: "retry" | "discard") => ({
  key: randomUUID(),
  jobId,
  act,
  reason: "Máy quét đã chạy lại",
});
const left = (id: string) =>
  readAsSystem<{ attempts: number }>({
    name: "left",
    text: "select attempts from graphile_worker.jobs where id = $1",
    values: [id],
  });

it("shows administrators what was given up, and neither its payload nor the words of its failure", async () => {
  const id = await failed();
  const overview = await jobsOverview(admin);
  expect(overview.jobs).toContainEqual(
    expect.objectContaining({ id, task: "scan-files", state: "failed", ordered: null }),
  );
  expect(JSON.stringify(overview)).not.toContain("0123456789");
  await expect(jobsOverview(stranger)).rejects.toMatchObject({ code: "not-allowed" });
});

it("tries again or discards what an administrator ordered, once, and says so in the record", async () => {
  const [again, gone] = [await failed(), await failed()];
  const input = order(again, "retry");
  await orderJob(admin, input);
  await orderJob(admin, input);
  await expect(orderJob(admin, order(again, "discard"))).rejects.toMatchObject({ code: "changed-meanwhile" });
  await orderJob(admin, order(gone, "discard"));
  await expect(orderJob(stranger, order(gone, "retry"))).rejects.toMatchObject({ code: "not-allowed" });
  await expect(orderJob(admin, order("999999999", "retry"))).rejects.toMatchObject({ code: "not-found" });
  const done = await Promise.all([carryOutOrders(), carryOutOrders()]);
  expect(done[0]! + done[1]!).toBe(2);
  expect(await left(again)).toEqual([{ attempts: 0 }]);
  expect(await left(gone)).toEqual([]);
  const events = await asSystem((tx) =>
    tx.event.findMany({
      where: { actorId: admin.userId, type: { in: ["job.retried", "job.discarded"] } },
      select: { type: true, reason: true },
    }),
  );
  expect(events.map(({ type }) => type).sort()).toEqual(["job.discarded", "job.retried"]);
});

it("leaves an order open while a worker holds its job, and says when there is no such job any more", async () => {
  const [held, gone] = [await failed(), await failed()];
  await orderJob(admin, order(held, "discard"));
  await orderJob(admin, order(gone, "retry"));
  const run = (sql: string, id: string) => asSystem((tx) => statement(tx, sql, [id]));
  await run(
    "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w' where id = $1",
    held,
  );
  await run("delete from graphile_worker._private_jobs where id = $1", gone);
  const said = async () =>
    Object.fromEntries((await jobsOverview(admin)).orders.map(({ jobId, outcome }) => [jobId, outcome]));
  expect(await carryOutOrders()).toBe(1);
  expect(await carryOutOrders()).toBe(0);
  expect(await said()).toMatchObject({ [held]: null, [gone]: "gone" });
  await run(
    "update graphile_worker._private_jobs set locked_at = null, locked_by = null where id = $1",
    held,
  );
  expect(await carryOutOrders()).toBe(1);
  expect(await said()).toMatchObject({ [held]: "done" });
  expect(await left(held)).toEqual([]);
  const mute = "update job_order set carried_out_at = now(), outcome = null where job_id = $1";
  await expect(run(mute, held)).rejects.toThrow(/job_order_ended_says_how/);
});

it("keeps orders for administrators in the database too", async () => {
  const insert =
    "insert into job_order (job_id, task, act, reason, ordered_by_id) values (1, 'scan-files', 'retry', 'thử quyền', $1)";
  await expect(asActor(stranger, (tx) => statement(tx, insert, [stranger.membershipId]))).rejects.toThrow(
    /row-level security/,
  );
  await expect(asActor(admin, (tx) => statement(tx, insert, [stranger.membershipId]))).rejects.toThrow(
    /row-level security/,
  );
  await expect(
    asActor(admin, (tx) => statement(tx, "select 1 from graphile_worker.jobs", [])),
  ).rejects.toThrow(/permission denied/);
});

it("tells each administrator once of a job that was given up", async () => {
  await failed();
  expect(await tellOfFailed()).toBeGreaterThan(0);
  expect(await tellOfFailed()).toBe(0);
});
