import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { restrictCase } from "@/lib/cases/commands";
import { asSystem } from "@/lib/db";
import { answerItem } from "@/lib/requests/desk/answers";
import { refuseRequest, sendBackAnswer, withdrawRequest } from "@/lib/requests/commands";
import { lapseSuspensions } from "@/lib/requests/holds/expiry";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { foldFigures } from "./fold";
import { periodFilter } from "./period";
import { getLeaderFigures } from "./leader-figures";
import { getOrganisationFigures } from "./organisation-figures";
import { forgetFigures } from "./ranges";
import { rebuildFigures } from "./rebuild";

beforeEach(forgetFigures);
const key = () => randomUUID();
const reason = "Liên quan cán bộ trong đơn vị.";

async function answer(scene: Scene, requestId: string, ...answers: object[]) {
  const items = await asSystem((tx) =>
    tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }),
  );
  for (const [index, given] of answers.entries()) {
    const { id: itemId, version: itemVersion } = items[index]!;
    await answerItem(scene.liaison, { key: key(), requestId, itemId, itemVersion, answer: { ...given } });
  }
}
/** Money held, moved on and corrected; a freeze that takes over, a lapse, a refusal, a withdrawal, one order still open. */
async function play(scene: Scene) {
  const transfer = {
    at: new Date(Date.now() - 600_000).toISOString(),
    amount: "20000000",
    toInstitutionId: scene.bank.id,
    toAccount: "19036688990011",
  };
  const held = (amount: string) => ({ outcome: "HELD", amount, minutesNumber: "12/BB" });
  const first = await makeAcknowledged(scene);
  await answer(scene, first.requestId, held("45000000"), { ...held("10000000"), transfers: [transfer] });
  const freeze = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
  await answer(scene, freeze.requestId, held("50000000"), { outcome: "NOT_FOUND" });
  await asSystem((tx) =>
    tx.hold.updateMany({
      where: { requestId: first.requestId },
      data: { untilAt: new Date(Date.now() - 1_000) },
    }),
  );
  await lapseSuspensions();
  const [refused, withdrawn] = [await makeAcknowledged(scene), await makeAcknowledged(scene)];
  await refuseRequest(scene.liaison, {
    key: key(),
    requestId: refused.requestId,
    version: refused.version,
    ground: "technical",
    reason,
  });
  await answer(scene, withdrawn.requestId, held("1000000"));
  const { version } = await asSystem((tx) =>
    tx.request.findUniqueOrThrow({ where: { id: withdrawn.requestId } }),
  );
  await withdrawRequest(scene.commander, { key: key(), requestId: withdrawn.requestId, version, reason });
  const corrected = await makeAcknowledged(scene);
  const where = { requestId: corrected.requestId };
  await answer(scene, corrected.requestId, held("2000000"), held("3000000"));
  const sent = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: corrected.requestId } }));
  const items = await asSystem((tx) => tx.requestItem.findMany({ where, select: { id: true } }));
  const itemIds = items.map(({ id }) => id);
  await sendBackAnswer(scene.commander, { key: key(), ...where, version: sent.version, reason, itemIds });
  await answer(scene, corrected.requestId, held("5000000"), { outcome: "NO_BALANCE" });
  await issue(scene, await makeDraft(scene));
}
async function restrict(actor: Actor, caseId: string, restricted: boolean) {
  const { version } = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: caseId } }));
  return restrictCase(actor, { key: key(), caseId, version, restricted, reason });
}
/** All that a reader of figures reads of this week, but for the time of reading. */
async function read(reader: Actor, scene: Scene) {
  const week = periodFilter.parse({ period: "week" });
  const { asOf: _, ...figures } = (await getLeaderFigures(reader, week))!;
  const { asOf: __, ...behind } = (await getOrganisationFigures(reader, scene.bank.id, week))!;
  return { figures, behind };
}
/** Another unit's commander in the province: nothing is withheld from him, so that he sees what a single case adds. */
const readerOf = async (provinceCode: string) =>
  makePerson("commander", await makeOrganisation("police", { provinceCode }));
const leaderOf = async (provinceCode: string) =>
  makePerson("leader", await makeOrganisation("peoples_committee", { provinceCode }));
const differencesIn = async (province: string) =>
  (await rebuildFigures()).differences.filter(({ provinceCode }) => provinceCode === province);

