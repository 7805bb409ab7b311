import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { answerItem } from "@/lib/requests/desk/answers";
import { acknowledgeRequest, discardRequest, returnRequest, signRequest } from "@/lib/requests/commands";
import { getRestitution } from "@/lib/restitution/queries";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { type HeldScene, holdUnderOrder, setHeldScene } from "@/prisma/factories/held";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { initiate, readHash } from "@/prisma/factories/scene";
import { fileOrders, planOrders } from "./commands";
import { fileOrdersInput, type OrderKind } from "./schema";

afterAll(closeDatabase);

const key = () => randomUUID();
const ground = "Đang chờ sao kê bổ sung của ngân hàng chuyển tiền.";
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
/** A suspension whose two holds end in a day. */
async function suspended(): Promise<HeldScene> {
  const scene = await setHeldScene("ACCOUNT_SUSPEND");
  await asSystem((tx) =>
    tx.hold.updateMany({ where: { requestId: scene.requestId }, data: { untilAt: new Date(inHours(24)) } }),
  );
  return scene;
}
const file = (
  scene: HeldScene,
  kindCode: OrderKind,
  over: Partial<{ key: string; holdIds: string[]; until: string }> = {},
  actor = scene.investigator,
) =>
  fileOrders(
    actor,
    fileOrdersInput.parse({
      key: key(),
      kindCode,
      holdIds: scene.holdIds,
      ground,
      ...(kindCode === "HOLD_EXTENSION" ? { until: inHours(30) } : {}),
      ...over,
    }),
  );
const requestOf = (id: string) =>
  asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id }, include: { items: true } }));
const drafted = (scene: HeldScene, kindCode: string) =>
  asSystem((tx) => tx.request.count({ where: { caseId: scene.caseId, kindCode } }));

describe("extending holds that end", () => {
  it("drafts one extension for the order, with the date and the ground, and hands it to the signer", async () => {
    const scene = await suspended();
    const plan = await planOrders(scene.investigator, {
      kindCode: "HOLD_EXTENSION",
      holdIds: scene.holdIds,
    });
    expect(plan.groups).toHaveLength(1);
    expect(plan.groups[0]).toMatchObject({ amount: "70000000" });
    expect(plan.latestAt).not.toBeNull();
    expect(await drafted(scene, "HOLD_EXTENSION")).toBe(0);
    const until = inHours(30);
    const filed = await file(scene, "HOLD_EXTENSION", { until });
    expect(filed).toMatchObject({ drafted: [{ holds: 2 }], leftOut: [] });
    const request = await requestOf(filed.drafted[0]!.requestId);
    expect(request).toMatchObject({
      status: "PENDING_SIGNATURE",
      parentId: scene.requestId,
      addresseeOrgId: scene.bank.id,
      details: { extendUntil: until, extensionGround: ground },
    });
    expect(request.items).toHaveLength(2);
    expect(request.grounds).toContain(ground);
  });

  it("never drafts twice: the same key has one effect, another press is told which request asks, two at once draft one", async () => {
    const scene = await suspended();
    const once = key();
    const [first, again] = [
      await file(scene, "HOLD_EXTENSION", { key: once, until: "2099-01-01T00:00:00.000Z" }),
      await file(scene, "HOLD_EXTENSION", { key: once, until: "2099-01-01T00:00:00.000Z" }),
    ];
    expect(again).toEqual(first);
    expect(first.leftOut.map(({ why }) => why)).toEqual(["tooLate", "tooLate"]);
    const both = await Promise.all([
      file(scene, "HOLD_EXTENSION"),
      file(scene, "HOLD_EXTENSION", {}, scene.commander),
    ]);
    expect(both.flatMap((filed) => filed.drafted)).toHaveLength(1);
    expect(await drafted(scene, "HOLD_EXTENSION")).toBe(1);
    const { code, requestId } = both.flatMap((filed) => filed.drafted)[0]!;
    const third = await file(scene, "HOLD_EXTENSION");
    expect(third.drafted).toEqual([]);
    expect(third.leftOut).toMatchObject([
      { why: "asked", asked: { id: requestId, code, status: "PENDING_SIGNATURE" } },
      { why: "asked", asked: { code } },
    ]);
    // One that was discarded asks nothing any more.
    const { version } = await requestOf(requestId);
    const back = await returnRequest(scene.commander, {
      key: key(),
      requestId,
      version,
      reason: "Xem lại thời điểm gia hạn.",
    });
    await discardRequest(scene.investigator, { key: key(), requestId, version: back.version });
    expect((await file(scene, "HOLD_EXTENSION")).drafted).toHaveLength(1);
  });

  it("hands its requests in at one instant, so that they are offered to be taken back together", async () => {
    const scene = await suspended();
    const second = await holdUnderOrder(scene, "ACCOUNT_SUSPEND", ["10000000", "5000000"]);
    const holdIds = [...scene.holdIds, ...second.holdIds];
    await asSystem((tx) =>
      tx.hold.updateMany({ where: { id: { in: second.holdIds } }, data: { untilAt: new Date(inHours(24)) } }),
    );
    const { drafted } = await file(scene, "HOLD_EXTENSION", { holdIds });
    const [one, other] = drafted.map(({ requestId }) => requestId);
    expect(drafted).toHaveLength(2);
    const read = await getPoliceRequest(scene.investigator, one!, "vi");
    expect(read?.handedInWith.map(({ id }) => id)).toEqual([other]);
  });

  it("leaves out row by row what has no end, has ended, or does not fit the date", async () => {
    const scene = await suspended();
    const [none, early] = scene.holdIds as [string, string];
    await asSystem((tx) => tx.hold.update({ where: { id: none }, data: { untilAt: null } }));
    const filed = await file(scene, "HOLD_EXTENSION", { until: inHours(20) });
    expect(Object.fromEntries(filed.leftOut.map(({ id, why }) => [id, why]))).toEqual({
      [none]: "noEnd",
      [early]: "notLater",
    });
    const now = new Date();
    await asSystem((tx) =>
      tx.hold.update({ where: { id: none }, data: { releasedAt: now, releaseReason: "withdrawn" } }),
    );
    const rest = await file(scene, "HOLD_EXTENSION");
    expect(rest).toMatchObject({ drafted: [{ holds: 1 }], leftOut: [{ id: none, why: "ended" }] });
    expect(await drafted(scene, "HOLD_EXTENSION")).toBe(1);
  });

  it("is for the case's investigators and the unit's commanders; for a stranger nothing is there", async () => {
    const scene = await suspended();
    const stranger = await setHeldScene("ACCOUNT_SUSPEND");
    for (const actor of [stranger.investigator, stranger.commander, scene.liaison])
      await expect(file(scene, "HOLD_EXTENSION", {}, actor)).rejects.toMatchObject({ code: "not-found" });
    const mixed = [...scene.holdIds, stranger.holdIds[0]!];
    await expect(file(scene, "HOLD_EXTENSION", { holdIds: mixed })).rejects.toMatchObject({
      code: "not-found",
    });
    for (const role of ["investigator", "analyst", "intake_officer"] as const) {
      const actor = await makePerson(role, scene.police);
      const asked = planOrders(actor, { kindCode: "HOLD_EXTENSION", holdIds: scene.holdIds });
      await expect(asked).rejects.toMatchObject({ code: "not-allowed" });
      await expect(file(scene, "HOLD_EXTENSION", {}, actor)).rejects.toMatchObject({ code: "not-allowed" });
    }
    expect(await drafted(scene, "HOLD_EXTENSION")).toBe(0);
  });
});

