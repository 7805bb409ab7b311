import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { can, canOnCase } from "@/lib/access/policy";
import { addNote, restrictCase } from "@/lib/cases/commands";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { roles } from "@/lib/access/roles-list";
import { askClarification } from "@/lib/requests/commands";
import { connectAsApp } from "@/prisma/factories/database-roles";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { sessionOf } from "@/prisma/factories/sign-in";
import { type Notice, onNotice } from "./listen";
import { openStreams } from "./live-sessions";
import { toldTo } from "./may-hear";
import { notify } from "./notify";
import { streamFor } from "./stream";

const heard: Notice[] = [];
const patience = { timeout: 10_000 };
let stop: () => void;
beforeAll(async () => {
  stop = onNotice((notice) => heard.push(notice));
  const { lachanNotices } = globalThis as unknown as { lachanNotices: { connected: boolean } };
  await vi.waitFor(() => expect(lachanNotices.connected).toBe(true), patience);
});
afterAll(async () => {
  stop();
  await closeDatabase();
});
afterEach(() => vi.useRealTimers());

/** Everything of a request's way that is told, and a case that is restricted and opened again. */
async function play(scene: Scene) {
  const key = () => randomUUID();
  await makeDraft(scene);
  const { requestId, version } = await makeAcknowledged(scene, "ACCOUNT_FREEZE");
  await issue(scene, await makeDraft(scene, "SUBSCRIBER_INFO"));
  await askClarification(scene.liaison, {
    key: key(),
    requestId,
    version,
    reason: "Thiếu số tài khoản nhận.",
  });
  await addNote(scene.investigator, { key: key(), caseId: scene.caseId, body: "Ghi chú riêng của vụ việc" });
}
async function restrict(scene: Scene) {
  const input = {
    caseId: scene.caseId,
    version: 1,
    restricted: true,
    reason: "Liên quan cán bộ trong đơn vị.",
  };
  await restrictCase(scene.commander, { key: randomUUID(), ...input });
}

it("tells each person of the records that his rights show him, by id, and of no other", async () => {
  const open = await setScene({ provinceCode: "U2" });
  await play(open);
  const sealed = await setScene({ provinceCode: "U3" });
  await restrict(sealed);
  await makeDraft(sealed);
  const scenes = [open, sealed];
  const about = { caseId: { in: scenes.map(({ caseId }) => caseId) } };
  const stored = await asSystem((tx) => tx.outbox.count({ where: { OR: [about] } }));
  const ours = () => heard.filter(({ caseId }) => scenes.some((scene) => scene.caseId === caseId));
  await expect.poll(() => ours().length, patience).toBe(stored);
  const requests = await asSystem((tx) => tx.request.findMany({ where: about }));
  const cases = await asSystem((tx) =>
    tx.case.findMany({ where: { id: about.caseId }, include: { members: true } }),
  );
  const people: Actor[] = [await makePerson("liaison", await makeOrganisation("bank"))];
  for (const scene of scenes)
    for (const unit of [scene.police, scene.bank, scene.telecom, scene.procuracy])
      for (const role of roles) people.push(await makePerson(role, unit));
  people.push(await makePerson("commander", await makeOrganisation("police"), [open.police, sealed.police]));
  for (const scene of scenes) people.push(scene.investigator, scene.commander);
  let told = 0;
  for (const actor of people) {
    for (const notice of ours()) {
      const request = requests.find(({ id }) => id === notice.requestId);
      const found = cases.find(({ id }) => id === notice.caseId)!;
      const seesCase = canOnCase(actor, "case.read", { ...found, memberIds: [] });
      const sees = request ? can(actor, "request.read", { ...request, memberIds: [] }) : seesCase;
      const concerns = notice.orgs.some((org) => actor.orgIds.includes(org));
      const { topic, requestId, urgent } = notice;
      const expected = { topic, requestId, caseId: seesCase ? notice.caseId : null, urgent };
      expect(await toldTo(actor, notice)).toEqual(sees && concerns ? expected : null);
      if (sees && concerns) told++;
    }
  }
  expect(told).toBeGreaterThan(30);
}, 60_000);

/** The words of a stream until `isEnough`, which closes it; all of them when it ends by itself. */
async function listen(actor: Actor, isEnough: (text: string) => boolean, during: () => Promise<unknown>) {
  const [screen, sessionId] = [new AbortController(), randomUUID()];
  const reader = streamFor(actor, sessionId, screen.signal).getReader();
  const decoder = new TextDecoder();
  let text = "";
  const reading = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      if (isEnough(text)) screen.abort();
    }
  })();
  await during();
  await reading;
  expect(openStreams(sessionId)).toBe(0);
  return text;
}

const eventsIn = (text: string) =>
  [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as Record<string, unknown>);

it("carries a topic and ids to a bank: no name, no number, no account, no code, and not the case", async () => {
  const scene = await setScene();
  const isEnough = (text: string) => text.split('"topic":"request.').length > 3;
  const text = await listen(scene.liaison, isEnough, () => play(scene));
  const told = eventsIn(text).filter(({ topic }) => topic !== "seen");
  // Each is asked for by itself, so one may overtake another: a screen reads everything anew anyway.
  expect(told.map(({ topic }) => topic).sort()).toEqual([
    "request.acknowledged",
    "request.clarification_asked",
    "request.signed",
  ]);
  for (const one of told) {
    expect(Object.keys(one).sort()).toEqual(["caseId", "requestId", "topic", "urgent"]);
    expect(one.caseId).toBeNull();
  }
  const items = await asSystem((tx) =>
    tx.requestItem.findMany({ where: { request: { caseId: scene.caseId } }, include: { request: true } }),
  );
  const secrets = items.flatMap(({ value, holderName, request }) => [value, holderName, request.code]);
  for (const secret of [...secrets, "Minh Họa", scene.liaison.name, scene.caseId, scene.investigator.userId])
    if (secret) expect(text).not.toContain(secret);
});

