import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { receiveAppeal, rejectAppeal, reviewAppeal, upholdAppeal } from "@/lib/release/appeals";
import { upholdAppealInput } from "@/lib/release/schema";
import { objectToRequest, replyToObjection } from "@/lib/requests/notified/commands";
import { type HeldScene, setHeldScene } from "@/prisma/factories/held";
import { makePerson } from "@/prisma/factories/people";
import { approveDecision, giveBack, key, openDecision, submitDecision } from "@/prisma/factories/restitution";
import { write } from "@/prisma/factories/sides";
import { listReturnTasks } from "./desk";
import { getRestitution } from "./queries";

afterAll(closeDatabase);

const now = "date_trunc('milliseconds', clock_timestamp())";
const approveRaw = `update restitution_decision set status = 'APPROVED', signer_id = app.user_id(), approved_at = ${now}, document_number = '1/QĐ',
  document_date = current_date, content_hash = repeat('a', 64) where id = $1`;
const returnRaw = `insert into restitution_return (share_id, decision_id, case_id, hold_id, holder_org_id, amount, returned_at, reference, recorded_by_id)
  select id, decision_id, case_id, hold_id, holder_org_id, 1, now(), 'FT-RAW', app.user_id() from restitution_share where id = $1`;

/** The procuracy that was told of the order: the register may have several for a province. */
const procuracyOf = (scene: HeldScene) =>
  asSystem(async (tx) => {
    const { procuracyOrgId } = await tx.request.findUniqueOrThrow({ where: { id: scene.requestId } });
    const found = await tx.organisation.findUniqueOrThrow({ where: { id: procuracyOrgId! } });
    return { ...found, parentIds: [] };
  });
const object = async (scene: HeldScene) =>
  objectToRequest(await makePerson("prosecutor", await procuracyOf(scene)), {
    key: key(),
    requestId: scene.requestId,
    reason: "Lệnh chưa nêu căn cứ đối với tài khoản thứ hai.",
  });
const reply = (scene: HeldScene) =>
  replyToObjection(scene.commander, {
    key: key(),
    requestId: scene.requestId,
    reason: "Căn cứ nêu tại kết luận điều tra.",
  });
const appeal = (scene: HeldScene, holdId = scene.holdIds[0]!) =>
  receiveAppeal(scene.investigator, {
    key: key(),
    holdId,
    channel: "counter",
    appellant: "Lê Thị Khiếu",
    contact: "0912 000 111",
    content: "Số tiền này là tiền lương của tôi, đề nghị xem xét.",
  });
async function answer(scene: HeldScene, appealId: string) {
  await reviewAppeal(scene.commander, { key: key(), appealId, version: 1 });
  await rejectAppeal(scene.commander, {
    key: key(),
    appealId,
    version: 2,
    ground: "trail_leads_here",
    answer: "Dòng tiền của bị hại dẫn đến tài khoản này, đề nghị không được chấp nhận.",
  });
}
const disputed = { code: "disputed" };
const refused = /is not answered/;

