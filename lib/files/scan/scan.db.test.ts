import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { filesOf } from "@/lib/files/queries";
import { storeBytes } from "@/lib/files/storage";
import { takeFile } from "@/lib/files/take-file";
import { addFiles } from "@/lib/files/uploads";
import { scanFiles } from "@/lib/jobs/scan-files";
import { signRequest, submitRequest } from "@/lib/requests/commands";
import { sendMessage } from "@/lib/requests/thread/commands";
import { getThread } from "@/lib/requests/thread/queries";
import { eicar } from "@/prisma/factories/eicar";
import { FakeClamd } from "@/prisma/factories/fake-clamd";
import { answerNext } from "@/prisma/factories/answered";
import { makeAcknowledged, makeDraft, readHash, type Scene, setScene } from "@/prisma/factories/scene";

// The engine comes and goes; who sends a file does not wait for it again for a while, which a test does not want to sit out.
vi.mock("@/lib/log", () => ({ log: { warn: () => undefined, error: () => undefined } }));
const engine = new FakeClamd();
let scene: Scene;
beforeAll(async () => {
  await engine.start();
  process.env.CLAMD_HOST = "127.0.0.1";
  process.env.CLAMD_PORT = String(engine.port);
  process.env.CLAMD_SECONDS = "2";
  scene = await setScene();
});
beforeEach(async () => {
  vi.useRealTimers();
  engine.mood = "works";
});
afterAll(async () => {
  await engine.stop();
  await closeDatabase();
});

const file = (words = `so tien ${randomUUID()}`, name = "sao ke.txt") => ({
  name,
  bytes: Buffer.from(words),
});
const stateOf = (id: string) =>
  asSystem((tx) =>
    tx.attachment.findUniqueOrThrow({ where: { id }, select: { scanState: true, scanReason: true } }),
  );
/** Half an hour later the engine is asked again at once. */
let ahead = 0;
const later = () => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + (ahead += 30) * 60_000 });
const whileDown = async <T>(work: () => Promise<T>): Promise<T> => {
  engine.mood = "broken";
  later();
  try {
    return await work();
  } finally {
    engine.mood = "works";
    vi.useRealTimers();
  }
};
const events = (id: string) =>
  asSystem(async (tx) =>
    (await tx.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } })).map(({ type }) => type),
  );

describe("a file, with a scanner", () => {
  it("is refused with the scanner's name for what is in it, and leaves a line in the record", async () => {
    const given = file(eicar);
    const { added, refused } = await addFiles(scene.investigator, { caseId: scene.caseId }, [given, file()]);
    expect(refused).toEqual([{ name: "sao ke.txt", code: "infected", signature: "Eicar-Test-Signature" }]);
    expect(added).toMatchObject([{ isWaiting: false }]);
    expect(await stateOf(added[0]!.id)).toEqual({ scanState: "clean", scanReason: null });
    const line = await asSystem((tx) =>
      tx.event.findFirst({ where: { type: "file.refused", actorId: scene.investigator.userId } }),
    );
    expect(line?.changes).toEqual({ signature: "Eicar-Test-Signature" });
  });

  it("goes out with an order when it is clean, and holds the signature back while it waits", async () => {
    const draft = await makeDraft(scene);
    const place = { requestId: draft.requestId };
    const { added } = await whileDown(() => addFiles(scene.investigator, place, [file()]));
    expect(added).toMatchObject([{ isWaiting: true }]);
    await expect(takeFile(scene.investigator, added[0]!.id)).rejects.toMatchObject({ code: "files-held" });
    const { version } = await submitRequest(scene.investigator, { key: randomUUID(), ...draft });
    const contentHash = await readHash(scene.commander, draft.requestId);
    const signer = { ...scene.commander, secondFactorAt: new Date() };
    const ready = { key: randomUUID(), requestId: draft.requestId, version, contentHash };
    await expect(signRequest(signer, ready)).rejects.toMatchObject({ code: "files-held" });
    // The second wall says so too, whatever the code believes.
    await expect(
      asActor(scene.commander, (tx) =>
        statement(tx, "update request set sent_at = now(), signer_id = $2 where id = $1", [
          draft.requestId,
          scene.commander.userId,
        ]),
      ),
    ).rejects.toThrow(/held|permission|row-level|signed/);
    expect(await scanFiles()).toBeGreaterThan(0);
    expect(await events(added[0]!.id)).toEqual(["file.added", "file.cleared"]);
    await signRequest(signer, { ...ready, key: randomUUID() });
    expect((await takeFile(scene.liaison, added[0]!.id)).name).toBe("sao ke.txt");
  });

  it("of a desk's answer is not there for the unit until it is clean, and never when it is not", async () => {
    const order = await makeAcknowledged(scene);
    const place = { requestId: order.requestId };
    const { added } = await whileDown(() =>
      addFiles(scene.liaison, place, [file(), file(`${eicar}${randomUUID()}`, "bien ban.txt")]),
    );
    const seenBy = (actor: Actor) =>
      asActor(actor, async (tx) => (await filesOf(tx, actor, place)).map(({ name, scan }) => [name, scan]));
    await answerNext(scene.liaison, order.requestId);
    expect(await seenBy(scene.investigator)).toEqual([]);
    expect((await seenBy(scene.liaison)).sort()).toEqual([
      ["bien ban.txt", "waiting"],
      ["sao ke.txt", "waiting"],
    ]);
    for (const { id } of added)
      await expect(takeFile(scene.investigator, id)).rejects.toMatchObject({ code: "not-found" });
    engine.mood = "broken";
    expect(await scanFiles()).toBe(0);
    expect(await seenBy(scene.investigator)).toEqual([]);
    engine.mood = "works";
    await scanFiles();
    expect(await scanFiles()).toBe(0);
    expect(await seenBy(scene.investigator)).toEqual([["sao ke.txt", "clean"]]);
    expect(await stateOf(added[1]!.id)).toEqual({ scanState: "refused", scanReason: "Eicar-Test-Signature" });
    await expect(takeFile(scene.liaison, added[1]!.id)).rejects.toMatchObject({ code: "files-held" });
    await expect(takeFile(scene.investigator, added[1]!.id)).rejects.toMatchObject({ code: "not-found" });
    expect((await events(added[1]!.id)).sort()).toEqual(["file.added", "file.prepared", "file.refused"]);
  });

  it("of a message is not said across while it waits; inside it may be named", async () => {
    const order = await makeAcknowledged(scene);
    const place = { requestId: order.requestId, thread: "1" as const };
    const { added } = await whileDown(() => addFiles(scene.liaison, place, [file()]));
    const said = { requestId: order.requestId, body: "Gửi tài liệu", mentions: [], fileIds: [added[0]!.id] };
    const across = { ...said, internal: false };
    await expect(sendMessage(scene.liaison, { ...across, key: randomUUID() })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { fileIds: "file.held" } },
    });
    await scanFiles();
    await sendMessage(scene.liaison, { ...across, key: randomUUID() });
    const heard = await getThread(scene.investigator, order.requestId);
    expect(heard!.lines.at(-1)!.files.map(({ name }) => name)).toEqual(["sao ke.txt"]);
    const { added: second } = await whileDown(() => addFiles(scene.liaison, place, [file()]));
    const inside = { ...said, internal: true, fileIds: [second[0]!.id], key: randomUUID() };
    expect(await sendMessage(scene.liaison, inside)).toMatchObject({ requestId: order.requestId });
  });
});

