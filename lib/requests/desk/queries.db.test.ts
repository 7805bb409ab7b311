import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { addFiles } from "@/lib/files/uploads";
import { makePerson } from "@/prisma/factories/people";
import { rejection } from "@/prisma/factories/rejection";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { getLetter } from "@/lib/requests/letters/queries";
import { listNotified } from "@/lib/requests/notified/queries";
import { answerItem } from "./answers";
import { getReceivedRequest } from "./queries";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);
const key = () => randomUUID();
const send = () => makeDraft(scene).then((draft) => issue(scene, draft));

describe("an order as its addressee reads it", () => {
  it("is genuine as signed, shows no victim and no case, and is nobody else's", async () => {
    const { requestId } = await send();
    const read = await getReceivedRequest(scene.liaison, requestId);
    expect(read).toMatchObject({
      isDesk: true,
      proof: { genuine: true },
      latestHoldUntil: expect.any(String),
    });
    expect(read?.offers).toEqual(expect.arrayContaining(["acknowledge", "answer", "ask", "refuse", "take"]));
    expect(JSON.stringify(read)).not.toContain("Trần Thị Minh Họa");
    expect(await getReceivedRequest(scene.telecomLiaison, requestId)).toBeNull();
    expect(await getLetter(scene.telecomLiaison, requestId)).toBeNull();
    expect(await getLetter(scene.liaison, requestId)).toMatchObject({
      genuine: true,
      documentNumber: expect.stringContaining("/CV-"),
    });
  });

  it("is not answered once its content is not what was signed", async () => {
    const { requestId } = await send();
    await asSystem(async (tx) => {
      const { id: targetId } = await tx.target.findFirstOrThrow({ where: { caseId: scene.caseId } });
      await tx.requestItem.create({
        data: {
          requestId,
          targetId,
          position: 9,
          kind: "bank_account",
          value: "000011112222",
          display: "0000 1111 2222",
        },
      });
    });
    expect((await getReceivedRequest(scene.liaison, requestId))?.proof.genuine).toBe(false);
    const item = await asSystem((tx) =>
      tx.requestItem.findFirstOrThrow({ where: { requestId, position: 1 } }),
    );
    expect(
      await rejection(
        answerItem(scene.liaison, {
          key: key(),
          requestId,
          itemId: item.id,
          itemVersion: item.version,
          answer: { outcome: "NOT_FOUND" },
        }),
      ),
    ).toMatchObject({ code: "not-authentic" });
  });

  it("keeps the whole of an answer readable for the desk that gave it, with its files, and for no procuracy", async () => {
    const freeze = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
    const { requestId } = freeze;
    const item = await asSystem((tx) =>
      tx.requestItem.findFirstOrThrow({ where: { requestId, position: 1 } }),
    );
    const transfer = {
      at: new Date().toISOString(),
      amount: "1000000",
      toInstitutionId: scene.bank.id,
      toAccount: "19035527881016",
    };
    await answerItem(scene.liaison, {
      key: key(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer: { outcome: "MOVED_ON", transfers: [transfer] },
    });
    await addFiles(scene.liaison, { requestId }, [{ name: "sao-ke.txt", bytes: Buffer.from("Sao kê") }]);
    const read = await getReceivedRequest(scene.colleague, requestId);
    expect(read?.items[0]?.answer).toMatchObject({ transfers: [transfer] });
    expect(read?.institutions).toEqual({ [scene.bank.id]: expect.any(String) });
    expect(read?.answerFiles).toMatchObject([{ name: "sao-ke.txt", mine: true }]);
    const { procuracyOrgId } = await rowOf(requestId);
    const prosecutor = await makePerson("prosecutor", { ...scene.procuracy, id: procuracyOrgId! });
    const notified = await getReceivedRequest(prosecutor, requestId);
    expect(notified).toMatchObject({ answerFiles: [], items: [{ answer: null }, { answer: null }] });
  });

  it("is read, not touched, by the procuracy that was notified", async () => {
    const freeze = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
    const { procuracyOrgId } = await rowOf(freeze.requestId);
    const prosecutor = await makePerson("prosecutor", { ...scene.procuracy, id: procuracyOrgId! });
    expect(await getReceivedRequest(prosecutor, freeze.requestId)).toMatchObject({
      isDesk: false,
      offers: ["object"],
      proof: { genuine: true },
    });
    expect((await listNotified(prosecutor, { show: "all" })).rows.map(({ id }) => id)).toContain(
      freeze.requestId,
    );
    expect((await listNotified(scene.liaison, { show: "all" })).rows).toEqual([]);
  });
});
