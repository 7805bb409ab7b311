import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import type { Problem } from "@/lib/errors";
import { submitRequest } from "@/lib/requests/commands";
import { draftInput } from "@/lib/requests/schema";
import { makePerson } from "@/prisma/factories/people";
import { makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { saveDraft } from "./commands";
import { draftAsSaved, getDraftOptions } from "./queries";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);

/** What the form of a draft sends again. */
async function formOf(requestId: string) {
  const saved = await draftAsSaved(scene.investigator, requestId);
  return draftInput.parse({
    key: randomUUID(),
    caseId: scene.caseId,
    requestId,
    version: saved.version,
    kindCode: saved.kindCode,
    addresseeOrgId: saved.addresseeOrgId,
    urgency: saved.urgency,
    grounds: saved.grounds,
    legalBases: saved.legalBases,
    targets: saved.targets.map(({ targetId, disputedAmount }) => ({ targetId, disputedAmount })),
  });
}

it("tells who edits one draft in two windows that it was himself, and shows what stands there now", async () => {
  const { requestId } = await makeDraft(scene);
  const first = await formOf(requestId);
  const second = { ...(await formOf(requestId)), grounds: "Căn cứ viết ở cửa sổ thứ hai của tôi." };
  await saveDraft(scene.investigator, second);
  const lost = await saveDraft(scene.investigator, first).catch((error: Problem) => error);
  expect(lost).toMatchObject({ code: "changed-meanwhile", details: { by: { isYou: true } } });
  const now = await draftAsSaved(scene.investigator, requestId);
  expect(now.grounds).toBe(second.grounds);
  // Kept by choice: the same words under the version that stands there.
  const kept = await saveDraft(scene.investigator, { ...first, key: randomUUID(), version: now.version });
  expect(kept.version).toBe(now.version + 1);
});

it("says of a draft that is open nothing that it asks itself", async () => {
  const { requestId } = await makeDraft(scene);
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  const asked = async (editing?: string) =>
    (await getDraftOptions(scene.investigator, scene.caseId, "vi", editing))!.targets
      .flatMap((target) => target.asked.map((request) => request.code))
      .includes(code);
  expect([await asked(), await asked(requestId)]).toEqual([true, false]);
});

it("tells of a colleague by his name, and of what is no draft any more that it is none", async () => {
  const { requestId, version } = await makeDraft(scene);
  const mine = await formOf(requestId);
  const colleague = await makePerson("investigator", scene.police);
  await asSystem((tx) =>
    tx.caseMember.create({ data: { caseId: scene.caseId, membershipId: colleague.membershipId } }),
  );
  await saveDraft(colleague, { ...mine, key: randomUUID(), version });
  const lost = (await saveDraft(scene.investigator, mine).catch((error: Problem) => error)) as Problem;
  expect(lost.details.by).toMatchObject({ name: colleague.name });
  expect(lost.details.by?.isYou).toBeUndefined();
  const stands = await draftAsSaved(scene.investigator, requestId);
  await submitRequest(colleague, { key: randomUUID(), requestId, version: stands.version });
  await expect(draftAsSaved(scene.investigator, requestId)).rejects.toMatchObject({ code: "not-now" });
  const late = { ...mine, key: randomUUID() };
  await expect(saveDraft(scene.investigator, late)).rejects.toMatchObject({
    details: { by: { what: "request.submitted" } },
  });
  await expect(draftAsSaved(scene.commander, requestId)).rejects.toMatchObject({ code: "not-allowed" });
  await expect(draftAsSaved(scene.liaison, requestId)).rejects.toMatchObject({ code: "not-found" });
});