describe("money that somebody says is held wrongly", () => {
  it("is not approved to be given back while the procuracy's objection waits, in code and in the database", async () => {
    const scene = await setHeldScene();
    const { id } = await submitDecision(scene);
    await object(scene);
    const shown = await openDecision(scene.commander, scene);
    expect(shown.may.approve).toBe(false);
    expect(shown.disputes.map(({ kind, holdId }) => [kind, holdId]).sort()).toEqual(
      scene.holdIds.map((holdId) => ["objection", holdId]).sort(),
    );
    expect(shown.disputes[0]).toMatchObject({
      id: scene.requestId,
      by: (await procuracyOf(scene)).shortName,
    });
    await expect(approveDecision(scene.commander, scene)).rejects.toMatchObject(disputed);
    await expect(write(scene.commander, approveRaw, [id])).rejects.toThrow(refused);
    await reply(scene);
    expect((await openDecision(scene.commander, scene)).disputes).toEqual([]);
    await approveDecision(scene.commander, scene);
  });

  it("is not approved while an appeal against one of its holds waits, and is once it was answered", async () => {
    const scene = await setHeldScene();
    const { id } = await submitDecision(scene);
    const { appealId, code } = await appeal(scene);
    expect((await openDecision(scene.commander, scene)).disputes).toMatchObject([
      { kind: "appeal", id: appealId, code, by: "Lê Thị Khiếu", holdId: scene.holdIds[0] },
    ]);
    const view = await getRestitution(scene.investigator, scene.caseId);
    expect(view!.holds.map(({ disputes }) => disputes.length).sort()).toEqual([0, 1]);
    await expect(approveDecision(scene.commander, scene)).rejects.toMatchObject(disputed);
    await expect(write(scene.commander, approveRaw, [id])).rejects.toThrow(refused);
    await answer(scene, appealId);
    await approveDecision(scene.commander, scene);
  });

  it("is not paid out while an objection or an appeal came after the approval; its holder learns that it is paused and not by whom", async () => {
    const scene = await setHeldScene();
    await submitDecision(scene);
    await approveDecision(scene.commander, scene);
    const task = async () => (await listReturnTasks(scene.liaison))[0]!;
    const { appealId } = await appeal(scene);
    const ofHold = async (holdId: string) => {
      const decision = await openDecision(scene.commander, scene);
      const position = decision.shares.find((share) => share.holdId === holdId)!.position;
      return (await task()).shares.find((share) => share.position === position)!;
    };
    const paused = await ofHold(scene.holdIds[0]!);
    expect(paused.isDisputed).toBe(true);
    expect(JSON.stringify(await task())).not.toContain("Khiếu");
    await expect(giveBack(scene.liaison, paused, "1000")).rejects.toMatchObject(disputed);
    await expect(write(scene.liaison, returnRaw, [paused.id])).rejects.toThrow(refused);
    const free = await ofHold(scene.holdIds[1]!);
    expect(free.isDisputed).toBe(false);
    await giveBack(scene.liaison, free, "1000");
    await answer(scene, appealId);
    await object(scene);
    await expect(giveBack(scene.liaison, paused, "1000")).rejects.toMatchObject(disputed);
    await reply(scene);
    await giveBack(scene.liaison, paused, "1000");
  });

  it("is not approved while an appeal that was found right waits for its release", async () => {
    const scene = await setHeldScene();
    await submitDecision(scene);
    const { appealId } = await appeal(scene);
    await reviewAppeal(scene.commander, { key: key(), appealId, version: 1 });
    await upholdAppeal(
      scene.commander,
      upholdAppealInput.parse({
        key: key(),
        appealId,
        version: 2,
        answer: "Qua rà soát, số tiền đang giữ không liên quan đến khoản chuyển của bị hại.",
        draftRelease: true,
      }),
    );
    // What the page says and what the command does are one: it names the appeal and offers no approval.
    const shown = await openDecision(scene.commander, scene);
    expect(shown.may.approve).toBe(false);
    expect(shown.disputes).toMatchObject([{ kind: "upheld", id: appealId, holdId: scene.holdIds[0] }]);
    await expect(approveDecision(scene.commander, scene)).rejects.toMatchObject(disputed);
  });

  it("counts an appeal against the suspension that the freeze took over, and tells strangers nothing", async () => {
    const scene = await setHeldScene();
    const frozen = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: scene.holdIds[0]! } }));
    const { appealId } = await appeal(scene);
    // As it is after a take-over: the appeal names the earlier hold of the same account.
    await asSystem(async (tx) => {
      const { id: _id, ...same } = frozen;
      const earlier = await tx.hold.create({
        data: { ...same, releasedAt: new Date(), releaseReason: "confirmed", confirmedById: scene.requestId },
        select: { id: true },
      });
      await tx.$executeRaw`update appeal set hold_id = ${earlier.id}::uuid where id = ${appealId}::uuid`;
    });
    await submitDecision(scene);
    await expect(approveDecision(scene.commander, scene)).rejects.toMatchObject(disputed);
    const stranger = await setHeldScene();
    const asked = "select 1 / (select count(*)::int from app.disputed_holds(array[$1::uuid]))";
    await expect(write(scene.commander, asked, [frozen.id])).resolves.toBeDefined();
    await expect(write(stranger.commander, asked, [frozen.id])).rejects.toThrow(/division by zero/);
    await expect(write(stranger.liaison, asked, [frozen.id])).rejects.toThrow(/division by zero/);
  });
});
