import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/day";
import { asSystem } from "@/lib/db";
import { answerItem } from "@/lib/requests/desk/answers";
import { lapseSuspensions } from "@/lib/requests/holds/expiry";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, makeDraft, issue, setScene, type Scene } from "@/prisma/factories/scene";
import { addDays } from "@/lib/local-days";
import { foldFigures } from "./fold";
import { periodFilter } from "./period";
import { getLeaderFigures } from "./leader-figures";
import { getOrganisationFigures } from "./organisation-figures";
import { forgetFigures } from "./ranges";
import { rebuildFigures } from "./rebuild";

const today = periodFilter.parse({ period: "today" });
beforeEach(forgetFigures);

/** A province of its own, so that tests beside each other do not count each other's cases. */
async function leaderOf(provinceCode: string) {
  return makePerson("leader", await makeOrganisation("peoples_committee", { provinceCode }));
}
async function answer(scene: Scene, requestId: string, ...answers: object[]) {
  const items = await asSystem((tx) =>
    tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }),
  );
  for (const [index, item] of items.entries()) {
    const given = answers[index];
    if (given)
      await answerItem(scene.liaison, {
        key: randomUUID(),
        requestId,
        itemId: item.id,
        itemVersion: item.version,
        answer: given as { outcome: string },
      });
  }
}
const moved = (bankId: string, amount: string) => ({
  outcome: "MOVED_ON",
  transfers: [
    {
      at: new Date(Date.now() - 600_000).toISOString(),
      amount,
      toInstitutionId: bankId,
      toAccount: "19036688990011",
    },
  ],
});

describe("the leader's figures", () => {
  it("shows the story of one case: reported, requested, held, moved on, by organisation, the same before and after folding", async () => {
    const scene = await setScene({ provinceCode: "T1" });
    const { requestId } = await makeAcknowledged(scene);
    await answer(scene, requestId, { outcome: "HELD", amount: "45000000" }, moved(scene.bank.id, "50000000"));
    const before = await getLeaderFigures(scene.commander, today);
    expect(before?.money).toMatchObject({
      reported: "100000000",
      requested: "100000000",
      held: "45000000",
      movedPending: "50000000",
      unexplained: "5000000",
      whole: "100000000",
      cases: 1,
    });
    expect(before?.organisations).toMatchObject([
      { id: scene.bank.id, open: 0, overdue: 0, answered: 1, inTime: 1, median: 0, isWithheld: false },
    ]);
    expect(before?.map).toEqual([{ code: "T1", cases: 1, own: true }]);
    await Promise.all([foldFigures(), foldFigures()]);
    const after = await getLeaderFigures(scene.commander, today);
    expect(after?.money).toEqual(before?.money);
    expect(await foldFigures()).toBe(0);
  });

  it("tells what is overdue, how long, and what is behind it by kind", async () => {
    const scene = await setScene({ provinceCode: "T2" });
    const leader = await leaderOf("T2");
    const { requestId } = await issue(scene, await makeDraft(scene));
    await issue(scene, await makeDraft(scene, "SUBSCRIBER_INFO"));
    await asSystem((tx) =>
      tx.deadline.updateMany({
        where: { requestId, subject: "ANSWER" },
        data: { dueAt: new Date(Date.now() - 90 * 60_000) },
      }),
    );
    const figures = await getLeaderFigures(leader, today);
    expect(figures?.totals).toMatchObject({ open: 2, overdue: 1 });
    expect(figures?.organisations[0]).toMatchObject({ id: scene.bank.id, open: 1, overdue: 1, longest: 90 });
    const behind = await getOrganisationFigures(leader, scene.bank.id, today);
    expect(behind?.kinds).toMatchObject([{ kindCode: "ACCOUNT_SUSPEND", open: 1, overdue: 1 }]);
    expect(behind?.weeks).toHaveLength(8);
    expect(behind?.weeks[7]).toMatchObject({ sent: 1, answered: 0 });
  });

  it("never shows a restricted case, and nothing of another province or to who may not", async () => {
    const scene = await setScene({ provinceCode: "T3", restricted: true });
    const draft = await makeDraft(scene);
    const sealedTo = [scene.investigator.membershipId, scene.commander.membershipId];
    await asSystem((tx) => tx.case.updateMany({ where: { id: scene.caseId }, data: { sealedTo } }));
    await asSystem((tx) => tx.request.updateMany({ where: { caseId: scene.caseId }, data: { sealedTo } }));
    await issue(scene, draft);
    for (const reader of [await leaderOf("T3"), scene.commander, await leaderOf("T4")]) {
      const figures = await getLeaderFigures(reader, today);
      expect(figures?.money).toMatchObject({ reported: "0", requested: "0", cases: 0 });
      expect(figures?.totals).toMatchObject({ open: 0 });
    }
    for (const stranger of [
      scene.investigator,
      scene.liaison,
      await makePerson("auditor", scene.police),
      await makePerson("admin", scene.police),
    ]) {
      expect(await getLeaderFigures(stranger, today)).toBeNull();
      expect(await getOrganisationFigures(stranger, scene.bank.id, today)).toBeNull();
    }
  });
});

