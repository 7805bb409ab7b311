import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { open } from "@/lib/access/crypto";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { carry } from "@/lib/channels/carry";
import { sendDeliveries } from "@/lib/channels/send-deliveries";
import { placeOfSecret, signatureOf } from "@/lib/channels/webhook/signature";
import { makeOrganisation, makePerson, type Unit } from "@/prisma/factories/people";
import { startReceiver } from "@/prisma/factories/webhooks";
import { addEndpoint, changeEndpoint, mostEndpoints, removeEndpoint, renewSecret } from "./commands";
import { listEndpoints } from "./queries";
import { testEndpoint } from "./trial";
import { mostTrialsAnHour } from "./types";

afterAll(closeDatabase);
const key = () => randomUUID();
const here = { url: "http://127.0.0.1:9/nhan", topics: ["requests" as const] };

let bank: Unit;
let manager: Actor;
let stranger: Actor;
beforeAll(async () => {
  bank = await makeOrganisation("bank");
  manager = await makePerson("liaison_manager", bank);
  stranger = await makePerson("liaison_manager", await makeOrganisation("bank"));
});
const add = (actor = manager, url = here.url) => addEndpoint(actor, { key: key(), ...here, url }, true);

describe("an organisation's addresses", () => {
  it("are kept by a bank's manager and a unit's commander, and by nobody else", async () => {
    const commander = await makePerson("commander", await makeOrganisation("police"));
    expect((await add(commander)).secret).toMatch(/^lcwh_/);
    for (const role of ["liaison", "admin", "auditor", "leader"] as const) {
      const person = await makePerson(role, bank);
      await expect(add(person)).rejects.toMatchObject({ code: "not-allowed" });
      expect(await listEndpoints(person)).toEqual([]);
    }
  });

  it.each([
    ["http://8.8.8.8/nhan", "https-only"],
    ["https://10.0.0.1/nhan", "not-public"],
    ["https://127.0.0.1/nhan", "not-public"],
    ["https://[fe80::1]/nhan", "not-public"],
    ["https://localhost./nhan", "not-public"],
    ["https://khong-co.invalid/nhan", "not-public"],
    ["https://u:p@8.8.8.8/nhan", "bad-address"],
    ["nhan", "bad-address"],
  ])("%s is refused at its field: %s", async (url, code) => {
    const refused = { code: "invalid", details: { fields: { url: `webhooks.errors.${code}` } } };
    await expect(addEndpoint(manager, { key: key(), ...here, url }, false)).rejects.toMatchObject(refused);
    const { endpointId } = await add(await makePerson("liaison_manager", await makeOrganisation("bank")));
    const changed = { key: key(), endpointId, version: 1, ...here, url, isOn: true };
    await expect(changeEndpoint(manager, changed, false)).rejects.toMatchObject(refused);
  });

  it("show the secret once, keep it sealed, and read it back to nobody", async () => {
    const input = { key: key(), ...here };
    const shown = await addEndpoint(manager, input, true);
    expect(await addEndpoint(manager, input, true)).toEqual({ endpointId: shown.endpointId, secret: null });
    const row = await asSystem((tx) =>
      tx.webhookEndpoint.findUniqueOrThrow({ where: { id: shown.endpointId } }),
    );
    expect(row.secret).not.toContain(shown.secret!);
    expect(open(row.secret, placeOfSecret(row.id))).toBe(shown.secret);
    const kept = await asSystem((tx) => tx.idempotencyKey.findMany({ where: { userId: manager.userId } }));
    expect(JSON.stringify(kept)).not.toContain(shown.secret);
    expect(JSON.stringify(await listEndpoints(manager))).not.toContain("v1.");
    for (const column of ["secret", "previous_secret"])
      await expect(
        asActor(manager, (tx) => statement(tx, `select ${column} from webhook_endpoint`, [])),
      ).rejects.toThrow(/permission denied/);
  });

  it("sign with the old secret too for a day after a renewal, and are tried like any other word", async () => {
    const { url, heard, stop } = await startReceiver();
    const first = await add(manager, url);
    const second = await renewSecret(manager, { key: key(), endpointId: first.endpointId, version: 1 });
    await testEndpoint(manager, { key: key(), endpointId: first.endpointId });
    await sendDeliveries({ carry: carry({ webhookAllowPrivate: true }) });
    const sign = () => {
      const { raw, headers } = heard.at(-1)!;
      return signatureOf(raw, Number(headers["x-lachan-timestamp"]), [second.secret!, first.secret!]);
    };
    expect(heard.at(-1)!.headers["x-lachan-signature"]).toBe(sign());
    await asSystem((tx) =>
      tx.webhookEndpoint.update({ where: { id: first.endpointId }, data: { previousUntil: new Date() } }),
    );
    await testEndpoint(manager, { key: key(), endpointId: first.endpointId });
    await sendDeliveries({ carry: carry({ webhookAllowPrivate: true }) });
    await stop();
    expect(heard.at(-1)!.headers["x-lachan-signature"]).toBe(sign().split(",")[0]);
    const mine = (await listEndpoints(manager)).find(({ id }) => id === first.endpointId)!;
    expect(mine.last.map(({ topic, state, lastCode }) => [topic, state, lastCode])).toEqual([
      ["webhook.test", "sent", "ok"],
      ["webhook.test", "sent", "ok"],
    ]);
    expect(JSON.stringify(await listEndpoints(stranger))).not.toContain(first.endpointId);
  });

  it("are changed, switched off and taken away; what waits for one taken away is not sent", async () => {
    const { endpointId } = await add();
    await testEndpoint(manager, { key: key(), endpointId });
    const off = { key: key(), endpointId, version: 1, ...here, isOn: false };
    await changeEndpoint(manager, off, true);
    await expect(changeEndpoint(manager, { ...off, key: key() }, true)).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    await expect(testEndpoint(manager, { key: key(), endpointId })).rejects.toMatchObject({
      code: "not-now",
    });
    await removeEndpoint(manager, { key: key(), endpointId, version: 2 });
    await expect(testEndpoint(manager, { key: key(), endpointId })).rejects.toMatchObject({
      code: "not-found",
    });
    await sendDeliveries({ carry: carry({ webhookAllowPrivate: true }) });
    const rows = await asSystem((tx) => tx.delivery.findMany({ where: { endpointId } }));
    expect(rows.map(({ state, lastCode }) => [state, lastCode])).toEqual([["discarded", "switched-off"]]);
    const events = await asSystem((tx) =>
      tx.event.findMany({ where: { subjectId: endpointId }, orderBy: { seq: "asc" } }),
    );
    expect(events.map(({ type }) => type)).toEqual([
      "webhook.added",
      "webhook.tested",
      "webhook.changed",
      "webhook.removed",
    ]);
    expect(JSON.stringify(events.map(({ changes }) => changes))).not.toContain("/nhan");
  });

  it("of others are as if they were not there, and ten are enough", async () => {
    const { endpointId } = await add();
    for (const id of [endpointId, randomUUID()]) {
      const input = { key: key(), endpointId: id, version: 1 };
      for (const work of [renewSecret, removeEndpoint, testEndpoint])
        await expect(work(stranger, { ...input, key: key() })).rejects.toMatchObject({ code: "not-found" });
    }
    const full = await makePerson("liaison_manager", await makeOrganisation("bank"));
    for (let at = 0; at < mostEndpoints; at++) await add(full);
    await expect(add(full)).rejects.toMatchObject({ code: "not-now" });
  });
});

