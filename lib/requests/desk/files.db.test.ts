import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { filesOf } from "@/lib/files/queries";
import { takeFile } from "@/lib/files/take-file";
import { addFiles } from "@/lib/files/uploads";
import { refuseRequest } from "@/lib/requests/commands";
import { answerNext } from "@/prisma/factories/answered";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { dropAnswerFile } from "./files";

afterAll(closeDatabase);
const key = () => randomUUID();
const file = (name: string, words: string = randomUUID()) => ({ name, bytes: Buffer.from(words) });
async function setAsked() {
  const scene = await setScene();
  const { requestId, version } = await makeAcknowledged(scene);
  const add = async (...files: ReturnType<typeof file>[]) => addFiles(scene.liaison, { requestId }, files);
  const seenBy = (who: typeof scene.liaison) =>
    asActor(who, async (tx) => (await filesOf(tx, who, { requestId })).map(({ name }) => name));
  const rowsFor = (who: typeof scene.liaison) =>
    asActor(who, (tx) => tx.attachment.count({ where: { requestId } }));
  const answer = () => answerNext(scene.liaison, requestId);
  return { scene, requestId, version, add, seenBy, rowsFor, answer };
}

describe("what is laid beside an answer", () => {
  it("is the desk's alone, by both walls and in the record, until the answer goes out", async () => {
    const { scene, requestId, add, seenBy, rowsFor, answer } = await setAsked();
    const { added } = await add(file("sao-ke.txt"));
    const id = added[0]!.id;
    expect(await seenBy(scene.colleague)).toEqual(["sao-ke.txt"]);
    for (const police of [scene.investigator, scene.commander]) {
      expect(await seenBy(police)).toEqual([]);
      expect(await rowsFor(police)).toBe(0);
      await expect(takeFile(police, id)).rejects.toMatchObject({ code: "not-found" });
    }
    await takeFile(scene.liaison, id);
    const told = () =>
      asActor(scene.commander, (tx) =>
        tx.event.count({ where: { subjectId: id, type: { startsWith: "file." } } }),
      );
    expect(await told()).toBe(0);
    await answer();
    expect(await seenBy(scene.investigator)).toEqual(["sao-ke.txt"]);
    expect(await told()).toBe(1);
    expect((await takeFile(scene.investigator, id)).name).toBe("sao-ke.txt");
    await expect(dropAnswerFile(scene.liaison, { key: key(), requestId, fileId: id })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("can be taken off until then, and is never seen by the other side", async () => {
    const { scene, requestId, add, seenBy, answer } = await setAsked();
    const { added } = await add(file("nham.txt"), file("dung.txt"));
    const input = { key: key(), requestId, fileId: added[0]!.id };
    await dropAnswerFile(scene.liaison, input);
    await dropAnswerFile(scene.liaison, input); // a second press
    expect(await seenBy(scene.liaison)).toEqual(["dung.txt"]);
    await answer();
    expect(await seenBy(scene.investigator)).toEqual(["dung.txt"]);
    await expect(takeFile(scene.investigator, added[0]!.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(
      dropAnswerFile(scene.investigator, { ...input, key: key(), fileId: added[1]!.id }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("goes out with a refusal too", async () => {
    const { scene, requestId, version, add, seenBy } = await setAsked();
    await add(file("van-ban.txt"));
    await refuseRequest(scene.liaison, {
      key: key(),
      requestId,
      version,
      ground: "no_legal_basis",
      reason: "Lệnh thiếu căn cứ pháp lý.",
    });
    expect(await seenBy(scene.investigator)).toEqual(["van-ban.txt"]);
  });

  it("is refused when it is there already, under whatever name", async () => {
    const { add } = await setAsked();
    const first = await add(file("a.txt", "giống nhau"), file("b.txt", "giống nhau"));
    expect(first).toMatchObject({ added: [{ name: "a.txt" }], refused: [{ name: "b.txt", code: "twice" }] });
    expect(await add(file("c.txt", "giống nhau"))).toMatchObject({ added: [], refused: [{ code: "twice" }] });
  });

  it("is neither born sent nor unsent again, past the portal", async () => {
    const { scene, add, answer } = await setAsked();
    const { added } = await add(file("x.txt"));
    const id = added[0]!.id;
    const raw = (sql: string) => write(scene.liaison, sql, [id]);
    await expect(
      raw("update attachment set dropped_at = now(), unsent = false where id = $1"),
    ).rejects.toThrow();
    await answer();
    expect(await raw("update attachment set unsent = true where id = $1")).toBe(0);
    expect((await asSystem((tx) => tx.attachment.findUniqueOrThrow({ where: { id } }))).unsent).toBe(false);
  });
});
