import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { dropDraft, saveDraft } from "@/lib/drafts/commands";
import { getDraft } from "@/lib/drafts/queries";
import { answerNext } from "@/prisma/factories/answered";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { takeFile } from "./take-file";
import { addFiles } from "./uploads";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);
const file = (name = "sao kê.txt", words = `so tien ${randomUUID()}`) => ({
  name,
  bytes: Buffer.from(words),
});

describe("files of a case and of a request", () => {
  it("keeps the good ones, refuses the others by name, and gives back the same bytes", async () => {
    const given = file();
    const { added, refused } = await addFiles(scene.investigator, { caseId: scene.caseId }, [
      given,
      file("Tối mật.txt"),
      file("a.exe"),
      file("a.txt", ""),
    ]);
    expect(refused.map(({ code }) => code)).toEqual(["secret", "extension", "empty"]);
    const taken = await takeFile(scene.investigator, added[0]!.id);
    expect(taken).toMatchObject({ name: "sao kê.txt", mediaType: "text/plain; charset=utf-8" });
    expect(taken.bytes.equals(given.bytes)).toBe(true);
    const events = await asSystem((tx) =>
      tx.event.findMany({ where: { subjectId: added[0]!.id }, select: { type: true, changes: true } }),
    );
    expect(events.map(({ type }) => type).sort()).toEqual(["file.added", "file.downloaded"]);
    expect(JSON.stringify(events)).not.toContain("sao kê");
  });

  it("is missing for whoever may not read the case", async () => {
    const { added } = await addFiles(scene.investigator, { caseId: scene.caseId }, [file()]);
    const stranger = await setScene();
    for (const actor of [stranger.investigator, scene.liaison, await makePerson("auditor", scene.police)]) {
      await expect(takeFile(actor, added[0]!.id)).rejects.toMatchObject({ code: "not-found" });
      await expect(addFiles(actor, { caseId: scene.caseId }, [file()])).rejects.toMatchObject({
        code: "not-found",
      });
    }
    await expect(
      addFiles(await makePerson("analyst", scene.police), { caseId: scene.caseId }, [file()]),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("goes with the order to its addressee, and cannot be added to what was signed", async () => {
    const draft = await makeDraft(scene);
    const { added } = await addFiles(scene.investigator, { requestId: draft.requestId }, [file("lenh.txt")]);
    await expect(takeFile(scene.liaison, added[0]!.id)).rejects.toMatchObject({ code: "not-found" });
    await issue(scene, draft);
    expect((await takeFile(scene.liaison, added[0]!.id)).name).toBe("lenh.txt");
    await expect(
      addFiles(scene.investigator, { requestId: draft.requestId }, [file()]),
    ).rejects.toMatchObject({ code: "not-now" });
    const answer = await addFiles(scene.liaison, { requestId: draft.requestId }, [file("bien ban.txt")]);
    await expect(takeFile(scene.investigator, answer.added[0]!.id)).rejects.toMatchObject({
      code: "not-found",
    });
    await answerNext(scene.liaison, draft.requestId);
    expect((await takeFile(scene.investigator, answer.added[0]!.id)).name).toBe("bien ban.txt");
  });
});

describe("what somebody is typing", () => {
  it("comes back to him alone, the newest of it", async () => {
    const key = `request:${scene.caseId}:new`;
    await saveDraft(scene.investigator, { key, body: { grounds: "một" } });
    await saveDraft(scene.investigator, { key, body: { grounds: "hai\u0000" } });
    expect((await getDraft(scene.investigator, key))!.body).toEqual({ grounds: "hai" });
    expect(await getDraft(scene.commander, key)).toBeNull();
    expect(await asActor(scene.commander, (tx) => tx.draft.count())).toBe(0);
    expect(await dropDraft(scene.investigator, { key })).toEqual({ dropped: true });
    expect(await getDraft(scene.investigator, key)).toBeNull();
  });
});
