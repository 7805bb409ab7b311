import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { answerItem } from "@/lib/requests/desk/answers";
import { askClarification, refuseRequest } from "@/lib/requests/commands";
import { verdictOn } from "@/lib/requests/signing/envelope";
import { getLetter } from "@/lib/requests/letters/queries";
import { getThread } from "@/lib/requests/thread/queries";
import { makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { rowOf } from "@/prisma/factories/stored";
import {
  discardAmendment,
  recallAmendment,
  returnAmendment,
  saveAmendment,
  submitAmendment,
} from "./commands";
import { issueAmendment } from "./issue";
import { amendmentLifecycle } from "./lifecycle";
import { getAmendmentForm, getAmendments, listAmendmentsToSign } from "./queries";
import { amendmentInput } from "./schema";

afterAll(closeDatabase);
const key = () => randomUUID();
const reason = "Bổ sung số tiền theo sao kê mới.";
const fresh = (actor: Actor): Actor => ({ ...actor, secondFactorAt: new Date() });
const itemsOf = (requestId: string) =>
  asSystem((tx) => tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }));
const verdict = (actor: Actor, id: string) =>
  asActor(actor, async (tx) => verdictOn(tx, await tx.request.findUniqueOrThrow({ where: { id } })));

type Asked = Record<string, unknown>;
async function draft(scene: Scene, requestId: string, asked: Asked) {
  const { version, disclosure } = await rowOf(requestId);
  const input = { key: key(), requestId, version, reason, amounts: [], remove: [], add: [] };
  const saved = await saveAmendment(
    scene.investigator,
    amendmentInput.parse({ ...input, ...(disclosure ? { disclosure } : {}), ...asked }),
  );
  return { requestId, amendmentId: saved.amendmentId, amendmentVersion: saved.version };
}
async function submitted(scene: Scene, requestId: string, asked: Asked) {
  const at = await draft(scene, requestId, asked);
  const { version } = await submitAmendment(scene.investigator, { key: key(), ...at });
  const { contentHash } = await asSystem((tx) =>
    tx.amendment.findUniqueOrThrow({ where: { id: at.amendmentId } }),
  );
  return { ...at, amendmentVersion: version, contentHash };
}
const issued = async (scene: Scene, requestId: string, asked: Asked) =>
  issueAmendment(fresh(scene.commander), { key: key(), ...(await submitted(scene, requestId, asked)) });

