import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { getCaseLedger } from "@/lib/money/queries";
import { answerItem } from "@/lib/requests/desk/answers";
import { draftIn } from "@/lib/requests/drafting/commands";
import { type HeldScene, setHeldScene } from "@/prisma/factories/held";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { issue } from "@/prisma/factories/scene";
import { write, writesNothing } from "@/prisma/factories/sides";
import { basesOf } from "@/prisma/seed/story/issue";
import { approveRestitution, cancelRestitution, returnRestitution, submitRestitution } from "./commands";
import { listReturnTasks } from "./desk";
import { draftRestitution } from "./draft";
import { restitutionLifecycle } from "./lifecycle";
import { getRestitution } from "./queries";
import { recordReturn } from "./returns";
import { recordReturnInput, restitutionInput } from "./schema";

afterAll(closeDatabase);
const key = () => randomUUID();
const grounds = "Trả lại tiền cho bị hại, không ảnh hưởng đến việc giải quyết vụ án.";

async function draft(scene: HeldScene, over: object = {}, actor = scene.investigator) {
  const view = (await getRestitution(actor, scene.caseId))!;
  const bank = scene.bank.id;
  return draftRestitution(
    actor,
    restitutionInput.parse({
      key: key(),
      caseId: scene.caseId,
      grounds,
      payee: "victim",
      shares: view.proposed.map(({ holdId, victimId, amount }) => ({ holdId, victimId, amount })),
      beneficiaries: view.victims.map(({ id }) => ({
        victimId: id,
        account: "0123456789",
        institutionId: bank,
      })),
      ...over,
    }),
  );
}
const open = async (actor: Actor, scene: HeldScene) =>
  (await getRestitution(actor, scene.caseId))!.decisions[0]!;
async function submitted(scene: HeldScene, over: object = {}) {
  const { decisionId, version } = await draft(scene, over);
  await submitRestitution(scene.investigator, { key: key(), decisionId, version });
  return open(scene.commander, scene);
}
async function approve(actor: Actor, scene: HeldScene, at = new Date()) {
  const { id, version, contentHash } = await open(actor, scene);
  return approveRestitution(
    { ...actor, secondFactorAt: at },
    { key: key(), decisionId: id, version, contentHash },
  );
}
const giveBack = (
  actor: Actor,
  share: { id: string; version: number },
  amount: string,
  reference = key().slice(0, 12),
) =>
  recordReturn(
    actor,
    recordReturnInput.parse({
      key: key(),
      shareId: share.id,
      version: share.version,
      amount,
      returnedAt: new Date().toISOString(),
      reference,
    }),
  );
const tasksOf = (actor: Actor) => listReturnTasks(actor);

