import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { submitRequest, withdrawRequest } from "@/lib/requests/commands";
import { getReceivedRequest } from "@/lib/requests/desk/queries";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { rejection } from "@/prisma/factories/rejection";
import { issue, makeDraft, readHash, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { signRequest } from "@/lib/requests/commands";
import { objectToRequest, replyToObjection } from "./commands";
import { listNotified } from "./queries";

afterAll(closeDatabase);
const key = () => randomUUID();
const words = "Lệnh chưa nêu căn cứ khởi tố đối với tài khoản thứ hai.";
const province = () => `K${Math.floor(Math.random() * 1e6)}`;

describe("a freeze and its procuracy", () => {
  it("is told before the addressee, in the signature's own transaction", async () => {
    const scene = await setScene({ provinceCode: province() });
    const { requestId } = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
    const row = await rowOf(requestId);
    expect(row).toMatchObject({ procuracyOrgId: scene.procuracy.id });
    expect(row.notifiedAt!.getTime()).toBeLessThanOrEqual(row.sentAt!.getTime());
    const told = await asSystem((tx) => tx.outbox.findMany({ where: { requestId }, orderBy: { id: "asc" } }));
    const topics = told
      .map(({ topic }) => topic)
      .filter((topic) => ["request.notified", "request.signed"].includes(topic));
    expect(topics).toEqual(["request.notified", "request.signed"]);
    const events = await asSystem((tx) =>
      tx.event.findMany({ where: { requestId }, orderBy: { seq: "asc" }, select: { type: true } }),
    );
    const types = events.map(({ type }) => type);
    expect(types.indexOf("request.notified")).toBeLessThan(types.indexOf("request.signed"));
    expect(types.indexOf("request.notified")).toBeGreaterThan(-1);
  });

  it("is not signed where the register has no procuracy, and is once it has one", async () => {
    const scene = await setScene({ provinceCode: province() });
    await asSystem((tx) =>
      tx.organisation.update({
        where: { id: scene.procuracy.id },
        data: { validTo: new Date("2026-01-01") },
      }),
    );
    const draft = await makeDraft(scene, "ACCOUNT_FREEZE");
    const { version } = await submitRequest(scene.investigator, { key: key(), ...draft });
    const sign = async () =>
      signRequest(scene.commander, {
        key: key(),
        requestId: draft.requestId,
        version,
        contentHash: await readHash(scene.commander, draft.requestId),
      });
    await expect(sign()).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { procuracyOrgId: "procuracy.none" } },
    });
    const procuracy = await makeOrganisation("procuracy", { provinceCode: scene.police.provinceCode });
    await sign();
    expect(await rowOf(draft.requestId)).toMatchObject({
      status: "SENT",
      procuracyOrgId: procuracy.id,
      notifiedAt: expect.any(Date) as Date,
    });
  });

  it("is objected to with reason: the words for the police, the fact for the bank, one at a time", async () => {
    const scene = await setScene({ provinceCode: province() });
    const { requestId, version } = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
    const prosecutor = await makePerson("prosecutor", scene.procuracy);
    const elsewhere = await makePerson("prosecutor", await makeOrganisation("procuracy"));
    const input = () => ({ key: key(), requestId, reason: words });
    expect(await rejection(objectToRequest(elsewhere, input()))).toMatchObject({ code: "not-found" });
    for (const person of [scene.commander, scene.liaison])
      expect(await rejection(objectToRequest(person, input()))).toMatchObject({ code: "not-allowed" });
    const both = await Promise.allSettled([
      objectToRequest(prosecutor, input()),
      objectToRequest(prosecutor, input()),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);

    const police = await getPoliceRequest(scene.investigator, requestId, "vi");
    expect(police?.objections).toMatchObject([{ text: words, raisedBy: prosecutor.name, reply: null }]);
    const bank = await getReceivedRequest(scene.liaison, requestId);
    expect(bank?.proof.objection).toMatchObject({ at: expect.any(String) as string });
    expect(JSON.stringify(bank)).not.toContain(words);
    expect(await asActor(scene.liaison, (tx) => tx.objection.count())).toBe(0);
    expect((await listNotified(prosecutor, { show: "objected" })).rows).toMatchObject([
      { id: requestId, objection: "open" },
    ]);

    const reply = { key: key(), requestId, reason: "Đã bổ sung quyết định khởi tố kèm theo." };
    expect(await rejection(replyToObjection(scene.liaison, reply))).toMatchObject({ code: "not-allowed" });
    await replyToObjection(scene.commander, { ...reply, key: key() });
    expect(await rejection(replyToObjection(scene.commander, { ...reply, key: key() }))).toMatchObject({
      code: "not-now",
    });
    expect((await getReceivedRequest(scene.liaison, requestId))?.proof.objection).toBeNull();
    await objectToRequest(prosecutor, input());
    await withdrawRequest(scene.commander, {
      key: key(),
      requestId,
      version,
      reason: "Theo ý kiến của Viện kiểm sát.",
    });
    expect(await rejection(objectToRequest(prosecutor, input()))).toMatchObject({ code: "not-now" });
  });

  it("is found by what is open, what was objected to, its kind and a part of its number", async () => {
    const scene = await setScene({ provinceCode: province() });
    const prosecutor = await makePerson("prosecutor", scene.procuracy);
    const first = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
    const second = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
    await objectToRequest(prosecutor, { key: key(), requestId: first.requestId, reason: words });
    await withdrawRequest(scene.commander, {
      key: key(),
      requestId: first.requestId,
      version: first.version,
      reason: "Rút theo ý kiến.",
    });
    const { code } = await rowOf(second.requestId);
    const found = async (filter: object) =>
      (await listNotified(prosecutor, { show: "all", ...filter })).rows.map(({ id }) => id);
    expect(await found({})).toEqual([second.requestId, first.requestId]);
    expect(await found({ show: "open" })).toEqual([second.requestId]);
    expect(await found({ show: "objected" })).toEqual([first.requestId]);
    expect(await found({ kind: "ACCOUNT_FREEZE" })).toHaveLength(2);
    expect(await found({ kind: "ACCOUNT_UNFREEZE" })).toEqual([]);
    expect(await found({ code: code.slice(-6).toLowerCase() })).toEqual([second.requestId]);
    expect(await found({ code: "%" })).toEqual([]);
  });
});