it("says on the channel itself no more than that something happened", async () => {
  const scene = await setScene();
  await restrict(scene);
  const stranger = await connectAsApp(); // the role's password and nobody named as who acts
  const overheard: string[] = [];
  stranger.on("notification", ({ payload }) => overheard.push(payload ?? ""));
  await stranger.query("listen lachan");
  const { requestId } = await makeDraft(scene);
  const about = { OR: [{ caseId: scene.caseId }, { requestId }] };
  await restrictCase(scene.commander, {
    key: randomUUID(),
    caseId: scene.caseId,
    version: 2,
    restricted: false,
    reason: "Hết lý do hạn chế.",
  });
  const ids = (await asSystem((tx) => tx.outbox.findMany({ where: about }))).map(({ id }) => id);
  await expect.poll(() => overheard.some((said) => ids.includes(said)), patience).toBe(true);
  for (const said of overheard) expect(said).toMatch(/^((to|of):)?[0-9a-f-]{36}$/);
  // Nor does what he says there reach a screen.
  const before = heard.length;
  const [last] = ids;
  for (const said of [
    { topic: "case.restricted", orgs: [scene.police.id], caseId: scene.caseId },
    "x",
    randomUUID(),
  ])
    await stranger.query("select pg_notify('lachan', $1)", [
      typeof said === "string" ? said : JSON.stringify(said),
    ]);
  await stranger.query("select pg_notify('lachan', $1)", [last]);
  await expect
    .poll(() => heard.slice(before).some(({ caseId }) => caseId === scene.caseId), patience)
    .toBe(true);
  const lies = heard.slice(before).filter((notice) => notice.caseId === scene.caseId);
  expect(lies).toHaveLength(1);
  await stranger.end();
});

it("tells each person, and him alone, how many notifications wait: when one comes, is read, and when the screen opens", async () => {
  const scene = await setScene();
  const { requestId } = await makeDraft(scene);
  const word = { kind: "request.question", urgent: true, requestId, code: "YC-1" } as const;
  const tell = (...to: Actor[]) =>
    asSystem((tx) =>
      notify(tx, [{ ...word, eventId: randomUUID(), to: to.map(({ membershipId }) => membershipId) }]),
    );
  await tell(scene.investigator);
  const counts = (text: string) => eventsIn(text).map(({ topic, unread }) => [topic, unread]);
  const colleague: string[] = [];
  const other = new AbortController();
  const reading = (async (stream: ReadableStream<Uint8Array>) => {
    for await (const part of stream) colleague.push(new TextDecoder().decode(part));
  })(streamFor(scene.commander, randomUUID(), other.signal));
  const text = await listen(
    scene.investigator,
    (said) => counts(said).some(([topic, unread]) => topic === "seen" && unread === 0),
    async () => {
      await new Promise((wait) => setTimeout(wait, 300)); // the first count is of when the screen opened
      await tell(scene.investigator);
      await new Promise((wait) => setTimeout(wait, 300));
      await asActor(scene.investigator, (tx) =>
        tx.notification.updateMany({ where: { requestId }, data: { readAt: new Date(Date.now() - 1_000) } }),
      );
    },
  );
  other.abort();
  await reading;
  expect(counts(text)).toContainEqual(["seen", 1]);
  expect(counts(text).slice(-2)).toEqual([
    ["notice", 2],
    ["seen", 0],
  ]);
  expect(text).not.toContain("YC-1");
  // The word of the draft itself may still come, to who may read it; a word about people names no record.
  const ofPeople = eventsIn(text).filter(({ topic }) => topic === "notice" || topic === "seen");
  expect(JSON.stringify(ofPeople)).not.toContain(requestId);
  expect(counts(colleague.join(""))).toEqual([["seen", 0]]);
});

describe("a stream ends within seconds", () => {
  const started = async (actor: Actor) => {
    await sessionOf(actor);
    return asSystem((tx) => tx.session.findFirstOrThrow({ where: { userId: actor.userId } }));
  };
  it.each([
    ["when the session is over", { ended: true }],
    ["when the person's roles are others", { roles: ["liaison_manager"] as const }],
  ])("%s, and not while both stand", async (_, change) => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const actor = await makePerson("liaison", await makeOrganisation("bank"));
    const { id } = await started(actor);
    const reader = streamFor(actor, id, new AbortController().signal).getReader();
    await reader.read();
    const over = (async () => {
      while (!(await reader.read()).done);
      return true;
    })();
    vi.advanceTimersByTime(4_000);
    await makePerson("liaison", await makeOrganisation("bank")); // the check has gone and come back meanwhile
    expect(openStreams(id)).toBe(1);
    await asSystem(async (tx) => {
      if ("ended" in change) await tx.session.updateMany({ where: { id }, data: { endedAt: new Date() } });
      else
        await tx.membership.updateMany({
          where: { id: actor.membershipId },
          data: { roles: [...change.roles] },
        });
    });
    vi.advanceTimersByTime(4_000);
    expect(await over).toBe(true);
    expect(openStreams(id)).toBe(0);
  });
});
