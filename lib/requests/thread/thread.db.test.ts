import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import type { Actor } from "@/lib/access/actor";
import { takeFile } from "@/lib/files/take-file";
import { addFiles } from "@/lib/files/uploads";
import { disputeRefusal, refuseRequest, withdrawRequest } from "@/lib/requests/commands";
import { queueFilter } from "@/lib/requests/queue/filter";
import { listQueue } from "@/lib/requests/queue/queries";
import { envelopeHash, envelopeOf } from "@/lib/requests/signing/envelope";
import { makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { setOrders, write, writesNothing } from "@/prisma/factories/sides";
import { rejection } from "@/prisma/factories/rejection";
import { rowOf } from "@/prisma/factories/stored";
import { markRead, sendMessage } from "./commands";
import { getThread, listMentions } from "./queries";

afterAll(closeDatabase);
const key = () => randomUUID();
const unreadInQueue = async (actor: Actor, id: string) =>
  (await listQueue(actor, queueFilter.parse({}))).rows.find((row) => row.id === id)?.unread;
type Said = Partial<{ internal: boolean; body: string; mentions: string[]; fileIds: string[] }>;
const message = (requestId: string, over: Said = {}) => ({
  key: key(),
  requestId,
  internal: false,
  body: "Đề nghị gửi sao kê.",
  mentions: [],
  fileIds: [],
  ...over,
});
const bodies = async (actor: Scene["liaison"], id: string) =>
  (await getThread(actor, id))?.lines.map(({ body }) => body) ?? null;
const raw = (actor: Scene["liaison"], sql: string, values: unknown[] = []) =>
  asActor(actor, async (tx) => (await statement<{ body: string }>(tx, sql, values)).rows);

describe("the talk about a request", () => {
  it("takes forty lines of one person in ten minutes, and the other side's after that", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    for (let line = 0; line < 40; line += 1) await sendMessage(scene.investigator, message(requestId));
    expect(await rejection(sendMessage(scene.investigator, message(requestId)))).toMatchObject({
      code: "too-many",
    });
    await sendMessage(scene.liaison, message(requestId));
    expect(await bodies(scene.liaison, requestId)).toHaveLength(41);
  });

  it("reaches the other side; a note reaches one's own organisation alone, through the portal and through bare SQL", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    await sendMessage(scene.investigator, message(requestId, { body: "Hỏi ngân hàng." }));
    await sendMessage(scene.liaison, message(requestId, { body: "Ngân hàng đáp." }));
    await sendMessage(scene.liaison, message(requestId, { body: "Bank kín.", internal: true }));
    await sendMessage(scene.investigator, message(requestId, { body: "Công an kín.", internal: true }));
    expect(await bodies(scene.colleague, requestId)).toEqual([
      "Hỏi ngân hàng.",
      "Ngân hàng đáp.",
      "Bank kín.",
    ]);
    expect(await bodies(scene.commander, requestId)).toEqual([
      "Hỏi ngân hàng.",
      "Ngân hàng đáp.",
      "Công an kín.",
    ]);
    const all = "select body from thread_message where request_id = $1 order by sent_at, id";
    expect(await raw(scene.manager, all, [requestId])).not.toContainEqual({ body: "Công an kín." });
    expect(await raw(scene.commander, all, [requestId])).not.toContainEqual({ body: "Bank kín." });
    // Nor does the unit's record tell that the bank talks among itself.
    const told = await raw(
      scene.commander,
      "select type as body from event where (request_id = $1 or subject_id = $1) and org_id = $2 and type = 'request.noted'",
      [requestId, scene.bank.id],
    );
    expect(told).toEqual([]);
    const text = await asSystem((tx) => tx.event.findMany({ where: { subjectId: requestId } }));
    expect(JSON.stringify(text.map(({ reason, changes }) => ({ reason, changes })))).not.toMatch(
      /kín|ngân hàng/i,
    );
    const outsider = await setScene();
    for (const stranger of [outsider.liaison, outsider.commander, scene.telecomLiaison]) {
      expect(await getThread(stranger, requestId)).toBeNull();
      expect(await raw(stranger, all, [requestId])).toEqual([]);
    }
  });

  it("is heard by no procuracy, and written by nobody but who works on the request", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
    await sendMessage(scene.investigator, message(requestId));
    const prosecutor = await makePerson("prosecutor", scene.procuracy);
    const all = "select body from thread_message where request_id = $1";
    expect(await getThread(prosecutor, requestId)).toBeNull();
    expect(await raw(prosecutor, all, [requestId])).toEqual([]);
    const analyst = await makePerson("analyst", scene.police);
    expect(await bodies(analyst, requestId)).toEqual(["Đề nghị gửi sao kê."]);
    const idle = await makePerson("investigator", scene.police);
    await expect(sendMessage(idle, message(requestId))).rejects.toMatchObject({ code: "not-allowed" });
    await sendMessage(idle, message(requestId, { internal: true, body: "Tôi biết tài khoản này." }));
    for (const reader of [analyst, prosecutor])
      await expect(sendMessage(reader, message(requestId, { internal: true }))).rejects.toMatchObject({
        code: expect.stringMatching(/not-allowed|not-found/) as string,
      });
    await expect(sendMessage(scene.colleague, message(requestId))).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(sendMessage(scene.telecomLiaison, message(requestId))).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("cannot be forged, changed or taken back", async () => {
    const { scene, open } = await setOrders();
    const { messageId } = await sendMessage(scene.liaison, message(open));
    const insert = `insert into thread_message (request_id, org_id, membership_id, author_id, internal, body) values ($1, $2, $3, $4, $5, 'x')`;
    const [bank, unit] = [scene.liaison, scene.investigator];
    await writesNothing(bank, insert, [open, bank.orgId, bank.membershipId, unit.userId, false]);
    await writesNothing(bank, insert, [open, unit.orgId, bank.membershipId, bank.userId, true]);
    await writesNothing(scene.telecomLiaison, insert, [
      open,
      scene.telecom.id,
      scene.telecomLiaison.membershipId,
      scene.telecomLiaison.userId,
      true,
    ]);
    await writesNothing(bank, "update thread_message set body = 'y' where id = $1", [messageId]);
    await writesNothing(bank, "delete from thread_message where id = $1", [messageId]);
    await expect(
      write(
        bank,
        "insert into thread_message (request_id, org_id, membership_id, author_id, internal, body, kind) values ($1, $2, $3, $4, false, '', 'reminder')",
        [open, bank.orgId, bank.membershipId, bank.userId],
      ),
    ).rejects.toThrow(/not yours/);
  });

  it("mentions colleagues of the own organisation, inside alone, who find it until they have read", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const named = { internal: true, mentions: [scene.manager.membershipId], body: "@Trưởng xem giúp." };
    await sendMessage(scene.liaison, message(requestId, named));
    expect(await listMentions(scene.manager)).toMatchObject([{ requestId, by: scene.liaison.name }]);
    expect(await listMentions(scene.colleague)).toEqual([]);
    const stranger = message(requestId, { internal: true, mentions: [scene.commander.membershipId] });
    await expect(sendMessage(scene.liaison, stranger)).rejects.toMatchObject({ code: "invalid" });
    await writesNothing(
      scene.liaison,
      `insert into thread_message (request_id, org_id, membership_id, author_id, internal, body, mentions) values ($1, $2, $3, $4, true, 'x', $5)`,
      [
        requestId,
        scene.bank.id,
        scene.liaison.membershipId,
        scene.liaison.userId,
        [scene.commander.membershipId],
      ],
    );
    const thread = await getThread(scene.manager, requestId);
    expect(thread).toMatchObject({ unread: 1 });
    expect(await unreadInQueue(scene.manager, requestId)).toBe(1);
    expect(await unreadInQueue(scene.liaison, requestId), "one's own is read").toBe(0);
    await markRead(scene.manager, { requestId, to: thread!.lines.at(-1)!.at });
    expect(await unreadInQueue(scene.manager, requestId)).toBe(0);
    expect(await listMentions(scene.manager)).toEqual([]);
    await expect(
      markRead(scene.telecomLiaison, { requestId, to: new Date().toISOString() }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  it("carries files that nobody sees before the message is sent, nor the other side in a note; the order stays what was signed", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const file = (name: string) => [{ name, bytes: Buffer.from("Sao kê tháng 11, không có gì mật.") }];
    const place = { requestId, thread: "1" as const };
    const [sent] = (await addFiles(scene.investigator, place, file("sao-ke.txt"))).added;
    await expect(takeFile(scene.liaison, sent!.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(takeFile(scene.commander, sent!.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(
      sendMessage(scene.commander, message(requestId, { fileIds: [sent!.id] })),
    ).rejects.toMatchObject({ code: "invalid" });
    await sendMessage(scene.investigator, message(requestId, { fileIds: [sent!.id] }));
    expect((await takeFile(scene.liaison, sent!.id)).name).toBe("sao-ke.txt");
    const [kept] = (await addFiles(scene.liaison, place, file("noi-bo.txt"))).added;
    await sendMessage(scene.liaison, message(requestId, { internal: true, fileIds: [kept!.id] }));
    expect((await takeFile(scene.colleague, kept!.id)).name).toBe("noi-bo.txt");
    for (const other of [scene.investigator, scene.commander]) {
      await expect(takeFile(other, kept!.id)).rejects.toMatchObject({ code: "not-found" });
      expect(await raw(other, "select name as body from attachment where id = $1", [kept!.id])).toEqual([]);
    }
    await writesNothing(scene.liaison, "update attachment set message_id = null where id = $1", [sent!.id]);
    const genuine = await asActor(scene.liaison, async (tx) => {
      const request = await tx.request.findUniqueOrThrow({ where: { id: requestId } });
      return envelopeHash(await envelopeOf(tx, request)) === request.contentHash;
    });
    expect(genuine).toBe(true);
  });

  it("shows refusal and dispute in order of time, and is closed across once all is over", async () => {
    const scene = await setScene();
    const { requestId, version } = await makeAcknowledged(scene);
    const why = { ground: "technical" as const, reason: "Hệ thống đang bảo trì." };
    const refused = await refuseRequest(scene.liaison, { key: key(), requestId, version, ...why });
    await sendMessage(scene.liaison, message(requestId, { body: "Sáng mai xong." }));
    const before = await rowOf(requestId);
    const disputed = await disputeRefusal(scene.investigator, {
      key: key(),
      requestId,
      version: refused.version,
      reason: "Việc khẩn, đề nghị làm thủ công.",
    });
    const after = await rowOf(requestId);
    expect(after).toMatchObject({ status: "IN_PROGRESS", answeredAt: null });
    expect(after.dueAt!.getTime(), "the clock begins anew").toBeGreaterThan(before.dueAt!.getTime());
    const lines = (await getThread(scene.liaison, requestId))!.lines;
    expect(lines.map(({ kind, detail }) => [kind, detail])).toEqual([
      ["refused", "technical"],
      ["message", null],
      ["disputed", null],
    ]);
    await withdrawRequest(scene.commander, {
      key: key(),
      requestId,
      version: disputed.version,
      reason: "Bị hại rút đơn tố giác.",
    });
    await expect(sendMessage(scene.liaison, message(requestId))).rejects.toMatchObject({ code: "not-now" });
    await writesNothing(
      scene.liaison,
      `insert into thread_message (request_id, org_id, membership_id, author_id, internal, body) values ($1, $2, $3, $4, false, 'x')`,
      [requestId, scene.bank.id, scene.liaison.membershipId, scene.liaison.userId],
    );
    await sendMessage(scene.liaison, message(requestId, { internal: true, body: "Đã gỡ lệnh." }));
    expect(await getThread(scene.liaison, requestId)).toMatchObject({ closed: "over", mayWrite: false });
  });

  it("is paged, has one effect per key, and keeps two who write at once", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const same = message(requestId, { body: "một lần" });
    await Promise.all([1, 2, 3].map(() => sendMessage(scene.liaison, same)));
    for (let round = 0; round < 7; round++)
      await Promise.all(
        Array.from({ length: 8 }, (_, at) =>
          sendMessage(at % 2 ? scene.liaison : scene.investigator, message(requestId)),
        ),
      );
    const latest = (await getThread(scene.liaison, requestId))!;
    expect(latest.lines).toHaveLength(50);
    const older = (await getThread(scene.liaison, requestId, latest.older!))!;
    expect(older.lines).toHaveLength(7);
    expect(older.older).toBeNull();
    const ids = [...older.lines, ...latest.lines].map(({ id }) => id);
    expect(new Set(ids).size).toBe(57);
    expect(older.lines[0]!.body).toBe("một lần");
  });
});
