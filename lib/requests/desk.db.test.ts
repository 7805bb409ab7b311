import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { addFiles } from "@/lib/files/uploads";
import { makeAcknowledged, makeDraft, issue, type Scene, setScene } from "@/prisma/factories/scene";
import { answerItem } from "./answers";
import { acknowledgeRequest } from "./commands";
import { assignRequest, markAnswering, markOpened, takeRequest } from "./desk";
import { makePerson } from "@/prisma/factories/people";
import { getLetter } from "./queries-letter";
import { listNotified } from "./queries-notified";
import { getReceivedRequest } from "./queries-received";
import { countQueue, deskFigures, listAnswered, listQueue, listQueueUnits } from "./queries-queue";
import { queueFilter } from "./queue-filter";
import { findInQueue } from "./queue-search";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);
const key = () => randomUUID();
const send = () => makeDraft(scene).then((draft) => issue(scene, draft));
const rowOf = (id: string) => asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }));
const eventsOf = async (requestId: string, type: string) =>
  asActor(scene.investigator, (tx) => tx.event.count({ where: { requestId, type } }));
const rejection = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: unknown) => (error instanceof Problem ? { code: error.code, by: error.details.by?.name } : error),
  );

describe("who works on a request", () => {
  it("is given to a colleague by the manager, and taken back", async () => {
    const { requestId, version } = await send();
    const given = await assignRequest(scene.manager, {
      key: key(),
      requestId,
      version,
      membershipId: scene.colleague.membershipId,
    });
    expect(await rowOf(requestId)).toMatchObject({
      assigneeId: scene.colleague.membershipId,
      version: version + 1,
      status: "SENT",
    });
    await assignRequest(scene.manager, { key: key(), requestId, version: given.version, membershipId: null });
    expect(await rowOf(requestId)).toMatchObject({ assigneeId: null });
    expect(await eventsOf(requestId, "request.assigned")).toBe(2);
  });

  it.each([
    ["a liaison may not assign", "liaison", "not-allowed"],
    ["police may not assign", "commander", "not-allowed"],
    ["another organisation finds nothing", "telecomLiaison", "not-found"],
  ] as const)("%s", async (_, who, code) => {
    const { requestId, version } = await send();
    expect(
      await rejection(
        assignRequest(scene[who], {
          key: key(),
          requestId,
          version,
          membershipId: scene.colleague.membershipId,
        }),
      ),
    ).toMatchObject({ code });
  });

  it("goes to nobody outside the organisation", async () => {
    const { requestId, version } = await send();
    expect(
      await rejection(
        assignRequest(scene.manager, {
          key: key(),
          requestId,
          version,
          membershipId: scene.telecomLiaison.membershipId,
        }),
      ),
    ).toMatchObject({ code: "invalid" });
  });

  it("is taken by one of two who take it at once; the other is told by whom", async () => {
    const { requestId, version } = await send();
    const both = await Promise.all(
      [scene.liaison, scene.colleague].map((who) =>
        rejection(takeRequest(who, { key: key(), requestId, version })),
      ),
    );
    const lost = both.filter((result) => result !== null);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ code: "changed-meanwhile" });
    expect([scene.liaison.name, scene.colleague.name]).toContain((lost[0] as { by: string }).by);
  });

  it("tells the second of two liaisons who answer one target by whom it was answered", async () => {
    const { requestId } = await send();
    const item = await asSystem((tx) =>
      tx.requestItem.findFirstOrThrow({ where: { requestId, position: 1 } }),
    );
    const answer = (who: Scene["liaison"]) =>
      rejection(
        answerItem(who, {
          key: key(),
          requestId,
          itemId: item.id,
          itemVersion: item.version,
          answer: { outcome: "NOT_FOUND" },
        }),
      );
    const lost = (await Promise.all([answer(scene.liaison), answer(scene.colleague)])).filter(
      (result) => result !== null,
    );
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ code: "changed-meanwhile" });
  });
});