describe("figures of fewer than five cases, outside the police", () => {
  const nothing = {
    reported: null,
    requested: null,
    held: null,
    cashedOut: null,
    movedPending: null,
    unexplained: null,
    returned: null,
    whole: null,
  };
  const trendOf = async (leader: Actor, name: string) =>
    (await getLeaderFigures(leader, today))?.trend.find((row) => row.name === name);

  it("withholds every amount and share of one case however many requests it has, and shows the police all", async () => {
    const scene = await setScene({ provinceCode: "T5" });
    const leader = await leaderOf("T5");
    for (let nth = 0; nth < 5; nth++) {
      const { requestId } = await makeAcknowledged(scene);
      await answer(scene, requestId, { outcome: "HELD", amount: "45000000" }, { outcome: "NOT_FOUND" });
    }
    for (const folded of [false, true]) {
      if (folded) await foldFigures();
      const figures = await getLeaderFigures(leader, today);
      expect(figures?.money).toMatchObject({ ...nothing, cases: null, requests: null });
      expect(figures?.organisations).toMatchObject([
        { answered: 5, median: null, p90: null, isWithheld: true },
      ]);
      expect(figures?.totals).toMatchObject({ median: null, p90: null, isWithheld: true });
      expect(figures?.trend.map(({ name, now, weeks }) => [name, now, weeks[7]])).toEqual(
        ["heldShare", "median", "p90", "onTime", "cases"].map((name) => [name, "withheld", "withheld"]),
      );
      expect(figures?.map).toEqual([{ code: "T5", cases: null, own: true }]);
      const behind = await getOrganisationFigures(leader, scene.bank.id, today);
      expect(behind?.kinds).toMatchObject([{ kindCode: "ACCOUNT_SUSPEND", median: null, isWithheld: true }]);
      expect(behind?.weeks[7]).toMatchObject({
        answered: 5,
        median: null,
        isWithheld: true,
        heldAmount: null,
      });
    }
    const own = await getLeaderFigures(scene.commander, today);
    expect(own?.money).toMatchObject({ reported: "100000000", held: "225000000", cases: 1 });
    expect(own?.trend.map(({ now }) => now)).not.toContain("withheld");
    const behind = await getOrganisationFigures(scene.commander, scene.bank.id, today);
    expect(behind?.weeks[7]).toMatchObject({ isWithheld: false, heldAmount: "225000000" });
  });

  it("shows what rests on five cases, and still withholds what was held for one of them", async () => {
    const scenes = [];
    for (let nth = 0; nth < 5; nth++) scenes.push(await setScene({ provinceCode: "T7" }));
    const leader = await leaderOf("T7");
    expect((await getLeaderFigures(leader, today))?.money).toMatchObject({
      reported: "500000000",
      held: "0",
      unexplained: "500000000",
      cases: 5,
    });
    const { requestId } = await makeAcknowledged(scenes[0]!);
    await answer(scenes[0]!, requestId, { outcome: "HELD", amount: "45000000" }, { outcome: "NOT_FOUND" });
    expect((await getLeaderFigures(leader, today))?.money).toEqual({
      ...nothing,
      reported: "500000000",
      cashedOut: "0",
      returned: "0",
      cases: 5,
      requests: null,
    });
    expect((await trendOf(leader, "heldShare"))?.now).toBe("withheld");
    expect((await trendOf(leader, "cases"))?.now).toBe(5);
  });

  it("withholds a week that with another one would tell of few", async () => {
    const scenes: Awaited<ReturnType<typeof setScene>>[] = [];
    for (let nth = 0; nth < 6; nth++) scenes.push(await setScene({ provinceCode: "TA" }));
    const leader = await leaderOf("TA");
    const read = async (query: object) =>
      (await getLeaderFigures(leader, periodFilter.parse(query)))?.money.reported;
    expect(await read({ period: "week" })).toBe("600000000");
    const ago = new Date(Date.now() - 7 * 86_400_000);
    await asSystem((tx) =>
      tx.case.updateMany({ where: { id: scenes[0]!.caseId }, data: { createdAt: ago } }),
    );
    await rebuildFigures({ replace: true });
    // Two weeks are six cases, this one is five: the one taken from the other would be a single victim's loss.
    expect(await read({ period: "custom", from: dayOf(ago), to: dayOf(new Date()) })).toBe("600000000");
    expect(await read({ period: "week" })).toBeNull();
    expect(
      (await getLeaderFigures(leader, periodFilter.parse({})))?.map.find(({ code }) => code === "TA")?.cases,
    ).toBeNull();
  });

  it("shows the week before while this one has hardly begun, and says so; the police see this one", async () => {
    const scenes: Awaited<ReturnType<typeof setScene>>[] = [];
    for (let nth = 0; nth < 12; nth++) scenes.push(await setScene({ provinceCode: "TB" }));
    const reportedAgo = (days: number, some: typeof scenes) =>
      asSystem((tx) =>
        tx.case.updateMany({
          where: { id: { in: some.map(({ caseId }) => caseId) } },
          data: { createdAt: new Date(Date.now() - days * 86_400_000) },
        }),
      );
    await reportedAgo(14, scenes.slice(0, 5));
    await reportedAgo(7, scenes.slice(5, 11));
    await rebuildFigures({ replace: true });
    const leader = await leaderOf("TB");
    const week = periodFilter.parse({ period: "week" });
    const monday = (await getLeaderFigures(scenes[0]!.commander, week))!.period.from;
    const shown = await getLeaderFigures(leader, week);
    expect(shown!.period).toMatchObject({ waitsFor: monday, to: addDays(monday, -1), isRunning: false });
    expect(shown!.money).toMatchObject({ reported: "600000000", cases: 6 });
    const behind = await getOrganisationFigures(leader, scenes[0]!.bank.id, week);
    expect(behind!.period).toEqual(shown!.period);
    expect((await getLeaderFigures(scenes[0]!.commander, week))!.money.reported).toBe("100000000");
  });

  it("counts no case that was taken off again on another day", async () => {
    for (let nth = 0; nth < 4; nth++) await setScene({ provinceCode: "T9" });
    const leader = await leaderOf("T9");
    const gone = await setScene({ provinceCode: "T9" });
    await foldFigures();
    const week = periodFilter.parse({ period: "week" });
    expect((await getLeaderFigures(leader, week))?.money.reported).toBe("500000000");
    await asSystem(
      (tx) => tx.$executeRaw`
        insert into figure_day (day, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id, count, amount)
        select day - 400, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id, count, amount from figure_day where case_id = ${gone.caseId}::uuid
        union all select day, province_code, requester_org_id, ${gone.bank.id}::uuid, 'x', measure, case_id, -count, -amount from figure_day where case_id = ${gone.caseId}::uuid`,
    );
    forgetFigures();
    expect((await getLeaderFigures(leader, week))?.money.reported).toBeNull();
    await rebuildFigures({ replace: true });
  });

  it("withholds the period before, and the days of one's own, just the same", async () => {
    const scene = await setScene({ provinceCode: "T8" });
    const leader = await leaderOf("T8");
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    await asSystem((tx) => tx.case.updateMany({ where: { id: scene.caseId }, data: { createdAt: ago(7) } }));
    await rebuildFigures({ replace: true });
    const week = periodFilter.parse({ period: "week" });
    expect((await getLeaderFigures(leader, week))?.previousReported).toBeNull();
    expect((await getLeaderFigures(scene.commander, week))?.previousReported).toBe("100000000");
    const asked = { from: dayOf(ago(7)), to: dayOf(ago(7)) };
    const oneDay = periodFilter.parse({ period: "custom", ...asked });
    expect((await getLeaderFigures(leader, oneDay))?.period).toMatchObject({
      name: "week",
      refused: { ...asked, flaws: { to: "tooShort" } },
    });
    expect((await getLeaderFigures(scene.commander, oneDay))?.money.reported).toBe("100000000");
    const weeks = periodFilter.parse({ period: "custom", from: dayOf(ago(13)), to: dayOf(ago(1)) });
    expect((await getLeaderFigures(leader, weeks))?.money).toMatchObject(nothing);
  });
});

