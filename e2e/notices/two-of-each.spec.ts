import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { Client, isClosed } from "../support/http";
import { WebProcess } from "../support/server";
import { cookieOf } from "../support/session";
import { type Heard, openStream } from "../support/stream";
import { WorkerProcess } from "../support/worker";

/** The run's own web and worker are the first of each; these are the second. */
const first = process.env.E2E_BASE_URL ?? "http://localhost:3200";
const web = new WebProcess(Number(process.env.E2E_PORT || 3200) + 3);
const worker = new WorkerProcess();
const orders = 8;
// One pair of processes for both tests.
test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  worker.start();
  await web.start();
});
test.afterAll(async () => {
  await web.kill();
  await worker.stop();
});

/** How many workers say that they live. */
const workersAlive = () =>
  asSystem((tx) => tx.workerProcess.count({ where: { seenAt: { gt: new Date(Date.now() - 30_000) } } }));

test("two web and two worker processes: each is told of each order once, on the screens of either", async () => {
  await expect.poll(workersAlive, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
  const scene = await setScene();
  const cookie = await cookieOf(scene.liaison);
  const heard: Heard[][] = [[], []];
  const screens = await Promise.all(
    [first, web.origin].map((origin, side) => openStream(origin, cookie, (one) => heard[side]!.push(one))),
  );
  const issued: string[] = [];
  for (let index = 0; index < orders; index++)
    issued.push((await issue(scene, await makeDraft(scene, "ACCOUNT_SUSPEND"))).requestId);

  const told = () =>
    asSystem((tx) =>
      tx.notification.findMany({
        where: { requestId: { in: issued }, kind: "request.received" },
        select: { requestId: true, membershipId: true },
      }),
    );
  const waiting = () =>
    asSystem((tx) => tx.outbox.count({ where: { requestId: { in: issued }, processedAt: null } }));
  await expect.poll(waiting, { timeout: 30_000 }).toBe(0);
  // Two liaisons, and the manager because the orders are urgent.
  const desk = [scene.liaison, scene.colleague, scene.manager].map(({ membershipId }) => membershipId);
  const said = (await told()).map(({ requestId, membershipId }) => `${requestId} ${membershipId}`).sort();
  expect(said).toEqual(issued.flatMap((id) => desk.map((one) => `${id} ${one}`)).sort());

  for (const side of heard) {
    const signed = () =>
      side.filter(({ topic }) => topic === "request.signed").map(({ requestId }) => requestId);
    await expect.poll(() => signed().sort()).toEqual([...issued].sort());
    await expect
      .poll(() => side.filter(({ topic }) => topic === "notice").map(({ unread }) => unread))
      .toContain(orders);
  }
  for (const screen of screens) screen.close();
});

test("a session and a draft begun on one web process go on on the other, and end on both", async () => {
  const { investigator } = await setScene();
  const cookie = await cookieOf(investigator);
  const [here, there] = [new Client(first, cookie), new Client(web.origin, cookie)];
  const title = `Bản nháp ${randomUUID().slice(0, 8)}`;
  const kept = await here.act("keepDraftAction", { key: "case:new", body: { title }, since: null });
  expect(kept.result).toMatchObject({ ok: true });
  const { savedAt } = kept.result!.data as { savedAt: string };

  expect((await there.get(paths.newCase)).body).toContain(title);
  const changed = `${title}, viết tiếp`;
  const on = await there.act("keepDraftAction", {
    key: "case:new",
    body: { title: changed },
    since: savedAt,
  });
  expect(on.result).toMatchObject({ ok: true });
  expect((await here.get(paths.newCase)).body).toContain(changed);
  // The first window still knows the draft as it was: it is told, and takes nothing away.
  const late = await here.act("keepDraftAction", {
    key: "case:new",
    body: { title: "cũ" },
    since: savedAt,
  });
  expect(late.result).toMatchObject({ ok: false, code: "changed-meanwhile" });

  await there.act("signOutAction", undefined);
  for (const client of [here, there]) expect(isClosed(await client.get(paths.newCase))).toBe(true);
});
