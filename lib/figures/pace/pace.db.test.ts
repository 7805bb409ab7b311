import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restrictCase } from "@/lib/cases/commands";
import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/day";
import { asActor, asSystem, statement } from "@/lib/db";
import { acceptAnswer, askClarification, clarifyRequest, sendBackAnswer } from "@/lib/requests/commands";
import { markOpened } from "@/lib/requests/desk/commands";
import { answerNext } from "@/prisma/factories/answered";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { bucketOf } from "./buckets";
import { foldPace } from "./fold";
import { readKnown } from "./known";
import { readByOrganisation, readOwn } from "./read";
import { rebuildPace } from "./rebuild";

const key = () => randomUUID();
const reason = "Thiếu thời điểm ghi nợ của tài khoản thứ hai.";
const versionOf = async (requestId: string) =>
  (await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }))).version;
const ofBank = async (scene: Scene) => {
  await foldPace();
  const rows = await asSystem((tx) =>
    tx.paceSum.findMany({
      where: { addresseeOrgId: scene.bank.id, scope: "vn", grain: "day", kindCode: { not: "" } },
    }),
  );
  const counts: Record<string, number> = {};
  for (const { stage, bucket, count } of rows)
    if (count !== 0)
      counts[stage === "judged" || stage === "reviewed" ? `${stage} ${bucket}` : stage] =
        (counts[stage === "judged" || stage === "reviewed" ? `${stage} ${bucket}` : stage] ?? 0) + count;
  return counts;
};
const differencesOf = async (scene: Scene) =>
  (await rebuildPace()).filter(({ addresseeOrgId }) => addresseeOrgId === scene.bank.id);

