import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { sendBackAnswer } from "@/lib/requests/commands";
import { answerItem } from "@/lib/requests/desk/answers";
import { type HeldScene, holdUnderOrder, setHeldScene } from "@/prisma/factories/held";
import { answerOf, makeAsked, makeHeld, makeSentOf, makeTargets } from "@/prisma/factories/kinds";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { deadlineOf, itemsOf, rowOf } from "@/prisma/factories/stored";
import { lapseSuspensions } from "./expiry";

afterAll(closeDatabase);
const key = () => randomUUID();
const holdsOf = (requestId: string) =>
  asSystem((tx) => tx.hold.findMany({ where: { requestId }, orderBy: { fromAt: "asc" } }));
const clocksOf = (requestId: string) =>
  asSystem((tx) =>
    tx.deadline.findMany({ where: { requestId, subject: "SUSPENSION_MAX" }, orderBy: { startsAt: "asc" } }),
  );

async function sendBack(scene: HeldScene, requestId: string) {
  const [item] = await itemsOf(requestId);
  const { version } = await rowOf(requestId);
  const reason = "Thiếu giờ phong tỏa.";
  await sendBackAnswer(scene.investigator, { key: key(), requestId, version, reason, itemIds: [item!.id] });
}
/** The desk says anew what it holds on the order's first account. */
async function sayHeld(scene: HeldScene, requestId: string, amount: string) {
  const item = (await itemsOf(requestId))[0]!;
  const answer = { outcome: "HELD", amount };
  return answerItem(scene.liaison, {
    key: key(),
    requestId,
    itemId: item.id,
    itemVersion: item.version,
    answer,
  });
}
/** As if the order's holds and its longest time ended a minute ago. */
const letTimePass = (requestId: string) =>
  asSystem(async (tx) => {
    const past = new Date(Date.now() - 60_000);
    const begun = new Date(Date.now() - 3 * 86_400_000);
    await tx.hold.updateMany({ where: { requestId }, data: { fromAt: begun, untilAt: past } });
    await tx.deadline.updateMany({
      where: { requestId, subject: "SUSPENSION_MAX" },
      data: { startsAt: begun, dueAt: past },
    });
  });

describe("a suspension's longest time", () => {
  it("begins with its first hold, once: an answer that is given anew after it is over holds nothing", async () => {
    const scene = await setHeldScene("ACCOUNT_SUSPEND");
    await sendBack(scene, scene.requestId);
    await letTimePass(scene.requestId);
    await lapseSuspensions();
    await expect(sayHeld(scene, scene.requestId, "40000000")).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { "answer.amount": "answer.suspensionOver" } },
    });
    expect((await holdsOf(scene.requestId)).filter(({ releasedAt }) => !releasedAt)).toEqual([]);
    expect(await clocksOf(scene.requestId)).toHaveLength(1);
  });

  it("goes on to the same end for what is held again before it is over", async () => {
    const scene = await setHeldScene("ACCOUNT_SUSPEND");
    const [first] = await clocksOf(scene.requestId);
    await asSystem((tx) =>
      tx.hold.updateMany({
        where: { requestId: scene.requestId },
        data: { releasedAt: new Date(), releaseReason: "unfrozen" },
      }),
    );
    await asSystem((tx) =>
      tx.deadline.updateMany({ where: { id: first!.id }, data: { state: "met", endedAt: new Date() } }),
    );
    await sendBack(scene, scene.requestId);
    await sayHeld(scene, scene.requestId, "40000000");
    const [, again] = await clocksOf(scene.requestId);
    expect(again).toMatchObject({ state: "running", dueAt: first!.dueAt });
    expect((await holdsOf(scene.requestId)).at(-1)).toMatchObject({
      releasedAt: null,
      untilAt: first!.dueAt,
    });
  });

  it("ends with the last hold that a release lifts", async () => {
    const scene = await setScene();
    const asked = await makeAsked("ACCOUNT_SUSPEND");
    const targets = await makeTargets(scene, "ACCOUNT_SUSPEND", 2, asked.organisation);
    const parentId = await makeHeld(scene, asked, targets);
    const { requestId } = await makeSentOf(scene, "ACCOUNT_UNFREEZE", asked, targets, {
      parentId,
      target: { partAmount: undefined },
    });
    const done = { outcome: "DONE", doneAt: new Date().toISOString() } as const;
    const [first, second] = await itemsOf(requestId);
    await answerOf(asked, first!, done);
    expect(await deadlineOf(parentId, "SUSPENSION_MAX")).toMatchObject({ state: "running" });
    await answerOf(asked, second!, done);
    expect(await deadlineOf(parentId, "SUSPENSION_MAX")).toMatchObject({ state: "met" });
  });
});

describe("what a freeze took over", () => {
  it("is not held by the suspension a second time when its answer is worded anew", async () => {
    const scene = await setHeldScene("ACCOUNT_SUSPEND", ["40000000", "30000000"]);
    const freeze = await holdUnderOrder(scene, "ACCOUNT_FREEZE", ["40000000", "30000000"]);
    await sendBack(scene, scene.requestId);
    await sayHeld(scene, scene.requestId, "40000000");
    expect((await holdsOf(scene.requestId)).map(({ releaseReason }) => releaseReason)).toEqual([
      "confirmed",
      "confirmed",
    ]);
    expect((await holdsOf(freeze.requestId)).every(({ releasedAt }) => releasedAt === null)).toBe(true);
    expect(await rowOf(scene.requestId)).toMatchObject({ status: "ANSWERED", heldAmount: 70_000_000n });
  });

  it("of another freeze ends that hold's clock, and leaves the other account's", async () => {
    const scene = await setScene();
    const until = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 10 * 86_400_000).toISOString();
    const held = { outcome: "HELD", amount: "1000000", until, minutesNumber: "12/BB" };
    const { requestId } = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
    const answerFirst = async (id: string) => {
      const item = (await itemsOf(id)).find(({ answeredAt }) => !answeredAt)!;
      await answerItem(scene.liaison, {
        key: key(),
        requestId: id,
        itemId: item.id,
        itemVersion: item.version,
        answer: held,
      });
    };
    await answerFirst(requestId);
    await answerFirst(requestId);
    const { requestId: next } = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
    await answerFirst(next);
    const open = await asSystem((tx) =>
      tx.deadline.findMany({ where: { requestId, subject: "HOLD_EXPIRY", state: "running" } }),
    );
    const left = (await holdsOf(requestId)).filter(({ releasedAt }) => !releasedAt);
    expect(left).toHaveLength(1);
    expect(open.map(({ subjectId }) => subjectId)).toEqual([left[0]!.id]);
  });
});
