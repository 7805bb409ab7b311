import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase, statement } from "@/lib/db";
import { restrictCase } from "@/lib/cases/commands";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { makeEndpoint, startReceiver } from "@/prisma/factories/webhooks";
import { carry } from "./carry";
import { forgetDeliveries } from "./forget";
import type { Claimed } from "./claim";
import { planWebhooks } from "./plan";
import { NotSent } from "./result";
import { sendDeliveries } from "./send-deliveries";
import { signatureOf } from "./webhook/signature";

afterAll(closeDatabase);
const start = new Date("2031-03-04T02:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const toThisMachine = carry({ webhookAllowPrivate: true });

let keeper: Actor;
let endpoint: { id: string; secret: string };
beforeAll(async () => {
  // Whatever other tests left waiting is not these tests' concern.
  await asSystem(
    (tx) =>
      tx.$executeRaw`update delivery set state = 'dead', claimed_until = null where state in ('waiting', 'sending')`,
  );
  keeper = await makePerson("liaison_manager", await makeOrganisation("bank"));
  endpoint = await makeEndpoint(keeper, "https://nhan.example/");
});

/** A line that is due at `start`, about a matter of its own unless one is named. */
async function line(orderKey: string | null = randomUUID(), endpointId = endpoint.id) {
  const eventId = randomUUID();
  const { rows } = await asSystem((tx) =>
    statement<{ id: string }>(
      tx,
      `insert into delivery (event_id, org_id, channel, endpoint_id, topic, order_key, due_at, next_at)
        values ($1, $2, 'webhook', $3, 'request.signed', $4, $5, $5) returning id`,
      [eventId, keeper.orgId, endpointId, orderKey, start],
    ),
  );
  return { id: rows[0]!.id, eventId };
}
const read = (id: string) => asSystem((tx) => tx.delivery.findUniqueOrThrow({ where: { id } }));
const failing = () => Promise.reject(new NotSent("http-503"));

describe("sending", () => {
  it("tries again after 10, 20, 40 seconds … an hour, and gives up after a day, told in the record", async () => {
    const { id } = await line();
    const waits: number[] = [];
    let now = start;
    for (;;) {
      await sendDeliveries({ now, carry: failing });
      const row = await read(id);
      if (row.state === "dead") break;
      expect(row).toMatchObject({ state: "waiting", lastCode: "http-503", claimedUntil: null });
      waits.push((row.nextAt.getTime() - now.getTime()) / 1_000);
      // A moment too early nothing is tried.
      expect(await sendDeliveries({ now: new Date(row.nextAt.getTime() - 1), carry: failing })).toBe(0);
      now = row.nextAt;
    }
    expect(waits.slice(0, 10)).toEqual([10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600]);
    expect(new Set(waits.slice(9))).toEqual(new Set([3_600]));
    const givenUp = (now.getTime() - start.getTime()) / 3_600_000;
    expect(givenUp).toBeGreaterThanOrEqual(24);
    expect(givenUp).toBeLessThan(25);
    const told = await asSystem((tx) => tx.event.findMany({ where: { subjectId: id } }));
    expect(told.map(({ type, orgId, actorId }) => [type, orgId, actorId])).toEqual([
      ["delivery.dead", keeper.orgId, null],
    ]);
    expect(await sendDeliveries({ now: after(90_000_000), carry: failing })).toBe(0);
  });

  it("keeps the order of one request at one receiver, and lets other requests and receivers pass", async () => {
    const other = await makeEndpoint(keeper, "https://khac.example/");
    const matter = randomUUID();
    const first = await line(matter);
    const second = await line(matter);
    const elsewhere = await line(matter, other.id);
    const free = await line();
    const sent: string[] = [];
    const carried = async (one: Claimed) => {
      if (one.id === first.id && one.attempts === 1) throw new NotSent("refused");
      sent.push(one.id);
    };
    await sendDeliveries({ now: start, carry: carried });
    expect(sent.sort()).toEqual([elsewhere.id, free.id].sort());
    await sendDeliveries({ now: after(10), carry: carried });
    expect(sent.slice(2)).toEqual([first.id, second.id]);
  });

  it("gives a line back when its sender died, and a late end of his writes nothing", async () => {
    const { id } = await line();
    let finish: () => void = () => undefined;
    const dying = sendDeliveries({
      now: start,
      carry: () => new Promise<void>((done) => (finish = done)),
      lease: 60,
    });
    await expect.poll(async () => (await read(id)).state).toBe("sending");
    expect(await sendDeliveries({ now: after(59), carry: failing })).toBe(0);
    expect(await sendDeliveries({ now: after(61), carry: failing })).toBe(1);
    finish();
    await dying;
    expect(await read(id)).toMatchObject({ state: "waiting", attempts: 2, lastCode: "http-503" });
    await sendDeliveries({ now: after(100), carry: () => Promise.resolve() });
    expect((await read(id)).state).toBe("sent");
  });

  it("takes nothing from a sender that lives, however long the receiver takes", async () => {
    const { id } = await line();
    let finish: () => void = () => undefined;
    const slow = sendDeliveries({
      now: start,
      carry: () => new Promise<void>((done) => (finish = done)),
      lease: 0.3,
    });
    await expect
      .poll(async () => (await read(id)).claimedUntil?.getTime())
      .toBeGreaterThan(after(1).getTime());
    expect(await sendDeliveries({ now: after(1), carry: failing })).toBe(0);
    finish();
    await slow;
    expect(await read(id)).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("sends each line once, however many senders there are", async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => line()));
    const sent: string[] = [];
    const carried = async ({ id }: Claimed) => void sent.push(id);
    await Promise.all([1, 2, 3].map(() => sendDeliveries({ now: start, carry: carried })));
    expect(sent.sort()).toEqual(all.map(({ id }) => id).sort());
  });

  it("is not held up by a receiver that does not answer", async () => {
    const quick = await makeEndpoint(keeper, "https://nhanh.example/");
    const slow = await Promise.all(Array.from({ length: 20 }, () => line()));
    const fast = await Promise.all(Array.from({ length: 20 }, () => line(null, quick.id)));
    const isSlow = new Set(slow.map(({ id }) => id));
    const ends: (() => void)[] = [];
    const sent: string[] = [];
    const carried = ({ id }: Claimed) =>
      isSlow.has(id) ? new Promise<void>((done) => ends.push(done)) : Promise.resolve(void sent.push(id));
    const run = sendDeliveries({ now: start, carry: carried });
    await expect.poll(() => sent.length).toBe(fast.length);
    expect(ends.length).toBe(4);
    const release = setInterval(() => ends.splice(0).forEach((end) => end()), 10);
    await run;
    clearInterval(release);
  });
});

