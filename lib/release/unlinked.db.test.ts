import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { acknowledgeRequest, signRequest } from "@/lib/requests/commands";
import { answerItem } from "@/lib/requests/desk/answers";
import { setHeldScene } from "@/prisma/factories/held";
import { makePerson } from "@/prisma/factories/people";
import { readHash } from "@/prisma/factories/scene";
import { deskHoldFilter, holdFilter } from "./filter";
import { keepHold, releaseUnlinked } from "./holds";
import { listDeskHolds, listHolders, listHolds, sumHolds } from "./list";
import { listUnlinked } from "./unlinked";

afterAll(closeDatabase);
const key = () => randomUUID();
const grounds = "Qua truy vết, số tiền đang giữ không có nguồn gốc từ bị hại.";
const ground = "Chờ sao kê bổ sung của ngân hàng chuyển tiền.";

/** A bank that holds more than ever came: 10 million beyond the 50 that the trail brought. */
async function setSurplus() {
  const scene = await setHeldScene("ACCOUNT_FREEZE", ["50000000", "30000000"]);
  await asSystem(async (tx) => {
    await tx.hold.updateMany({
      where: { id: scene.holdIds[0]! },
      data: { amount: 60_000_000n, overGround: "Theo sao kê", disputedAmount: 60_000_000n },
    });
  });
  return scene;
}
/** The victim's payments turn out to have gone elsewhere: nothing leads to the hold any more. */
const unlink = (caseId: string, account: string) =>
  asSystem((tx) =>
    tx.payment.updateMany({ where: { caseId, toAccount: account }, data: { toAccount: "99887766554433" } }),
  );

it("lists holds by their end with what they add up to, for their unit alone; the desk sees its own", async () => {
  const scene = await setHeldScene("ACCOUNT_SUSPEND");
  const page = await listHolds(scene.commander, holdFilter.parse({}));
  expect(page.rows.map(({ id }) => id).sort()).toEqual([...scene.holdIds].sort());
  expect(await sumHolds(scene.commander, holdFilter.parse({}))).toMatchObject({
    count: 2,
    amount: "70000000",
  });
  expect(await listHolders(scene.commander)).toHaveLength(1);
  expect((await listHolds(scene.commander, holdFilter.parse({ overdue: "1" }))).rows).toEqual([]);
  expect((await listHolds(scene.commander, holdFilter.parse({ appeal: "1" }))).rows).toEqual([]);
  expect(
    (await listHolds(scene.commander, holdFilter.parse({ holder: scene.bank.id, ends: "72" }))).rows.length,
  ).toBeLessThanOrEqual(2);
  for (const stranger of [scene.liaison, scene.telecomLiaison])
    expect((await listHolds(stranger, holdFilter.parse({}))).rows).toEqual([]);
  const desk = await listDeskHolds(scene.liaison, deskHoldFilter.parse({}));
  expect(desk.rows).toHaveLength(2);
  expect(JSON.stringify(desk)).not.toContain("VV-");
  expect((await listDeskHolds(scene.telecomLiaison, deskHoldFilter.parse({}))).rows).toEqual([]);
  await asSystem((tx) =>
    tx.hold.updateMany({
      where: { id: scene.holdIds[0]! },
      data: { releasedAt: new Date(), releaseReason: "lapsed" },
    }),
  );
  const ended = await listDeskHolds(scene.liaison, deskHoldFilter.parse({ view: "ended" }));
  expect(ended.rows.map(({ released }) => released?.reason)).toEqual(["lapsed"]);
  const edge = Buffer.from(JSON.stringify([page.rows[0]!.untilAt, page.rows[0]!.id])).toString("base64url");
  expect((await listHolds(scene.commander, holdFilter.parse({ after: edge }))).previous).not.toBeNull();
});

