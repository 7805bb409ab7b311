import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { restrictCase } from "@/lib/cases/commands";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { addFiles } from "@/lib/files/uploads";
import { acknowledgeRequest, signRequest, withdrawRequest } from "@/lib/requests/commands";
import { answerItem } from "@/lib/requests/desk/answers";
import { type HeldScene, setHeldScene } from "@/prisma/factories/held";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { readHash } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { findHolds, listAppeals } from "./appeal-list";
import { getAppeal, getAppealLetter } from "./appeal-queries";
import {
  draftAppealRelease,
  receiveAppeal,
  rejectAppeal,
  reviewAppeal,
  upholdAppeal,
  withdrawAppeal,
} from "./appeals";
import { appealFilter } from "./filter";
import { appealLifecycle, appealStatuses } from "./lifecycle";
import { receiveAppealInput, rejectAppealInput, upholdAppealInput } from "./schema";

afterAll(closeDatabase);
const key = () => randomUUID();
const answer = "Qua rà soát, số tiền đang giữ không liên quan đến khoản chuyển của bị hại.";
const input = (holdId: string, over: object = {}) =>
  receiveAppealInput.parse({
    key: key(),
    holdId,
    channel: "counter",
    appellant: `Chủ Tài Khoản ${randomUUID().slice(0, 6)}`,
    contact: "0912 000 111",
    content: "Số tiền này là tiền lương của tôi, đề nghị xem xét giải tỏa.",
    ...over,
  });
const take = (actor: Actor, scene: HeldScene, over: object = {}) =>
  receiveAppeal(actor, input(scene.holdIds[0]!, over));
const reviewing = async (scene: HeldScene) => {
  const taken = await take(scene.investigator, scene);
  return reviewAppeal(scene.commander, { key: key(), appealId: taken.appealId, version: 1 });
};
const stored = (id: string) => asSystem((tx) => tx.appeal.findUniqueOrThrow({ where: { id } }));

it("the clock of an appeal in a restricted case is seen and ended by its members alone", async () => {
  const scene = await setHeldScene();
  const { appealId } = await take(scene.liaison, scene, { channel: "bank_branch" });
  const outside = await makePerson("investigator", scene.police);
  const seen = (actor: Actor) =>
    asActor(
      actor,
      async (tx) =>
        (await statement(tx, "select id from deadline where case_id = $1", [scene.caseId])).rows.length,
    );
  const all = await seen(scene.investigator);
  expect(await seen(outside)).toBe(all);
  const { version } = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }));
  const reason = "Liên quan cán bộ trong đơn vị.";
  await restrictCase(scene.commander, {
    key: key(),
    caseId: scene.caseId,
    version,
    restricted: true,
    reason,
  });
  expect(await seen(outside)).toBe(0);
  expect(await seen(await makePerson("commander", scene.police))).toBe(0);
  expect(await seen(scene.commander)).toBe(all);
  const end = `update deadline set state = 'met', ended_at = date_trunc('milliseconds', clock_timestamp()) where appeal_id = $1`;
  expect(await write(outside, end, [appealId])).toBe(0);
  expect(await write(scene.commander, end, [appealId])).toBe(1);
});

