import ExcelJS from "exceljs";
import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase } from "@/lib/db";
import { askClarification } from "@/lib/requests/commands";
import { addFiles } from "@/lib/files/uploads";
import { answerItems } from "@/lib/requests/desk/answers";
import { sendMessage } from "@/lib/requests/thread/commands";
import { answersInput } from "@/lib/requests/schema";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { readAnswerBook, takeAnswerBook } from "./queries";

afterAll(closeDatabase);

/** Takes the book and says "not found" in every row. */
async function filledBook(actor: Actor, requestId?: string): Promise<Buffer> {
  const { bytes } = await takeAnswerBook(actor, "vi", requestId);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  for (const page of book.worksheets.filter((sheet) => String(sheet.getCell(1, 1).value).startsWith("kind:")))
    page.eachRow((row, number) => {
      if (number > 2) row.getCell(8).value = "NOT_FOUND";
    });
  return Buffer.from(await book.xlsx.writeBuffer());
}
async function rowsOf(actor: Actor, bytes: Buffer) {
  const read = await readAnswerBook(actor, "vi", "tra-loi.xlsx", bytes);
  if (!read.ok) throw new Error(read.code);
  return read.preview.rows;
}
const send = (actor: Actor, rows: Awaited<ReturnType<typeof rowsOf>>, key: string = randomUUID()) =>
  answerItems(
    actor,
    answersInput.parse({
      key,
      requestId: rows[0]!.requestId,
      answers: rows.map(({ itemId, itemVersion, answer }) => ({ itemId, itemVersion, answer })),
    }),
  );

