import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { issue, makeAcknowledged, makeDraft, setScene } from "@/prisma/factories/scene";
import { deadlineOf, itemsOf, rowOf } from "@/prisma/factories/stored";
import { answerItem } from "./desk/answers";
import {
  acceptAnswer,
  acknowledgeRequest,
  askClarification,
  clarifyRequest,
  sendBackAnswer,
  withdrawRequest,
} from "./commands";

afterAll(closeDatabase);
const key = () => randomUUID();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe("a suspension from draft to accepted answer", () => {
  it("is drafted, signed by another, answered item by item, sent back once and accepted", async () => {
    const scene = await setScene();
    const sent = await issue(scene, await makeDraft(scene));
    const signed = await rowOf(sent.requestId);
    expect(signed).toMatchObject({ status: "SENT", signerId: scene.commander.userId });
    expect(signed.documentNumber).toMatch(/^1\/CV-/);
    expect(signed.dueAt!.getTime()).toBeGreaterThan(signed.sentAt!.getTime());

    const acknowledged = await acknowledgeRequest(scene.liaison, {
      key: key(),
      requestId: sent.requestId,
      version: sent.version,
    });
    const [first, second] = await itemsOf(sent.requestId);
    const held = await answerItem(scene.liaison, {
      key: key(),
      requestId: sent.requestId,
      itemId: first!.id,
      itemVersion: first!.version,
      answer: { outcome: "HELD", amount: "45.000.000", until: inDays(1) },
    });
    expect(held).toMatchObject({ status: "PARTLY_ANSWERED", version: acknowledged.version + 1 });
    const onward = (amount: string, toAccount: string) => ({
      at: new Date().toISOString(),
      amount,
      toInstitutionId: scene.bank.id,
      toAccount,
    });
    const moved = await answerItem(scene.liaison, {
      key: key(),
      requestId: sent.requestId,
      itemId: second!.id,
      itemVersion: second!.version,
      answer: {
        outcome: "MOVED_ON",
        transfers: [onward("30000000", "19035527881016"), onward("20000000", "0961207748")],
      },
    });
    expect(moved.status).toBe("ANSWERED");
    expect(await rowOf(sent.requestId)).toMatchObject({
      heldAmount: 45_000_000n,
      movedAmount: 50_000_000n,
      answeredCount: 2,
    });
    expect(await deadlineOf(sent.requestId)).toMatchObject({ state: "met" });

    const back = await sendBackAnswer(scene.investigator, {
      key: key(),
      requestId: sent.requestId,
      version: moved.version,
      reason: "Thiếu tên chủ tài khoản nhận.",
      itemIds: [second!.id],
    });
    expect(back.status).toBe("IN_PROGRESS");
    expect(await deadlineOf(sent.requestId)).toMatchObject({ state: "running" });
    const again = (await itemsOf(sent.requestId))[1]!;
    const corrected = await answerItem(scene.liaison, {
      key: key(),
      requestId: sent.requestId,
      itemId: again.id,
      itemVersion: again.version,
      answer: { outcome: "MOVED_ON", transfers: [onward("50000000", "1903-5527 8810.16")] },
    });
    const done = await acceptAnswer(scene.investigator, {
      key: key(),
      requestId: sent.requestId,
      version: corrected.version,
    });
    expect(done.status).toBe("ACCEPTED");
    const transfers = await asSystem((tx) => tx.transfer.findMany({ where: { itemId: again.id } }));
    expect(transfers.filter(({ supersededAt }) => supersededAt === null)).toMatchObject([
      { amount: 50_000_000n, toAccount: "19035527881016" },
    ]);
    expect(transfers).toHaveLength(3);
    const history = await asActor(scene.investigator, (tx) =>
      tx.event.findMany({
        where: { requestId: sent.requestId },
        orderBy: { at: "asc" },
        select: { type: true },
      }),
    );
    expect(history.map(({ type }) => type)).toEqual([
      "request.drafted",
      "request.submitted",
      "request.signed",
      "request.acknowledged",
      "request.answered",
      "request.answered",
      "request.sent_back",
      "request.answered",
      "request.accepted",
    ]);
  });

  it("starts the maximum time of the hold and refuses a later end at its field", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const [item] = await itemsOf(requestId);
    const answer = (end: { until?: string }) =>
      answerItem(scene.liaison, {
        key: key(),
        requestId,
        itemId: item!.id,
        itemVersion: 1,
        answer: { outcome: "HELD", amount: "1000000", ...end },
      });
    await expect(answer({ until: inDays(60) })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { "answer.until": "answer.untilTooLate" } },
    });
    expect(await asSystem((tx) => tx.hold.count({ where: { requestId } }))).toBe(0);
    await answer({});
    const limit = await deadlineOf(requestId, "SUSPENSION_MAX");
    const [hold] = await asSystem((tx) => tx.hold.findMany({ where: { requestId } }));
    expect(hold!.untilAt).toEqual(limit!.dueAt);
  });

  it("is taken over by a freeze of the same account, and the money is counted once", async () => {
    const scene = await setScene();
    const suspension = await makeAcknowledged(scene);
    const [suspended] = await itemsOf(suspension.requestId);
    await answerItem(scene.liaison, {
      key: key(),
      requestId: suspension.requestId,
      itemId: suspended!.id,
      itemVersion: 1,
      answer: { outcome: "HELD", amount: "40000000" },
    });
    const freeze = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
    const frozen = (await itemsOf(freeze.requestId)).find(({ value }) => value === suspended!.value)!;
    await answerItem(scene.liaison, {
      key: key(),
      requestId: freeze.requestId,
      itemId: frozen.id,
      itemVersion: 1,
      answer: { outcome: "HELD", amount: "45000000", minutesNumber: "12/BB" },
    });
    const holds = await asSystem((tx) =>
      tx.hold.findMany({ where: { caseId: scene.caseId, account: suspended!.value } }),
    );
    expect(holds.filter(({ releasedAt }) => releasedAt === null).map(({ amount }) => amount)).toEqual([
      45_000_000n,
    ]);
    expect(holds.find(({ releasedAt }) => releasedAt !== null)).toMatchObject({
      releaseReason: "confirmed",
      confirmedById: freeze.requestId,
    });
    const counted = await asSystem((tx) =>
      tx.figureDelta.aggregate({
        where: { requesterOrgId: scene.police.id, measure: "answer.held" },
        _sum: { amount: true },
      }),
    );
    expect(counted._sum.amount).toBe(45_000_000n);
  });
});

