import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeEndpoint } from "@/prisma/factories/webhooks";
import { cleanUp } from "./clean-up";
import { inBatches } from "./in-batches";

afterAll(closeDatabase);

/** A row of the outbox as it was left so many days ago. */
async function leftBehind({ days, told = true }: { days: number; told?: boolean }): Promise<string> {
  const { rows } = await asSystem((tx) =>
    statement<{ id: string }>(
      tx,
      `insert into outbox (id, at, topic, org_ids, processed_at)
        select overlay(uuid_v7()::text placing left(b.hex, 8) || '-' || right(b.hex, 4) from 1 for 13)::uuid, b.at, 'test.aged', '{}', case when $2 then b.at end
        from (select a.at, lpad(to_hex((extract(epoch from a.at) * 1000)::bigint), 12, '0') as hex
          from (select clock_timestamp() - make_interval(days => $1) as at) a) b returning id`,
      [days, told],
    ),
  );
  return rows[0]!.id;
}
const there = (ids: string[]) =>
  asSystem(async (tx) => (await tx.outbox.findMany({ where: { id: { in: ids } } })).map(({ id }) => id));
const markTold = (id: string) =>
  asSystem((tx) => tx.outbox.update({ where: { id }, data: { processedAt: new Date() } }));

it("drops what was told 90 days ago; what was not, and what an unsent webhook still says, stays", async () => {
  const keeper = await makePerson("liaison_manager", await makeOrganisation("bank"));
  const endpoint = await makeEndpoint(keeper, "https://nhan.example/");
  const [old, young] = [await leftBehind({ days: 91 }), await leftBehind({ days: 89 })];
  const untold = await leftBehind({ days: 400, told: false });
  const unsent = await leftBehind({ days: 200 });
  await asSystem((tx) =>
    statement(
      tx,
      "insert into delivery (event_id, org_id, channel, endpoint_id, topic, state) values ($1, $2, 'webhook', $3, 'request.signed', 'dead')",
      [unsent, keeper.orgId, endpoint.id],
    ),
  );
  expect((await cleanUp()).outbox).toBeGreaterThanOrEqual(1);
  expect((await there([old, young, untold, unsent])).sort()).toEqual([young, untold, unsent].sort());
  const drop = (id: string) => asSystem((tx) => statement(tx, "delete from outbox where id = $1", [id]));
  await expect(drop(untold)).rejects.toThrow(/not forgotten/);
  await expect(
    asActor(keeper, (tx) => statement(tx, "delete from outbox where id = $1", [young])),
  ).rejects.toThrow(/permission denied/);
  expect((await cleanUp()).outbox).toBe(0);
  await markTold(untold);
});

it("drops in portions", async () => {
  const ids = await Promise.all(Array.from({ length: 25 }, () => leftBehind({ days: 10 })));
  const portions: number[] = [];
  const all = await inBatches(async (most) => {
    const { count } = await asSystem((tx) =>
      statement(
        tx,
        "delete from outbox where id in (select id from outbox where id = any($1::uuid[]) limit $2)",
        [ids, most],
      ),
    );
    portions.push(count);
    return count;
  }, 10);
  expect([all, portions]).toEqual([25, [10, 10, 5]]);
});

it("keeps collected words that wait, and forgets them with their notification", async () => {
  const { membershipId } = await makePerson("liaison", await makeOrganisation("bank"));
  const { rows } = await asSystem((tx) =>
    statement<{ id: string }>(
      tx,
      `insert into digest_entry (notification_id, membership_id, at) values ($1, $2, now() - interval '91 days') returning notification_id as id`,
      [randomUUID(), membershipId],
    ),
  );
  await cleanUp();
  expect(await asSystem((tx) => tx.digestEntry.count({ where: { notificationId: rows[0]!.id } }))).toBe(0);
});
