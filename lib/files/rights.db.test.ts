import { createHash, randomUUID } from "node:crypto";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { restrictCase } from "@/lib/cases/commands";
import { asActor, asSystem, closeDatabase, databaseNow, statement } from "@/lib/db";
import { env } from "@/lib/env";
import { answerItem } from "@/lib/requests/desk/answers";
import { assignRequest } from "@/lib/requests/desk/commands";
import { answerNext } from "@/prisma/factories/answered";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import type { UploadInput } from "./schema";
import { takeFile } from "./take-file";
import { addFiles } from "./uploads";

let scene: Scene;
let stranger: Scene;
beforeAll(async () => {
  // A province of its own: its procuracy is the one that is notified.
  [scene, stranger] = [await setScene({ provinceCode: "U1" }), await setScene()];
});
afterAll(closeDatabase);

const file = () => ({ name: "sao ke.txt", bytes: Buffer.from(`so tien ${randomUUID()}`) });
/** The refusal's code, and proof that nothing is left: no row, no line in the record, no bytes on disk. */
async function refused(actor: Actor, place: UploadInput): Promise<string> {
  const given = file();
  const sha256 = createHash("sha256").update(given.bytes).digest("hex");
  const code = await addFiles(actor, place, [given]).then(
    () => "taken",
    (problem: { code: string }) => problem.code,
  );
  expect(await asSystem((tx) => tx.attachment.count({ where: { sha256 } }))).toBe(0);
  const line = { type: "file.added", actorId: actor.userId };
  expect(await asSystem((tx) => tx.event.count({ where: line }))).toBe(0);
  await expect(access(join(env().filesDir, sha256.slice(0, 2), sha256))).rejects.toThrow();
  return code;
}
const person = (role: Parameters<typeof makePerson>[0], unit = scene.police) => makePerson(role, unit);

describe("a file for a case", () => {
  it("is refused to whoever does not see the case as if there were none", async () => {
    const others = [
      await person("investigator", stranger.police),
      scene.liaison,
      await person("prosecutor", scene.procuracy),
      await person("auditor"),
      await person("admin"),
      await person("leader", await makeOrganisation("peoples_committee")),
    ];
    for (const actor of others) {
      expect(await refused(actor, { caseId: scene.caseId })).toBe("not-found");
      expect(await refused(actor, { caseId: randomUUID() })).toBe("not-found");
    }
  });

  it("is refused to whoever sees the case without working on it", async () => {
    for (const role of ["analyst", "investigator", "intake_officer"] as const)
      expect(await refused(await person(role), { caseId: scene.caseId })).toBe("not-allowed");
  });

  it("of restricted access is refused to the unit's own people as if there were none", async () => {
    const sealed = await setScene({ restricted: true });
    for (const actor of [sealed.commander, await person("investigator", sealed.police)])
      expect(await refused(actor, { caseId: sealed.caseId })).toBe("not-found");
    expect((await addFiles(sealed.investigator, { caseId: sealed.caseId }, [file()])).added).toHaveLength(1);
  });
});

