import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase, databaseNow } from "@/lib/db";
import { makeAcknowledged, makeDraft, issue, readHash, setScene } from "@/prisma/factories/scene";
import { answerItem } from "./answers";
import {
  acceptAnswer,
  acknowledgeRequest,
  askClarification,
  clarifyRequest,
  returnRequest,
  sendBackAnswer,
  signRequest,
  submitRequest,
  withdrawRequest,
} from "./commands";

afterAll(closeDatabase);
const key = () => randomUUID();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const itemsOf = (requestId: string) =>
  asSystem((tx) => tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }));
const rowOf = (id: string) => asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }));
const deadlineOf = (requestId: string, subject: "ANSWER" | "SUSPENSION_MAX" = "ANSWER") =>
  asSystem((tx) => tx.deadline.findFirst({ where: { requestId, subject }, orderBy: { startsAt: "desc" } }));

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

  it("starts the maximum time of the hold and refuses a later end", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const [item] = await itemsOf(requestId);
    await answerItem(scene.liaison, {
      key: key(),
      requestId,
      itemId: item!.id,
      itemVersion: 1,
      answer: { outcome: "HELD", amount: "1000000", until: inDays(60) },
    });
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

describe("four eyes", () => {
  it("lets nobody sign what he drafted, in code and in the database", async () => {
    const scene = await setScene();
    const both = {
      ...scene.investigator,
      roles: ["investigator" as const, "commander" as const],
      secondFactorAt: new Date(),
    };
    const draft = await makeDraft(scene);
    const submitted = await submitRequest(scene.investigator, { key: key(), ...draft });
    const contentHash = await readHash(both, draft.requestId);
    await expect(
      signRequest(both, { key: key(), requestId: draft.requestId, version: submitted.version, contentHash }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    const forged = {
      status: "SENT" as const,
      signerId: scene.investigator.userId,
      contentHash,
    };
    await expect(
      asActor(both, async (tx) =>
        tx.request.updateMany({
          where: { id: draft.requestId },
          data: { ...forged, sentAt: await databaseNow(tx) },
        }),
      ),
    ).rejects.toThrow(/signer_is_not_drafter/);
  });

  it("wants a fresh second factor and the content that was read", async () => {
    const scene = await setScene();
    const draft = await makeDraft(scene);
    const submitted = await submitRequest(scene.investigator, { key: key(), ...draft });
    const read = {
      requestId: draft.requestId,
      version: submitted.version,
      contentHash: await readHash(scene.commander, draft.requestId),
    };
    const stale = { ...scene.commander, secondFactorAt: new Date(Date.now() - 3 * 60_000) };
    await expect(signRequest(stale, { key: key(), ...read })).rejects.toMatchObject({
      code: "second-factor",
    });
    await expect(
      signRequest(scene.commander, { key: key(), ...read, contentHash: "0".repeat(64) }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect((await rowOf(draft.requestId)).documentNumber).toBeNull();
  });

  it("gives a draft back with a reason and numbers documents without a gap", async () => {
    const scene = await setScene();
    const draft = await makeDraft(scene);
    const submitted = await submitRequest(scene.investigator, { key: key(), ...draft });
    const returned = await returnRequest(scene.commander, {
      key: key(),
      requestId: draft.requestId,
      version: submitted.version,
      reason: "Bổ sung sao kê của bị hại.",
    });
    expect(await rowOf(draft.requestId)).toMatchObject({
      status: "DRAFT",
      statedReason: "Bổ sung sao kê của bị hại.",
    });
    await issue(scene, { requestId: draft.requestId, version: returned.version });
    await issue(scene, await makeDraft(scene));
    const numbers = await asSystem((tx) =>
      tx.request.findMany({
        where: { requesterOrgId: scene.police.id, documentNumber: { not: null } },
        select: { documentNumber: true },
      }),
    );
    expect(numbers.map(({ documentNumber }) => documentNumber!.split("/")[0]).sort()).toEqual(["1", "2"]);
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

describe("bad answers", () => {
  it("names the field and stores nothing", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const [item] = await itemsOf(requestId);
    const answer = (value: Record<string, unknown>) =>
      answerItem(scene.liaison, { key: key(), requestId, itemId: item!.id, itemVersion: 1, answer: value });
    await expect(answer({ outcome: "HELD", amount: "50000001" })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { "answer.amount": "money.overDisputed" } },
    });
    await expect(answer({ outcome: "HELD", amount: "-5" })).rejects.toMatchObject({
      details: { fields: { "answer.amount": "money.errors.negative" } },
    });
    await expect(answer({ outcome: "MOVED_ON", transfers: [] })).rejects.toMatchObject({
      details: { fields: { "answer.transfers": "required" } },
    });
    await expect(answer({ outcome: "DONE" })).rejects.toMatchObject({ code: "invalid" });
    await expect(
      answer(JSON.parse('{"__proto__": {"outcome": "HELD"}}') as Record<string, unknown>),
    ).rejects.toMatchObject({ code: "invalid" });
    expect((await rowOf(requestId)).answeredCount).toBe(0);
  });
});

describe("what the database refuses whatever the code believes", () => {
  it.each([
    ["a status without an arrow", { status: "ACCEPTED" as const }, /no arrow/],
    ["a change of signed content", { grounds: "khác" }, /does not change/],
  ])("%s", async (_, data, message) => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    await expect(
      asActor(scene.liaison, (tx) => tx.request.updateMany({ where: { id: requestId }, data })),
    ).rejects.toThrow(message);
  });

  it("a second active hold on one order and account", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const [item] = await itemsOf(requestId);
    const hold = {
      caseId: scene.caseId,
      requestId,
      itemId: item!.id,
      holderOrgId: scene.bank.id,
      account: item!.value,
      amount: 1n,
      disputedAmount: 1n,
      fromAt: new Date(),
    };
    await expect(
      asActor(scene.liaison, (tx) => tx.hold.createMany({ data: [hold, hold] })),
    ).rejects.toThrow();
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
