import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type pg from "pg";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { askClarification, refuseRequest, withdrawRequest } from "@/lib/requests/commands";
import { restrictCase } from "@/lib/cases/commands";
import { connectAsApp } from "@/prisma/factories/database-roles";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { makeOverseer, setBack, stepsOf, wordsOf } from "@/prisma/factories/ladder";
import { asOwner } from "@/prisma/seed/owner";
import { fireSteps } from "./fire-steps";
import { acknowledgeEscalation, urgeEscalation } from "./commands";
import { fireUrges } from "./fire-words";
import { listEscalations } from "./queries";

afterAll(closeDatabase);

describe("reminders", () => {
  it("reach the assignee once at half of the time, and once more at four fifths", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    await setBack(requestId, { begun: 31, ends: 29 });
    await fireSteps();
    await fireSteps();
    expect(await stepsOf(requestId)).toEqual([["first_reminder", null]]);
    expect(await wordsOf(requestId, "deadline.reminder")).toEqual([scene.liaison.membershipId]);
    await setBack(requestId, { begun: 50, ends: 10 });
    await Promise.all([fireSteps(), fireSteps(), fireSteps()]);
    expect(await stepsOf(requestId)).toEqual([
      ["first_reminder", null],
      ["second_reminder", null],
    ]);
    expect(await wordsOf(requestId, "deadline.reminder")).toHaveLength(2);
  });

  it("after a long silence only the last is told", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    await setBack(requestId, { begun: 50, ends: 10 });
    await fireSteps();
    expect(await stepsOf(requestId)).toEqual([
      ["first_reminder", "overtaken"],
      ["second_reminder", null],
    ]);
    expect(await wordsOf(requestId, "deadline.reminder")).toHaveLength(1);
  });

  it("are not repeated when more time was given, and none comes after the answer", async () => {
    const scene = await setScene();
    const { requestId, version } = await makeAcknowledged(scene);
    await setBack(requestId, { begun: 50, ends: 10 });
    await fireSteps();
    // More time: half of the new span lies behind, four fifths ahead.
    await asSystem(
      (tx) =>
        tx.$executeRaw`update deadline set due_at = due_at + interval '20 minutes' where request_id = ${requestId}::uuid and subject = 'ANSWER'`,
    );
    await fireSteps();
    expect((await stepsOf(requestId)).slice(2)).toEqual([["first_reminder", "earlier"]]);
    await refuseRequest(scene.liaison, {
      key: randomUUID(),
      requestId,
      version,
      ground: "OTHER",
      reason: "Không có tài khoản này tại đơn vị, đã tra cứu toàn hệ thống.",
    } as never);
    await asSystem(
      (tx) =>
        tx.$executeRaw`update deadline set next_step_at = now() - interval '1 hour' where request_id = ${requestId}::uuid`,
    );
    await fireSteps();
    expect(await stepsOf(requestId)).toHaveLength(3);
  });

  it("wait while a question stands", async () => {
    const scene = await setScene();
    const { requestId, version } = await makeAcknowledged(scene);
    await askClarification(scene.liaison, {
      key: randomUUID(),
      requestId,
      version,
      reason: "Đề nghị cho biết thời điểm giao dịch chính xác.",
    } as never);
    const [clock] = await asSystem(
      (tx) =>
        tx.$queryRaw<
          { next: Date | null }[]
        >`select next_step_at as next from deadline where request_id = ${requestId}::uuid and subject = 'ANSWER'`,
    );
    expect(clock).toEqual({ next: null });
  });
});

