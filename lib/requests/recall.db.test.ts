import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { appointMembers } from "@/lib/cases/commands";
import { asSystem, closeDatabase } from "@/lib/db";
import { actOnMany } from "@/lib/requests/bulk/commands";
import { listHandedIn } from "@/lib/requests/police/waiting";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { handedInWith } from "@/lib/requests/signing/handed-in";
import { getSigningStack } from "@/lib/requests/signing/queries";
import { makePerson } from "@/prisma/factories/people";
import { makeDraft, readHash, type Scene, setScene } from "@/prisma/factories/scene";
import { write, writesNothing } from "@/prisma/factories/sides";
import { rowOf } from "@/prisma/factories/stored";
import { asOwner } from "@/prisma/seed/owner";
import { asActor, databaseNow } from "@/lib/db";
import { recallRequest, returnRequest, submitIn, submitRequest } from "./commands";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);
const key = () => randomUUID();
const now = "date_trunc('milliseconds', clock_timestamp())";
const toDraft = "update request set status = 'DRAFT', submitted_at = null where id = $1";
const handIn = `update request set status = 'PENDING_SIGNATURE', submitted_at = ${now} where id = $1`;
async function handedIn() {
  const draft = await makeDraft(scene);
  const { version } = await submitRequest(scene.investigator, { key: key(), ...draft });
  return { requestId: draft.requestId, version };
}