it("forgets after ninety days what was sent, and nothing that was not", async () => {
  const [sent, dead] = [await line(), await line()];
  await sendDeliveries({ now: start, carry: () => Promise.resolve() });
  await asSystem((tx) =>
    statement(
      tx,
      "insert into delivery (event_id, org_id, channel, endpoint_id, topic, state, at) select gen_random_uuid(), org_id, channel, endpoint_id, topic, 'dead', now() - interval '91 days' from delivery where id = $1",
      [dead.id],
    ),
  );
  const old = await asSystem((tx) =>
    statement<{ id: string }>(
      tx,
      `insert into delivery (event_id, org_id, channel, endpoint_id, topic, state, at, sent_at)
        select gen_random_uuid(), org_id, channel, endpoint_id, topic, 'sent', now() - interval '91 days', now() from delivery where id = $1 returning id`,
      [sent.id],
    ),
  );
  expect(await forgetDeliveries()).toBe(1);
  expect(await asSystem((tx) => tx.delivery.count({ where: { id: old.rows[0]!.id } }))).toBe(0);
  expect((await read(sent.id)).state).toBe("sent");
  const unsent = await asSystem((tx) =>
    tx.delivery.findFirstOrThrow({ where: { endpointId: endpoint.id, state: "dead" } }),
  );
  await expect(asSystem((tx) => tx.delivery.delete({ where: { id: unsent.id } }))).rejects.toThrow(
    /not forgotten/,
  );
});