it("a clock whose step cannot be told holds up no other, and is tried again by itself", async () => {
  const scene = await setScene();
  const [stuck, other] = [await makeAcknowledged(scene), await makeAcknowledged(scene, "SUBSCRIBER_INFO")];
  for (const { requestId } of [stuck, other]) await setBack(requestId, { begun: 31, ends: 29 });
  const { id } = await asSystem((tx) =>
    tx.deadline.findFirstOrThrow({ where: { requestId: stuck.requestId, subject: "ANSWER" } }),
  );
  const byOwner = (sql: string) => asOwner(process.env.DATABASE_URL!, (client) => client.query(sql));
  await byOwner(`create function refuse_step() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger refuse_step before insert on notification for each row when (new.deadline_id = '${id}') execute function refuse_step()`);
  await fireSteps();
  await fireSteps();
  expect(await stepsOf(other.requestId)).toEqual([["first_reminder", null]]);
  expect(await stepsOf(stuck.requestId)).toEqual([]);
  expect(await asSystem((tx) => tx.setAside.findMany({ where: { rowId: id } }))).toMatchObject([
    { source: "ladder-steps", tries: 1 },
  ]);
  await byOwner("drop trigger refuse_step on notification; drop function refuse_step()");
  await fireSteps(() => Promise.resolve(new Date(Date.now() + 30_000)));
  expect(await stepsOf(stuck.requestId)).toEqual([["first_reminder", null]]);
  expect(await asSystem((tx) => tx.setAside.count({ where: { rowId: id } }))).toBe(0);
});

describe("the ladder", () => {
  let scene: Scene;
  let requestId: string;
  let version: number;
  beforeAll(async () => {
    scene = await setScene();
    ({ requestId, version } = await makeAcknowledged(scene));
    await setBack(requestId, { begun: 26 * 60, ends: -25 * 60 });
    await Promise.all([fireSteps(), fireSteps(), fireSteps()]);
  });

  it("tells the end to both sides and climbs each rung once, in order", async () => {
    expect(await stepsOf(requestId)).toEqual([
      ["first_reminder", "overtaken"],
      ["second_reminder", "overtaken"],
      ["breach", null],
      ["manager", null],
      ["head", null],
      ["overseer", null],
      ["committee", null],
    ]);
    expect((await wordsOf(requestId, "deadline.breached")).sort()).toEqual(
      [scene.liaison.membershipId, scene.investigator.membershipId].sort(),
    );
    expect(new Set(await wordsOf(requestId, "deadline.escalated"))).toEqual(
      new Set([scene.manager.membershipId]),
    );
  });

  it("leaves one event for the end and one for each rung, which both sides read", async () => {
    for (const actor of [scene.liaison, scene.commander]) {
      const events = await asActor(actor, (tx) =>
        tx.event.findMany({
          where: { requestId, type: { startsWith: "deadline." } },
          orderBy: { seq: "asc" },
        }),
      );
      expect(events.map(({ type }) => type)).toEqual([
        "deadline.breached",
        ...Array(4).fill("deadline.escalated"),
      ]);
    }
  });

  it("shows what climbed to those it climbed to, to both sides, and to nobody else", async () => {
    const rungs = (rows: { rung: string }[]) => rows.map(({ rung }) => rung).sort();
    const seen = (actor: Parameters<typeof asActor>[0]) =>
      asActor(actor, (tx) => tx.escalation.findMany({ where: { requestId }, select: { rung: true } })).then(
        rungs,
      );
    const all = ["committee", "head", "manager", "overseer"];
    expect(await seen(scene.manager)).toEqual(all);
    expect(await seen(scene.commander)).toEqual(all);
    expect(await seen(scene.telecomLiaison)).toEqual([]);
    expect(await seen((await setScene()).manager)).toEqual([]);
    const sbv = await makeOverseer();
    expect(await seen(sbv)).toEqual(["overseer"]);
  });

  it("is taken note of once, and urges the managers once in four hours", async () => {
    const sbv = await makeOverseer();
    const { id } = await asActor(sbv, (tx) => tx.escalation.findFirstOrThrow({ where: { requestId } }));
    await acknowledgeEscalation(sbv, { key: randomUUID(), escalationId: id });
    await expect(acknowledgeEscalation(sbv, { key: randomUUID(), escalationId: id })).rejects.toMatchObject({
      code: "not-now",
      details: { by: { name: sbv.name, isYou: true, what: "escalation.acknowledged" } },
    });
    const mayUrge = async () =>
      (await listEscalations(sbv, { show: "open" })).rows.find((row) => row.id === id)?.mayUrge;
    expect(await mayUrge()).toBe(true);
    await urgeEscalation(sbv, { key: randomUUID(), escalationId: id });
    await expect(urgeEscalation(sbv, { key: randomUUID(), escalationId: id })).rejects.toMatchObject({
      code: "not-now",
    });
    expect(await mayUrge()).toBe(false);
    await fireUrges();
    await fireUrges();
    expect(await wordsOf(requestId, "request.reminded")).toEqual([scene.manager.membershipId]);
    for (const stranger of [scene.telecomLiaison, scene.commander, scene.liaison])
      await expect(
        acknowledgeEscalation(stranger, { key: randomUUID(), escalationId: id }),
      ).rejects.toMatchObject({ code: "not-found" });
  });

  it("urges under an id of the database's own, whatever id is written", async () => {
    const sbv = await makeOverseer();
    const { id } = await asActor(sbv, (tx) => tx.escalation.findFirstOrThrow({ where: { requestId } }));
    await asSystem(
      (tx) =>
        tx.$executeRaw`update escalation set urged_at = urged_at - interval '5 hours' where id = ${id}::uuid`,
    );
    const chosen = randomUUID();
    await asActor(
      sbv,
      (tx) =>
        tx.$executeRaw`update escalation set urge_id = ${chosen}::uuid, urged_at = date_trunc('milliseconds', clock_timestamp()), urged_by_id = app.membership_id(),
          urge_told_at = null where id = ${id}::uuid`,
    );
    const { urgeId } = await asSystem((tx) => tx.escalation.findUniqueOrThrow({ where: { id } }));
    expect(urgeId).not.toBe(chosen);
  });

  it("ends with the answer: what climbed is no longer open", async () => {
    await withdrawRequest(scene.commander, {
      key: randomUUID(),
      requestId,
      version,
      reason: "Đã xác minh được bằng nguồn khác.",
    } as never);
    await fireSteps();
    expect(await stepsOf(requestId)).toHaveLength(7);
  });
});