describe("answers by workbook", () => {
  it("finish a request, once however often they are sent", async () => {
    const scene = await setScene();
    const { requestId } = await issue(scene, await makeDraft(scene));
    const bytes = await filledBook(scene.liaison, requestId);
    const rows = await rowsOf(scene.liaison, bytes);
    expect(rows.map(({ state }) => state)).toEqual(["ready", "ready"]);
    const key = randomUUID();
    const [first, second] = await Promise.all([
      send(scene.liaison, rows, key),
      send(scene.liaison, rows, key),
    ]);
    expect(first).toEqual(second);
    expect(first.status).toBe("ANSWERED");
    expect((await rowsOf(scene.liaison, bytes)).map(({ state }) => state)).toEqual(["same", "same"]);
    await expect(send(scene.liaison, rows)).rejects.toMatchObject({ code: "changed-meanwhile" });
    const events = await asSystem((tx) => tx.event.count({ where: { requestId, type: "request.answered" } }));
    expect(events).toBe(1);
    const exports = await asSystem((tx) => tx.exportRecord.findMany({ where: { requestId } }));
    expect(exports.map(({ kind, rowCount }) => [kind, rowCount])).toEqual([["answers_xlsx", 2]]);
  });

  it("stand or fall together, and name the answer that is wrong", async () => {
    const scene = await setScene();
    const { requestId } = await issue(scene, await makeDraft(scene));
    const rows = await rowsOf(scene.liaison, await filledBook(scene.liaison, requestId));
    const held = { outcome: "HELD", amount: "50000001" };
    await expect(send(scene.liaison, [rows[0]!, { ...rows[1]!, answer: held }])).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { "answers.1.answer.amount": "money.overDisputed" } },
    });
    const answered = await asSystem((tx) =>
      tx.requestItem.count({ where: { requestId, answeredAt: { not: null } } }),
    );
    expect(answered).toBe(0);
  });

  it("are nobody else's: a stranger's book is empty, and a foreign row is gone", async () => {
    const [scene, other] = [await setScene(), await setScene()];
    const { requestId } = await issue(scene, await makeDraft(scene));
    const bytes = await filledBook(scene.liaison, requestId);
    for (const stranger of [other.liaison, scene.telecomLiaison]) {
      await expect(takeAnswerBook(stranger, "vi", requestId)).rejects.toMatchObject({ code: "not-found" });
      await expect(takeAnswerBook(stranger, "vi", randomUUID())).rejects.toMatchObject({ code: "not-found" });
      const rows = await rowsOf(stranger, bytes);
      expect(rows.map(({ state, requestId: id }) => [state, id])).toEqual([
        ["gone", null],
        ["gone", null],
      ]);
    }
    await expect(takeAnswerBook(scene.investigator, "vi", requestId)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("leave out what would be refused, and say of a row of it why", async () => {
    const scene = await setScene();
    const { requestId } = await issue(scene, await makeDraft(scene));
    const bytes = await filledBook(scene.liaison, requestId);
    const take = () => takeAnswerBook(scene.liaison, "vi", requestId);
    const told = async () =>
      (await rowsOf(scene.liaison, bytes)).map(({ state, reason }) => `${state} ${reason}`);
    const change = (data: Prisma.RequestUncheckedUpdateManyInput) =>
      asSystem((tx) => tx.request.updateMany({ where: { id: requestId }, data }));
    expect(await told()).toEqual(["ready null", "ready null"]);

    await change({ suspectedAt: new Date(), suspicion: "other" });
    await expect(take()).rejects.toMatchObject({ code: "not-found" });
    expect(await told()).toEqual(["gone doubted", "gone doubted"]);
    await change({ suspectedAt: null, suspicion: null });

    const colleague = await asSystem((tx) =>
      tx.membership.findFirstOrThrow({
        where: { organisationId: scene.liaison.orgId, id: { not: scene.liaison.membershipId } },
      }),
    );
    await change({ assigneeId: colleague.id });
    await expect(take()).rejects.toMatchObject({ code: "not-found" });
    expect(await told()).toEqual(["gone colleague", "gone colleague"]);
    await change({ assigneeId: null });

    const { version } = await rowOf(requestId);
    const input = { key: randomUUID(), requestId, version, reason: "Tài khoản nào là của bị hại?" };
    await askClarification(scene.liaison, input);
    await expect(take()).rejects.toMatchObject({ code: "not-found" });
    expect(await told()).toEqual(["gone asked", "gone asked"]);
  });

  it("say what lies beside the request: files that go out with them and messages nobody has read", async () => {
    const scene = await setScene();
    const { requestId } = await issue(scene, await makeDraft(scene));
    const bytes = await filledBook(scene.liaison, requestId);
    const beside = async () => {
      const read = await readAnswerBook(scene.liaison, "vi", "tra-loi.xlsx", bytes);
      if (!read.ok) throw new Error(read.code);
      return read.preview.beside;
    };
    expect(await beside()).toEqual({ [requestId]: { files: 0, unread: 0, amended: false } });
    await addFiles(scene.liaison, { requestId }, [{ name: "sao-ke.txt", bytes: Buffer.from("x") }]);
    const said = {
      key: randomUUID(),
      requestId,
      internal: false,
      body: "Chờ thêm.",
      mentions: [],
      fileIds: [],
    };
    await sendMessage(scene.investigator, said);
    expect(await beside()).toEqual({ [requestId]: { files: 1, unread: 1, amended: false } });
  });

  it("come from our own file alone", async () => {
    const { liaison } = await setScene();
    const book = new ExcelJS.Workbook();
    book.addWorksheet("Khác").addRow(["a", "b"]);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    expect(await readAnswerBook(liaison, "vi", "khac.xlsx", bytes)).toEqual({ ok: false, code: "notOurs" });
    expect(await readAnswerBook(liaison, "vi", "khac.xls", bytes)).toEqual({ ok: false, code: "extension" });
    expect(await readAnswerBook(liaison, "vi", "khac.xlsx", Buffer.from("MZ\u0000"))).toEqual({
      ok: false,
      code: "mismatch",
    });
    expect(await readAnswerBook(liaison, "vi", "khac.xlsx", Buffer.alloc(0))).toEqual({
      ok: false,
      code: "empty",
    });
  });
});
