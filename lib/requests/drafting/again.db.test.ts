import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { restrictCase } from "@/lib/cases/commands";
import { asSystem, closeDatabase } from "@/lib/db";
import { withdrawRequest } from "@/lib/requests/commands";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { getDraftAgain } from "./again";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);

const withdraw = async (of: Scene) => {
  const { requestId, version } = await makeAcknowledged(of);
  const reason = "Ghi nhầm số tài khoản, sẽ soạn lại.";
  await withdrawRequest(of.commander, { key: randomUUID(), requestId, version, reason });
  return requestId;
};

it("offers whoever drafts on the case to begin with what a withdrawn request said, and nobody anything before", async () => {
  const { requestId: running } = await makeAcknowledged(scene);
  expect((await getPoliceRequest(scene.investigator, running, "vi"))!.mayDraftAgain).toBe(false);
  expect(await getDraftAgain(scene.investigator, scene.caseId, running)).toBeNull();

  const requestId = await withdraw(scene);
  expect((await getPoliceRequest(scene.investigator, requestId, "vi"))!.mayDraftAgain).toBe(true);
  const said = (await getDraftAgain(scene.investigator, scene.caseId, requestId))!;
  expect(said).toMatchObject({
    kindCode: "ACCOUNT_SUSPEND",
    addresseeOrgId: scene.bank.id,
    grounds: "Bị hại tố giác; hai lệnh chuyển có sao kê kèm theo.",
    files: [],
  });
  expect(said.targets.map(({ disputedAmount }) => disputedAmount)).toEqual(["50000000", "50000000"]);
});

it("offers it to no colleague who does not draft on the case, to no other unit, and not on another case", async () => {
  const requestId = await withdraw(scene);
  const colleague = await makePerson("investigator", scene.police);
  expect((await getPoliceRequest(colleague, requestId, "vi"))!.mayDraftAgain).toBe(false);
  const other = await setScene();
  for (const [who, caseId] of [
    [other.investigator, scene.caseId],
    [scene.liaison, scene.caseId],
    [scene.investigator, other.caseId],
  ] as const)
    expect(await getDraftAgain(who, caseId, requestId)).toBeNull();
});

it("gives nothing of a case that was restricted to others since", async () => {
  const own = await setScene();
  const requestId = await withdraw(own);
  const colleague = await makePerson("investigator", own.police);
  expect(await getDraftAgain(colleague, own.caseId, requestId)).not.toBeNull();
  const { version } = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: own.caseId } }));
  await restrictCase(own.commander, {
    key: randomUUID(),
    caseId: own.caseId,
    version,
    restricted: true,
    reason: "Liên quan cán bộ trong đơn vị.",
  });
  expect(await getDraftAgain(colleague, own.caseId, requestId)).toBeNull();
});

it("does not begin anew with what somebody doubts", async () => {
  const requestId = await withdraw(scene);
  await asSystem((tx) =>
    tx.request.update({ where: { id: requestId }, data: { suspectedAt: new Date(), suspicion: "other" } }),
  );
  expect(await getDraftAgain(scene.investigator, scene.caseId, requestId)).toBeNull();
  expect((await getPoliceRequest(scene.investigator, requestId, "vi"))!.mayDraftAgain).toBe(false);
});
