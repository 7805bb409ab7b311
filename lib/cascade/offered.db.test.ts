import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { answerItem } from "@/lib/requests/desk/answers";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { answerInput } from "@/lib/requests/schema";
import { makeOrganisation } from "@/prisma/factories/people";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { fileNextLayer } from "./commands";
import { getNextLayer } from "./queries";
import { fileNextLayerInput } from "./schema";

afterAll(closeDatabase);

it("the next layer is offered while there is something to ask, to whoever may, and no longer", async () => {
  const scene = await setScene();
  const { requestId } = await issue(scene, await makeDraft(scene));
  const offered = async (who = scene.investigator) =>
    (await getPoliceRequest(who, requestId, "vi"))!.asksNext;
  expect(await offered()).toBe(false);
  const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId, position: 1 } }));
  const second = await makeOrganisation("bank", { provinceCode: null });
  const transfer = {
    at: new Date(Date.now() - 20 * 60_000).toISOString(),
    amount: "50000000",
    toInstitutionId: second.id,
    toAccount: "19036688990011",
  };
  await answerItem(
    scene.liaison,
    answerInput.parse({
      key: randomUUID(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer: { outcome: "MOVED_ON", transfers: [transfer] },
    }),
  );
  expect([await offered(), await offered(scene.commander)]).toEqual([true, true]);
  const { requests } = await getNextLayer(scene.investigator, scene.caseId);
  await fileNextLayer(
    scene.investigator,
    fileNextLayerInput.parse({
      key: randomUUID(),
      caseId: scene.caseId,
      requests: requests.map(({ id, waiting }) => ({ ask: id, waiting })),
    }),
  );
  expect(await offered()).toBe(false);
});
