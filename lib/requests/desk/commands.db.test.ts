import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { rejection } from "@/prisma/factories/rejection";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { listQueue } from "@/lib/requests/queue/queries";
import { queueFilter } from "@/lib/requests/queue/filter";
import { answerItem } from "./answers";
import { assignRequest, markAnswering, markOpened, takeRequest } from "./commands";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);
const key = () => randomUUID();
const send = () => makeDraft(scene).then((draft) => issue(scene, draft));
const eventsOf = async (requestId: string, type: string) =>
  asActor(scene.investigator, (tx) => tx.event.count({ where: { requestId, type } }));

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