describe("an appeal against a hold", () => {
  it("gets its number and a clock of four hours, and is seen by its unit alone", async () => {
    const scene = await setHeldScene();
    const taken = await take(scene.investigator, scene);
    expect(taken.code).toMatch(/^KN-25-\d{4}-\d{6}$/);
    const { receivedAt, dueAt } = await stored(taken.appealId);
    expect(dueAt.getTime() - receivedAt.getTime()).toBe(4 * 3_600_000);
    const clock = await asSystem((tx) =>
      tx.deadline.findFirstOrThrow({ where: { appealId: taken.appealId } }),
    );
    expect(clock).toMatchObject({ subject: "APPEAL", state: "running", ownerOrgId: scene.police.id });
    expect((clock.policy as { verify: boolean }).verify).toBe(true);
    const stranger = await makePerson("commander", await makeOrganisation("police", { provinceCode: "01" }));
    expect(await getAppeal(scene.commander, taken.appealId)).toMatchObject({
      isDesk: false,
      case: { id: scene.caseId },
    });
    for (const other of [stranger, scene.liaison, scene.telecomLiaison])
      expect(await getAppeal(other, taken.appealId)).toBeNull();
    expect((await listAppeals(scene.commander, appealFilter.parse({}))).rows.map(({ id }) => id)).toContain(
      taken.appealId,
    );
    expect((await listAppeals(scene.liaison, appealFilter.parse({}))).rows).toEqual([]);
  });

  it("that was brought to a branch is handed in by the holder, who learns its state and nothing of the case", async () => {
    const scene = await setHeldScene();
    const taken = await take(scene.liaison, scene, { channel: "bank_branch" });
    const seen = await getAppeal(scene.colleague, taken.appealId);
    expect(seen).toMatchObject({
      isDesk: true,
      case: null,
      caseCode: null,
      release: null,
      reviewer: null,
      history: [],
    });
    expect(JSON.stringify(seen)).not.toContain("VV-");
    expect(await asActor(scene.liaison, (tx) => tx.appeal.count())).toBe(1);
    await expect(take(scene.telecomLiaison, scene, { channel: "bank_branch" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(take(scene.liaison, scene, { channel: "counter" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(
      reviewAppeal(scene.liaison, { key: key(), appealId: taken.appealId, version: 1 }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("upheld drafts the order that lets the money go; another commander signs it and the bank lets go", async () => {
    const scene = await setHeldScene();
    const { appealId, version } = await reviewing(scene);
    const upheld = upholdAppealInput.parse({ key: key(), appealId, version, answer, draftRelease: true });
    await upholdAppeal(scene.commander, upheld);
    const appeal = await stored(appealId);
    expect(appeal).toMatchObject({ status: "UPHELD", decidedById: scene.commander.userId });
    expect(appeal.documentNumber).toMatch(/\/CV-/);
    const order = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: appeal.unfreezeId! } }));
    expect(order).toMatchObject({
      kindCode: "ACCOUNT_UNFREEZE",
      status: "PENDING_SIGNATURE",
      parentId: scene.requestId,
    });
    const deputy = await makePerson("commander", scene.police);
    const sign = async (who: Actor) =>
      signRequest(
        { ...who, secondFactorAt: new Date() },
        {
          key: key(),
          requestId: order.id,
          version: order.version,
          contentHash: await readHash(who, order.id),
        },
      );
    await expect(sign(scene.commander)).rejects.toMatchObject({ code: "not-allowed" });
    const signed = await sign(deputy);
    await acknowledgeRequest(scene.liaison, { key: key(), requestId: order.id, version: signed.version });
    const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId: order.id } }));
    await answerItem(scene.liaison, {
      key: key(),
      requestId: order.id,
      itemId: item.id,
      itemVersion: item.version,
      answer: { outcome: "DONE", doneAt: new Date().toISOString() },
    });
    const holds = await asSystem((tx) => tx.hold.findMany({ where: { requestId: scene.requestId } }));
    expect(new Set(holds.map(({ releaseReason }) => releaseReason))).toEqual(new Set(["unfrozen", null]));
    const clock = await asSystem((tx) => tx.deadline.findFirstOrThrow({ where: { appealId } }));
    expect(clock.state).toBe("met");
    expect(await getAppealLetter(scene.commander, appealId)).toMatchObject({ isUpheld: true, answer });
  });

  it("upheld keeps its right to a release: the order is drafted anew where it was withdrawn, and not before", async () => {
    const scene = await setHeldScene();
    const { appealId, version } = await reviewing(scene);
    await upholdAppeal(
      scene.commander,
      upholdAppealInput.parse({ key: key(), appealId, version, answer, draftRelease: true }),
    );
    const { unfreezeId, version: now } = await stored(appealId);
    const again = () => draftAppealRelease(scene.investigator, { key: key(), appealId, version: now });
    await expect(again()).rejects.toMatchObject({ code: "not-now" });
    const order = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: unfreezeId! } }));
    const deputy = await makePerson("commander", scene.police);
    const signed = await signRequest(
      { ...deputy, secondFactorAt: new Date() },
      {
        key: key(),
        requestId: order.id,
        version: order.version,
        contentHash: await readHash(deputy, order.id),
      },
    );
    await withdrawRequest(deputy, {
      key: key(),
      requestId: order.id,
      version: signed.version,
      reason: "Văn bản ghi nhầm số tài khoản, soạn lại.",
    });
    expect((await getAppeal(scene.investigator, appealId))!.may.draftRelease).toBe(true);
    const anew = await again();
    expect((await stored(appealId)).unfreezeId).toBe(anew.requestId);
    expect(anew.requestId).not.toBe(unfreezeId);
  });

  it("is not judged by whoever drafted the order, nor by somebody who commands nothing", async () => {
    const scene = await setHeldScene();
    const both = await makePerson(["investigator", "commander"], scene.police);
    const { appealId, version } = await reviewing(scene);
    const reject = (actor: Actor) =>
      rejectAppeal(
        actor,
        rejectAppealInput.parse({ key: key(), appealId, version, ground: "trail_leads_here", answer }),
      );
    await expect(reject(scene.investigator)).rejects.toMatchObject({ code: "not-allowed" });
    const drafter = { ...scene.investigator, roles: ["commander" as const] };
    await expect(reject(drafter)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      write(
        drafter,
        "update appeal set status = 'UPHELD', decided_by_id = $2, answer = repeat('a', 40), document_number = '1', document_date = now()::date, ended_at = date_trunc('milliseconds', clock_timestamp()) where id = $1",
        [appealId, drafter.userId],
      ),
    ).rejects.toThrow(/does not judge/);
    expect((await reject(both)).status).toBe("REJECTED");
    await expect(
      write(scene.commander, "update appeal set answer = repeat('b', 40) where id = $1", [appealId]),
    ).rejects.toThrow(/does not change/);
  });

  it("is decided once when two commanders press at the same time, and a repeated key does nothing twice", async () => {
    const scene = await setHeldScene();
    const deputy = await makePerson("commander", scene.police);
    const { appealId, version } = await reviewing(scene);
    const decide = (actor: Actor) =>
      upholdAppeal(
        actor,
        upholdAppealInput.parse({ key: key(), appealId, version, answer, draftRelease: true }),
      );
    const ends = await Promise.allSettled([decide(scene.commander), decide(deputy)]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "changed-meanwhile" },
    });
    const orders = await asSystem((tx) => tx.request.count({ where: { parentId: scene.requestId } }));
    expect(orders).toBe(1);
    const again = input(scene.holdIds[1]!);
    const [first, second] = [
      await receiveAppeal(scene.investigator, again),
      await receiveAppeal(scene.investigator, again),
    ];
    expect(second).toEqual(first);
    await expect(receiveAppeal(scene.investigator, { ...again, key: key() })).rejects.toMatchObject({
      details: { fields: { appellant: "appeal.twice" } },
    });
  });

  it("of a branch waits for its answer before the branch brings another, whoever appeals", async () => {
    const scene = await setHeldScene();
    const brought = (name: string) => take(scene.liaison, scene, { channel: "bank_branch", appellant: name });
    const ends = await Promise.allSettled([brought("Người Thứ Nhất"), brought("Người Thứ Hai")]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { details: { fields: { appellant: "appeal.branchOpen" } } },
    });
  });

  it("in a restricted case is known to its members alone", async () => {
    const scene = await setHeldScene();
    const { appealId } = await take(scene.investigator, scene);
    const sealedTo = [scene.investigator.membershipId];
    await asSystem(async (tx) => {
      await tx.case.updateMany({ where: { id: scene.caseId }, data: { restricted: true, sealedTo } });
      await tx.request.updateMany({ where: { caseId: scene.caseId }, data: { restricted: true, sealedTo } });
    });
    expect(await getAppeal(scene.commander, appealId)).toBeNull();
    expect((await listAppeals(scene.commander, appealFilter.parse({}))).rows).toEqual([]);
    expect(await getAppeal(scene.investigator, appealId)).not.toBeNull();
  });

  it("finds the hold by a part of its number, within one's own reach", async () => {
    const scene = await setHeldScene();
    const hold = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: scene.holdIds[0]! } }));
    const text = hold.account.slice(2, 9);
    for (const actor of [scene.investigator, scene.liaison])
      expect((await findHolds(actor, { text })).map(({ id }) => id)).toContain(hold.id);
    expect(await findHolds(scene.telecomLiaison, { text })).toEqual([]);
    expect(await findHolds(scene.investigator, { text: "%%%%" })).toEqual([]);
  });

  it("shows nobody anything without a context, and lets the withdrawn rest", async () => {
    const scene = await setHeldScene();
    const { appealId } = await take(scene.investigator, scene);
    const nobody = { ...scene.commander, roles: [], orgIds: [] };
    for (const table of [
      "appeal",
      "hold_review",
      "restitution_decision",
      "restitution_share",
      "restitution_return",
    ])
      expect(
        await asActor(nobody, (tx) => statement(tx, `select 1 from ${table}`, []).then(({ rows }) => rows)),
      ).toEqual([]);
    const letter = { name: "don-rut.txt", bytes: Buffer.from("Tôi rút đề nghị.") };
    const { added } = await addFiles(scene.investigator, { appealId }, [letter]);
    await withdrawAppeal(scene.commander, {
      key: key(),
      appealId,
      version: 1,
      reason: "Chủ tài khoản rút đề nghị.",
      letterId: added[0]!.id,
    });
    const clock = await asSystem((tx) => tx.deadline.findFirstOrThrow({ where: { appealId } }));
    expect(clock.state).toBe("cancelled");
  });
});

