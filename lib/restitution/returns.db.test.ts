import { afterAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { getCaseLedger } from "@/lib/money/queries";
import { sendBackAnswer } from "@/lib/requests/commands";
import { answerItem } from "@/lib/requests/desk/answers";
import { draftIn } from "@/lib/requests/drafting/commands";
import { holdUnderOrder, setHeldScene } from "@/prisma/factories/held";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { approveDecision, giveBack, key, openDecision, submitDecision } from "@/prisma/factories/restitution";
import { issue } from "@/prisma/factories/scene";
import { write, writesNothing } from "@/prisma/factories/sides";
import { itemsOf, rowOf } from "@/prisma/factories/stored";
import { basesOf } from "@/prisma/seed/story/issue";
import { listReturnTasks } from "./desk";
import { getRestitution } from "./queries";

afterAll(closeDatabase);

describe("giving held money back", () => {
  it("goes from a proposal over an approval to returns, and holds, ledger and figures follow", async () => {
    const scene = await setHeldScene();
    const view = (await getRestitution(scene.investigator, scene.caseId))!;
    expect(view.proposed.map(({ amount }) => amount).sort()).toEqual(["30000000", "40000000"]);
    expect(
      view.holds.every(({ linked, amount, isPayable, days }) => linked === amount && isPayable && days === 1),
    ).toBe(true);
    await submitDecision(scene);
    await approveDecision(scene.commander, scene);
    const decision = await openDecision(scene.commander, scene);
    expect(decision).toMatchObject({ status: "APPROVED", total: "70000000", returned: "0" });
    expect(decision.documentNumber).toMatch(/\/QĐ-/);

    const [task] = await listReturnTasks(scene.liaison);
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
    await submitDecision(scene, {
      payee: "custody",
      custody: "TK tạm giữ 1111 tại Kho bạc",
      beneficiaries: [],
    });
    expect(await listReturnTasks(scene.liaison)).toEqual([]);
    await approveDecision(scene.commander, scene);
    const [task] = await listReturnTasks(scene.liaison);
    expect(
      task!.shares.every(({ payeeName, payeeAccount }) => payeeName === null && payeeAccount === null),
    ).toBe(true);
    expect(JSON.stringify(task)).not.toContain("Trần Thị Minh Họa");
    expect(JSON.stringify(task)).not.toContain("VV-");
    const other = await makePerson("liaison", await makeOrganisation("bank", { provinceCode: null }));
    for (const stranger of [other, scene.telecomLiaison]) {
      expect(await listReturnTasks(stranger)).toEqual([]);
      await expect(giveBack(stranger, task!.shares[0]!, "1")).rejects.toMatchObject({ code: "not-found" });
      expect(await asActor(stranger, (tx) => tx.restitutionDecision.count())).toBe(0);
    }
    for (const police of [scene.investigator, scene.commander])
      await expect(giveBack(police, task!.shares[0]!, "1")).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("is neither taken over by another freeze nor made smaller while a decision has still to give back out of it", async () => {
    const scene = await setHeldScene();
    await submitDecision(scene);
    await approveDecision(scene.commander, scene);
    await expect(holdUnderOrder(scene, "ACCOUNT_FREEZE", ["40000000", "30000000"])).rejects.toMatchObject({
      code: "not-now",
    });
    const { version } = await rowOf(scene.requestId);
    const [item] = await itemsOf(scene.requestId);
    const reason = "Thiếu số biên bản.";
    await sendBackAnswer(scene.investigator, {
      key: key(),
      requestId: scene.requestId,
      version,
      reason,
      itemIds: [item!.id],
    });
    const [again] = await itemsOf(scene.requestId);
    const say = (amount: string) =>
      answerItem(scene.liaison, {
        key: key(),
        requestId: scene.requestId,
        itemId: again!.id,
        itemVersion: again!.version,
        answer: { outcome: "HELD", amount, minutesNumber: "13/BB" },
      });
    await expect(say("1000000")).rejects.toMatchObject({ code: "not-now" });
    await say("40000000");
  });

  it("is not let go under the victims: of a release and a return at once one wins, and the money is whole", async () => {
    const scene = await setHeldScene();
    await submitDecision(scene);
    await approveDecision(scene.commander, scene);
    const [task] = await listReturnTasks(scene.liaison);
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
    await submitDecision(scene);
    await approveDecision(scene.commander, scene);
    const [task] = await listReturnTasks(scene.liaison);
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
});
