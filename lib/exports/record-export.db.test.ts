import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { restrictCase } from "@/lib/cases/commands";
import { asActor, closeDatabase, statement } from "@/lib/db";
import { aboutRequest } from "@/lib/requests/find";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { exported, recordExport, sealExport } from "./record-export";

let scene: Scene;
let stranger: Scene;
let requestId: string;
beforeAll(async () => {
  [scene, stranger] = [await setScene(), await setScene({ provinceCode: "01" })];
  requestId = (await issue(scene, await makeDraft(scene))).requestId;
});
afterAll(closeDatabase);

const bytes = Buffer.from("một tệp");
const plain = { kind: "letter_pdf", rows: 2 };
const make = (actor: Actor, over: Partial<typeof plain & { requestId: string; reason: string }> = {}) =>
  asActor(actor, async (tx) => {
    const what = { ...plain, ...over };
    const about = what.requestId
      ? aboutRequest(await tx.request.findUniqueOrThrow({ where: { id: what.requestId } }))
      : {};
    return exported(tx, actor, what, about, () => Promise.resolve({ bytes }));
  });
const seen = (actor: Actor, id: string) =>
  asActor(actor, (tx) => tx.exportRecord.findUnique({ where: { id } }));

describe("an export", () => {
  it("has a number, its maker, the mark of its bytes and a line in the record", async () => {
    const { mark } = await make(scene.liaison, { requestId });
    expect(mark.number).toMatch(/^XK-\d{4}-\d{6,}$/);
    expect(mark).toMatchObject({ madeBy: `Đại úy ${scene.liaison.name}`, orgName: scene.bank.name });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(await seen(scene.liaison, mark.id)).toMatchObject({
      number: mark.number,
      sha256,
      rowCount: 2,
      requestId,
      membershipId: scene.liaison.membershipId,
    });
    const event = await asActor(scene.liaison, (tx) =>
      tx.event.findFirstOrThrow({ where: { type: "export.made", subjectId: mark.id } }),
    );
    expect(event).toMatchObject({
      subjectType: "export",
      requestId,
      changes: { number: mark.number, export: "letter_pdf", rows: 2, sha256 },
    });
  });

  it("of more than 500 rows needs a reason", async () => {
    for (const reason of [undefined, "   "])
      await expect(make(scene.commander, { rows: 501, ...(reason ? { reason } : {}) })).rejects.toMatchObject(
        {
          code: "invalid",
          details: { fields: { reason: "required" } },
        },
      );
    await make(scene.commander, { rows: 500 });
    const { mark } = await make(scene.commander, { rows: 501, reason: "Bàn giao hồ sơ." });
    expect(await seen(scene.commander, mark.id)).toMatchObject({ reason: "Bàn giao hồ sơ." });
  });

  it("cannot be left unsealed, sealed twice, or written in another's name", async () => {
    const { commander, investigator } = scene;
    await expect(asActor(commander, (tx) => recordExport(tx, commander, plain))).rejects.toThrow();
    const { mark } = await make(commander);
    await expect(
      asActor(commander, (tx) => sealExport(tx, commander, mark, plain, Buffer.from("khác"))),
    ).rejects.toThrow(/sealed before/);
    await expect(
      asActor(commander, (tx) => exported(tx, investigator, plain, {}, () => Promise.resolve({ bytes }))),
    ).rejects.toThrow(/row-level security/);
    const forge = "update export_record set number = 'XK-1' where id = $1";
    await expect(asActor(commander, (tx) => statement(tx, forge, [mark.id]))).rejects.toThrow(
      /permission denied/,
    );
  });

  it("of a foreign request is refused by the second wall", async () => {
    for (const actor of [stranger.commander, stranger.liaison, scene.telecomLiaison]) {
      await expect(asActor(actor, (tx) => recordExport(tx, actor, { ...plain, requestId }))).rejects.toThrow(
        /row-level security/,
      );
      await expect(
        asActor(actor, (tx) => recordExport(tx, actor, { ...plain, caseId: scene.caseId })),
      ).rejects.toThrow(/row-level security/);
    }
  });
});

describe("who reads that something was exported", () => {
  it("is whoever took it, colleagues and auditors of the province, and nobody else", async () => {
    const auditor = await makePerson("auditor", scene.police);
    const ours = (await make(scene.commander, { requestId })).mark.id;
    for (const actor of [scene.commander, scene.investigator, auditor])
      expect(await seen(actor, ours)).not.toBeNull();
    const others = [stranger.commander, scene.liaison, await makePerson("admin", stranger.police)];
    others.push(await makePerson("auditor", stranger.police));
    for (const actor of others) expect(await seen(actor, ours)).toBeNull();
    const theirs = (await make(scene.liaison, { requestId })).mark.id;
    expect(await seen(scene.colleague, theirs)).not.toBeNull();
    for (const actor of [scene.commander, scene.telecomLiaison, stranger.liaison])
      expect(await seen(actor, theirs)).toBeNull();
  });

  it("follows the request behind its case's seal", async () => {
    const own = await setScene();
    const draft = await makeDraft(own);
    const { mark } = await make(own.commander, { requestId: draft.requestId });
    const other = await makePerson("investigator", own.police);
    expect(await seen(other, mark.id)).not.toBeNull();
    const { version } = await asActor(own.commander, (tx) =>
      tx.case.findUniqueOrThrow({ where: { id: own.caseId } }),
    );
    await restrictCase(own.commander, {
      key: randomUUID(),
      caseId: own.caseId,
      version,
      restricted: true,
      reason: "Vụ việc nhạy cảm, hạn chế người xem.",
    });
    expect(await seen(other, mark.id)).toBeNull();
    expect(await seen(own.commander, mark.id)).not.toBeNull();
  });
});
