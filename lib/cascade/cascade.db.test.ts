import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { answerItem } from "@/lib/requests/desk/answers";
import { answerInput } from "@/lib/requests/schema";
import { makeOrganisation } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { fileNextLayer } from "./commands";
import { getNextLayer } from "./queries";
import { fileNextLayerInput } from "./schema";

afterAll(closeDatabase);

/** A bank answers that all of one account moved on: part to another bank, part to a wallet, part to its own other account. */
async function movedOn(scene: Scene) {
  const { requestId } = await issue(scene, await makeDraft(scene));
  const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId, position: 1 } }));
  const second = await makeOrganisation("bank", { provinceCode: null });
  const wallet = await makeOrganisation("payment_intermediary", { provinceCode: null });
  const at = new Date(Date.now() - 20 * 60_000).toISOString();
  const to = (toInstitutionId: string, toAccount: string, amount: string) => ({
    at,
    amount,
    toInstitutionId,
    toAccount,
  });
  await answerItem(
    scene.liaison,
    answerInput.parse({
      key: randomUUID(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer: {
        outcome: "MOVED_ON",
        transfers: [
          to(second.id, "19036688990011", "20000000"),
          to(second.id, "19036688990012", "10000000"),
          to(wallet.id, "0912345678", "15000000"),
          to(scene.bank.id, "5550001112", "5000000"),
        ],
      },
    }),
  );
  return { second, wallet };
}
const file = (scene: Scene, requests: { id: string; waiting: string }[], key: string = randomUUID()) =>
  fileNextLayer(
    scene.investigator,
    fileNextLayerInput.parse({
      key,
      caseId: scene.caseId,
      requests: requests.map(({ id, waiting }) => ({ ask: id, waiting })),
    }),
  );

describe("where money moved on", () => {
  it("is asked of each institution about its own accounts, at the sums that were seen, once", async () => {
    const scene = await setScene();
    const { second, wallet } = await movedOn(scene);
    const { requests, unknown } = await getNextLayer(scene.investigator, scene.caseId);
    expect(unknown).toBe(0);
    expect(
      requests.map(({ kindCode, addresseeId, waiting, accounts }) => [
        kindCode,
        addresseeId,
        waiting,
        accounts.length,
      ]),
    ).toEqual([
      ["ACCOUNT_SUSPEND", second.id, "30000000", 2],
      ["EWALLET_SUSPEND", wallet.id, "15000000", 1],
      ["ACCOUNT_SUSPEND", scene.bank.id, "5000000", 1],
    ]);
    const key = randomUUID();
    const [filed, again] = await Promise.all([file(scene, requests, key), file(scene, requests, key)]);
    expect(again).toEqual(filed);
    const made = await asSystem((tx) =>
      tx.request.findMany({ where: { id: { in: filed.requestIds } }, include: { items: true } }),
    );
    expect(made.every(({ status }) => status === "PENDING_SIGNATURE")).toBe(true);
    for (const { addresseeOrgId, items, grounds } of made) {
      // No receiver reads a number of another one's accounts.
      const others = requests
        .filter(({ addresseeId }) => addresseeId !== addresseeOrgId)
        .flatMap(({ accounts }) => accounts);
      for (const { value } of others)
        expect(JSON.stringify([items.map((item) => item.value), grounds])).not.toContain(value);
    }
    expect((await getNextLayer(scene.investigator, scene.caseId)).requests).toEqual([]);
  });

  it("is asked as it was ticked, and not at a sum that changed meanwhile", async () => {
    const scene = await setScene();
    await movedOn(scene);
    const { requests } = await getNextLayer(scene.investigator, scene.caseId);
    await expect(file(scene, [{ ...requests[0]!, waiting: "1" }])).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    expect((await file(scene, requests.slice(1, 2))).requestIds).toHaveLength(1);
    expect((await getNextLayer(scene.investigator, scene.caseId)).requests.map(({ id }) => id)).toEqual([
      requests[0]!.id,
      requests[2]!.id,
    ]);
  });

  it("is for the case's own people", async () => {
    const [scene, other] = [await setScene(), await setScene()];
    for (const stranger of [other.investigator, scene.liaison]) {
      await expect(getNextLayer(stranger, scene.caseId)).rejects.toMatchObject({ code: "not-found" });
      await expect(getNextLayer(stranger, randomUUID())).rejects.toMatchObject({ code: "not-found" });
    }
  });
});