describe("restricting a case later", () => {
  it("takes exactly what it was counted for off the province's figures, and opening it puts exactly that back", async () => {
    const other = await setScene({ provinceCode: "V1" });
    const reader = await readerOf("V1");
    await play(other);
    const own = await setScene({ provinceCode: "V1" });
    const without = await read(reader, own);
    // The case itself was counted when it was opened.
    expect(without.figures.money.reported).toBe("200000000");
    await restrict(own.investigator, own.caseId, true).catch(() => undefined); // no commander: changes nothing
    expect(await read(reader, own)).toEqual(without);
    await play(own);
    const counted = await read(reader, own);
    expect(BigInt(counted.figures.money.held!)).toBe(2n * BigInt(without.figures.money.held!));
    await restrict(own.commander, own.caseId, true);
    const restricted = await read(reader, own);
    expect(restricted.figures.money.reported).toBe("100000000");
    expect(restricted.figures.money.held).toBe(without.figures.money.held);
    expect(restricted.figures.totals).toEqual(without.figures.totals);
    expect(restricted.behind.totals).toMatchObject({ open: 0, answered: 0 });
    expect(restricted.behind.weeks.map(({ sent, heldAmount }) => [sent, heldAmount])).toEqual(
      without.behind.weeks.map(() => [0, "0"]),
    );
    await foldFigures();
    expect(await read(reader, own)).toEqual(restricted);
    expect(await differencesIn("V1")).toEqual([]);
    await restrict(own.commander, own.caseId, false);
    expect(await read(reader, own)).toEqual(counted);
    expect(await differencesIn("V1")).toEqual([]);
  }, 60_000);

  it("leaves nothing of it behind on any day, also where an answer was corrected later", async () => {
    const scene = await setScene({ provinceCode: "V4" });
    const { requestId, version } = await makeAcknowledged(scene);
    await answer(scene, requestId, { outcome: "HELD", amount: "45000000" }, { outcome: "NOT_FOUND" });
    await foldFigures();
    await asSystem(
      (tx) => tx.$executeRaw`update figure_day set day = day - 10 where case_id = ${scene.caseId}::uuid`,
    );
    const items = await asSystem((tx) =>
      tx.requestItem.findMany({ where: { requestId }, select: { id: true } }),
    );
    const itemIds = items.map(({ id }) => id);
    const back = { key: key(), requestId, version: version + 2, reason, itemIds };
    await sendBackAnswer(scene.commander, back);
    await answer(scene, requestId, { outcome: "HELD", amount: "5000000" }, { outcome: "NOT_FOUND" });
    await restrict(scene.commander, scene.caseId, true);
    await foldFigures();
    const left = await asSystem(
      (tx) => tx.$queryRaw<object[]>`
        select day from figure_day where case_id = ${scene.caseId}::uuid and (count <> 0 or amount <> 0)
        union all select day from figure_sum where province_code = 'V4' and (count <> 0 or amount <> 0)`,
    );
    expect(left).toEqual([]);
  }, 60_000);

  it("leaves out what happens meanwhile until it is opened again", async () => {
    const scene = await setScene({ provinceCode: "V2" });
    const reader = await readerOf("V2");
    await restrict(scene.commander, scene.caseId, true);
    await play(scene);
    expect((await read(reader, scene)).figures.money).toMatchObject({
      reported: "0",
      requested: "0",
      held: "0",
    });
    expect(await differencesIn("V2")).toEqual([]);
    await restrict(scene.commander, scene.caseId, false);
    expect((await read(reader, scene)).figures.money).toMatchObject({
      reported: "100000000",
      held: "55000000",
    });
    expect(await differencesIn("V2")).toEqual([]);
  }, 60_000);

  it("is seen in days long past too, which a reader's page keeps in memory", async () => {
    const scene = await setScene({ provinceCode: "V3" });
    const leader = await leaderOf("V3");
    const longAgo = new Date(Date.now() - 20 * 86_400_000);
    await asSystem((tx) => tx.case.updateMany({ where: { id: scene.caseId }, data: { createdAt: longAgo } }));
    await rebuildFigures({ replace: true });
    const cases = async () =>
      (await getLeaderFigures(leader, periodFilter.parse({ period: "week" })))!.trend
        .find(({ name }) => name === "cases")!
        .weeks.filter((count) => count === "withheld").length;
    expect(await cases()).toBe(1);
    await restrict(scene.commander, scene.caseId, true);
    await expect.poll(cases, { timeout: 10_000 }).toBe(0);
  });
});
