import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { addFiles } from "@/lib/files/uploads";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { submitRequest } from "@/lib/requests/commands";
import { envelopeOf } from "@/lib/requests/signing/envelope";
import { draftInput } from "@/lib/requests/schema";
import { saveDraft } from "./commands";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);

const filesOf = (requestId: string) =>
  asSystem(async (tx) =>
    (await tx.attachment.findMany({ where: { requestId }, select: { id: true } })).map(({ id }) => id),
  );
const addToCase = async () =>
  (
    await addFiles(scene.investigator, { caseId: scene.caseId }, [
      { name: "sao ke.txt", bytes: Buffer.from(randomUUID()) },
    ])
  ).added[0]!.id;

async function rewrite(draft: { requestId: string; version: number }, attachmentIds: string[] | undefined) {
  const { items, ...kept } = await asSystem((tx) =>
    tx.request.findUniqueOrThrow({
      where: { id: draft.requestId },
      select: { addresseeOrgId: true, urgency: true, grounds: true, legalBases: true, items: true },
    }),
  );
  const targets = items.map(({ targetId }) => ({ targetId, disputedAmount: "50000000" }));
  return saveDraft(
    scene.investigator,
    draftInput.parse({
      key: randomUUID(),
      caseId: scene.caseId,
      kindCode: "ACCOUNT_SUSPEND",
      ...draft,
      ...kept,
      targets,
      attachmentIds,
    }),
  );
}

it("gives a draft exactly the files that are named, and what is taken off back to the case", async () => {
  const draft = await makeDraft(scene);
  const [one, two] = [await addToCase(), await addToCase()];
  const both = await rewrite(draft, [one, two]);
  expect((await filesOf(draft.requestId)).sort()).toEqual([one, two].sort());
  const less = await rewrite({ ...draft, version: both.version }, [two]);
  expect(await filesOf(draft.requestId)).toEqual([two]);
  await submitRequest(scene.investigator, {
    key: randomUUID(),
    requestId: draft.requestId,
    version: less.version,
  });
  await expect(rewrite({ ...draft, version: less.version + 1 }, [])).rejects.toMatchObject({
    code: "not-now",
  });
});

it("is signed with the files of whoever above the unit worked on it, and lets both take them off", async () => {
  const draft = await makeDraft(scene);
  const above = await makeOrganisation("police", { provinceCode: "25" });
  const head = await makePerson("investigator", above, [scene.police]);
  const { caseId } = scene;
  await asSystem((tx) => tx.caseMember.create({ data: { caseId, membershipId: head.membershipId } }));
  const own = await addToCase();
  const { added } = await addFiles(head, { requestId: draft.requestId }, [
    { name: "quyet dinh.txt", bytes: Buffer.from(randomUUID()) },
  ]);
  const request = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: draft.requestId } }));
  await rewrite(draft, [own, added[0]!.id]);
  expect((await asActor(scene.commander, (tx) => envelopeOf(tx, request))).files).toHaveLength(2);
  const { version } = await rewrite({ ...draft, version: 2 }, [own]);
  expect(await filesOf(draft.requestId)).toEqual([own]);
  await rewrite({ ...draft, version }, []);
  expect(await filesOf(draft.requestId)).toEqual([]);
});

it("keeps its files when nothing is said of them", async () => {
  const draft = await makeDraft(scene);
  const file = await addToCase();
  const { version } = await rewrite(draft, [file]);
  await rewrite({ ...draft, version }, undefined);
  expect(await filesOf(draft.requestId)).toEqual([file]);
});

it("takes nothing off an order that was issued, by the database itself", async () => {
  const draft = await makeDraft(scene);
  const file = await addToCase();
  await rewrite(draft, [file]);
  await issue(scene, { requestId: draft.requestId, version: 2 });
  const taken = await asActor(scene.investigator, (tx) =>
    statement(tx, "update attachment set request_id = null where id = $1", [file]),
  );
  expect(taken.count).toBe(0);
  expect(await filesOf(draft.requestId)).toEqual([file]);
});
