import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { makeAcknowledged, makeDraft, readHash, type Scene, setScene } from "@/prisma/factories/scene";
import { answerItem } from "./desk/answers";
import { recallRequest, returnRequest, signRequest, submitRequest, withdrawRequest } from "./commands";

/** Rounds per race: 200 in CI (the bar), fewer while writing with RACE_ROUNDS. */
const rounds = Number(process.env.RACE_ROUNDS ?? 200);
const key = () => randomUUID();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);

const openItem = async (requestId: string) =>
  await asSystem((tx) =>
    tx.requestItem.findFirstOrThrow({ where: { requestId }, orderBy: { position: "asc" } }),
  );

/** Runs both at once and expects one winner, the other told by whom. */
async function oneWinner(acts: (() => Promise<unknown>)[], names: string[]) {
  const results = await Promise.allSettled(acts.map((act) => act()));
  const lost = results.filter((result) => result.status === "rejected");
  expect(results.length - lost.length).toBe(1);
  for (const { reason } of lost) {
    expect(reason).toBeInstanceOf(Problem);
    expect(["changed-meanwhile", "not-now"]).toContain((reason as Problem).code);
    expect(names).toContain((reason as Problem).details.by?.name);
  }
}

async function submitted() {
  const draft = await makeDraft(scene);
  const { version } = await submitRequest(scene.investigator, { key: key(), ...draft });
  return {
    requestId: draft.requestId,
    version,
    contentHash: await readHash(scene.commander, draft.requestId),
  };
}

describe("one winner, and the other is told by whom", () => {
  it(`two liaisons answer the same item, ${rounds} times`, async () => {
    const names = [scene.liaison.name, scene.manager.name];
    for (let round = 0; round < rounds; round++) {
      const { requestId } = await makeAcknowledged(scene);
      const item = await openItem(requestId);
      const answer = (actor: typeof scene.liaison, amount: string) => () =>
        answerItem(actor, {
          key: key(),
          requestId,
          itemId: item.id,
          itemVersion: item.version,
          answer: { outcome: "HELD", amount },
        });
      await oneWinner([answer(scene.liaison, "10000000"), answer(scene.manager, "20000000")], names);
      expect(await asSystem((tx) => tx.hold.count({ where: { requestId } }))).toBe(1);
    }
  }, 600_000);

  it(`sign against return, ${rounds} times`, async () => {
    const second = { ...scene.commander };
    for (let round = 0; round < rounds; round++) {
      const read = await submitted();
      const { contentHash, ...same } = read;
      await oneWinner(
        [
          () =>
            signRequest(
              { ...scene.commander, secondFactorAt: new Date() },
              { key: key(), ...same, contentHash },
            ),
          () => returnRequest(second, { key: key(), ...same, reason: "Bổ sung căn cứ pháp lý." }),
        ],
        [scene.commander.name],
      );
    }
  }, 600_000);

  it(`sign against its drafter taking it back, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round++) {
      const { contentHash, ...same } = await submitted();
      const signer = { ...scene.commander, secondFactorAt: new Date() };
      await oneWinner(
        [
          () => signRequest(signer, { key: key(), ...same, contentHash }),
          () => recallRequest(scene.investigator, { key: key(), ...same }),
        ],
        [scene.commander.name, scene.investigator.name],
      );
      const { status, sentAt } = await asSystem((tx) =>
        tx.request.findUniqueOrThrow({ where: { id: same.requestId } }),
      );
      const kept = await asSystem((tx) => tx.recalledVersion.count({ where: { requestId: same.requestId } }));
      expect([status, sentAt !== null, kept]).toEqual(
        status === "DRAFT" ? ["DRAFT", false, 1] : ["SENT", true, 0],
      );
    }
  }, 600_000);

  it(`withdraw against the last answer, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round++) {
      const { requestId, version } = await makeAcknowledged(scene, "SUBSCRIBER_INFO");
      const item = await openItem(requestId);
      await oneWinner(
        [
          () =>
            withdrawRequest(scene.commander, {
              key: key(),
              requestId,
              version,
              reason: "Đã xác minh bằng nguồn khác.",
            }),
          () =>
            answerItem(scene.telecomLiaison, {
              key: key(),
              requestId,
              itemId: item.id,
              itemVersion: item.version,
              answer: { outcome: "NOT_FOUND" },
            }),
        ],
        [scene.commander.name, scene.telecomLiaison.name],
      );
      const { status } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
      expect(["WITHDRAWN", "ANSWERED"]).toContain(status);
    }
  }, 600_000);

  it(`the same key sixteen times at once has one effect and one answer, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round++) {
      const read = await submitted();
      const input = { key: key(), ...read };
      const signer = { ...scene.commander, secondFactorAt: new Date() };
      const results = await Promise.all(Array.from({ length: 16 }, () => signRequest(signer, input)));
      expect(new Set(results.map((result) => JSON.stringify(result, Object.keys(result).sort()))).size).toBe(
        1,
      );
      expect(
        await asSystem((tx) =>
          tx.event.count({ where: { requestId: read.requestId, type: "request.signed" } }),
        ),
      ).toBe(1);
    }
  }, 600_000);

  it("refuses a key that comes back with another input", async () => {
    const read = await submitted();
    const input = { key: key(), requestId: read.requestId, version: read.version };
    await returnRequest(scene.commander, { ...input, reason: "Bổ sung căn cứ pháp lý." });
    await expect(
      returnRequest(scene.commander, { ...input, reason: "Một lý do hoàn toàn khác." }),
    ).rejects.toMatchObject({ code: "key-reused" });
  });
});