describe("a webhook", () => {
  it("says ids, codes and the topic, signed with both secrets of a day, and its case to its own unit alone", async () => {
    const { heard, url, stop } = await startReceiver();
    const scene = await setScene();
    const manager = await makePerson("liaison_manager", scene.bank);
    const atBank = await makeEndpoint(manager, url);
    await makeEndpoint(scene.commander, url);
    const { requestId } = await issue(scene, await makeDraft(scene));
    const at = new Date("2031-03-04T01:59:00.000Z");
    const word = {
      eventId: randomUUID(),
      topic: "request.signed",
      orgIds: [scene.bank.id, scene.police.id],
      requestId,
      caseId: scene.caseId,
      urgent: true,
      at,
    };
    await asSystem(async (tx) => {
      await planWebhooks(tx, word);
      await planWebhooks(tx, word); // again, nothing is added
      await planWebhooks(tx, { ...word, eventId: randomUUID(), topic: "statement.read" });
    });
    await asSystem((tx) =>
      tx.webhookEndpoint.update({ where: { id: atBank.id }, data: { topics: ["requests"] } }),
    );
    await sendDeliveries({ carry: toThisMachine });
    await stop();
    expect(heard).toHaveLength(2);
    const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
    const toBank = heard.find(({ body }) => body.caseId === null)!;
    const toUnit = heard.find(({ body }) => body.caseId !== null)!;
    expect(Object.keys(toBank.body).sort()).toEqual(
      ["at", "caseCode", "caseId", "eventId", "requestCode", "requestId", "topic", "urgent"].sort(),
    );
    expect(toBank.body).toMatchObject({
      topic: "request.signed",
      requestId,
      requestCode: code,
      caseCode: null,
      urgent: true,
    });
    expect(toUnit.body.caseId).toBe(scene.caseId);
    const timestamp = Number(toBank.headers["x-lachan-timestamp"]);
    expect(toBank.headers["x-lachan-signature"]).toBe(signatureOf(toBank.raw, timestamp, [atBank.secret]));
    expect(toBank.eventId).toBe(word.eventId);
  });

  it("says nothing of what is restricted: neither planned nor, restricted since, sent", async () => {
    const { heard, url, stop } = await startReceiver();
    const scene = await setScene();
    await makeEndpoint(scene.commander, url, ["requests", "cases"]);
    const { requestId } = await makeDraft(scene);
    const word = {
      topic: "request.drafted",
      orgIds: [scene.police.id],
      requestId,
      caseId: scene.caseId,
      urgent: false,
      at: new Date(),
    };
    await asSystem((tx) => planWebhooks(tx, { ...word, eventId: randomUUID() }));
    await restrictCase(scene.commander, {
      key: randomUUID(),
      caseId: scene.caseId,
      version: 1,
      restricted: true,
      reason: "Liên quan cán bộ trong đơn vị.",
    });
    await asSystem((tx) => planWebhooks(tx, { ...word, eventId: randomUUID() }));
    await sendDeliveries({ carry: toThisMachine });
    await stop();
    expect(heard).toEqual([]);
    const rows = await asSystem((tx) => tx.delivery.findMany({ where: { requestId } }));
    expect(rows.map(({ state, lastCode }) => [state, lastCode])).toEqual([["discarded", "sealed"]]);
  });

  it("goes nowhere private unless the operator allows it, and the line says why", async () => {
    const { heard, url, stop } = await startReceiver();
    const { id } = await line(null, (await makeEndpoint(keeper, url)).id);
    const secure = await line(null, (await makeEndpoint(keeper, url.replace("http:", "https:"))).id);
    await sendDeliveries({ now: start, carry: carry({ webhookAllowPrivate: false }) });
    await stop();
    expect(heard).toEqual([]);
    expect((await read(id)).lastCode).toBe("https-only");
    expect((await read(secure.id)).lastCode).toBe("private-address");
  });
});