describe("rebuilding the counters", () => {
  it("finds no difference after a story of holds, takeovers, lapses and refusals, and finds a falsified one", async () => {
    const scene = await setScene({ provinceCode: "T6" });
    const suspension = await makeAcknowledged(scene);
    await answer(
      scene,
      suspension.requestId,
      { outcome: "HELD", amount: "45000000" },
      { outcome: "HELD", amount: "20000000" },
    );
    const freeze = await issue(scene, await makeDraft(scene, "ACCOUNT_FREEZE"));
    await answer(
      scene,
      freeze.requestId,
      { outcome: "HELD", amount: "45000000", minutesNumber: "12/BB" },
      { outcome: "NOT_FOUND" },
    );
    await asSystem((tx) =>
      tx.hold.updateMany({
        where: { requestId: suspension.requestId },
        data: { untilAt: new Date(Date.now() - 1_000) },
      }),
    );
    await lapseSuspensions();
    await foldFigures();
    const own = async () =>
      (await rebuildFigures()).differences.filter(({ provinceCode }) => provinceCode === "T6");
    expect(await own()).toEqual([]);
    // The sums beside the days follow what is added, changed and exchanged there.
    const sumsThatDiffer = async () => {
      const [row] = await asSystem(
        (tx) => tx.$queryRaw<{ differing: bigint }[]>`
          select count(*) as differing from (
            select province_code, day, addressee_org_id, measure, sum(count) as count, sum(amount) as amount from figure_day group by 1, 2, 3, 4
          ) d full join figure_sum s using (province_code, day, addressee_org_id, measure)
          where coalesce(d.count, 0) <> coalesce(s.count, 0) or coalesce(d.amount, 0) <> coalesce(s.amount, 0)`,
      );
      return Number(row!.differing);
    };
    expect(await sumsThatDiffer()).toBe(0);
    await asSystem(
      (tx) =>
        tx.$executeRaw`update figure_day set amount = amount + 1 where province_code = 'T6' and measure = 'request.sent' and kind_code = 'ACCOUNT_SUSPEND'`,
    );
    expect(await own()).toMatchObject([
      { measure: "request.sent", keptAmount: 100000001n, amount: 100000000n },
    ]);
    expect(await sumsThatDiffer()).toBe(0);
    await rebuildFigures({ replace: true });
    expect(await own()).toEqual([]);
    expect(await sumsThatDiffer()).toBe(0);
  });
});