describe("turning suspensions into freezes", () => {
  it("waits for the decision to initiate and says so, then drafts one freeze that takes both holds over", async () => {
    const scene = await suspended();
    const early = await file(scene, "ACCOUNT_FREEZE");
    expect(early.drafted).toEqual([]);
    expect(early.leftOut.map(({ why }) => why)).toEqual(["notInitiated", "notInitiated"]);
    // The page that would give the money back says the same, before and after.
    const waiting = async (actor = scene.investigator) =>
      (await getRestitution(actor, scene.caseId))!.freezes;
    expect((await waiting()).leftOut.map(({ why }) => why)).toEqual(["notInitiated", "notInitiated"]);
    await initiate(scene.commander, scene.caseId);
    expect((await waiting()).ready.sort()).toEqual([...scene.holdIds].sort());
    const other = await waiting(await makePerson("investigator", scene.police));
    expect(other.ready).toEqual([]);
    expect(other.drafters).toEqual([scene.investigator.name]);
    const { drafted: made, leftOut } = await file(scene, "ACCOUNT_FREEZE");
    expect({ made, leftOut }).toMatchObject({ made: [{ holds: 2 }], leftOut: [] });
    const request = await requestOf(made[0]!.requestId);
    expect(request).toMatchObject({ status: "PENDING_SIGNATURE", kindCode: "ACCOUNT_FREEZE" });
    expect(request.disputedAmount).toBe(70_000_000n);
    const again = await file(scene, "ACCOUNT_FREEZE");
    expect(again.leftOut).toMatchObject([{ why: "asked", asked: { id: request.id } }, { why: "asked" }]);

    const chief = { ...scene.commander, secondFactorAt: new Date() };
    const contentHash = await readHash(chief, request.id);
    const sent = await signRequest(chief, {
      key: key(),
      requestId: request.id,
      version: request.version,
      contentHash,
    });
    await acknowledgeRequest(scene.liaison, { key: key(), requestId: request.id, version: sent.version });
    for (const item of request.items)
      await answerItem(scene.liaison, {
        key: key(),
        requestId: request.id,
        itemId: item.id,
        itemVersion: item.version,
        answer: { outcome: "HELD", amount: item.disputedAmount!.toString(), minutesNumber: "12/BB" },
      });
    const holds = await asSystem((tx) => tx.hold.findMany({ where: { caseId: scene.caseId } }));
    expect(holds.filter(({ releasedAt }) => releasedAt === null)).toHaveLength(2);
    expect(holds.filter(({ releaseReason }) => releaseReason === "confirmed")).toHaveLength(2);
    const frozen = holds.filter(({ releasedAt }) => releasedAt === null).map(({ id }) => id);
    const rest = await file(scene, "ACCOUNT_FREEZE", { holdIds: frozen });
    expect(rest.leftOut.map(({ why }) => why)).toEqual(["frozen", "frozen"]);
    await expect(file(scene, "ACCOUNT_FREEZE")).rejects.toMatchObject({ code: "not-now" });
  });

  it("asks of an account what all its orders hold, and leaves out one of which that is more than reached it", async () => {
    const scene = await suspended();
    const second = await holdUnderOrder(scene, "ACCOUNT_SUSPEND", ["40000000", "10000000"]);
    await initiate(scene.commander, scene.caseId);
    const [beyond, within] = scene.holdIds as [string, string];
    const [beyondToo, withinToo] = second.holdIds as [string, string];
    const holdIds = [beyond, within, beyondToo, withinToo];
    // Fifty million reached each account: forty and forty are more, thirty and ten are not.
    const plan = await planOrders(scene.investigator, { kindCode: "ACCOUNT_FREEZE", holdIds });
    expect(plan.groups).toMatchObject([{ amount: "40000000" }]);
    const { drafted: made, leftOut } = await file(scene, "ACCOUNT_FREEZE", { holdIds });
    expect(made).toMatchObject([{ holds: 2 }]);
    expect(leftOut.map(({ id, why }) => [id, why]).sort()).toEqual(
      [beyond, beyondToo].map((id) => [id, "beyondTrail"]).sort(),
    );
    const { items } = await requestOf(made[0]!.requestId);
    expect(items.map(({ disputedAmount }) => disputedAmount)).toEqual([40_000_000n]);
    const alone = await file(scene, "ACCOUNT_FREEZE", { holdIds: [beyond] });
    expect(alone.drafted).toMatchObject([{ holds: 1 }]);
  });

  it("drafts one freeze where two people tick one account under different orders at once", async () => {
    const scene = await suspended();
    const second = await holdUnderOrder(scene, "ACCOUNT_SUSPEND", ["10000000", "5000000"]);
    await initiate(scene.commander, scene.caseId);
    const both = await Promise.all([
      file(scene, "ACCOUNT_FREEZE", { holdIds: [scene.holdIds[0]!] }),
      file(scene, "ACCOUNT_FREEZE", { holdIds: [second.holdIds[0]!] }, scene.commander),
    ]);
    expect(both.flatMap((filed) => filed.drafted)).toHaveLength(1);
    const [request] = both.flatMap((filed) => filed.drafted);
    expect(both.flatMap((filed) => filed.leftOut)).toMatchObject([
      { why: "asked", asked: { id: request!.requestId } },
    ]);
    expect(await drafted(scene, "ACCOUNT_FREEZE")).toBe(1);
  });

  it("tells at which account a draft was refused, and drafts at the other holder", async () => {
    const scene = await suspended();
    await initiate(scene.commander, scene.caseId);
    const other = await makeOrganisation("bank", { provinceCode: null });
    const [first, second] = scene.holdIds as [string, string];
    const moved = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: second } }));
    const { caseId } = scene;
    const data = { toInstitutionId: other.id };
    await asSystem((tx) =>
      Promise.all([
        tx.target.updateMany({ where: { caseId, value: moved.account }, data: { institutionId: other.id } }),
        tx.payment.updateMany({ where: { caseId, toAccount: moved.account }, data }),
      ]),
    );
    const failed = await file(scene, "ACCOUNT_FREEZE");
    expect(failed.drafted).toEqual([]);
    expect(Object.fromEntries(failed.leftOut.map(({ id, why, fault }) => [id, { why, fault }]))).toEqual({
      [first]: { why: "together", fault: null },
      [second]: { why: "refused", fault: "target.otherInstitution" },
    });
    await asSystem((tx) => tx.hold.update({ where: { id: second }, data: { holderOrgId: other.id } }));
    const { drafted: made, leftOut } = await file(scene, "ACCOUNT_FREEZE");
    expect({ made, leftOut }).toMatchObject({ made: [{ holds: 1 }, { holds: 1 }], leftOut: [] });
    const requests = await Promise.all(made.map(({ requestId }) => requestOf(requestId)));
    expect(requests.map(({ addresseeOrgId }) => addresseeOrgId).sort()).toEqual(
      [scene.bank.id, other.id].sort(),
    );
    for (const { items } of requests) expect(items).toHaveLength(1);
  });
});