describe("an amendment", () => {
  it("changes an issued request under another's signature, and the request is what was signed again", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const before = await rowOf(requestId);
    const [one, two] = await itemsOf(requestId);
    const later = new Date(before.dueAt!.getTime() + 3_600_000).toISOString();
    await issued(scene, requestId, {
      grounds: "Bị hại tố giác bổ sung; có sao kê thứ hai.",
      dueAt: later,
      amounts: [
        { itemId: one!.id, disputedAmount: "30000000" },
        { itemId: two!.id, disputedAmount: "50000000" },
      ],
    });
    const after = await rowOf(requestId);
    expect(after).toMatchObject({
      status: before.status,
      disputedAmount: 80_000_000n,
      version: before.version + 1,
      documentNumber: before.documentNumber,
      dueAt: new Date(later),
      queueAt: new Date(later),
    });
    expect(after.contentHash).not.toBe(before.contentHash);
    const deadline = await asSystem((tx) =>
      tx.deadline.findFirstOrThrow({ where: { requestId, subject: "ANSWER" } }),
    );
    expect(deadline).toMatchObject({ dueAt: new Date(later), state: "running" });
    for (const reader of [scene.liaison, scene.commander])
      expect(await verdict(reader, requestId)).toBe("genuine");
    const { lines } = await getAmendments(scene.liaison, requestId);
    expect(lines).toMatchObject([
      {
        number: 1,
        genuine: true,
        documentNumber: expect.stringMatching(/^2\//) as string,
        changes: { amounts: [{ before: "50000000", after: "30000000" }] },
      },
    ]);
    for (const reader of [scene.liaison, scene.investigator])
      expect((await getLetter(reader, requestId))!.amended).toMatchObject([
        {
          number: 1,
          documentNumber: lines[0]!.documentNumber,
          reason,
          signer: expect.stringContaining(scene.commander.name) as string,
        },
      ]);
    expect((await getThread(scene.liaison, requestId))!.lines).toMatchObject([
      { kind: "amended", detail: "1", body: reason },
    ]);
    await issued(scene, requestId, { dueAt: new Date(Date.parse(later) + 60_000).toISOString() });
    expect((await getAmendments(scene.liaison, requestId)).lines.map(({ number }) => number)).toEqual([1, 2]);
    expect(await verdict(scene.liaison, requestId)).toBe("genuine");
  });

  it("lets answers stand, tells whoever was answering of the new version, and takes off or adds what is open alone", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const [one, two] = await itemsOf(requestId);
    const answer = (itemId: string, itemVersion: number) =>
      answerItem(scene.liaison, {
        key: key(),
        requestId,
        itemId,
        itemVersion,
        answer: { outcome: "HELD", amount: "40000000" },
      });
    await answer(one!.id, one!.version);
    await expect(draft(scene, requestId, { remove: [one!.id] })).rejects.toMatchObject({ code: "invalid" });
    await expect(draft(scene, requestId, { remove: [two!.id] })).rejects.toMatchObject({ code: "invalid" });
    await issued(scene, requestId, { amounts: [{ itemId: two!.id, disputedAmount: "45000000" }] });
    expect((await itemsOf(requestId))[0]).toMatchObject({ outcome: "HELD", heldAmount: 40_000_000n });
    await expect(answer(two!.id, two!.version)).rejects.toMatchObject({
      code: "changed-meanwhile",
      details: { by: { name: scene.commander.name, what: "request.amended" } },
    });
    await answer(two!.id, two!.version + 1);
    expect(await rowOf(requestId)).toMatchObject({ status: "ANSWERED" });
  });

  it("takes a target off and puts it on again", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const [, two] = await itemsOf(requestId);
    await issued(scene, requestId, { remove: [two!.id] });
    expect(await rowOf(requestId)).toMatchObject({ itemCount: 1, disputedAmount: 50_000_000n });
    const form = await getAmendmentForm(scene.investigator, requestId);
    expect(form?.addable.map(({ id }) => id)).toEqual([two!.targetId]);
    await issued(scene, requestId, { add: [{ targetId: two!.targetId, disputedAmount: "20000000" }] });
    expect(await rowOf(requestId)).toMatchObject({ itemCount: 2, disputedAmount: 70_000_000n });
    expect(await verdict(scene.liaison, requestId)).toBe("genuine");
  });

  it("is drafted, returned and dropped out of the addressee's sight; nobody signs his own, or without a fresh factor", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const asked = { grounds: "Căn cứ mới, có xác nhận của nhân chứng." };
    const at = await submitted(scene, requestId, asked);
    expect((await getAmendments(scene.liaison, requestId)).lines).toEqual([]);
    const hidden = await asActor(
      scene.liaison,
      async (tx) => (await statement(tx, "select 1 from amendment where request_id = $1", [requestId])).count,
    );
    expect(hidden).toBe(0);
    expect(await listAmendmentsToSign(scene.commander)).toMatchObject([{ id: at.amendmentId, bar: null }]);
    const stale = { ...scene.commander, secondFactorAt: new Date(Date.now() - 180_000) };
    await expect(issueAmendment(stale, { key: key(), ...at })).rejects.toMatchObject({
      code: "second-factor",
    });
    const both = fresh({ ...scene.investigator, roles: ["investigator", "commander"] });
    await expect(issueAmendment(both, { key: key(), ...at })).rejects.toMatchObject({ code: "not-allowed" });
    const other = { ...at, contentHash: "0".repeat(64) };
    await expect(issueAmendment(fresh(scene.commander), { key: key(), ...other })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    for (const stranger of [scene.liaison, scene.telecomLiaison])
      await expect(issueAmendment(fresh(stranger), { key: key(), ...at })).rejects.toMatchObject({
        code: expect.stringMatching(/not-allowed|not-found/) as string,
      });
    const back = { ...at, key: key(), reason: "Thiếu văn bản kèm theo." };
    const returned = await returnAmendment(scene.commander, back);
    await discardAmendment(scene.investigator, { ...at, key: key(), amendmentVersion: returned.version });
    expect((await getAmendments(scene.commander, requestId)).lines).toEqual([]);
  });

  it("waits for another look when the desk was faster, and of two who sign at once one is too late", async () => {
    const scene = await setScene();
    const { requestId, version } = await makeAcknowledged(scene);
    const [one] = await itemsOf(requestId);
    const at = await submitted(scene, requestId, {
      amounts: [{ itemId: one!.id, disputedAmount: "1000000" }],
    });
    await answerItem(scene.liaison, {
      key: key(),
      requestId,
      itemId: one!.id,
      itemVersion: one!.version,
      answer: { outcome: "NO_BALANCE", balance: "0" },
    });
    await expect(issueAmendment(fresh(scene.commander), { key: key(), ...at })).rejects.toMatchObject({
      code: "changed-meanwhile",
      details: { by: { name: scene.liaison.name } },
    });
    expect((await rowOf(requestId)).disputedAmount).toBe(100_000_000n);
    expect(version).toBeGreaterThan(1);

    const second = await makeAcknowledged(scene);
    const race = await submitted(scene, second.requestId, { grounds: "Căn cứ bổ sung theo lời khai." });
    const deputy = await makePerson("commander", scene.police);
    const sign = (actor: Actor) =>
      issueAmendment(fresh(actor), { key: key(), ...race }).then(
        () => "done",
        (error: { code: string }) => error.code,
      );
    expect((await Promise.all([sign(scene.commander), sign(deputy)])).sort()).toEqual([
      "changed-meanwhile",
      "done",
    ]);
  });

  it("gives no more time than the clock's policy allows altogether", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const { dueAt } = await rowOf(requestId);
    const tooLate = new Date(dueAt!.getTime() + 365 * 86_400_000).toISOString();
    await expect(draft(scene, requestId, { dueAt: tooLate })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { dueAt: "deadline.tooLate" } },
    });
  });

  it("gives more time to a clock that rests, and none to a request that is over", async () => {
    const scene = await setScene();
    const { requestId, version } = await makeAcknowledged(scene);
    const asked = await askClarification(scene.liaison, {
      key: key(),
      requestId,
      version,
      reason: "Thiếu số tài khoản.",
    });
    const { dueAt } = await rowOf(requestId);
    const later = new Date(dueAt!.getTime() + 1_800_000);
    await issued(scene, requestId, { dueAt: later.toISOString() });
    expect(await rowOf(requestId)).toMatchObject({
      dueAt: later,
      status: "CLARIFICATION_NEEDED",
      queueAt: new Date("9999-01-01T00:00:00Z"),
    });
    expect(asked.status).toBe("CLARIFICATION_NEEDED");
    const over = await makeAcknowledged(scene);
    await refuseRequest(scene.liaison, {
      key: key(),
      ...over,
      ground: "technical",
      reason: "Hệ thống bảo trì.",
    });
    await expect(
      draft(scene, over.requestId, { grounds: "Căn cứ mới đủ dài hai mươi." }),
    ).rejects.toMatchObject({ code: "not-now" });
  });

  it("knows in the database the arrows of the table, and four eyes", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const statuses = Object.keys(amendmentLifecycle) as (keyof typeof amendmentLifecycle)[];
    // Given back and taken back are one arrow.
    const known = new Set(
      statuses.flatMap((from) => Object.values(amendmentLifecycle[from]).map(({ to }) => `${from}>${to}`)),
    );
    const source = await asSystem(async (tx) =>
      statement<{ text: string }>(
        tx,
        "select prosrc as text from pg_proc where proname = 'amendment_guard'",
        [],
      ),
    );
    const inDatabase = [...source.rows[0]!.text.matchAll(/when '([A-Z_]+>[A-Z_]+)' then/g)].map(
      ([, arrow]) => arrow,
    );
    expect(inDatabase.sort()).toEqual([...known].sort());
    const at = await submitted(scene, requestId, { grounds: "Căn cứ mới đủ dài hai mươi." });
    const forged = `update amendment set status = 'ISSUED', number = 1, signed_by_id = $2, issued_at = date_trunc('milliseconds', clock_timestamp()),
      document_number = '9/CV', document_date = now(), version = version + 1 where id = $1`;
    const own = { ...scene.investigator, roles: ["investigator" as const, "commander" as const] };
    await expect(write(own, forged, [at.amendmentId, own.userId])).rejects.toThrow(/signer_is_not_drafter/);
    await expect(write(scene.investigator, forged, [at.amendmentId, scene.commander.userId])).rejects.toThrow(
      /not yours/,
    );
    // Issued without being carried out and signed, it is not issued.
    await expect(write(scene.commander, forged, [at.amendmentId, scene.commander.userId])).rejects.toThrow(
      /signed and carried out/,
    );
    await expect(
      write(scene.commander, "update amendment set reason = 'khác hẳn với trước đây' where id = $1", [
        at.amendmentId,
      ]),
    ).rejects.toThrow(/no arrow/);
    // Whoever says that he amends and does not is believed in nothing.
    const claimed = asActor(scene.commander, async (tx) => {
      await statement(tx, "select set_config('app.amending', $1, true)", [requestId]);
      await statement(tx, "update request set grounds = 'khác' where id = $1", [requestId]);
    });
    await expect(claimed).rejects.toThrow(/does not change/);
  });

  it("is taken back by its drafter while it waits for the signer, and mended or dropped; nobody signs it meanwhile", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const at = await submitted(scene, requestId, { grounds: "Căn cứ mới đủ dài hai mươi." });
    expect((await getAmendments(scene.investigator, requestId)).recallId).toBe(at.amendmentId);
    expect((await getAmendments(scene.commander, requestId)).recallId).toBeNull();
    const { version, status } = await recallAmendment(scene.investigator, { key: key(), ...at });
    expect(status).toBe("DRAFT");
    expect(await getAmendments(scene.investigator, requestId)).toMatchObject({
      mayAmend: true,
      recallId: null,
      lines: [{ status: "DRAFT", statedReason: null }],
    });
    await expect(
      issueAmendment(fresh(scene.commander), { key: key(), ...at, amendmentVersion: version }),
    ).rejects.toMatchObject({ code: "not-now" });
    await discardAmendment(scene.investigator, { key: key(), ...at, amendmentVersion: version });
  });

  it("is taken back by nobody else, and as it was handed in, in the command and in the database", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const at = await submitted(scene, requestId, { grounds: "Căn cứ mới đủ dài hai mươi." });
    const both = await makePerson(["investigator", "commander"], scene.police);
    for (const who of [both, scene.liaison])
      await expect(recallAmendment(who, { key: key(), ...at })).rejects.toMatchObject({
        code: "not-allowed",
      });
    const takeBack = (more = "") =>
      `update amendment set status = 'DRAFT', submitted_at = null, version = version + 1 ${more} where id = $1`;
    const colleague = await makePerson("investigator", scene.police);
    await expect(write(colleague, takeBack(), [at.amendmentId])).rejects.toThrow(/not yours/);
    await expect(
      write(scene.investigator, takeBack(", reason = 'Một lý do khác hẳn.'"), [at.amendmentId]),
    ).rejects.toThrow(/not yours/);
    await expect(
      write(scene.investigator, takeBack(", stated_reason = 'Chỉ huy trả lại.'"), [at.amendmentId]),
    ).rejects.toThrow(/not yours/);
    expect(await write(scene.investigator, takeBack(), [at.amendmentId])).toBe(1);
  });
});