describe("giving held money back", () => {
  it("goes from a proposal over an approval to returns, and holds, ledger and figures follow", async () => {
    const scene = await setHeldScene();
    const view = (await getRestitution(scene.investigator, scene.caseId))!;
    expect(view.proposed.map(({ amount }) => amount).sort()).toEqual(["30000000", "40000000"]);
    expect(
      view.holds.every(({ linked, amount, isFreeze, days }) => linked === amount && isFreeze && days === 1),
    ).toBe(true);
    await submitted(scene);
    await approve(scene.commander, scene);
    const decision = await open(scene.commander, scene);
    expect(decision).toMatchObject({ status: "APPROVED", total: "70000000", returned: "0" });
    expect(decision.documentNumber).toMatch(/\/QĐ-/);

    const [task] = await tasksOf(scene.liaison);
    expect(task).toMatchObject({
      documentNumber: decision.documentNumber,
      total: "70000000",
      isCancelled: false,
    });
    expect(task!.shares[0]!.payeeAccount).toBe("0123456789");
    const [first, second] = task!.shares;
    const whole = await giveBack(scene.liaison, first!, first!.amount);
    expect(whole.isWhole).toBe(true);
    const part = await giveBack(scene.liaison, second!, "1000000", "FT-1");
    expect(part).toMatchObject({ isWhole: false, returned: "1000000" });
    await expect(
      giveBack(scene.liaison, { ...second!, version: part.version }, "1000000", "FT-1"),
    ).rejects.toMatchObject({
      details: { fields: { reference: "restitution.referenceTwice" } },
    });
    await expect(
      giveBack(scene.liaison, { ...second!, version: part.version }, "999000000"),
    ).rejects.toMatchObject({
      details: { fields: { amount: "restitution.overShare" } },
    });

    const holds = await asSystem((tx) => tx.hold.findMany({ where: { caseId: scene.caseId } }));
    const ended = holds.find(({ releasedAt }) => releasedAt);
    expect(ended).toMatchObject({ releaseReason: "returned" });
    expect(ended!.returnedAmount).toBe(ended!.amount);
    expect(holds.find(({ releasedAt }) => !releasedAt)!.returnedAmount).toBe(1_000_000n);
    const ledger = await getCaseLedger(scene.commander, scene.caseId);
    expect(ledger.returned).toBe((BigInt(first!.amount) + 1_000_000n).toString());
    expect(ledger.held).toBe("70000000");
    const counted = await asSystem((tx) =>
      tx.figureDelta.aggregate({
        where: { caseId: scene.caseId, measure: "money.returned" },
        _sum: { amount: true },
      }),
    );
    expect(counted._sum.amount).toBe(BigInt(first!.amount) + 1_000_000n);
  });

  it("tells a holder no victim's account that the decision does not disclose, and other holders nothing", async () => {
    const scene = await setHeldScene();
    await submitted(scene, { payee: "custody", custody: "TK tạm giữ 1111 tại Kho bạc", beneficiaries: [] });
    expect(await tasksOf(scene.liaison)).toEqual([]);
    await approve(scene.commander, scene);
    const [task] = await tasksOf(scene.liaison);
    expect(
      task!.shares.every(({ payeeName, payeeAccount }) => payeeName === null && payeeAccount === null),
    ).toBe(true);
    expect(JSON.stringify(task)).not.toContain("Trần Thị Minh Họa");
    expect(JSON.stringify(task)).not.toContain("VV-");
    const other = await makePerson("liaison", await makeOrganisation("bank", { provinceCode: null }));
    for (const stranger of [other, scene.telecomLiaison]) {
      expect(await tasksOf(stranger)).toEqual([]);
      await expect(giveBack(stranger, task!.shares[0]!, "1")).rejects.toMatchObject({ code: "not-found" });
      expect(await asActor(stranger, (tx) => tx.restitutionDecision.count())).toBe(0);
    }
    for (const police of [scene.investigator, scene.commander])
      await expect(giveBack(police, task!.shares[0]!, "1")).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("is approved by another commander with a fresh proof, over what he read", async () => {
    const scene = await setHeldScene();
    const both = await makePerson(["investigator", "commander"], scene.police);
    const { decisionId, version } = await draft(scene, {}, both);
    await submitRestitution(both, { key: key(), decisionId, version });
    await expect(approve(both, scene)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(approve(scene.investigator, scene)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(approve(scene.commander, scene, new Date(Date.now() - 10 * 60_000))).rejects.toMatchObject({
      code: "second-factor",
    });
    const { id, version: now } = await open(scene.commander, scene);
    await expect(
      approveRestitution(
        { ...scene.commander, secondFactorAt: new Date() },
        { key: key(), decisionId: id, version: now, contentHash: "a".repeat(64) },
      ),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    const noTitle = { ...scene.commander, signerTitle: null, secondFactorAt: new Date() };
    await expect(approve(noTitle, scene)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      write(
        scene.commander,
        "update restitution_decision set status = 'APPROVED', signer_id = drafter_id where id = $1",
        [id],
      ),
    ).rejects.toThrow();
    const deputy = await makePerson("commander", scene.police);
    const ends = await Promise.allSettled([approve(scene.commander, scene), approve(deputy, scene)]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is not approved by who rewrote it or handed it in, in code and in the database", async () => {
    const scene = await setHeldScene();
    const { commander } = scene;
    const deputy = await makePerson("commander", scene.police);
    const first = await draft(scene);
    const mine = await draft(scene, { decisionId: first.decisionId, version: first.version }, commander);
    const handIn = { key: key(), decisionId: first.decisionId, version: mine.version };
    const { version } = await submitRestitution(commander, handIn);
    await expect(approve(commander, scene)).rejects.toMatchObject({ code: "not-allowed" });
    expect((await open(deputy, scene)).drafter).toContain(commander.name);
    const stored = () =>
      asSystem((tx) => tx.restitutionDecision.findUniqueOrThrow({ where: { id: first.decisionId } }));
    expect(await stored()).toMatchObject({
      drafterId: commander.userId,
      editorIds: [scene.investigator.userId, commander.userId],
    });
    const [share] = (await open(deputy, scene)).shares;
    const now = "date_trunc('milliseconds', clock_timestamp())";
    for (const [sql, id] of [
      [
        `update restitution_decision set status = 'APPROVED', signer_id = app.user_id(), approved_at = ${now}, document_number = '1/QĐ', document_date = current_date, content_hash = repeat('a', 64) where id = $1`,
        first.decisionId,
      ],
      ["update restitution_decision set editor_ids = '{}' where id = $1", first.decisionId],
      ["update restitution_share set payee_account = '6666666666' where id = $1", share!.id],
      [`update restitution_share set issued_at = ${now} where id = $1`, share!.id],
    ])
      await expect(write(commander, sql!, [id])).rejects.toThrow(
        /not approve|permission denied|with its decision/,
      );
    const back = { key: key(), decisionId: first.decisionId, version };
    const { version: again } = await returnRestitution(deputy, { ...back, reason: "Xem lại căn cứ." });
    // Who only hands in what a colleague wrote does not approve it either.
    await submitRestitution(deputy, { key: key(), decisionId: first.decisionId, version: again });
    await expect(approve(deputy, scene)).rejects.toMatchObject({ code: "not-allowed" });
    const third = await makePerson("commander", scene.police);
    await expect(approve(third, scene)).resolves.toBeTruthy();
  });

  it("never goes beyond a hold or a loss, and a changed amount says why", async () => {
    const scene = await setHeldScene();
    const view = (await getRestitution(scene.investigator, scene.caseId))!;
    const [share] = view.proposed;
    const one = (amount: string, ground?: string) =>
      draft(scene, { shares: [{ holdId: share!.holdId, victimId: share!.victimId, amount, ground }] });
    await expect(one("1000")).rejects.toMatchObject({
      details: { fields: { "shares.0.ground": "restitution.ground" } },
    });
    await expect(one("99000000", "Theo thỏa thuận của các bên.")).rejects.toMatchObject({
      details: { fields: { "shares.0.amount": "restitution.overHeld" } },
    });
    await one("1000", "Theo thỏa thuận của các bên.");
    await expect(draft(scene)).rejects.toMatchObject({ code: "not-now" });
    const id = (await open(scene.investigator, scene)).id;
    await expect(
      asSystem(async (tx) => {
        await tx.restitutionDecision.updateMany({ where: { id }, data: { total: 90_000_000n } });
        await tx.restitutionShare.updateMany({ where: { decisionId: id }, data: { amount: 90_000_000n } });
      }),
    ).rejects.toThrow(/than is held/);
  });

  it("is given back for correction, called back while nothing has gone, and not afterwards", async () => {
    const scene = await setHeldScene();
    const waiting = await submitted(scene);
    const reason = "Bổ sung tài khoản nhận tiền của bị hại.";
    await returnRestitution(scene.commander, {
      key: key(),
      decisionId: waiting.id,
      version: waiting.version,
      reason,
    });
    const back = await open(scene.investigator, scene);
    expect(back).toMatchObject({ status: "DRAFT", statedReason: reason });
    await submitRestitution(scene.investigator, { key: key(), decisionId: back.id, version: back.version });
    await approve(scene.commander, scene);
    const issued = await open(scene.commander, scene);
    await cancelRestitution(scene.commander, {
      key: key(),
      decisionId: issued.id,
      version: issued.version,
      reason,
    });
    const [task] = await tasksOf(scene.liaison);
    expect(task!.isCancelled).toBe(true);
    await expect(giveBack(scene.liaison, task!.shares[0]!, "1")).rejects.toMatchObject({ code: "not-now" });
    await submitted(scene);
    await approve(scene.commander, scene);
    const again = (await tasksOf(scene.liaison)).find(({ isCancelled }) => !isCancelled)!;
    await giveBack(scene.liaison, again.shares[0]!, "1000");
    const underWay = await open(scene.commander, scene);
    await expect(
      cancelRestitution(scene.commander, {
        key: key(),
        decisionId: underWay.id,
        version: underWay.version,
        reason,
      }),
    ).rejects.toMatchObject({ code: "not-now" });
  });

  it("is not let go under the victims: of a release and a return at once one wins, and the money is whole", async () => {
    const scene = await setHeldScene();
    await submitted(scene);
    await approve(scene.commander, scene);
    const [task] = await tasksOf(scene.liaison);
    const hold = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: scene.holdIds[0]! } }));
    const item = await asSystem((tx) => tx.requestItem.findUniqueOrThrow({ where: { id: hold.itemId } }));
    const lift = await asActor(scene.investigator, (tx) =>
      draftIn(tx, scene.investigator, {
        caseId: scene.caseId,
        kindCode: "ACCOUNT_UNFREEZE",
        addresseeOrgId: scene.bank.id,
        urgency: "urgent",
        grounds: "Thử việc giải tỏa khi còn khoản phải trả cho bị hại.",
        legalBases: basesOf.ACCOUNT_UNFREEZE,
        parentId: scene.requestId,
        targets: [{ targetId: item.targetId }],
      }),
    );
    const sent = await issue(scene, lift);
    const order = await asSystem((tx) =>
      tx.requestItem.findFirstOrThrow({ where: { requestId: sent.requestId } }),
    );
    const letGo = () =>
      answerItem(scene.liaison, {
        key: key(),
        requestId: sent.requestId,
        itemId: order.id,
        itemVersion: order.version,
        answer: { outcome: "DONE", doneAt: new Date().toISOString() },
      });
    await expect(letGo()).rejects.toMatchObject({ code: "not-now" });
    await expect(
      write(
        scene.liaison,
        "update hold set released_at = date_trunc('milliseconds', clock_timestamp()), release_reason = 'unfrozen' where id = $1",
        [hold.id],
      ),
    ).rejects.toThrow(/still to return/);
    const back = task!.shares.find(({ amount }) => BigInt(amount) === hold.amount)!;
    const ends = await Promise.allSettled([letGo(), giveBack(scene.liaison, back, back.amount)]);
    expect(ends[1].status).toBe("fulfilled");
    const after = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: hold.id } }));
    expect(after).toMatchObject({ releaseReason: "returned", returnedAmount: hold.amount });
  });

  it("counts two returns at once of one share as one, and the sums stay the returns'", async () => {
    const scene = await setHeldScene();
    await submitted(scene);
    await approve(scene.commander, scene);
    const [task] = await tasksOf(scene.liaison);
    const share = task!.shares[0]!;
    const ends = await Promise.allSettled([
      giveBack(scene.liaison, share, share.amount),
      giveBack(scene.colleague, share, share.amount),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(
      write(scene.liaison, "update restitution_share set returned = 1 where id = $1", [task!.shares[1]!.id]),
    ).rejects.toThrow(/sum of its returns/);
    await expect(
      write(scene.liaison, "update hold set returned_amount = 1 where case_id = $1 and released_at is null", [
        scene.caseId,
      ]),
    ).rejects.toThrow(/sum of its returns/);
    await writesNothing(
      scene.liaison,
      "update restitution_decision set status = 'CANCELLED' where case_id = $1",
      [scene.caseId],
    );
    await writesNothing(
      scene.investigator,
      "update restitution_share set issued_at = null where case_id = $1",
      [scene.caseId],
    );
  });

  it("gives back out of a procedural freeze alone", async () => {
    const scene = await setHeldScene("ACCOUNT_SUSPEND");
    const view = (await getRestitution(scene.investigator, scene.caseId))!;
    expect(view.holds.map(({ isFreeze }) => isFreeze)).toEqual([false, false]);
    expect(view.proposed).toEqual([]);
  });
});

it("has the arrows of its guard", () =>
  expect(
    Object.entries(restitutionLifecycle)
      .flatMap(([from, steps]) => Object.values(steps).map(({ to }) => `${from}>${to}`))
      .sort(),
  ).toEqual([
    "APPROVED>CANCELLED",
    "DRAFT>CANCELLED",
    "DRAFT>PENDING_APPROVAL",
    "PENDING_APPROVAL>APPROVED",
    "PENDING_APPROVAL>CANCELLED",
    "PENDING_APPROVAL>DRAFT",
  ]));