describe("a trial", () => {
  const through = { carry: carry({ webhookAllowPrivate: true }) };

  it("waits for the one before it, at this address alone", async () => {
    const [one, other] = [await add(), await add()];
    const test = (endpointId: string) => testEndpoint(manager, { key: key(), endpointId });
    await test(one.endpointId);
    await expect(test(one.endpointId)).rejects.toMatchObject({ code: "not-now" });
    await test(other.endpointId);
    await sendDeliveries(through);
    await test(one.endpointId);
  });

  it("is sent once: what came of it is told, and nothing repeats it", async () => {
    const owner = await makePerson("liaison_manager", await makeOrganisation("bank"));
    const { endpointId } = await add(owner); // nobody listens there
    await testEndpoint(owner, { key: key(), endpointId });
    await sendDeliveries(through);
    const [mine] = await listEndpoints(owner);
    expect(mine!.last.map(({ state, attempts, lastCode }) => [state, attempts, lastCode])).toEqual([
      ["discarded", 1, "refused"],
    ]);
  });

  it("is no means to learn which names a foreign network has", async () => {
    const owner = await makePerson("liaison_manager", await makeOrganisation("bank"));
    for (const url of ["https://127.0.0.1/nhan", "https://khong-co.invalid/nhan"]) {
      const { endpointId } = await add(owner);
      await asSystem((tx) => tx.webhookEndpoint.update({ where: { id: endpointId }, data: { url } }));
      await testEndpoint(owner, { key: key(), endpointId });
    }
    await sendDeliveries({ carry: carry({ webhookAllowPrivate: false }) });
    const told = (await listEndpoints(owner)).map(
      ({ last: [{ lastCode } = { lastCode: null }] }) => lastCode,
    );
    expect(told).toEqual(["not-public", "not-public"]);
  });

  it("is sent twenty times in an hour, to all addresses of an organisation together; the database says the same", async () => {
    const owner = await makePerson("liaison_manager", await makeOrganisation("bank"));
    const { endpointId } = await add(owner);
    const other = await add(owner);
    for (let at = 0; at < mostTrialsAnHour; at++) {
      await testEndpoint(owner, { key: key(), endpointId });
      await asSystem((tx) =>
        tx.delivery.updateMany({
          where: { endpointId, state: "waiting" },
          data: { state: "discarded", reason: "Đã thử." },
        }),
      );
    }
    for (const id of [endpointId, other.endpointId]) {
      await expect(testEndpoint(owner, { key: key(), endpointId: id })).rejects.toMatchObject({
        code: "too-many",
      });
      await expect(tryBySql(owner, id)).rejects.toThrow(/twenty times in an hour/);
    }
    await testEndpoint(stranger, { key: key(), endpointId: (await add(stranger)).endpointId });
  });
});