it("asks about a hold that nothing leads to until it is kept with a ground, and again once facts are new", async () => {
  const scene = await setHeldScene();
  expect((await listUnlinked(scene.commander)).rows).toEqual([]);
  const hold = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: scene.holdIds[0]! } }));
  await unlink(scene.caseId, hold.account);
  const [row] = (await listUnlinked(scene.investigator)).rows;
  expect(row).toMatchObject({
    id: hold.id,
    finding: "no_link",
    linked: "0",
    mayKeep: true,
    mayRelease: true,
  });
  const stranger = await makePerson("investigator", scene.police);
  expect((await listUnlinked(stranger)).rows[0]).toMatchObject({ mayKeep: false, mayRelease: false });
  await expect(
    keepHold(stranger, { key: key(), holdId: hold.id, facts: row!.facts, ground }),
  ).rejects.toMatchObject({ code: "not-allowed" });
  await expect(
    keepHold(scene.telecomLiaison, { key: key(), holdId: hold.id, facts: row!.facts, ground }),
  ).rejects.toMatchObject({ code: "not-found" });
  await expect(
    keepHold(scene.investigator, { key: key(), holdId: hold.id, facts: "0:0:0", ground }),
  ).rejects.toMatchObject({ code: "changed-meanwhile" });
  await keepHold(scene.investigator, { key: key(), holdId: hold.id, facts: row!.facts, ground });
  expect((await listUnlinked(scene.investigator)).rows).toEqual([]);
  await asSystem((tx) => tx.hold.updateMany({ where: { id: hold.id }, data: { amount: hold.amount - 1n } }));
  expect((await listUnlinked(scene.investigator)).rows.map(({ id }) => id)).toEqual([hold.id]);
});

it("drafts the release of a surplus in one act; the bank lets that part go and holds the rest", async () => {
  const scene = await setSurplus();
  const row = (await listUnlinked(scene.investigator)).rows.find(({ finding }) => finding === "surplus")!;
  expect(row).toMatchObject({ id: scene.holdIds[0], amount: "60000000", linked: "50000000" });
  const { requestId, status } = await releaseUnlinked(scene.investigator, {
    key: key(),
    holdId: row.id,
    facts: row.facts,
    grounds,
  });
  expect(status).toBe("PENDING_SIGNATURE");
  await expect(
    releaseUnlinked(scene.investigator, { key: key(), holdId: row.id, facts: row.facts, grounds }),
  ).rejects.toMatchObject({ code: "not-now" });
  const order = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  const signed = await signRequest(
    { ...scene.commander, secondFactorAt: new Date() },
    {
      key: key(),
      requestId,
      version: order.version,
      contentHash: await readHash(scene.commander, requestId),
    },
  );
  await acknowledgeRequest(scene.liaison, { key: key(), requestId, version: signed.version });
  const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId } }));
  await answerItem(scene.liaison, {
    key: key(),
    requestId,
    itemId: item.id,
    itemVersion: item.version,
    answer: { outcome: "DONE", doneAt: new Date().toISOString() },
  });
  const hold = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: row.id } }));
  expect(hold).toMatchObject({ amount: 50_000_000n, releasedAt: null });
  const released = await asSystem((tx) =>
    tx.figureDelta.aggregate({
      where: { caseId: scene.caseId, measure: "money.released" },
      _sum: { amount: true },
    }),
  );
  expect(released._sum.amount).toBe(10_000_000n);
  expect((await listUnlinked(scene.investigator)).rows).toEqual([]);
});

it("lets a suspension go before the case is initiated, as early as it was put on", async () => {
  const scene = await setHeldScene("ACCOUNT_SUSPEND");
  const hold = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: scene.holdIds[0]! } }));
  await unlink(scene.caseId, hold.account);
  const [row] = (await listUnlinked(scene.investigator)).rows;
  const { status } = await releaseUnlinked(scene.investigator, {
    key: key(),
    holdId: row!.id,
    facts: row!.facts,
    grounds,
  });
  expect(status).toBe("PENDING_SIGNATURE");
});