describe("taking back what waits for the signer", () => {
  it("gives its writer the draft as he handed it in, keeps that version and tells who did it", async () => {
    const request = await handedIn();
    const hash = await readHash(scene.commander, request.requestId);
    const before = await rowOf(request.requestId);
    expect((await listHandedIn(scene.investigator)).rows.map(({ id }) => id)).toContain(request.requestId);
    expect((await getPoliceRequest(scene.investigator, request.requestId, "vi"))!.offers).toEqual(["recall"]);
    const done = await recallRequest(scene.investigator, { key: key(), ...request });
    expect(done.status).toBe("DRAFT");
    const after = await rowOf(request.requestId);
    expect([after.grounds, after.disputedAmount, after.statedReason, after.submittedAt]).toEqual([
      before.grounds,
      before.disputedAmount,
      null,
      null,
    ]);
    // Who stood before its card reads where it went.
    const { gone } = await getSigningStack(scene.commander, request.requestId, "vi");
    expect(gone).toMatchObject({
      what: "recalled",
      who: expect.stringContaining(scene.investigator.name) as string,
    });
    const read = (await getPoliceRequest(scene.commander, request.requestId, "vi"))!;
    expect(read.recalled).toMatchObject([
      { content: { hash, grounds: before.grounds }, recalledBy: scene.investigator.name },
    ]);
    expect(read.recalled[0]!.content!.targets).toHaveLength(before.itemCount);
    expect(read.history[0]).toMatchObject({ type: "request.recalled", actor: scene.investigator.name });
    // Handed in and taken back once more: both versions stay.
    const again = await submitRequest(scene.investigator, {
      key: key(),
      requestId: request.requestId,
      version: done.version,
    });
    await recallRequest(scene.investigator, {
      key: key(),
      requestId: request.requestId,
      version: again.version,
    });
    expect((await getPoliceRequest(scene.commander, request.requestId, "vi"))!.recalled).toHaveLength(2);
  });

  it("is nobody's who did not write it, in the command and in the database", async () => {
    const request = await handedIn();
    const colleague = await makePerson("investigator", scene.police);
    for (const who of [colleague, scene.commander])
      await expect(recallRequest(who, { key: key(), ...request })).rejects.toMatchObject({
        code: "not-allowed",
      });
    await expect(recallRequest(scene.liaison, { key: key(), ...request })).rejects.toMatchObject({
      code: "not-found",
    });
    const withWords =
      "update request set status = 'DRAFT', submitted_at = null, stated_reason = 'Bổ sung.' where id = $1";
    await expect(write(colleague, toDraft, [request.requestId])).rejects.toThrow(/only who wrote/);
    await expect(write(scene.commander, toDraft, [request.requestId])).rejects.toThrow(/only who wrote/);
    // Nor its writer's in the signer's name, with words.
    await expect(write(scene.investigator, withWords, [request.requestId])).rejects.toThrow(
      /does not command/,
    );
    expect((await rowOf(request.requestId)).status).toBe("PENDING_SIGNATURE");
    await returnRequest(scene.commander, { key: key(), ...request, reason: "Bổ sung căn cứ." });
  });

  it("keeps what was handed in out of everybody's hands and of the addressee's eyes", async () => {
    const request = await handedIn();
    await recallRequest(scene.investigator, { key: key(), ...request });
    const { requestId } = request;
    for (const sql of [
      "update recalled_version set content = '{}' where request_id = $1",
      "delete from recalled_version where request_id = $1",
    ])
      await writesNothing(scene.investigator, sql, [requestId]);
    for (const [who, seen] of [
      [scene.commander, 1],
      [scene.liaison, 0],
      [await makePerson("investigator", (await setScene()).police), 0],
    ] as const)
      expect(await asActor(who, (tx) => tx.recalledVersion.count({ where: { requestId } }))).toBe(seen);
  });

  it("keeps what was handed in by the act itself: nobody writes such a row, also of what waits for its signer", async () => {
    const request = await handedIn();
    const { requestId } = request;
    const hash = await readHash(scene.commander, requestId);
    for (const hashed of ["", ", content_hash"])
      for (const who of [scene.investigator, scene.commander])
        await expect(
          write(
            who,
            `insert into recalled_version (request_id, version, content, handed_in_at, recalled_by_id${hashed})
              select id, version, '{}', submitted_at, app.user_id()${hashed && ", repeat('0', 64)"} from request where id = $1`,
            [requestId],
          ),
        ).rejects.toThrow(/permission denied|does not exist/);
    // Past every command, the arrow keeps it too, and a version that was set back is no obstacle.
    await write(scene.investigator, toDraft, [requestId]);
    await write(scene.investigator, handIn, [requestId]);
    await write(scene.investigator, toDraft, [requestId]);
    const { recalled } = (await getPoliceRequest(scene.commander, requestId, "vi"))!;
    expect(recalled).toMatchObject([
      { version: request.version + 1, content: { hash } },
      { version: request.version, content: { hash } },
    ]);
  });

  it("shows its page to the unit also where what is kept cannot be read", async () => {
    const { requestId, version } = await handedIn();
    await recallRequest(scene.investigator, { key: key(), requestId, version });
    await asOwner(process.env.DATABASE_URL!, (client) =>
      client.query("update recalled_version set content = '{}' where request_id = $1", [requestId]),
    );
    expect((await getPoliceRequest(scene.commander, requestId, "vi"))!.recalled).toMatchObject([
      { version, recalledBy: scene.investigator.name, content: null },
    ]);
  });

  it("is dated by the act that hands it in, in the database too, and by nothing once it is back", async () => {
    const { requestId, version } = await handedIn();
    await recallRequest(scene.investigator, { key: key(), requestId, version });
    for (const at of ["'2026-01-01'", "clock_timestamp() + interval '1 minute'", "null"])
      await expect(write(scene.investigator, handIn.replace(now, at), [requestId])).rejects.toThrow(
        /done now/,
      );
    await write(scene.investigator, handIn, [requestId]);
    await expect(
      write(scene.investigator, "update request set status = 'DRAFT' where id = $1", [requestId]),
    ).rejects.toThrow(/done now/);
  });

  it("takes back together what one act handed in, and says of each other why not", async () => {
    const drafts = [await makeDraft(scene), await makeDraft(scene), await makeDraft(scene)];
    await asActor(scene.investigator, async (tx) => {
      const now = await databaseNow(tx);
      for (const draft of drafts) await submitIn(tx, scene.investigator, draft, now);
    });
    const alone = await handedIn();
    const [first, second, third] = drafts.map(({ requestId }) => requestId);
    const read = (await getPoliceRequest(scene.investigator, first!, "vi"))!;
    expect(read.handedInWith.map(({ id }) => id).sort()).toEqual([second, third].sort());
    expect((await getPoliceRequest(scene.investigator, alone.requestId, "vi"))!.handedInWith).toEqual([]);
    await returnRequest(scene.commander, {
      key: key(),
      requestId: third!,
      version: read.version,
      reason: "Bổ sung căn cứ.",
    });
    const rows = [read, ...read.handedInWith].map(({ id, version }) => ({ requestId: id, version }));
    const results = await actOnMany(scene.investigator, { key: key(), act: "recall", rows });
    expect(Object.fromEntries(results.map((row) => [row.requestId, row.done || row.by?.name]))).toEqual({
      [first!]: true,
      [second!]: true,
      [third!]: scene.commander.name,
    });
    expect(
      await asSystem((tx) => tx.recalledVersion.count({ where: { requestId: { in: [first!, second!] } } })),
    ).toBe(2);
  });

  it("is no more offered to who handed it in and was taken off its case", async () => {
    const colleague = await makePerson("investigator", scene.police);
    const appoint = async (...people: Actor[]) => {
      const { version } = await asSystem((tx) =>
        tx.case.findUniqueOrThrow({ where: { id: scene.caseId }, select: { version: true } }),
      );
      const membershipIds = people.map(({ membershipId }) => membershipId);
      await appointMembers(scene.commander, { key: key(), caseId: scene.caseId, version, membershipIds });
    };
    await appoint(scene.investigator, colleague);
    const drafts = [await makeDraft(scene), await makeDraft(scene)];
    await asActor(colleague, async (tx) => {
      const now = await databaseNow(tx);
      for (const draft of drafts) await submitIn(tx, colleague, draft, now);
    });
    const first = await rowOf(drafts[0]!.requestId);
    const offered = async (actor: Actor) => ({
      alone: (await listHandedIn(actor)).rows
        .filter(({ id }) => drafts.some(({ requestId }) => requestId === id))
        .map(({ id }) => id)
        .sort(),
      beside: (await asActor(actor, (tx) => handedInWith(tx, actor, first))).map(({ id }) => id),
    });
    const both = drafts.map(({ requestId }) => requestId).sort();
    const all = { alone: both, beside: [drafts[1]!.requestId] };
    expect(await offered(colleague)).toEqual(all);
    await appoint(scene.investigator);
    expect(await offered(colleague)).toEqual({ alone: [], beside: [] });
    expect(await offered(scene.investigator)).toEqual(all);
  });
});
