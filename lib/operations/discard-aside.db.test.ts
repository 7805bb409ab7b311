import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { discardAside } from "@/lib/jobs/discard-aside";
import { makeAdministrator, makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { orderAsideDiscarded } from "./commands";
import { jobsOverview } from "./queries";
import { type AsideSource, asideSources } from "./sources";

let admin: Actor;
let stranger: Actor;
beforeAll(async () => {
  admin = await makeAdministrator();
  stranger = await makePerson("liaison_manager", await makeOrganisation("bank"));
});
afterAll(closeDatabase);

const aside = (source: AsideSource, rowId: string) =>
  asSystem((tx) =>
    statement(
      tx,
      `insert into set_aside (source, row_id, since, failed_at, next_at, error_name)
        values ($1, $2, now() - interval '1 hour', now(), now() + interval '1 hour', 'TypeError')`,
      [source, rowId],
    ),
  );
const order = (source: AsideSource, rowId: string) => ({
  key: randomUUID(),
  source,
  rowId,
  reason: "Dòng lỗi không sửa được",
});
const standing = (rowId: string) => asSystem((tx) => tx.setAside.count({ where: { rowId } }));
const one = async <Row extends object>(sql: string, id: string) =>
  asSystem(async (tx) => (await statement<Row & Record<string, unknown>>(tx, sql, [id])).rows[0]);

it("passes over what an administrator ordered, once, and says so in the record", async () => {
  const row = await one<{ id: string }>(
    "insert into outbox (topic, org_ids, at) values ('isolation.discard', '{}', $1::timestamptz) returning id",
    new Date().toISOString(),
  );
  const { id } = row!;
  await aside("outbox", id);
  await expect(orderAsideDiscarded(stranger, order("outbox", id))).rejects.toMatchObject({
    code: "not-allowed",
  });
  await expect(orderAsideDiscarded(admin, order("urges", id))).rejects.toMatchObject({ code: "not-found" });
  const input = order("outbox", id);
  await orderAsideDiscarded(admin, input);
  await orderAsideDiscarded(admin, input);
  await expect(orderAsideDiscarded(admin, order("outbox", id))).rejects.toMatchObject({
    code: "changed-meanwhile",
  });
  expect((await jobsOverview(admin)).aside).toContainEqual(expect.objectContaining({ id, ordered: true }));
  const done = await Promise.all([discardAside(), discardAside()]);
  expect(done[0]! + done[1]!).toBe(1);
  expect(await standing(id)).toBe(0);
  expect(await one("select processed_at is not null as over from outbox where id = $1", id)).toEqual({
    over: true,
  });
  const events = await asSystem((tx) =>
    tx.event.findMany({
      where: { actorId: admin.userId, type: "job.row_discarded" },
      select: { reason: true, changes: true },
    }),
  );
  expect(events).toEqual([{ reason: input.reason, changes: { task: "outbox", job: id } }]);
});

it("leaves what went well meanwhile, and says that it was no more aside", async () => {
  const id = randomUUID();
  await aside("promises", id);
  await orderAsideDiscarded(admin, order("promises", id));
  await asSystem((tx) => tx.setAside.deleteMany({ where: { rowId: id } }));
  expect(await discardAside()).toBe(1);
  expect(await one("select outcome from aside_order where row_id = $1", id)).toEqual({ outcome: "gone" });
});

it("knows each work whose rows may be aside; a clock plans nothing more", async () => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const clock = await asSystem((tx) =>
    tx.deadline.findFirstOrThrow({ where: { requestId, state: "running" }, select: { id: true } }),
  );
  for (const source of asideSources) {
    const id = source === "ladder-steps" ? clock.id : randomUUID();
    await aside(source, id);
    await orderAsideDiscarded(admin, order(source, id));
    expect(await discardAside()).toBe(1);
    expect(await standing(id)).toBe(0);
  }
  expect(await one("select next_step_at as next, state::text from deadline where id = $1", clock.id)).toEqual(
    { next: null, state: "running" },
  );
});

it("keeps such orders for administrators in the database too, in their own name", async () => {
  const insert =
    "insert into aside_order (source, row_id, reason, ordered_by_id) values ('outbox', uuid_v7(), 'thử quyền', $1)";
  for (const who of [stranger, admin])
    await expect(asActor(who, (tx) => statement(tx, insert, [stranger.membershipId]))).rejects.toThrow(
      /row-level security/,
    );
  for (const sql of ["select 1 from set_aside", "delete from set_aside"])
    await expect(asActor(admin, (tx) => statement(tx, sql, []))).rejects.toThrow(/permission denied/);
  await expect(
    asActor(admin, (tx) =>
      statement(tx, "update aside_order set outcome = 'done', carried_out_at = now()", []),
    ),
  ).rejects.toThrow(/permission denied/);
});