describe("what answers took", () => {
  it("has the same buckets in the database as in the code", async () => {
    const values = fc.sample(fc.double({ min: 0, max: 300_000, noNaN: true }), 500);
    const rows = await asSystem(
      (tx) =>
        tx.$queryRaw<{ bucket: number }[]>`
          select app.minutes_bucket(m)::int as bucket from unnest(${values}::double precision[]) with ordinality as v(m, i) order by i`,
    );
    expect(rows.map(({ bucket }) => bucket)).toEqual(values.map(bucketOf));
  });

  it("is counted as it happens, without pauses, and again from the records without a difference", async () => {
    const scene = await setScene({ provinceCode: "F1" });
    const first = await makeAcknowledged(scene);
    await markOpened(scene.liaison, { requestId: first.requestId });
    await asSystem(
      (tx) =>
        tx.$executeRaw`update deadline set pauses = jsonb_build_array(jsonb_build_object('from', now() - interval '5 hours', 'to', now() - interval '2 hours')),
          starts_at = now() - interval '6 hours' where request_id = ${first.requestId}::uuid and subject = 'ANSWER'`,
    );
    await answerNext(scene.liaison, first.requestId);
    await answerNext(scene.liaison, first.requestId);
    await acceptAnswer(scene.commander, {
      key: key(),
      requestId: first.requestId,
      version: await versionOf(first.requestId),
    });
    const counted = await ofBank(scene);
    expect(counted).toMatchObject({ opened: 1, acted: 1, answered: 1, "judged 1": 1, "reviewed 1": 1 });
    const [answered] = await asSystem((tx) =>
      tx.paceSum.findMany({
        where: { addresseeOrgId: scene.bank.id, scope: "F1", grain: "day", stage: "answered" },
      }),
    );
    expect([bucketOf(180), bucketOf(181)]).toContain(answered?.bucket);
    expect(await differencesOf(scene)).toEqual([]);
  });

  it("counts an answer sent back once as not right at first, whatever comes after", async () => {
    const scene = await setScene({ provinceCode: "F2" });
    const { requestId } = await makeAcknowledged(scene);
    await answerNext(scene.liaison, requestId);
    await answerNext(scene.liaison, requestId);
    const items = await asSystem((tx) => tx.requestItem.findMany({ where: { requestId } }));
    await sendBackAnswer(scene.commander, {
      key: key(),
      requestId,
      version: await versionOf(requestId),
      itemIds: [items[0]!.id],
      reason,
    });
    await answerNext(scene.liaison, requestId);
    await acceptAnswer(scene.commander, { key: key(), requestId, version: await versionOf(requestId) });
    expect(await ofBank(scene)).toMatchObject({ "reviewed 0": 1, answered: 2, "judged 1": 2 });
    expect(await ofBank(scene)).not.toHaveProperty("reviewed 1");
    expect(await differencesOf(scene)).toEqual([]);
  });

  it("leaves nothing of a case that is restricted, and nothing of a clock that is waived", async () => {
    const scene = await setScene({ provinceCode: "F3" });
    const { requestId } = await makeAcknowledged(scene);
    await answerNext(scene.liaison, requestId);
    await answerNext(scene.liaison, requestId);
    await acceptAnswer(scene.commander, { key: key(), requestId, version: await versionOf(requestId) });
    expect(Object.keys(await ofBank(scene))).toContain("answered");
    await asSystem(
      (tx) =>
        tx.$executeRaw`update deadline set state = 'cancelled' where request_id = ${requestId}::uuid and subject = 'ANSWER'`,
    );
    const waived = await ofBank(scene);
    expect(waived).not.toHaveProperty("answered");
    expect(waived).not.toHaveProperty("judged 1");
    await restrictCase(scene.commander, {
      key: key(),
      caseId: scene.caseId,
      version: (await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }))).version,
      restricted: true,
      reason,
    });
    expect(await ofBank(scene)).toEqual({});
    expect(await differencesOf(scene)).toEqual([]);
  });

  it("does not count the time that the police were asked", async () => {
    const scene = await setScene({ provinceCode: "F4" });
    const { requestId } = await makeAcknowledged(scene);
    await askClarification(scene.liaison, {
      key: key(),
      requestId,
      version: await versionOf(requestId),
      reason,
    });
    await clarifyRequest(scene.commander, {
      key: key(),
      requestId,
      version: await versionOf(requestId),
      reason,
    });
    await answerNext(scene.liaison, requestId);
    await answerNext(scene.liaison, requestId);
    expect(await ofBank(scene)).toMatchObject({ answered: 1 });
    expect(await differencesOf(scene)).toEqual([]);
  });

  it("is nobody's to write and, line by line, nobody's to read: one line may be one answer, or tell of a sealed case", async () => {
    const scene = await setScene({ provinceCode: "F5" });
    const { requestId } = await makeAcknowledged(scene);
    await answerNext(scene.liaison, requestId);
    await answerNext(scene.liaison, requestId);
    const of = (kind: "peoples_committee" | "state_bank_branch") =>
      makeOrganisation(kind, { provinceCode: "F5" });
    const committee = await of("peoples_committee");
    const everybody = [
      scene.commander,
      scene.investigator,
      scene.liaison,
      scene.manager,
      await makePerson("analyst", scene.police),
      await makePerson("leader", committee),
      await makePerson("secretary", committee),
      await makePerson("department_officer", await of("state_bank_branch")),
      await makePerson("auditor", committee),
      await makePerson("admin", scene.bank),
    ];
    for (const actor of everybody)
      for (const text of [
        "select 1 from pace_delta",
        "select 1 from pace_sum",
        "select sum(count) from pace_sum",
        "update pace_sum set count = 0",
        "delete from pace_delta",
      ])
        await expect(asActor(actor, (tx) => statement(tx, text, []))).rejects.toThrow(/permission denied/);
    for (const actor of [scene.manager, scene.commander])
      await expect(
        asActor(
          actor,
          (tx) =>
            tx.$executeRaw`insert into pace_delta (day, province_code, addressee_org_id, kind_code, urgency, stage, bucket, count)
              values (current_date, 'F5', ${scene.bank.id}::uuid, 'ACCOUNT_SUSPEND', 'urgent', 'judged', 1, 1)`,
        ),
      ).rejects.toThrow(/row-level security/);
  });

  it("is added up for who reads figures, leads that desk or waits for answers, and for nobody else", async () => {
    const scene = await setScene({ provinceCode: "F5" });
    const { requestId } = await makeAcknowledged(scene);
    await answerNext(scene.liaison, requestId);
    await answerNext(scene.liaison, requestId);
    const today = dayOf(new Date());
    const days = { from: today, to: today };
    const leader = (provinceCode: string) =>
      makeOrganisation("peoples_committee", { provinceCode }).then((unit) => makePerson("leader", unit));
    const stranger = await makePerson("liaison_manager", await makeOrganisation("bank"));
    const told = async (actor: Actor) => {
      const count = (rows: { count: number; org?: string }[]) =>
        rows.filter(({ org = scene.bank.id }) => org === scene.bank.id).length > 0;
      await foldPace();
      return {
        league: count(await readByOrganisation(actor, [days], null)),
        own: count(await readOwn(actor, [days])),
        desk: count(await readKnown(actor, "desk", days)),
        unit: count(await readKnown(actor, "unit", days)),
      };
    };
    const nothing = { league: false, own: false, desk: false, unit: false };
    expect(await told(await leader("F5"))).toEqual({ ...nothing, league: true });
    expect(await told(scene.commander)).toEqual({ ...nothing, league: true, unit: true });
    expect(await told(scene.investigator)).toEqual({ ...nothing, unit: true });
    expect(await told(scene.manager)).toEqual({ ...nothing, own: true, desk: true });
    for (const actor of [await leader("F6"), stranger, scene.liaison])
      expect(await told(actor)).toEqual(nothing);
  });
});
