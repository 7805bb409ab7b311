import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { signer } from "@/lib/authenticity/signer";
import { asActor, asSystem, closeDatabase, databaseNow } from "@/lib/db";
import { addFiles } from "@/lib/files/uploads";
import { returnRequest, signRequest, submitRequest } from "@/lib/requests/commands";
import { saveAmendment, submitAmendment } from "@/lib/requests/amendments/commands";
import { amendmentInput } from "@/lib/requests/amendments/schema";
import { saveDraft } from "@/lib/requests/drafting/commands";
import { draftInput } from "@/lib/requests/schema";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, readHash, type Scene, setScene } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { itemsOf, rowOf } from "@/prisma/factories/stored";
import { basesOf } from "@/prisma/seed/story/issue";
import { getSigningStack } from "./queries";

afterAll(closeDatabase);
const key = () => randomUUID();

describe("four eyes", () => {
  it("lets nobody sign what he drafted, in code and in the database", async () => {
    const scene = await setScene();
    const both = {
      ...scene.investigator,
      roles: ["investigator" as const, "commander" as const],
      secondFactorAt: new Date(),
    };
    const draft = await makeDraft(scene);
    const submitted = await submitRequest(scene.investigator, { key: key(), ...draft });
    const contentHash = await readHash(both, draft.requestId);
    await expect(
      signRequest(both, { key: key(), requestId: draft.requestId, version: submitted.version, contentHash }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    const { signature, keyId } = await signer().sign(scene.police.id, Buffer.from(contentHash), null);
    const forged = {
      status: "SENT" as const,
      signature,
      signingKeyId: keyId,
      signerId: scene.investigator.userId,
      contentHash,
    };
    await expect(
      asActor(both, async (tx) =>
        tx.request.updateMany({
          where: { id: draft.requestId },
          data: { ...forged, sentAt: await databaseNow(tx) },
        }),
      ),
    ).rejects.toThrow(/does not sign it/);
  });

  it("wants a fresh second factor and the content that was read", async () => {
    const scene = await setScene();
    const draft = await makeDraft(scene);
    const submitted = await submitRequest(scene.investigator, { key: key(), ...draft });
    const read = {
      requestId: draft.requestId,
      version: submitted.version,
      contentHash: await readHash(scene.commander, draft.requestId),
    };
    const stale = { ...scene.commander, secondFactorAt: new Date(Date.now() - 3 * 60_000) };
    await expect(signRequest(stale, { key: key(), ...read })).rejects.toMatchObject({
      code: "second-factor",
    });
    await expect(
      signRequest(scene.commander, { key: key(), ...read, contentHash: "0".repeat(64) }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect((await rowOf(draft.requestId)).documentNumber).toBeNull();
  });

  it("gives a draft back with a reason and numbers documents without a gap", async () => {
    const scene = await setScene();
    const draft = await makeDraft(scene);
    const submitted = await submitRequest(scene.investigator, { key: key(), ...draft });
    const returned = await returnRequest(scene.commander, {
      key: key(),
      requestId: draft.requestId,
      version: submitted.version,
      reason: "Bổ sung sao kê của bị hại.",
    });
    expect(await rowOf(draft.requestId)).toMatchObject({
      status: "DRAFT",
      statedReason: "Bổ sung sao kê của bị hại.",
    });
    await issue(scene, { requestId: draft.requestId, version: returned.version });
    await issue(scene, await makeDraft(scene));
    const numbers = await asSystem((tx) =>
      tx.request.findMany({
        where: { requesterOrgId: scene.police.id, documentNumber: { not: null } },
        select: { documentNumber: true },
      }),
    );
    expect(numbers.map(({ documentNumber }) => documentNumber!.split("/")[0]).sort()).toEqual(["1", "2"]);
  });
});

/** Two commanders, both named on the case, and a draft of the investigator that the first of them gives back. */
async function returned() {
  const scene = await setScene();
  const second = await makePerson("commander", scene.police);
  const named = [scene.commander, second].map(({ membershipId }) => ({ caseId: scene.caseId, membershipId }));
  await asSystem((tx) => tx.caseMember.createMany({ data: named }));
  const draft = await makeDraft(scene);
  const submitted = await submitRequest(scene.investigator, { key: key(), ...draft });
  const { version } = await returnRequest(scene.commander, {
    key: key(),
    requestId: draft.requestId,
    version: submitted.version,
    reason: "Cần xem lại nội dung.",
  });
  return { scene, second, draft: { requestId: draft.requestId, version } };
}
const rewritten = async (scene: Scene, actor: Actor, draft: { requestId: string; version: number }) => {
  const items = await itemsOf(draft.requestId);
  return saveDraft(
    actor,
    draftInput.parse({
      key: key(),
      caseId: scene.caseId,
      ...draft,
      kindCode: "ACCOUNT_SUSPEND",
      addresseeOrgId: scene.bank.id,
      urgency: "urgent",
      grounds: "Nội dung do chính người ký viết lại.",
      legalBases: basesOf.ACCOUNT_SUSPEND,
      targets: items.map(({ targetId }) => ({
        targetId,
        disputedAmount: "90000000",
        overGround: "Cần thế.",
      })),
    }),
  );
};
const signing = async (actor: Actor, at: { requestId: string; version: number }) =>
  signRequest(
    { ...actor, secondFactorAt: new Date() },
    { key: key(), ...at, contentHash: await readHash(actor, at.requestId) },
  );

describe("whoever wrote any version", () => {
  it("does not sign what he rewrote of a colleague's draft, and is its drafter", async () => {
    const { scene, second, draft } = await returned();
    const mine = await rewritten(scene, scene.commander, draft);
    const at = { requestId: draft.requestId, version: mine.version };
    const { version } = await submitRequest(scene.commander, { key: key(), ...at });
    await expect(signing(scene.commander, { ...at, version })).rejects.toMatchObject({ code: "not-allowed" });
    expect(await rowOf(draft.requestId)).toMatchObject({
      drafterId: scene.commander.userId,
      editorIds: [scene.investigator.userId, scene.commander.userId],
    });
    expect((await getSigningStack(scene.commander, undefined, "vi")).stack).toMatchObject([{ bar: "own" }]);
    await expect(signing(second, { ...at, version })).resolves.toMatchObject({ status: "SENT" });
  });

  it("does not sign either when somebody wrote over it, when he only handed it in, or only put a file to it", async () => {
    const { scene, draft } = await returned();
    const mine = await rewritten(scene, scene.commander, draft);
    const theirs = await rewritten(scene, scene.investigator, { ...draft, version: mine.version });
    const at = { requestId: draft.requestId, version: theirs.version };
    const { version } = await submitRequest(scene.investigator, { key: key(), ...at });
    await expect(signing(scene.commander, { ...at, version })).rejects.toMatchObject({ code: "not-allowed" });

    const other = await returned();
    const handedIn = await submitRequest(other.second, { key: key(), ...other.draft });
    await expect(signing(other.second, { ...other.draft, version: handedIn.version })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(
      signing(other.scene.commander, { ...other.draft, version: handedIn.version }),
    ).resolves.toMatchObject({ status: "SENT" });

    const third = await returned();
    await addFiles(third.second, { requestId: third.draft.requestId }, [
      { name: "a.txt", bytes: Buffer.from("Bản kê.") },
    ]);
    expect((await rowOf(third.draft.requestId)).editorIds).toContain(third.second.userId);
  });

  it("does not hand in another's amendment, so that its signer is never who carried it there alone", async () => {
    const scene = await setScene();
    const second = await makePerson("commander", scene.police);
    const { requestId, version } = await makeAcknowledged(scene);
    const reason = "Sửa lời cho rõ theo đơn trình báo.";
    const grounds = "Theo trình báo bổ sung của bị hại.";
    const saved = await saveAmendment(
      second,
      amendmentInput.parse({
        key: key(),
        requestId,
        version,
        reason,
        grounds,
        amounts: [],
        remove: [],
        add: [],
      }),
    );
    const at = { requestId, amendmentId: saved.amendmentId, amendmentVersion: saved.version };
    await expect(submitAmendment(scene.commander, { key: key(), ...at })).rejects.toMatchObject({
      code: "not-allowed",
    });
    const handIn = `update amendment set status = 'PENDING_SIGNATURE', submitted_at = date_trunc('milliseconds', clock_timestamp()) where id = $1`;
    await expect(write(scene.commander, handIn, [saved.amendmentId])).rejects.toThrow(/who drafted it/);
    await expect(submitAmendment(second, { key: key(), ...at })).resolves.toMatchObject({
      status: "PENDING_SIGNATURE",
    });
  });

  it("does not get past the database, and cannot wipe himself out of it", async () => {
    const { scene, draft } = await returned();
    const { commander } = scene;
    const id = draft.requestId;
    for (const sql of [
      "update request set grounds = 'khác', version = version + 1 where id = $1", // in the drafter's name
      "update request set drafter_id = (select id from person where id <> app.user_id() limit 1) where id = $1",
      "update request set editor_ids = '{}' where id = $1",
      "update request set editor_ids = array[app.user_id()] where id = $1",
      "update request_item set disputed_amount = 1 where request_id = $1",
      "delete from request_item where request_id = $1",
    ])
      expect([sql, await write(commander, sql, [id]).catch(() => 0)]).toEqual([sql, 0]);
    await write(commander, "update request set grounds = 'khác', drafter_id = app.user_id() where id = $1", [
      id,
    ]);
    await write(
      scene.investigator,
      "update request set grounds = 'khác nữa', drafter_id = app.user_id() where id = $1",
      [id],
    );
    await write(
      scene.investigator,
      "update request set status = 'PENDING_SIGNATURE', submitted_at = clock_timestamp() where id = $1",
      [id],
    );
    expect((await rowOf(id)).editorIds).toEqual([scene.investigator.userId, commander.userId]);
    await expect(
      write(
        commander,
        "update request set status = 'SENT', sent_at = date_trunc('milliseconds', clock_timestamp()), content_hash = 'x', signature = 'x', signing_key_id = $2, signer_id = app.user_id() where id = $1",
        [id, (await signer().sign(scene.police.id, Buffer.from("x"), null)).keyId],
      ),
    ).rejects.toThrow(/does not sign it/);
  });
});
