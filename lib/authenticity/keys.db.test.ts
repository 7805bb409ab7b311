import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { acknowledgeRequest } from "@/lib/requests/commands";
import { getReceivedRequest } from "@/lib/requests/desk/queries";
import { markOpened } from "@/lib/requests/desk/commands";
import { reviewRequest } from "@/lib/requests/suspicion/commands";
import { connectAsApp } from "@/prisma/factories/database-roles";
import { makePerson } from "@/prisma/factories/people";
import { rejection } from "@/prisma/factories/rejection";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { openKeyRow } from "./database-signer";
import { signer } from "./signer";

const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(() => owner.connect());
afterAll(async () => {
  await owner.end();
  await closeDatabase();
});
const key = () => randomUUID();
const send = async (scene: Scene) => issue(scene, await makeDraft(scene));
const proofOf = async (scene: Scene, id: string) => (await getReceivedRequest(scene.liaison, id))?.proof;
const keysOf = (organisationId: string) =>
  asSystem((tx) => tx.signingKey.findMany({ where: { organisationId }, orderBy: { createdAt: "asc" } }));

/** Writes past every rule, as somebody would who holds the server of the database. */
async function tamper(sql: string, values: unknown[]): Promise<void> {
  await owner.query("begin");
  await owner.query("set local session_replication_role = replica");
  await owner.query(sql, values);
  await owner.query("commit");
}

describe("an organisation's signing key", () => {
  it("is made with the first signature, sealed for its own row, and known by its public half alone", async () => {
    const scene = await setScene();
    const { requestId } = await send(scene);
    const [mine] = await keysOf(scene.police.id);
    expect((await rowOf(requestId)).signingKeyId).toBe(mine!.id);
    expect(await proofOf(scene, requestId)).toMatchObject({ genuine: true, verdict: "genuine" });
    expect(mine!.privateKey).toMatch(/^v1\.[0-9a-f]{8}\./);
    const row = { id: mine!.id, private_key: mine!.privateKey! };
    expect(openKeyRow(row).asymmetricKeyType).toBe("ed25519");
    expect(() => openKeyRow({ ...row, id: randomUUID() })).toThrow();
    const app = await connectAsApp();
    await expect(app.query("select private_key from signing_key")).rejects.toThrow(/permission denied/);
    await expect(
      app.query("insert into signing_key (organisation_id) values ($1)", [scene.police.id]),
    ).rejects.toThrow(/permission denied/);
    expect((await app.query("select id from signing_key")).rowCount).toBe(0);
    await app.end();
    const event = await asSystem((tx) =>
      tx.event.findFirst({ where: { stream: scene.police.id, type: "signing_key.created" } }),
    );
    expect(event).toMatchObject({ subjectId: mine!.id, actorId: null });
  });

  it("is one, however many sign first at once", async () => {
    const scene = await setScene();
    const results = await Promise.all(
      Array.from({ length: 8 }, () => signer().sign(scene.police.id, Buffer.from("x"), null)),
    );
    expect(new Set(results.map(({ keyId }) => keyId)).size).toBe(1);
    expect(await keysOf(scene.police.id)).toHaveLength(1);
  });

  it("is changed by command: the old one verifies what it signed and signs no more", async () => {
    const scene = await setScene();
    const before = await send(scene);
    const next = await signer().rotate(scene.police.id);
    const after = await send(scene);
    expect((await rowOf(after.requestId)).signingKeyId).toBe(next);
    for (const { requestId } of [before, after])
      expect(await proofOf(scene, requestId)).toMatchObject({ verdict: "genuine" });
    const [old] = await keysOf(scene.police.id);
    expect(old!.retiredAt).not.toBeNull();
    await expect(
      asSystem((tx) => statement(tx, "update signing_key set retired_at = null where id = $1", [old!.id])),
    ).rejects.toThrow(/a key does not change/);
  });
});

describe("an order that was changed in the database", () => {
  const changes: [string, (id: string, other: string) => [string, unknown[]]][] = [
    [
      "an account",
      (id) => [
        "update request_item set value = '19036688990011' where request_id = $1 and position = 1",
        [id],
      ],
    ],
    [
      "how an account is shown",
      (id) => [
        "update request_item set display = '1903 6688 9900 11' where request_id = $1 and position = 2",
        [id],
      ],
    ],
    [
      "an amount",
      (id) => ["update request_item set disputed_amount = disputed_amount + 1 where request_id = $1", [id]],
    ],
    ["its grounds", (id) => ["update request set grounds = grounds || ' ' where id = $1", [id]]],
    ["its signer", (id, other) => ["update request set signer_id = $2 where id = $1", [id, other]]],
    [
      "its instant",
      (id) => ["update request set sent_at = sent_at + interval '1 millisecond' where id = $1", [id]],
    ],
    ["its number", (id) => ["update request set document_number = '9/CV-X' where id = $1", [id]]],
    [
      "its signature taken away",
      (id) => ["update request set signature = null, signing_key_id = null where id = $1", [id]],
    ],
    [
      "the key of another organisation",
      (id) => [
        "update request set signing_key_id = (select id from signing_key where organisation_id <> requester_org_id limit 1) where id = $1",
        [id],
      ],
    ],
  ];
  it.each(changes)("%s: red, held, and nothing is done on it", async (_, change) => {
    const scene = await setScene();
    await send(await setScene()); // another organisation with a key
    const { requestId, version } = await send(scene);
    await tamper(...change(requestId, scene.liaison.userId));
    const seen = await getReceivedRequest(scene.liaison, requestId);
    expect(seen?.proof).toMatchObject({ genuine: false, verdict: "changed" });
    expect(seen?.offers).toEqual([]);
    const refused = await rejection(acknowledgeRequest(scene.liaison, { key: key(), requestId, version }));
    expect(refused).toMatchObject({ code: "not-authentic" });
    expect(await rowOf(requestId)).toMatchObject({ status: "SENT", suspicion: "content_changed" });
    expect(
      await rejection(acknowledgeRequest(scene.liaison, { key: key(), requestId, version: version + 1 })),
    ).toMatchObject({ code: "suspected" });
  });

  it("is found by opening it, told to administrators and auditors, and called genuine only when it is again", async () => {
    const scene = await setScene();
    const { requestId, version } = await send(scene);
    await tamper("update request set grounds = 'Khác' where id = $1", [requestId]);
    await markOpened(scene.colleague, { requestId });
    await markOpened(scene.manager, { requestId });
    const raised = await asSystem((tx) => tx.suspicion.findMany({ where: { requestId } }));
    expect(raised).toMatchObject([{ reason: "content_changed", holdsSender: false }]);
    for (const role of ["admin", "auditor"] as const) {
      const person = await makePerson(role, scene.police);
      expect(await asActor(person, (tx) => tx.suspicion.count({ where: { requestId } }))).toBe(1);
    }
    const supervisor = await makePerson("commander", scene.police);
    const review = { requestId, version: version + 1, reason: "Đã đối chiếu với bản lưu của đơn vị." };
    expect(
      await rejection(reviewRequest(supervisor, { key: key(), ...review, decision: "genuine" })),
    ).toMatchObject({ code: "not-authentic" });
    await reviewRequest(supervisor, { key: key(), ...review, decision: "forged" });
    expect(await rowOf(requestId)).toMatchObject({ status: "WITHDRAWN", suspicion: "forged" });
  });
});