describe("opening and answering", () => {
  it("keeps the first opening alone and leaves the version as it is", async () => {
    const { requestId, version } = await send();
    const results = await Promise.all([
      markOpened(scene.liaison, { requestId }),
      markOpened(scene.colleague, { requestId }),
    ]);
    expect(results.filter(({ first }) => first)).toHaveLength(1);
    expect(await rowOf(requestId)).toMatchObject({ version });
    expect(await eventsOf(requestId, "request.opened")).toBe(1);
    expect(await markOpened(scene.investigator, { requestId })).toEqual({ first: false });
    expect(await rejection(markOpened(scene.telecomLiaison, { requestId }))).toMatchObject({
      code: "not-found",
    });
  });

  it("shows who is answering until he stops, and bars nobody", async () => {
    const { requestId } = await send();
    expect(await markAnswering(scene.liaison, { requestId, answering: true })).toEqual({ other: null });
    expect(await markAnswering(scene.colleague, { requestId, answering: true })).toEqual({
      other: scene.liaison.name,
    });
    const [row] = (await listQueue(scene.manager, queueFilter.parse({}))).rows.filter(
      ({ id }) => id === requestId,
    );
    expect(row?.answering).toEqual({ name: scene.liaison.name, mine: false });
    await markAnswering(scene.liaison, { requestId, answering: false });
    expect(await markAnswering(scene.colleague, { requestId, answering: true })).toEqual({ other: null });
  });

  it("fades after a minute", async () => {
    const { requestId } = await send();
    await markAnswering(scene.liaison, { requestId, answering: true });
    await asSystem((tx) =>
      tx.request.updateMany({
        where: { id: requestId },
        data: { answeringAt: new Date(Date.now() - 61_000) },
      }),
    );
    expect(await markAnswering(scene.colleague, { requestId, answering: true })).toEqual({ other: null });
  });
});

