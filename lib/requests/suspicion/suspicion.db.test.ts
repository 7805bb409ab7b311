import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import {
  acknowledgeRequest,
  askClarification,
  submitRequest,
  withdrawRequest,
} from "@/lib/requests/commands";
import { answerItem } from "@/lib/requests/desk/answers";
import { getReceivedRequest } from "@/lib/requests/desk/queries";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { rejection } from "@/prisma/factories/rejection";
import { issue, makeAcknowledged, makeDraft, readHash, type Scene, setScene } from "@/prisma/factories/scene";
import { startSession } from "@/lib/access/sessions";
import { rowOf } from "@/prisma/factories/stored";
import { signRequest } from "@/lib/requests/commands";
import { restoreSender, reviewRequest, suspectRequest } from "./commands";
import { listSuspicions } from "./queries";

afterAll(closeDatabase);
const key = () => randomUUID();
const reason = "Đã gọi lại đơn vị, đúng là văn bản của đơn vị.";
const suspect = { reason: "call_back_failed" as const, note: "Số máy gọi lại không có người tên này." };

const send = async (scene: Scene) => issue(scene, await makeDraft(scene));
const supervisorOf = (scene: Scene) => makePerson("commander", scene.police);
const answerOf = (requestId: string, item: { id: string; version: number }) => ({
  key: key(),
  requestId,
  itemId: item.id,
  itemVersion: item.version,
  answer: { outcome: "HELD", amount: "45000000" },
});
const itemOf = (requestId: string) =>
  asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId }, orderBy: { position: "asc" } }));
const clockOf = (requestId: string) =>
  asSystem((tx) =>
    tx.deadline.findFirstOrThrow({ where: { requestId, subject: "ANSWER" }, orderBy: { startsAt: "desc" } }),
  );

