import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { answerItem } from "@/lib/requests/desk/answers";
import { getThread } from "@/lib/requests/thread/queries";
import { issue, makeAcknowledged, makeDraft, setScene } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { rowOf } from "@/prisma/factories/stored";
import { actOnMany } from "./commands";

afterAll(closeDatabase);
const key = () => randomUUID();
/** Makes an issued request overdue, as if its time had gone by. */
const makeOverdue = (id: string) =>
  asSystem(
    (tx) =>
      tx.$executeRaw`update request set due_at = now() - interval '1 hour', queue_at = now() - interval '1 hour' where id = ${id}::uuid`,
  );

describe("one wish for many rows", () => {
  it("acknowledges what is new, says of each other row why not, and has one effect per key", async () => {
    const scene = await setScene();
    const news = [await issue(scene, await makeDraft(scene)), await issue(scene, await makeDraft(scene))];
    const known = await makeAcknowledged(scene);
    const foreign = await issue(await setScene(), await makeDraft(await setScene())).catch(() => null);
    const rows = [
      ...news.map(({ requestId, version }) => ({ requestId, version })),
      { requestId: known.requestId, version: known.version },
      { requestId: foreign?.requestId ?? randomUUID(), version: 3 },
      { requestId: news[0]!.requestId, version: news[0]!.version },
    ];
    const input = { key: key(), act: "acknowledge" as const, rows };
    const [first, again] = [await actOnMany(scene.liaison, input), await actOnMany(scene.liaison, input)];
    expect(first).toMatchObject([
      { done: true },
      { done: true },
      { done: false, why: "not-now", by: { name: scene.liaison.name } },
      { done: false, why: "not-found" },
    ]);
    expect(again).toEqual(first);
    const events = await asSystem((tx) =>
      tx.event.count({ where: { requestId: news[0]!.requestId, type: "request.acknowledged" } }),
    );
    expect(events).toBe(1);
  });

  it("says whose a row is that a colleague works on", async () => {
    const scene = await setScene();
    const { requestId, version } = await issue(scene, await makeDraft(scene));
    await asSystem((tx) =>
      tx.request.update({ where: { id: requestId }, data: { assigneeId: scene.colleague.membershipId } }),
    );
    const rows = [{ requestId, version }];
    expect(await actOnMany(scene.liaison, { key: key(), act: "acknowledge", rows })).toMatchObject([
      { done: false, why: "not-allowed", holder: scene.colleague.name },
    ]);
    expect(await actOnMany(scene.telecomLiaison, { key: key(), act: "acknowledge", rows })).toEqual([
      { requestId, done: false, why: "not-found" },
    ]);
  });

  it("gives rows to a colleague and takes them back again; two at once leave no row with both", async () => {
    const scene = await setScene();
    const sent = [await issue(scene, await makeDraft(scene)), await makeAcknowledged(scene)];
    const rows = (membershipId: string) =>
      sent.map(({ requestId, version }) => ({ requestId, version, membershipId }));
    const give = (to: string) => actOnMany(scene.manager, { key: key(), act: "assign", rows: rows(to) });
    const both = await Promise.all([give(scene.colleague.membershipId), give(scene.liaison.membershipId)]);
    const done = both.flat().filter((row) => row.done);
    expect(done).toHaveLength(2);
    expect(both.flat().filter((row) => !row.done)).toMatchObject([
      { why: "changed-meanwhile" },
      { why: "changed-meanwhile" },
    ]);
    const back = await actOnMany(scene.manager, {
      key: key(),
      act: "assign",
      rows: done.map(({ requestId, version, before }) => ({
        requestId,
        version: version!,
        membershipId: before,
      })),
    });
    expect(back.every((row) => row.done)).toBe(true);
    expect((await rowOf(sent[0]!.requestId)).assigneeId).toBeNull();
    expect((await rowOf(sent[1]!.requestId)).assigneeId).toBe(scene.liaison.membershipId);
  });

  it("reminds of what is overdue, once in four hours, also when two remind at once and past the portal", async () => {
    const scene = await setScene();
    const [late, fresh] = [await makeAcknowledged(scene), await makeAcknowledged(scene)];
    await makeOverdue(late.requestId);
    const rows = [late, fresh].map(({ requestId, version }) => ({ requestId, version }));
    const remind = () => actOnMany(scene.investigator, { key: key(), act: "remind", rows });
    const [one, other] = await Promise.all([remind(), remind()]);
    expect([one[0], other[0]].map((row) => (row!.done ? "done" : row!.why)).sort()).toEqual([
      "done",
      "tooSoon",
    ]);
    expect(one[1]).toMatchObject({ done: false, why: "notOverdue" });
    expect((await getThread(scene.liaison, late.requestId))!.lines).toMatchObject([
      { kind: "reminder", unread: true },
    ]);
    const raw =
      "insert into thread_message (request_id, org_id, membership_id, author_id, internal, body, kind) values ($1, $2, $3, $4, false, '', 'reminder')";
    const { orgId, membershipId, userId } = scene.investigator;
    await expect(
      write(scene.investigator, raw, [late.requestId, orgId, membershipId, userId]),
    ).rejects.toThrow(/four hours/);
    await expect(
      write(scene.investigator, raw, [fresh.requestId, orgId, membershipId, userId]),
    ).rejects.toThrow(/not yours/);
    expect(await actOnMany(scene.liaison, { key: key(), act: "remind", rows })).toMatchObject([
      { why: "not-allowed" },
      { why: "not-allowed" },
    ]);
  });

  it("accepts answers", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene, "SUBSCRIBER_INFO");
    const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId } }));
    const answered = await answerItem(scene.telecomLiaison, {
      key: key(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer: { outcome: "NOT_FOUND" },
    });
    const rows = [{ requestId, version: answered.version }];
    expect(await actOnMany(scene.investigator, { key: key(), act: "accept", rows })).toMatchObject([
      { done: true },
    ]);
    expect(await rowOf(requestId)).toMatchObject({ status: "ACCEPTED" });
  });
});