describe("a file for a request", () => {
  it("that is not issued yet is refused to its addressee, as an unknown one is to all", async () => {
    const { requestId } = await makeDraft(scene);
    for (const actor of [scene.liaison, scene.manager, stranger.investigator, stranger.liaison]) {
      expect(await refused(actor, { requestId })).toBe("not-found");
      expect(await refused(actor, { requestId: randomUUID() })).toBe("not-found");
    }
    // A case of one's own beside it opens no door.
    expect(await refused(stranger.investigator, { requestId, caseId: stranger.caseId })).toBe("not-found");
    for (const role of ["analyst", "intake_officer", "investigator", "commander"] as const)
      expect(await refused(await person(role), { requestId })).toBe("not-allowed");
  });

  it("that was issued is the addressee's to add to, and of them his whose desk it is", async () => {
    const sent = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
    await assignRequest(scene.manager, {
      key: randomUUID(),
      requestId: sent.requestId,
      version: sent.version,
      membershipId: scene.colleague.membershipId,
    });
    const place = { requestId: sent.requestId };
    expect(await refused(scene.liaison, place)).toBe("not-allowed");
    expect(await refused(await person("prosecutor", scene.procuracy), place)).toBe("not-allowed");
    for (const actor of [stranger.liaison, scene.telecomLiaison, await person("liaison", scene.telecom)])
      expect(await refused(actor, place)).toBe("not-found");
    expect(await refused(scene.investigator, place)).toBe("not-now");
    const foreignItem = await asSystem((tx) =>
      tx.requestItem.findFirstOrThrow({ where: { requestId: { not: sent.requestId } } }),
    );
    expect(await refused(scene.colleague, { ...place, itemId: foreignItem.id })).toBe("not-found");
    expect((await addFiles(scene.colleague, place, [file()])).added).toHaveLength(1);
  });

  it("takes none any more once it is answered", async () => {
    const { requestId } = await makeAcknowledged(scene, "SUBSCRIBER_INFO");
    const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId } }));
    expect((await addFiles(scene.telecomLiaison, { requestId }, [file()])).added).toHaveLength(1);
    await answerItem(scene.telecomLiaison, {
      key: randomUUID(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer: { outcome: "NOT_FOUND" },
    });
    await expect(addFiles(scene.telecomLiaison, { requestId }, [file()])).rejects.toMatchObject({
      code: "not-now",
    });
  });

  it("waits for who is handing the draft over, and comes too late", async () => {
    const { requestId } = await makeDraft(scene);
    let adding: Promise<unknown> = Promise.resolve();
    await asActor(scene.commander, async (tx) => {
      await tx.request.updateMany({
        where: { id: requestId },
        data: { status: "PENDING_SIGNATURE", submittedAt: await databaseNow(tx) },
      });
      adding = addFiles(scene.investigator, { requestId }, [file()]);
      adding.catch(() => undefined);
      await expect
        .poll(async () => (await statement(tx, "select 1 from pg_locks where not granted", [])).count, {
          timeout: 10_000,
        })
        .toBeGreaterThan(0);
    });
    await expect(adding).rejects.toMatchObject({ code: "not-now" });
    expect(await asSystem((tx) => tx.attachment.count({ where: { requestId } }))).toBe(0);
  });
});

describe("taking a file", () => {
  it("gives a procuracy the order that it was notified of, never what the bank sent back", async () => {
    const prosecutor = await person("prosecutor", scene.procuracy);
    const draft = await makeDraft(scene, "ACCOUNT_FREEZE");
    const place = { requestId: draft.requestId };
    const order = (await addFiles(scene.investigator, place, [file()])).added[0]!;
    await expect(takeFile(prosecutor, order.id)).rejects.toMatchObject({ code: "not-found" });
    await issue(scene, draft);
    const minutes = (await addFiles(scene.liaison, place, [file()])).added[0]!;
    await expect(takeFile(prosecutor, order.id)).resolves.toMatchObject({ name: "sao ke.txt" });
    await expect(takeFile(prosecutor, minutes.id)).rejects.toMatchObject({ code: "not-found" });
    await answerNext(scene.liaison, place.requestId);
    await expect(takeFile(prosecutor, minutes.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(takeFile(scene.commander, minutes.id)).resolves.toMatchObject({ name: "sao ke.txt" });
  });

  it("ends for the unit when the case is restricted, and leaves no line about who tried", async () => {
    const own = await setScene();
    const analyst = await person("analyst", own.police);
    const { added } = await addFiles(own.investigator, { caseId: own.caseId }, [file()]);
    await expect(takeFile(analyst, added[0]!.id)).resolves.toBeDefined();
    await restrictCase(own.commander, {
      key: randomUUID(),
      caseId: own.caseId,
      version: 1,
      restricted: true,
      reason: "Liên quan cán bộ trong đơn vị.",
    });
    await expect(takeFile(analyst, added[0]!.id)).rejects.toMatchObject({ code: "not-found" });
    const taken = await asSystem((tx) =>
      tx.event.count({ where: { type: "file.downloaded", caseId: own.caseId } }),
    );
    expect(taken).toBe(1);
  });
});