describe("asking back", () => {
  it("pauses the clock and gives back the time that was left", async () => {
    const scene = await setScene();
    const acknowledged = await makeAcknowledged(scene, "SUBSCRIBER_INFO");
    const { requestId } = acknowledged;
    const before = (await deadlineOf(requestId))!;
    const asked = await askClarification(scene.telecomLiaison, {
      key: key(),
      requestId,
      version: acknowledged.version,
      reason: "Số này thuộc khoảng thời gian nào?",
    });
    expect(await deadlineOf(requestId)).toMatchObject({ state: "paused" });
    expect((await rowOf(requestId)).queueAt!.getUTCFullYear()).toBe(9999);
    const clarified = await clarifyRequest(scene.investigator, {
      key: key(),
      requestId,
      version: asked.version,
      reason: "Từ 08:00 đến 10:00 hôm nay.",
    });
    expect(clarified.status).toBe("IN_PROGRESS");
    const after = (await deadlineOf(requestId))!;
    expect(after.state).toBe("running");
    expect(after.dueAt.getTime()).toBeGreaterThanOrEqual(before.dueAt.getTime());
    expect(after.pauses).toHaveLength(1);
  });
});

describe("withdrawing", () => {
  it("releases what a suspension held and leaves no running clock", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const [item] = await itemsOf(requestId);
    const partly = await answerItem(scene.liaison, {
      key: key(),
      requestId,
      itemId: item!.id,
      itemVersion: 1,
      answer: { outcome: "HELD", amount: "1000000" },
    });
    await withdrawRequest(scene.commander, {
      key: key(),
      requestId,
      version: partly.version,
      reason: "Bị hại rút tố giác, có văn bản.",
    });
    expect(await asSystem((tx) => tx.hold.count({ where: { requestId, releasedAt: null } }))).toBe(0);
    expect(
      await asSystem((tx) =>
        tx.deadline.count({ where: { requestId, state: { in: ["running", "paused"] } } }),
      ),
    ).toBe(0);
  });
});