it("moves along the arrows of the lifecycle and no others", async () => {
  const scene = await setHeldScene();
  const legal = new Set(
    appealStatuses.flatMap((from) => Object.values(appealLifecycle[from]).map(({ to }) => `${from}>${to}`)),
  );
  const row = (await take(scene.investigator, scene)).appealId;
  const fields: Record<string, string> = {
    RECEIVED:
      "ended_at = null, decided_by_id = null, document_number = null, document_date = null, answer = null, ground = null",
    REVIEWING:
      "ended_at = null, decided_by_id = null, document_number = null, document_date = null, answer = null, ground = null",
    WITHDRAWN:
      "ended_at = now(), decided_by_id = null, document_number = null, document_date = null, answer = repeat('a', 40)",
  };
  const decided =
    "ended_at = now(), decided_by_id = $2, document_number = '1', document_date = now()::date, answer = repeat('a', 40), ground = 'other'";
  for (const from of appealStatuses)
    for (const to of appealStatuses.filter((status) => status !== from)) {
      const made = await asSystem(async (tx) => {
        const { id: _, ...copy } = await tx.appeal.findUniqueOrThrow({ where: { id: row } });
        const done = from === "UPHELD" || from === "REJECTED";
        const { id } = await tx.appeal.create({
          data: {
            ...copy,
            code: `KN-T-${randomUUID().slice(0, 8)}`,
            appellant: `Người ${randomUUID().slice(0, 8)}`,
            status: from,
            ...(from === "RECEIVED" || from === "REVIEWING"
              ? {}
              : { endedAt: new Date(), answer: "a".repeat(40) }),
            ...(done
              ? {
                  decidedById: scene.commander.userId,
                  documentNumber: "1",
                  documentDate: new Date(),
                  ground: "other",
                }
              : {}),
          },
          select: { id: true },
        });
        return id;
      }).catch((error: Error) => error);
      expect(made).toBeTypeOf("string");
      const move = asSystem((tx) =>
        fields[to]
          ? statement(tx, `update appeal set status = '${to}', ${fields[to]} where id = $1::uuid`, [made])
          : statement(tx, `update appeal set status = '${to}', ${decided} where id = $1::uuid`, [
              made,
              scene.commander.userId,
            ]),
      );
      const outcome = await move.then(
        () => "moved",
        () => "refused",
      );
      expect(`${from}>${to} ${outcome}`).toBe(
        `${from}>${to} ${legal.has(`${from}>${to}`) ? "moved" : "refused"}`,
      );
    }
});