describe("an order as its addressee reads it", () => {
  it("is genuine as signed, shows no victim and no case, and is nobody else's", async () => {
    const { requestId } = await send();
    const read = await getReceivedRequest(scene.liaison, requestId);
    expect(read).toMatchObject({
      isDesk: true,
      proof: { genuine: true },
      latestHoldUntil: expect.any(String),
    });
    expect(read?.offers).toEqual(expect.arrayContaining(["acknowledge", "answer", "ask", "refuse", "take"]));
    expect(JSON.stringify(read)).not.toContain("Trần Thị Minh Họa");
    expect(await getReceivedRequest(scene.telecomLiaison, requestId)).toBeNull();
    expect(await getLetter(scene.telecomLiaison, requestId)).toBeNull();
    expect(await getLetter(scene.liaison, requestId)).toMatchObject({
      genuine: true,
      documentNumber: expect.stringContaining("/CV-"),
    });
  });

  it("is not answered once its content is not what was signed", async () => {
    const { requestId } = await send();
    await asSystem(async (tx) => {
      const { id: targetId } = await tx.target.findFirstOrThrow({ where: { caseId: scene.caseId } });
      await tx.requestItem.create({
        data: {
          requestId,
          targetId,
          position: 9,
          kind: "bank_account",
          value: "000011112222",
          display: "0000 1111 2222",
        },
      });
    });
    expect((await getReceivedRequest(scene.liaison, requestId))?.proof.genuine).toBe(false);
    const item = await asSystem((tx) =>
      tx.requestItem.findFirstOrThrow({ where: { requestId, position: 1 } }),
    );
    expect(
      await rejection(
        answerItem(scene.liaison, {
          key: key(),
          requestId,
          itemId: item.id,
          itemVersion: item.version,
          answer: { outcome: "NOT_FOUND" },
        }),
      ),
    ).toMatchObject({ code: "not-now" });
  });

  it("keeps the whole of an answer readable for the desk that gave it, with its files, and for no procuracy", async () => {
    const freeze = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
    const { requestId } = freeze;
    const item = await asSystem((tx) =>
      tx.requestItem.findFirstOrThrow({ where: { requestId, position: 1 } }),
    );
    const transfer = {
      at: new Date().toISOString(),
      amount: "1000000",
      toInstitutionId: scene.bank.id,
      toAccount: "19035527881016",
    };
    await answerItem(scene.liaison, {
      key: key(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer: { outcome: "MOVED_ON", transfers: [transfer] },
    });
    await addFiles(scene.liaison, { requestId }, [{ name: "sao-ke.txt", bytes: Buffer.from("Sao kê") }]);
    const read = await getReceivedRequest(scene.colleague, requestId);
    expect(read?.items[0]?.answer).toMatchObject({ transfers: [transfer] });
    expect(read?.institutions).toEqual({ [scene.bank.id]: expect.any(String) });
    expect(read?.answerFiles).toMatchObject([{ name: "sao-ke.txt", mine: true }]);
    const { procuracyOrgId } = await rowOf(requestId);
    const prosecutor = await makePerson("prosecutor", { ...scene.procuracy, id: procuracyOrgId! });
    const notified = await getReceivedRequest(prosecutor, requestId);
    expect(notified).toMatchObject({ answerFiles: [], items: [{ answer: null }, { answer: null }] });
  });

  it("is read, not touched, by the procuracy that was notified", async () => {
    const freeze = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
    const { procuracyOrgId } = await rowOf(freeze.requestId);
    const prosecutor = await makePerson("prosecutor", { ...scene.procuracy, id: procuracyOrgId! });
    expect(await getReceivedRequest(prosecutor, freeze.requestId)).toMatchObject({
      isDesk: false,
      offers: [],
      proof: { genuine: true },
    });
    expect((await listNotified(prosecutor, {})).rows.map(({ id }) => id)).toContain(freeze.requestId);
    expect((await listNotified(scene.liaison, {})).rows).toEqual([]);
  });
});

describe("the queue of an organisation", () => {
  it("lists by time left, counts each tab, finds by part of an account and shows nothing to others", async () => {
    const own = await setScene();
    const first = await issue(own, await makeDraft(own, "ACCOUNT_SUSPEND"));
    const second = await makeAcknowledged(own, "ACCOUNT_FREEZE");
    const open = (await listQueue(own.liaison, queueFilter.parse({}))).rows;
    expect(open.map(({ id }) => id).sort()).toEqual([first.requestId, second.requestId].sort());
    expect([...open].sort((a, b) => a.dueAt.localeCompare(b.dueAt))).toEqual(open);
    expect(
      (await listQueue(own.liaison, queueFilter.parse({ tab: "mine" }))).rows.map(({ id }) => id),
    ).toEqual([second.requestId]);
    expect(
      (await listQueue(own.liaison, queueFilter.parse({ tab: "unclaimed" }))).rows.map(({ id }) => id),
    ).toEqual([first.requestId]);
    expect(
      (await listQueue(own.liaison, queueFilter.parse({ kind: "ACCOUNT_FREEZE", urgent: "1" }))).rows.map(
        ({ id }) => id,
      ),
    ).toEqual([second.requestId]);
    expect(await countQueue(own.liaison)).toEqual({
      open: 2,
      mine: 1,
      unclaimed: 1,
      clarification: 0,
      answered: 0,
    });
    expect(await listQueueUnits(own.liaison)).toHaveLength(1);

    const item = await asSystem((tx) =>
      tx.requestItem.findFirstOrThrow({ where: { requestId: first.requestId } }),
    );
    const part = item.value.slice(3, 9);
    expect(
      (await findInQueue(own.liaison, { text: `${part.slice(0, 3)} ${part.slice(3)}` })).map(({ id }) => id),
    ).toContain(first.requestId);
    expect(await findInQueue(own.liaison, { text: "%%" })).toEqual([]);
    for (const stranger of [own.telecomLiaison, own.investigator, own.commander]) {
      expect((await listQueue(stranger, queueFilter.parse({}))).rows).toEqual([]);
      expect(await findInQueue(stranger, { text: part })).toEqual([]);
      expect(await countQueue(stranger)).toMatchObject({ open: 0, unclaimed: 0 });
    }
  });

  it("keeps its place over pages in both directions", async () => {
    const own = await setScene();
    const sent = [];
    for (let i = 0; i < 3; i++) sent.push(await issue(own, await makeDraft(own)));
    const page = await listQueue(own.liaison, queueFilter.parse({}));
    expect(page).toMatchObject({ previous: null, next: null });
    const [first, second, third] = page.rows;
    const edge = Buffer.from(JSON.stringify([first!.dueAt, first!.id])).toString("base64url");
    const after = await listQueue(own.liaison, queueFilter.parse({ after: edge }));
    expect(after.rows.map(({ id }) => id)).toEqual([second!.id, third!.id]);
    expect(after.previous).not.toBeNull();
    const before = await listQueue(own.liaison, queueFilter.parse({ before: after.previous }));
    expect(before.rows.map(({ id }) => id)).toEqual([first!.id]);
    expect(before.previous).toBeNull();
  });

  it("moves what is answered to the answered list and into the manager's figures", async () => {
    const own = await setScene();
    const sent = await issue(own, await makeDraft(own));
    await acknowledgeRequest(own.liaison, { key: key(), requestId: sent.requestId, version: sent.version });
    for (const item of await asSystem((tx) =>
      tx.requestItem.findMany({ where: { requestId: sent.requestId } }),
    )) {
      await answerItem(own.liaison, {
        key: key(),
        requestId: sent.requestId,
        itemId: item.id,
        itemVersion: item.version,
        answer: { outcome: "NO_BALANCE" },
      });
    }
    expect((await listQueue(own.liaison, queueFilter.parse({}))).rows).toEqual([]);
    expect((await listAnswered(own.liaison, queueFilter.parse({}), true)).rows.map(({ id }) => id)).toEqual([
      sent.requestId,
    ]);
    expect(await countQueue(own.liaison)).toMatchObject({ open: 0, answered: 1 });
    expect(await deskFigures(own.manager)).toMatchObject({
      open: 0,
      overdue: 0,
      answers: 1,
      medianMinutes: 0,
    });
  });
});
