import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeEndpoint } from "@/prisma/factories/webhooks";
import { discardDelivery, retryDelivery, retryReceiver } from "./commands";
import { listDeliveries, listReceivers } from "./queries";

afterAll(closeDatabase);
const key = () => randomUUID();

let admin: Actor;
let keeper: Actor;
let endpointId: string;
beforeAll(async () => {
  admin = await makePerson("admin", await makeOrganisation("operator"));
  keeper = await makePerson("liaison_manager", await makeOrganisation("bank"));
  endpointId = (await makeEndpoint(keeper, "https://nhan.example/duong-dan")).id;
});

async function line(state: "dead" | "waiting" | "sent" = "dead", lastCode = "http-503") {
  const { rows } = await asSystem((tx) =>
    statement<{ id: string }>(
      tx,
      `insert into delivery (event_id, org_id, channel, endpoint_id, topic, state, attempts, last_code, last_at, sent_at)
        values ($1, $2, 'webhook', $3, 'request.signed', $4, 9, $5, now(), case when $4 = 'sent' then now() end) returning id`,
      [randomUUID(), keeper.orgId, endpointId, state, lastCode],
    ),
  );
  return rows[0]!.id;
}
const read = (id: string) => asSystem((tx) => tx.delivery.findUniqueOrThrow({ where: { id } }));

describe("what did not go out", () => {
  it("is listed for administrators alone, by receiver and by line, without what it is about", async () => {
    const [dead, waiting] = [await line("dead", "tls"), await line("waiting")];
    const mine = (await listReceivers(admin)).find(({ receiverId }) => receiverId === endpointId)!;
    expect(mine).toMatchObject({ channel: "webhook", host: "nhan.example", dead: 1, waiting: 1 });
    const rows = await listDeliveries(admin, "dead");
    expect(rows.find(({ id }) => id === dead)).toMatchObject({ receiver: "nhan.example", lastCode: "tls" });
    expect((await listDeliveries(admin, "waiting")).some(({ id }) => id === waiting)).toBe(true);
    for (const role of ["liaison_manager", "auditor", "commander"] as const) {
      const person = await makePerson(role, await makeOrganisation(role === "commander" ? "police" : "bank"));
      await expect(listReceivers(person)).rejects.toMatchObject({ code: "not-allowed" });
      await expect(retryDelivery(person, { key: key(), deliveryId: dead })).rejects.toMatchObject({
        code: "not-allowed",
      });
    }
    for (const column of ["request_id", "case_id", "order_key", "notification_id"])
      await expect(
        asActor(admin, (tx) => statement(tx, `select ${column} from delivery`, [])),
      ).rejects.toThrow(/permission denied/);
  });

  it("is sent again for another day, or discarded with a reason, each in the record", async () => {
    const [again, gone] = [await line(), await line("waiting")];
    await retryDelivery(admin, { key: key(), deliveryId: again });
    const row = await read(again);
    expect(row).toMatchObject({ state: "waiting", attempts: 0 });
    expect(row.dueAt).toEqual(row.nextAt);
    const reason = "Đơn vị nhận đã ngừng hệ thống này.";
    await discardDelivery(admin, { key: key(), deliveryId: gone, reason });
    expect(await read(gone)).toMatchObject({ state: "discarded", reason, discardedById: admin.membershipId });
    const events = await asSystem((tx) => tx.event.findMany({ where: { subjectId: { in: [again, gone] } } }));
    expect(events.map(({ type, reason, orgId }) => [type, reason, orgId]).sort()).toEqual([
      ["delivery.discarded", reason, admin.orgId],
      ["delivery.retried", null, admin.orgId],
    ]);
    for (const deliveryId of [gone, await line("sent")]) {
      await expect(retryDelivery(admin, { key: key(), deliveryId })).rejects.toMatchObject({
        code: "not-now",
      });
      await expect(discardDelivery(admin, { key: key(), deliveryId, reason })).rejects.toMatchObject({
        code: "not-now",
      });
    }
    await expect(retryDelivery(admin, { key: key(), deliveryId: randomUUID() })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("is sent again for a whole receiver at once", async () => {
    const all = [await line(), await line(), await line()];
    const input = { key: key(), channel: "webhook" as const, receiverId: endpointId };
    const { count } = await retryReceiver(admin, input);
    expect(count).toBeGreaterThanOrEqual(all.length);
    expect(await retryReceiver(admin, input)).toEqual({ count });
    for (const id of all) expect((await read(id)).state).toBe("waiting");
    await expect(
      retryReceiver(admin, { ...input, key: key(), receiverId: randomUUID() }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("the second wall", () => {
  it("lets an administrator send again or discard, never say that something was sent, and nobody else touch a line", async () => {
    const id = await line();
    const set = (actor: Actor, words: string) =>
      asActor(actor, (tx) => statement(tx, `update delivery set ${words} where id = $1`, [id]));
    await expect(set(admin, "state = 'sent'")).rejects.toThrow(
      /sent again or discarded|delivery_sent_has_instant/,
    );
    await expect(set(admin, "state = 'sending'")).rejects.toThrow();
    await expect(set(admin, "state = 'discarded'")).rejects.toThrow(/sent again or discarded/);
    await expect(
      set(admin, `state = 'discarded', reason = 'không cần nữa', discarded_by_id = '${keeper.membershipId}'`),
    ).rejects.toThrow(/sent again or discarded/);
    await expect(
      set(admin, "state = 'waiting', attempts = 0, due_at = now() - interval '9 days'"),
    ).rejects.toThrow(/sent again or discarded/);
    await expect(set(admin, "sent_at = now()")).rejects.toThrow(/permission denied/);
    expect((await set(keeper, "attempts = 0")).count).toBe(0);
    const system = (words: string, of: string) =>
      asSystem((tx) => statement(tx, `update delivery set ${words} where id = $1`, [of]));
    await expect(system("state = 'waiting', sent_at = null", await line("sent"))).rejects.toThrow(/stays/);
    await expect(system("topic = 'request.other'", id)).rejects.toThrow(/stays/);
  });
});
