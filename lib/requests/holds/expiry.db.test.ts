import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asSystem } from "@/lib/db";
import { makeAcknowledged, makeDraft, issue, type Scene, setScene } from "@/prisma/factories/scene";
import { answerItem } from "@/lib/requests/desk/answers";
import { acceptAnswer } from "@/lib/requests/commands";
import { lapseSuspensions } from "./expiry";

const held = (amount: string) => ({
  outcome: "HELD",
  amount,
  until: new Date(Date.now() + 36 * 3_600_000).toISOString(),
});

/** Answers every item of an acknowledged suspension as held. */
async function answered(scene: Scene, requestId: string) {
  const items = await asSystem((tx) =>
    tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }),
  );
  let last;
  for (const item of items)
    last = await answerItem(scene.liaison, {
      key: randomUUID(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer: held("40000000"),
    });
  return last!;
}
/** As if the suspension's time were over, for all or one of its holds. */
const letTimePass = (requestId: string, account?: string) =>
  asSystem((tx) =>
    tx.hold.updateMany({
      where: { requestId, ...(account ? { account } : {}) },
      data: { untilAt: new Date(Date.now() - 60_000) },
    }),
  );
const read = (id: string) =>
  asSystem(async (tx) => ({
    request: await tx.request.findUniqueOrThrow({ where: { id } }),
    holds: await tx.hold.findMany({ where: { requestId: id }, orderBy: { account: "asc" } }),
    events: await tx.event.findMany({ where: { requestId: id, actorId: null } }),
    told: await tx.outbox.count({
      where: { requestId: id, topic: { in: ["request.expired", "request.hold_lapsed"] } },
    }),
    clock: await tx.deadline.findFirst({ where: { requestId: id, subject: "SUSPENSION_MAX" } }),
  }));

describe("a suspension at its longest time", () => {
  it("is not held until a moment that has passed", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const item = await asSystem((tx) =>
      tx.requestItem.findFirstOrThrow({ where: { requestId, position: 1 } }),
    );
    const answer = { ...held("40000000"), until: new Date(Date.now() - 60_000).toISOString() };
    const input = { key: randomUUID(), requestId, itemId: item.id, itemVersion: item.version, answer };
    await expect(answerItem(scene.liaison, input)).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { "answer.until": "answer.until" } },
    });
    expect((await read(requestId)).holds).toEqual([]);
  });

  it("is released once by two sweeps at once, and both sides are told once", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    await answered(scene, requestId);
    await letTimePass(requestId);
    await Promise.all([lapseSuspensions(), lapseSuspensions()]);
    await lapseSuspensions();
    const { request, holds, events, told, clock } = await read(requestId);
    expect(request).toMatchObject({ status: "EXPIRED" });
    expect(holds.map(({ releaseReason }) => releaseReason)).toEqual(["lapsed", "lapsed"]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      type: "request.expired",
      stream: scene.bank.id,
      actorName: null,
      shared: true,
    });
    expect(told).toBe(1);
    expect(clock?.state).not.toBe("running");
  });

  it("also lapses after the police accepted the answer", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const { version } = await answered(scene, requestId);
    await acceptAnswer(scene.investigator, { key: randomUUID(), requestId, version });
    await letTimePass(requestId);
    await lapseSuspensions();
    expect((await read(requestId)).request.status).toBe("EXPIRED");
  });

  it("releases only the hold whose time is over; the request goes on with the other", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    await answered(scene, requestId);
    const first = (await read(requestId)).holds[0]!;
    await letTimePass(requestId, first.account);
    await lapseSuspensions();
    const { request, holds, events } = await read(requestId);
    expect(request.status).toBe("ANSWERED");
    expect(holds.map(({ releasedAt }) => releasedAt === null)).toEqual([false, true]);
    expect(events.map(({ type }) => type)).toEqual(["request.hold_lapsed"]);
  });

  it("leaves a freeze alone, and a suspension that a freeze took over", async () => {
    const scene = await setScene();
    const suspension = await makeAcknowledged(scene);
    await answered(scene, suspension.requestId);
    const freeze = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
    const items = await asSystem((tx) =>
      tx.requestItem.findMany({ where: { requestId: freeze.requestId }, orderBy: { position: "asc" } }),
    );
    for (const item of items) {
      const answer = { ...held("40000000"), minutesNumber: "12/BB" };
      await answerItem(scene.liaison, {
        key: randomUUID(),
        requestId: freeze.requestId,
        itemId: item.id,
        itemVersion: item.version,
        answer,
      });
    }
    await letTimePass(suspension.requestId);
    await letTimePass(freeze.requestId);
    await lapseSuspensions();
    expect((await read(freeze.requestId)).holds.every(({ releasedAt }) => releasedAt === null)).toBe(true);
    expect((await read(suspension.requestId)).holds.map(({ releaseReason }) => releaseReason)).toEqual([
      "confirmed",
      "confirmed",
    ]);
    expect((await read(suspension.requestId)).request.status).toBe("ANSWERED");
  });
});