it("of a sealed case nothing climbs outside its parties, and only its named members are told", async () => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const found = await asActor(scene.commander, (tx) =>
    tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }),
  );
  await restrictCase(scene.commander, {
    key: randomUUID(),
    caseId: scene.caseId,
    version: found.version,
    restricted: true,
    reason: "Vụ án có người của đơn vị liên quan.",
  });
  await setBack(requestId, { begun: 26 * 60, ends: -25 * 60 });
  await fireSteps();
  expect((await stepsOf(requestId)).slice(-2)).toEqual([
    ["overseer", "sealed"],
    ["committee", "sealed"],
  ]);
  expect(await asSystem((tx) => tx.escalation.count({ where: { requestId } }))).toBe(0);
});

describe("the second wall", () => {
  let app: pg.Client;
  beforeAll(async () => void (app = await connectAsApp()));
  afterAll(() => app.end());
  it.each([
    "insert into deadline_step (deadline_id, rung, due_version, planned_at, fired_at) values (uuid_v7(), 'breach', 1, now(), now())",
    "update deadline_step set skipped = 'nobody'",
    "insert into escalation (step_id) values (uuid_v7())",
    "update escalation set to_org_id = uuid_v7()",
    "update ladder_step set share = 1",
    "delete from escalation",
  ])("nobody who works for a person may: %s", async (sql) => {
    await expect(app.query(sql)).rejects.toThrow(/permission denied/);
  });
  it("a clock begun by a person is looked at from its beginning", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    await expect(
      asActor(
        scene.liaison,
        (tx) =>
          tx.$executeRaw`update deadline set next_step_at = now() + interval '1 year' where request_id = ${requestId}::uuid`,
      ),
    ).rejects.toThrow(/not yours to write/);
  });
});