describe("what the second wall believes of a scanner's word", () => {
  it("is not a person's: he can neither bring a clean file nor make one clean", async () => {
    const sha256 = await storeBytes(scene.police.id, Buffer.from(randomUUID()));
    const data = {
      caseId: scene.caseId,
      ownerOrgId: scene.police.id,
      uploadedById: scene.investigator.userId,
      name: "a.txt",
      mediaType: "text/plain",
      size: 1,
      sha256,
      scanState: "clean",
      scanReason: "sạch",
    };
    const { id } = await asActor(scene.investigator, (tx) => tx.attachment.create({ data }));
    expect(await stateOf(id)).toEqual({ scanState: "waiting", scanReason: null });
    await expect(
      asActor(scene.investigator, (tx) =>
        tx.attachment.update({ where: { id }, data: { scanState: "clean" } }),
      ),
    ).rejects.toThrow(/permission denied/);
    await scanFiles();
    const copy = await asActor(scene.investigator, (tx) => tx.attachment.create({ data }));
    expect(copy.scanState).toBe("clean");
  });
});

describe("what came before there was a scanner", () => {
  it("is scanned when somebody takes it, and kept back when it is not clean", async () => {
    const old = async (words: string) => {
      const bytes = Buffer.from(words);
      const { id } = await asSystem(async (tx) =>
        tx.attachment.create({
          data: {
            caseId: scene.caseId,
            ownerOrgId: scene.police.id,
            uploadedById: scene.investigator.userId,
            name: "cu.txt",
            mediaType: "text/plain",
            size: bytes.length,
            sha256: await storeBytes(scene.police.id, bytes),
          },
        }),
      );
      return id;
    };
    const [good, bad] = [await old(`cu ${randomUUID()}`), await old(`${eicar} cu ${randomUUID()}`)];
    await whileDown(() =>
      expect(takeFile(scene.investigator, good)).rejects.toMatchObject({ code: "files-held" }),
    );
    later();
    expect((await takeFile(scene.investigator, good)).name).toBe("cu.txt");
    expect((await stateOf(good)).scanState).toBe("clean");
    await expect(takeFile(scene.investigator, bad)).rejects.toMatchObject({ code: "files-held" });
    // Its row stays as it was: a signature may cover it.
    expect((await stateOf(bad)).scanState).toBe("unscanned");
    expect(await events(bad)).toEqual([]);
  });
});