/** What a person's own role may write, past the command. */
const tryBySql = (actor: Actor, endpointId: string, over: Record<string, unknown> = {}) => {
  const row = {
    event_id: randomUUID(),
    org_id: actor.orgId,
    channel: "webhook",
    endpoint_id: endpointId,
    topic: "webhook.test",
    ...over,
  };
  const names = Object.keys(row);
  return asActor(actor, (tx) =>
    statement(
      tx,
      `insert into delivery (${names.join(", ")}) values (${names.map((_, at) => `$${at + 1}`).join(", ")})`,
      Object.values(row),
    ),
  );
};

describe("a secret", () => {
  it("is renewed once in a day: until then the one before it still signs", async () => {
    const { endpointId } = await add();
    await renewSecret(manager, { key: key(), endpointId, version: 1 });
    const again = () => renewSecret(manager, { key: key(), endpointId, version: 2 });
    await expect(again()).rejects.toMatchObject({ code: "not-now" });
    await expect(
      asActor(manager, (tx) =>
        statement(tx, "update webhook_endpoint set secret = 'v1.anders' where id = $1", [endpointId]),
      ),
    ).rejects.toThrow(/still in use/);
    await asSystem((tx) =>
      tx.webhookEndpoint.update({ where: { id: endpointId }, data: { previousUntil: new Date() } }),
    );
    expect((await again()).secret).toMatch(/^lcwh_/);
  });
});

describe("the second wall", () => {
  it("lets a keeper send a trial to his own address and nothing else", async () => {
    const { endpointId } = await add();
    await tryBySql(manager, endpointId);
    await expect(tryBySql(manager, endpointId)).rejects.toThrow(/delivery_one_open_test/);
    await expect(tryBySql(manager, endpointId, { topic: "request.signed" })).rejects.toThrow(
      /row-level security/,
    );
    await expect(tryBySql(stranger, endpointId)).rejects.toThrow(/row-level security/);
    await expect(tryBySql(stranger, endpointId, { org_id: manager.orgId })).rejects.toThrow(
      /row-level security/,
    );
    await expect(tryBySql(manager, endpointId, { request_id: randomUUID() })).rejects.toThrow(
      /permission denied/,
    );
    await expect(tryBySql(await makePerson("liaison", bank), endpointId)).rejects.toThrow(
      /row-level security/,
    );
    const change = (actor: Actor, set: string) =>
      asActor(actor, (tx) => statement(tx, `update webhook_endpoint set ${set} where id = $1`, [endpointId]));
    expect((await change(stranger, "is_on = false")).count).toBe(0);
    await expect(change(manager, "removed_at = '2020-01-01', is_on = false")).rejects.toThrow(
      /does not change/,
    );
    await expect(change(manager, `org_id = '${stranger.orgId}'`)).rejects.toThrow(/permission denied/);
    await expect(change(manager, "previous_until = now() + interval '9 days'")).rejects.toThrow(
      /permission denied/,
    );
  });
});
