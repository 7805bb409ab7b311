import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { refuseRequest, sendBackAnswer } from "@/lib/requests/commands";
import { setHeldScene } from "@/prisma/factories/held";
import { answerOf, type Asked, makeAsked, makeHeld, makeSentOf, makeTargets } from "@/prisma/factories/kinds";
import { type Scene, setScene } from "@/prisma/factories/scene";
import { itemsOf, rowOf } from "@/prisma/factories/stored";

afterAll(closeDatabase);
const key = () => randomUUID();
const day = 86_400_000;
const holdsOf = (requestId: string) =>
  asSystem((tx) => tx.hold.findMany({ where: { requestId, releasedAt: null }, orderBy: { account: "asc" } }));
const releasedOf = (caseId: string) =>
  asSystem(async (tx) => {
    const rows = await tx.figureDelta.findMany({ where: { caseId, measure: "money.released" } });
    return rows.reduce((sum, { amount }) => sum + amount, 0n);
  });

async function sendBack(scene: Scene, requestId: string) {
  const items = await itemsOf(requestId);
  const { version } = await rowOf(requestId);
  await sendBackAnswer(scene.investigator, {
    key: key(),
    requestId,
    version,
    reason: "Thiếu giờ thực hiện.",
    itemIds: items.map(({ id }) => id),
  });
}

/** An order to let go a part of what `parentId` holds at one account, or all of it, answered as done. */
async function letGo(
  scene: Scene,
  asked: Asked,
  targets: readonly string[],
  parentId: string,
  partAmount?: string,
) {
  const { requestId } = await makeSentOf(scene, "ACCOUNT_UNFREEZE", asked, targets, {
    parentId,
    target: { partAmount },
  });
  const [item] = await itemsOf(requestId);
  await answerOf(asked, item!, { outcome: "DONE", doneAt: new Date().toISOString() });
  return requestId;
}

async function heldScene() {
  const scene = await setScene();
  const asked = await makeAsked("ACCOUNT_SUSPEND");
  const targets = await makeTargets(scene, "ACCOUNT_SUSPEND", 1, asked.organisation);
  const parentId = await makeHeld(scene, asked, targets);
  const [hold] = await holdsOf(parentId);
  return { scene, asked, targets, parentId, held: hold!.amount };
}

describe("an answer that was sent back", () => {
  it("lets a part go once, however often it is said", async () => {
    const { scene, asked, targets, parentId, held } = await heldScene();
    const requestId = await letGo(scene, asked, targets, parentId, "1000");
    expect((await holdsOf(parentId))[0]).toMatchObject({ amount: held - 1000n });
    await sendBack(scene, requestId);
    await answerOf(asked, (await itemsOf(requestId))[0]!, {
      outcome: "DONE",
      doneAt: new Date().toISOString(),
    });
    expect((await holdsOf(parentId))[0]).toMatchObject({ amount: held - 1000n });
    expect(await releasedOf(scene.caseId)).toBe(1000n);
  });

  it("does not say afterwards that it let nothing go", async () => {
    const { scene, asked, targets, parentId } = await heldScene();
    const requestId = await letGo(scene, asked, targets, parentId);
    await sendBack(scene, requestId);
    await expect(
      answerOf(asked, (await itemsOf(requestId))[0]!, {
        outcome: "REFUSED",
        ground: "technical",
        explanation: "Hệ thống đang bảo trì.",
      }),
    ).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { "answer.outcome": "answer.letGo" } },
    });
  });

  it("does not hold again what another order let go since", async () => {
    const { scene, asked, targets, parentId, held } = await heldScene();
    await letGo(scene, asked, targets, parentId, "1000");
    await sendBack(scene, parentId);
    const again = (amount: bigint) =>
      itemsOf(parentId).then(([item]) =>
        answerOf(asked, item!, { outcome: "HELD", amount: amount.toString() }),
      );
    await expect(again(1000n)).rejects.toMatchObject({
      details: { fields: { "answer.amount": "answer.belowLetGo" } },
    });
    await again(held);
    expect((await holdsOf(parentId))[0]).toMatchObject({ amount: held - 1000n });
  });

  it("is answered again and not declined as a whole: what is held stays answered for", async () => {
    const scene = await setHeldScene("ACCOUNT_SUSPEND");
    await sendBack(scene, scene.requestId);
    const { version } = await rowOf(scene.requestId);
    await expect(
      refuseRequest(scene.liaison, {
        key: key(),
        requestId: scene.requestId,
        version,
        ground: "no_legal_basis",
        reason: "Không đủ căn cứ pháp lý.",
      } as never),
    ).rejects.toMatchObject({ code: "not-now" });
    expect(await rowOf(scene.requestId)).toMatchObject({ status: "IN_PROGRESS" });
  });
});

describe("an extension", () => {
  it("ends no hold earlier than it ended before, for none of its accounts and by no later answer", async () => {
    const scene = await setScene();
    const asked = await makeAsked("ACCOUNT_FREEZE");
    const targets = await makeTargets(scene, "ACCOUNT_SUSPEND", 2, asked.organisation);
    const parentId = await makeHeld(scene, asked, targets);
    const end = (await holdsOf(parentId))[0]!.untilAt!;
    const { requestId } = await makeSentOf(scene, "HOLD_EXTENSION", asked, targets, {
      parentId,
      request: { extendUntil: new Date(end.getTime() + 2 * day).toISOString() },
    } as never);
    const said = async (position: number, until: Date) =>
      answerOf(asked, (await itemsOf(requestId))[position]!, { outcome: "DONE", until: until.toISOString() });
    const later = new Date(end.getTime() + day);
    const refused = { details: { fields: { "answer.until": "answer.notLater" } } };
    await said(0, later);
    await expect(said(1, new Date(end.getTime() - day / 2))).rejects.toMatchObject(refused);
    await said(1, later);
    await sendBack(scene, requestId);
    await expect(said(0, new Date(end.getTime() - 60_000))).rejects.toMatchObject(refused);
    // What was said by mistake is corrected down to the end before this order.
    const less = new Date(end.getTime() + day / 2);
    await said(0, less);
    expect((await holdsOf(parentId)).map(({ untilAt }) => untilAt)).toEqual(
      expect.arrayContaining([less, later]),
    );
  });
});
