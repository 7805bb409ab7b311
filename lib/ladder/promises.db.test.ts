import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { wordsOf } from "@/prisma/factories/ladder";
import { asOwner } from "@/prisma/seed/owner";
import { firePromises } from "./fire-words";
import { endPromise, promiseOf, promiseWork } from "./promises";

afterAll(closeDatabase);

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const key = () => randomUUID();

it("is for one's own organisation, one at a time, and reminds once", async () => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const request = { id: requestId };
  await promiseWork(scene.liaison, {
    key: key(),
    requestId,
    promisedAt: inMinutes(10),
    note: "Chờ chi nhánh gửi sao kê",
  });
  const seen = await asActor(scene.colleague, (tx) => promiseOf(tx, scene.colleague, request));
  expect(seen).toMatchObject({ note: "Chờ chi nhánh gửi sao kê", isMine: false, by: scene.liaison.name });
  expect(await asActor(scene.commander, (tx) => promiseOf(tx, scene.commander, request))).toBeNull();
  expect(await asActor(scene.commander, (tx) => tx.workPromise.count({ where: { requestId } }))).toBe(0);
  await promiseWork(scene.liaison, { key: key(), requestId, promisedAt: inMinutes(12) });
  expect(await asSystem((tx) => tx.workPromise.count({ where: { requestId, endedAt: null } }))).toBe(1);
  await asSystem(
    (tx) =>
      tx.$executeRaw`update work_promise set made_at = now() - interval '1 hour', promised_at = now() - interval '1 second' where request_id = ${requestId}::uuid and ended_at is null`,
  );
  await Promise.all([firePromises(), firePromises(), firePromises()]);
  expect(await wordsOf(requestId, "promise.due")).toEqual([scene.liaison.membershipId]);
  await endPromise(scene.liaison, { key: key(), requestId });
  await expect(endPromise(scene.liaison, { key: key(), requestId })).rejects.toMatchObject({
    code: "not-now",
  });
});

it("asks why when it is later than the end, and refuses what is past", async () => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const promise = (minutes: number, lateReason?: string) =>
    promiseWork(scene.liaison, { key: key(), requestId, promisedAt: inMinutes(minutes), lateReason });
  await expect(promise(-1)).rejects.toMatchObject({
    code: "invalid",
    details: { fields: { promisedAt: "ladder.promise.past" } },
  });
  await expect(promise(300 * 24 * 60)).rejects.toMatchObject({
    code: "invalid",
    details: { fields: { lateReason: "ladder.promise.late" } },
  });
  await promise(300 * 24 * 60, "Chờ hồ sơ lưu trữ từ chi nhánh");
});

it("is nobody's whom the request is not", async () => {
  const scene = await setScene();
  const other = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  for (const stranger of [other.liaison, other.commander, scene.telecomLiaison])
    await expect(
      promiseWork(stranger, { key: key(), requestId, promisedAt: inMinutes(5) }),
    ).rejects.toMatchObject({ code: "not-found" });
  await promiseWork(scene.liaison, { key: key(), requestId, promisedAt: inMinutes(5) });
  await expect(
    asActor(
      scene.colleague,
      (tx) =>
        tx.$executeRaw`insert into work_promise (request_id, org_id, membership_id, promised_at) values (${requestId}::uuid, ${scene.police.id}::uuid, ${scene.colleague.membershipId}::uuid, now() + interval '1 hour')`,
    ),
  ).rejects.toThrow(/row-level security/);
});

it("is of what is still to be done, whoever writes it", async () => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const { requestId: other } = await makeAcknowledged(scene);
  const write = (who: Actor, id: string) =>
    asActor(
      who,
      (tx) =>
        tx.$executeRaw`insert into work_promise (request_id, org_id, membership_id, promised_at) values (${id}::uuid, ${who.orgId}::uuid, ${who.membershipId}::uuid, now() + interval '1 hour')`,
    );
  const become = (status: string) =>
    asOwner(process.env.DATABASE_URL!, (client) =>
      client.query("update request set status = $2::text::request_status where id = $1", [requestId, status]),
    );
  expect(await write(scene.liaison, other)).toBe(1);
  expect(await write(scene.investigator, other)).toBe(1);
  // Answered, the unit still has to say what it thinks of it; the desk has nothing left to do.
  await become("ANSWERED");
  await expect(write(scene.colleague, requestId)).rejects.toThrow(/row-level security/);
  expect(await write(scene.investigator, requestId)).toBe(1);
  await asSystem((tx) => tx.workPromise.updateMany({ where: { requestId }, data: { endedAt: new Date() } }));
  await become("ACCEPTED");
  for (const who of [scene.liaison, scene.manager, scene.investigator, scene.commander])
    await expect(write(who, requestId)).rejects.toThrow(/row-level security/);
});

describe("who is reminded of a promise", () => {
  const due = (requestId: string) =>
    asSystem(
      (tx) =>
        tx.$executeRaw`update work_promise set made_at = now() - interval '1 hour', promised_at = now() - interval '1 second' where request_id = ${requestId}::uuid`,
    );
  const leaves = ({ membershipId }: Actor) =>
    asSystem((tx) =>
      tx.membership.update({ where: { id: membershipId }, data: { validTo: new Date(Date.now() - 1_000) } }),
    );

  it("is the unit's officer too, once somebody took the request over", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const partner = await makePerson("investigator", scene.police);
    await promiseWork(scene.investigator, { key: key(), requestId, promisedAt: inMinutes(10) });
    // As a hand-over leaves it.
    await asOwner(process.env.DATABASE_URL!, (client) =>
      client.query("insert into request_officer (request_id, membership_id) values ($1, $2)", [
        requestId,
        partner.membershipId,
      ]),
    );
    await due(requestId);
    await firePromises();
    expect((await wordsOf(requestId, "promise.due")).sort()).toEqual(
      [scene.investigator.membershipId, partner.membershipId].sort(),
    );
  });

  it("is whoever works on it where who promised has left: no promise is forgotten", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    await promiseWork(scene.liaison, { key: key(), requestId, promisedAt: inMinutes(10) });
    await due(requestId);
    await leaves(scene.liaison);
    await firePromises();
    expect((await wordsOf(requestId, "promise.due")).sort()).toEqual(
      [scene.colleague.membershipId, scene.manager.membershipId].sort(),
    );
  });
});