describe("an order that a desk doubts", () => {
  it("is held with its clock at rest, ends its sender's sessions and bars his signature", async () => {
    const scene = await setScene();
    const { requestId, version } = await send(scene);
    for (const person of [scene.commander, scene.investigator])
      await asSystem((tx) =>
        startSession(tx, {
          userId: person.userId,
          membershipId: person.membershipId,
          secondFactorAt: new Date(),
          device: null,
          addressHint: null,
        }),
      );
    const waiting = await makeDraft(scene);
    const submitted = await submitRequest(scene.investigator, { key: key(), ...waiting });
    const before = performance.now();
    const held = await suspectRequest(scene.liaison, { key: key(), requestId, version, ...suspect });
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(await rowOf(requestId)).toMatchObject({
      status: "SENT",
      suspicion: "call_back_failed",
      assigneeId: scene.liaison.membershipId,
      pausedAt: expect.any(Date) as Date,
    });
    expect((await clockOf(requestId)).state).toBe("paused");
    const open = await asSystem((tx) =>
      tx.session.count({
        where: { userId: { in: [scene.commander.userId, scene.investigator.userId] }, endedAt: null },
      }),
    );
    expect(open).toBe(0);
    // Every act of the desk is refused, and of the unit too.
    const step = { requestId, version: held.version };
    const item = await itemOf(requestId);
    for (const act of [
      () => acknowledgeRequest(scene.liaison, { key: key(), ...step }),
      () => askClarification(scene.liaison, { key: key(), ...step, reason: "Thiếu số tài khoản nhận." }),
      () => answerItem(scene.liaison, answerOf(requestId, item)),
      () => withdrawRequest(scene.commander, { key: key(), ...step, reason }),
    ])
      expect(await rejection(act())).toMatchObject({ code: "suspected" });
    // Whoever signed or drafted it neither signs nor submits, in this or in another membership.
    const contentHash = await readHash(scene.commander, waiting.requestId);
    expect(
      await rejection(
        signRequest(scene.commander, {
          key: key(),
          requestId: waiting.requestId,
          version: submitted.version,
          contentHash,
        }),
      ),
    ).toMatchObject({ code: "sender-held" });
    const second = await makeDraft(scene);
    expect(await rejection(submitRequest(scene.investigator, { key: key(), ...second }))).toMatchObject({
      code: "sender-held",
    });
    await expect(
      asActor(scene.investigator, (tx) =>
        tx.request.updateMany({
          where: { id: second.requestId },
          data: { status: "PENDING_SIGNATURE", submittedAt: new Date() },
        }),
      ),
    ).rejects.toThrow(/neither signs nor submits/);
    // Another commander still signs what others drafted.
    const other = await supervisorOf(scene);
    await signRequest(other, {
      key: key(),
      requestId: waiting.requestId,
      version: submitted.version,
      contentHash,
    });
    expect((await getReceivedRequest(scene.liaison, requestId))?.offers).toEqual([]);
  });

  it("goes on after a supervisor with a fresh proof found it genuine, with the time that was left", async () => {
    const scene = await setScene();
    const { requestId, version } = await send(scene);
    const before = await rowOf(requestId);
    const held = await suspectRequest(scene.liaison, { key: key(), requestId, version, ...suspect });
    const input = { requestId, version: held.version, decision: "genuine" as const, reason };
    for (const person of [scene.commander, scene.investigator, scene.liaison])
      expect(await rejection(reviewRequest(person, { key: key(), ...input }))).toMatchObject({
        code: "not-allowed",
      });
    const supervisor = await supervisorOf(scene);
    const stale = { ...supervisor, secondFactorAt: new Date(Date.now() - 121_000) };
    expect(await rejection(reviewRequest(stale, { key: key(), ...input }))).toMatchObject({
      code: "second-factor",
    });
    const done = await reviewRequest(supervisor, { key: key(), ...input });
    const after = await rowOf(requestId);
    expect(after).toMatchObject({ status: "SENT", suspectedAt: null, suspicion: null, pausedAt: null });
    expect(after.dueAt!.getTime()).toBeGreaterThan(before.dueAt!.getTime());
    expect((await clockOf(requestId)).state).toBe("running");
    await acknowledgeRequest(scene.liaison, { key: key(), requestId, version: done.version });
    await issue(scene, await makeDraft(scene)); // both work again
  });

  it("is withdrawn with what it holds when it is forged, also after it was answered; its sender is let go by name", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    for (const item of await asSystem((tx) => tx.requestItem.findMany({ where: { requestId } })))
      await answerItem(scene.liaison, answerOf(requestId, item));
    const answered = await rowOf(requestId);
    expect(answered.status).toBe("ANSWERED");
    const held = await suspectRequest(scene.liaison, {
      key: key(),
      requestId,
      version: answered.version,
      ...suspect,
    });
    const supervisor = await supervisorOf(scene);
    const other = await send({ ...scene, commander: supervisor, investigator: await onCase(scene) });
    await reviewRequest(supervisor, {
      key: key(),
      requestId,
      version: held.version,
      decision: "forged",
      reason,
    });
    expect(await rowOf(requestId)).toMatchObject({
      status: "WITHDRAWN",
      suspicion: "forged",
      suspectedAt: null,
      statedReason: reason,
    });
    expect(await asSystem((tx) => tx.hold.count({ where: { requestId, releasedAt: null } }))).toBe(0);
    expect(
      await rejection(submitRequest(scene.investigator, { key: key(), ...(await makeDraft(scene)) })),
    ).toMatchObject({ code: "sender-held" });
    expect(await rejection(restoreSender(scene.commander, { key: key(), requestId, reason }))).toMatchObject({
      code: "not-allowed",
    });
    await restoreSender(supervisor, { key: key(), requestId, reason });
    expect(await rejection(restoreSender(supervisor, { key: key(), requestId, reason }))).toMatchObject({
      code: "not-now",
    });
    await submitRequest(scene.investigator, { key: key(), ...(await makeDraft(scene)) });
    expect((await rowOf(other.requestId)).status).toBe("SENT");
  });

  it("of a unit with one commander goes to the nearest unit above that has one, and is decided there", async () => {
    const scene = await setScene();
    const between = await makeOrganisation("police", { provinceCode: "25" });
    const top = await makeOrganisation("police", { provinceCode: "25" });
    await asSystem((tx) =>
      tx.organisationLink.createMany({
        data: [
          {
            childId: scene.police.id,
            parentId: between.id,
            validFrom: new Date("2026-01-01"),
          },
          { childId: between.id, parentId: top.id, validFrom: new Date("2026-01-01") },
        ],
      }),
    );
    const { requestId, version } = await send(scene);
    const above = await makePerson("commander", top, [between, scene.police]);
    const held = await suspectRequest(scene.liaison, { key: key(), requestId, version, ...suspect });
    const told = () =>
      asSystem((tx) => tx.outbox.findMany({ where: { topic: "suspicion.raised", requestId } }));
    expect((await told()).flatMap(({ orgIds }) => orgIds).sort()).toEqual(
      [scene.police.id, between.id, top.id, scene.bank.id].sort(),
    );
    expect((await listSuspicions(above, { show: "open" })).rows).toMatchObject([
      { requestId, mayOpen: true },
    ]);
    const decision = { requestId, version: held.version, decision: "genuine" as const, reason };
    const stranger = await makePerson("commander", await makeOrganisation("police", { provinceCode: "25" }));
    expect(await rejection(reviewRequest(stranger, { key: key(), ...decision }))).toMatchObject({
      code: "not-found",
    });
    await reviewRequest(above, { key: key(), ...decision });
    expect(await rowOf(requestId)).toMatchObject({ suspectedAt: null, suspicion: null });
  });

  it("of a unit with a second commander is his, and the unit above is left alone", async () => {
    const scene = await setScene();
    const top = await makeOrganisation("police", { provinceCode: "25" });
    await asSystem((tx) =>
      tx.organisationLink.create({
        data: {
          childId: scene.police.id,
          parentId: top.id,
          validFrom: new Date("2026-01-01"),
        },
      }),
    );
    await supervisorOf(scene);
    await makePerson("commander", top, [scene.police]);
    const { requestId, version } = await send(scene);
    await suspectRequest(scene.liaison, { key: key(), requestId, version, ...suspect });
    const told = await asSystem((tx) =>
      tx.outbox.findMany({ where: { topic: "suspicion.raised", requestId } }),
    );
    expect(told.flatMap(({ orgIds }) => orgIds).sort()).toEqual([scene.police.id, scene.bank.id].sort());
  });

  it("warns every other addressee of the same sender, and tells them nothing else", async () => {
    const scene = await setScene();
    const first = await send(scene);
    const second = await issue(scene, await makeDraft(scene, "SUBSCRIBER_INFO"));
    const seen = () => getReceivedRequest(scene.telecomLiaison, second.requestId);
    expect((await seen())?.proof.senderHeld).toBe(false);
    await suspectRequest(scene.liaison, {
      key: key(),
      requestId: first.requestId,
      version: first.version,
      ...suspect,
    });
    expect((await seen())?.proof).toMatchObject({ senderHeld: true, genuine: true });
    expect(JSON.stringify(await seen())).not.toContain(suspect.note);
    const told = await asSystem((tx) =>
      tx.outbox.findMany({ where: { topic: "request.sender_doubted", requestId: second.requestId } }),
    );
    expect(told.map(({ orgIds }) => orgIds)).toEqual([[scene.telecom.id]]);
    expect((await listSuspicions(scene.telecomLiaison, { show: "all" })).rows).toEqual([]);
    expect((await listSuspicions(scene.liaison, { show: "all" })).rows).toHaveLength(1);
    const admin = await makePerson("admin", scene.police);
    const rows = (await listSuspicions(admin, { show: "open" })).rows.filter(
      ({ requestId }) => requestId === first.requestId,
    );
    expect(rows).toMatchObject([{ reason: "call_back_failed", mayOpen: false, holdsSender: true }]);
  });

  it("is raised once by two who doubt at once, and never beside an answer", async () => {
    for (let round = 0; round < 5; round++) {
      const scene = await setScene();
      const { requestId, version } = await send(scene);
      const other = await makeAcknowledged(scene, "SUBSCRIBER_INFO");
      const item = await itemOf(other.requestId);
      const raised = await Promise.allSettled(
        [scene.liaison, scene.manager, scene.colleague].map((actor) =>
          suspectRequest(actor, { key: key(), requestId, version, ...suspect }),
        ),
      );
      expect(raised.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const [answer, doubt] = await Promise.allSettled([
        answerItem(scene.telecomLiaison, {
          ...answerOf(other.requestId, item),
          answer: { outcome: "NOT_FOUND" },
        }),
        suspectRequest(scene.telecomLiaison, {
          key: key(),
          requestId: other.requestId,
          version: other.version,
          ...suspect,
        }),
      ]);
      expect([answer.status, doubt.status].sort()).toEqual(["fulfilled", "rejected"]);
      const row = await rowOf(other.requestId);
      expect(row.suspectedAt === null).toBe(row.status === "ANSWERED");
    }
  }, 60_000);

  it("keeps a question's clock at rest when the doubt is settled before the question", async () => {
    const scene = await setScene();
    const { requestId, version } = await makeAcknowledged(scene);
    const asked = await askClarification(scene.liaison, {
      key: key(),
      requestId,
      version,
      reason: "Thiếu số tài khoản nhận.",
    });
    const held = await suspectRequest(scene.liaison, {
      key: key(),
      requestId,
      version: asked.version,
      ...suspect,
    });
    await reviewRequest(await supervisorOf(scene), {
      key: key(),
      requestId,
      version: held.version,
      decision: "genuine",
      reason,
    });
    expect(await rowOf(requestId)).toMatchObject({ status: "CLARIFICATION_NEEDED", suspectedAt: null });
    expect((await clockOf(requestId)).state).toBe("paused");
  });

  it("is settled by no hand but a supervisor's, whatever is written to the tables", async () => {
    const scene = await setScene();
    const { requestId, version } = await send(scene);
    await suspectRequest(scene.liaison, { key: key(), requestId, version, ...suspect });
    const clear = { suspectedAt: null, suspicion: null, suspicionNote: null };
    for (const person of [scene.liaison, scene.investigator, scene.commander, await supervisorOf(scene)])
      await expect(
        asActor(person, (tx) => tx.request.updateMany({ where: { id: requestId }, data: clear })),
      ).rejects.toThrow(/settles a doubt|not yours/);
    const decided = { decision: "genuine", decidedAt: new Date(), restoredAt: new Date() };
    for (const person of [scene.liaison, scene.investigator, scene.commander]) {
      const mine = { decidedById: person.membershipId, restoredById: person.membershipId };
      const { count } = await asActor(person, (tx) =>
        tx.suspicion.updateMany({ where: { requestId }, data: { ...decided, ...mine } }),
      );
      expect(count).toBe(0);
    }
    expect((await getPoliceRequest(scene.commander, requestId, "vi"))?.doubt).toMatchObject({
      state: "held",
      mayReview: false,
    });
  });
});

/** Another investigator who stands on the scene's case. */
async function onCase(scene: Scene) {
  const person = await makePerson("investigator", scene.police);
  await asSystem((tx) =>
    tx.caseMember.createMany({ data: [{ caseId: scene.caseId, membershipId: person.membershipId }] }),
  );
  return person;
}
