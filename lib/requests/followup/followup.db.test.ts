import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { addCaseTargets } from "@/lib/cases/commands";
import { addTargetsInput } from "@/lib/cases/schema";
import { sendBackAnswer } from "@/lib/requests/commands";
import { getReceivedRequest } from "@/lib/requests/desk/queries";
import { saveDraft } from "@/lib/requests/drafting/commands";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { draftInput } from "@/lib/requests/schema";
import { envelopeOf } from "@/lib/requests/signing/envelope";
import { answerOf, issueAs, makeAsked, makeHeld, makeSentOf, makeTargets } from "@/prisma/factories/kinds";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { setScene } from "@/prisma/factories/scene";
import { deadlineOf, itemsOf, rowOf } from "@/prisma/factories/stored";
import { basesOf } from "@/prisma/seed/story/issue";
import { recordRecheck } from "./recheck";
import { rerouteItems } from "./reroute";

afterAll(closeDatabase);
const key = () => randomUUID();
const refusedAt = (field: string, code: string) => ({
  code: "invalid",
  details: { fields: { [field]: code } },
});

describe("an extension", () => {
  const day = 86_400_000;
  async function held() {
    const scene = await setScene();
    const asked = await makeAsked("ACCOUNT_SUSPEND");
    const targets = await makeTargets(scene, "ACCOUNT_SUSPEND", 1, asked.organisation);
    const parentId = await makeHeld(scene, asked, targets);
    const [hold] = await asSystem((tx) => tx.hold.findMany({ where: { requestId: parentId } }));
    return { scene, asked, targets, parentId, hold: hold! };
  }

  it("moves the end of the hold, within the register's time from its present end", async () => {
    const { scene, asked, targets, parentId, hold } = await held();
    const { requestId } = await makeSentOf(scene, "HOLD_EXTENSION", asked, targets, { parentId });
    const [item] = await itemsOf(requestId);
    const done = (until: Date) => answerOf(asked, item!, { outcome: "DONE", until: until.toISOString() });
    await expect(done(new Date(hold.untilAt!.getTime() + 60 * day))).rejects.toMatchObject(
      refusedAt("answer.until", "answer.untilTooLate"),
    );
    await expect(done(new Date(hold.untilAt!.getTime() - 60_000))).rejects.toMatchObject(
      refusedAt("answer.until", "answer.notLater"),
    );
    const until = new Date(hold.untilAt!.getTime() + day / 2);
    await done(until);
    const after = await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: hold.id } }));
    expect(after).toMatchObject({ untilAt: until, releasedAt: null, amount: hold.amount });
    expect(await deadlineOf(parentId, "SUSPENSION_MAX")).toMatchObject({ state: "met" });
    expect(await deadlineOf(requestId, "SUSPENSION_MAX")).toMatchObject({ state: "running" });
    expect((await deadlineOf(requestId, "SUSPENSION_MAX"))!.dueAt > hold.untilAt!).toBe(true);
  });

  it("holds no longer than the signed request asks for, also where the register would allow it", async () => {
    const { scene, asked, targets, parentId, hold } = await held();
    const extendUntil = new Date(hold.untilAt!.getTime() + 3_600_000).toISOString();
    const { requestId } = await makeSentOf(scene, "HOLD_EXTENSION", asked, targets, {
      parentId,
      details: { extendUntil },
    });
    const [item] = await itemsOf(requestId);
    const done = (ms: number) =>
      answerOf(asked, item!, {
        outcome: "DONE",
        until: new Date(Date.parse(extendUntil) + ms).toISOString(),
      });
    await expect(done(2 * 3_600_000)).rejects.toMatchObject(refusedAt("answer.until", "answer.untilTooLate"));
    await done(0);
    expect(await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: hold.id } }))).toMatchObject({
      untilAt: new Date(extendUntil),
    });
  });

  it("goes on with what is held alone", async () => {
    const { scene, asked, parentId, hold } = await held();
    const others = await makeTargets(scene, "HOLD_EXTENSION", 1, asked.organisation);
    await expect(makeSentOf(scene, "HOLD_EXTENSION", asked, others, { parentId })).rejects.toMatchObject(
      refusedAt("targets.0.targetId", "target.notHeld"),
    );
    await expect(makeSentOf(scene, "HOLD_EXTENSION", asked, others)).rejects.toMatchObject(
      refusedAt("parentId", "parent.required"),
    );
    expect(hold.releasedAt).toBeNull();
  });

  it("that is refused changes nothing", async () => {
    const { scene, asked, targets, parentId, hold } = await held();
    const { requestId } = await makeSentOf(scene, "HOLD_EXTENSION", asked, targets, { parentId });
    const [item] = await itemsOf(requestId);
    await answerOf(asked, item!, {
      outcome: "REFUSED",
      ground: "other",
      explanation: "Khách hàng đã khiếu nại bằng văn bản.",
    });
    expect(await asSystem((tx) => tx.hold.findUniqueOrThrow({ where: { id: hold.id } }))).toEqual(hold);
    expect(await deadlineOf(parentId, "SUSPENSION_MAX")).toMatchObject({ state: "running" });
  });
});

describe("what was taken down", () => {
  it("is looked at again until it is gone, and once more after a corrected answer", async () => {
    const scene = await setScene();
    const asked = await makeAsked("CONTENT_TAKEDOWN");
    const targets = await makeTargets(scene, "CONTENT_TAKEDOWN", 2, asked.organisation);
    const { requestId } = await makeSentOf(scene, "CONTENT_TAKEDOWN", asked, targets);
    const [taken, missing] = await itemsOf(requestId);
    expect(taken!.details).toMatchObject({ snapshotTextHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const look = async (itemId: string, isGone: boolean, note?: string) => {
      const { version } = await rowOf(requestId);
      return recordRecheck(scene.investigator, { key: key(), requestId, version, itemId, isGone, note });
    };
    await expect(look(taken!.id, true)).rejects.toMatchObject({ code: "not-now" });
    await answerOf(asked, taken!, { outcome: "REMOVED", doneAt: new Date().toISOString() });
    await answerOf(asked, missing!, { outcome: "NOT_FOUND" });
    const shown = async () =>
      (await getPoliceRequest(scene.investigator, requestId, "vi"))!.items.map(({ rechecks }) =>
        rechecks?.map(({ isGone }) => isGone),
      );
    expect((await shown()).filter((each) => each !== undefined)).toEqual([[]]);
    await look(taken!.id, false, "Tài khoản mới đăng lại đúng nội dung.");
    await look(taken!.id, true);
    expect((await shown()).filter((each) => each !== undefined)).toEqual([[true, false]]);
    await expect(look(taken!.id, true)).rejects.toMatchObject({ code: "not-now" });
    await expect(look(missing!.id, true)).rejects.toMatchObject({ code: "not-now" });
    // The platform does not see what the unit found.
    expect(await asActor(asked.desk, (tx) => tx.recheck.count())).toBe(0);
    await expect(
      recordRecheck(asked.desk, {
        key: key(),
        requestId,
        version: (await rowOf(requestId)).version,
        itemId: taken!.id,
        isGone: true,
        note: undefined,
      }),
    ).rejects.toMatchObject({ code: "not-allowed" });

    const { version } = await rowOf(requestId);
    await sendBackAnswer(scene.investigator, {
      key: key(),
      requestId,
      version,
      reason: "Nội dung vẫn còn ở địa chỉ khác.",
      itemIds: [taken!.id],
    });
    const again = (await itemsOf(requestId)).find(({ id }) => id === taken!.id)!;
    await answerOf(asked, again, { outcome: "BLOCKED", doneAt: new Date().toISOString() });
    expect((await shown()).filter((each) => each !== undefined)).toEqual([[]]);
  });

  it("needs a snapshot, of text or of a picture that is attached", async () => {
    const scene = await setScene();
    const asked = await makeAsked("CONTENT_TAKEDOWN");
    const targets = await makeTargets(scene, "CONTENT_TAKEDOWN", 1, asked.organisation);
    const draft = (target: object) => makeSentOf(scene, "CONTENT_TAKEDOWN", asked, targets, { target });
    await expect(draft({ snapshotText: undefined })).rejects.toMatchObject(
      refusedAt("targets.0.details.snapshotText", "details.oneOf"),
    );
    await expect(draft({ snapshotFile: randomUUID() })).rejects.toMatchObject(
      refusedAt("targets.0.details.snapshotFile", "file.notAttached"),
    );
  });
});

describe("not ours", () => {
  it("goes on to who keeps it in one step: same kind, target, grounds and files, linked, waiting for its signature", async () => {
    const scene = await setScene();
    const asked = await makeAsked("IP_INFO");
    const right = await makeOrganisation("telecom", { provinceCode: null });
    const rightDesk = await makePerson("liaison", right);
    const targets = await makeTargets(scene, "IP_INFO", 2, asked.organisation);
    const { requestId } = await makeSentOf(scene, "IP_INFO", asked, targets);
    const [own, ported] = await itemsOf(requestId);
    await answerOf(asked, own!, { outcome: "NOT_FOUND" });
    const pass = async (itemId: string) =>
      rerouteItems(scene.investigator, {
        key: key(),
        requestId,
        version: (await rowOf(requestId)).version,
        itemIds: [itemId],
        addresseeOrgId: right.id,
      });
    await expect(pass(ported!.id)).rejects.toMatchObject({ code: "not-now" });
    await answerOf(asked, ported!, { outcome: "NOT_OURS", operatorId: right.id });
    const view = (await getPoliceRequest(scene.investigator, requestId, "vi"))!;
    expect(view.reroutes?.groups).toMatchObject([{ operatorId: right.id, items: [{ id: ported!.id }] }]);
    await expect(pass(own!.id)).rejects.toMatchObject({ code: "not-now" });
    const passed = await pass(ported!.id);
    expect(passed.status).toBe("PENDING_SIGNATURE");
    const [first, second] = [await rowOf(requestId), await rowOf(passed.requestId)];
    expect(second).toMatchObject({
      kindCode: "IP_INFO",
      addresseeOrgId: right.id,
      grounds: first.grounds,
      legalBases: first.legalBases,
      linkedId: requestId,
      link: "rerouted",
    });
    const [copy] = await itemsOf(passed.requestId);
    expect(copy).toMatchObject({ value: ported!.value, details: ported!.details, institutionId: right.id });
    // The case says from now on who keeps it; what was signed says what it said.
    const kept = await asSystem((tx) => tx.target.findUniqueOrThrow({ where: { id: ported!.targetId } }));
    expect(kept.institutionId).toBe(right.id);
    expect((await itemsOf(requestId)).find(({ id }) => id === ported!.id)).toMatchObject({
      institutionId: ported!.institutionId,
    });
    expect(await rowOf(requestId)).toMatchObject({ contentHash: first.contentHash });
    const [moved] = await asSystem((tx) =>
      tx.event.findMany({ where: { type: "case.keeper_changed", subjectId: ported!.targetId } }),
    );
    expect(moved).toMatchObject({ changes: { to: right.id }, shared: false, requestId });
    // Nobody writes it without such an answer and such a request.
    const free = await asActor(scene.investigator, (tx) =>
      tx.target.updateMany({ where: { id: own!.targetId }, data: { institutionId: right.id } }),
    );
    expect(free.count).toBe(0);
    await expect(
      asActor(scene.investigator, (tx) =>
        tx.target.updateMany({ where: { id: ported!.targetId }, data: { institutionId: scene.bank.id } }),
      ),
    ).rejects.toThrow();
    // Once is enough, for that target and for everybody.
    await expect(pass(ported!.id)).rejects.toMatchObject({ code: "not-now" });
    const after = (await getPoliceRequest(scene.investigator, requestId, "vi"))!;
    expect(after.reroutes).toBeNull();
    expect(after.links).toMatchObject([{ id: passed.requestId, link: "rerouted", isEarlier: false }]);
    // Where it went is the unit's to know.
    const bytes = JSON.stringify(await getReceivedRequest(asked.desk, requestId));
    expect(bytes).not.toContain(passed.requestId);
    expect(await getReceivedRequest(rightDesk, passed.requestId)).toBeNull();
  });

  it("is not passed on by who answered, nor to itself", async () => {
    const scene = await setScene();
    const asked = await makeAsked("SUBSCRIBER_INFO");
    const targets = await makeTargets(scene, "SUBSCRIBER_INFO", 1, asked.organisation);
    const { requestId } = await makeSentOf(scene, "SUBSCRIBER_INFO", asked, targets);
    const [item] = await itemsOf(requestId);
    await expect(
      answerOf(asked, item!, { outcome: "NOT_OURS", operatorId: scene.bank.id }),
    ).rejects.toMatchObject(refusedAt("answer.operatorId", "addressee.wrongKind"));
    await answerOf(asked, item!, { outcome: "NOT_OURS", operator: "Nhà mạng khác" });
    const { version } = await rowOf(requestId);
    const input = {
      key: key(),
      requestId,
      version,
      itemIds: [item!.id],
      addresseeOrgId: scene.telecom.id,
    };
    await expect(rerouteItems(asked.desk, input)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      rerouteItems(scene.investigator, { ...input, key: key(), addresseeOrgId: scene.bank.id }),
    ).rejects.toMatchObject(refusedAt("addresseeOrgId", "addressee.wrongKind"));
  });
});

describe("a reconciliation", () => {
  it("asks each side its own question and shows neither what the other keeps", async () => {
    const scene = await setScene();
    const [account, phone] = ["190366889900", "0912777666"];
    await addCaseTargets(
      scene.investigator,
      addTargetsInput.parse({
        key: key(),
        caseId: scene.caseId,
        targets: [
          { kind: "bank_account", value: account, institutionId: scene.bank.id },
          { kind: "phone_number", value: phone, institutionId: scene.telecom.id },
        ],
      }),
    );
    const idOf = async (value: string) =>
      (await asSystem((tx) => tx.target.findFirstOrThrow({ where: { caseId: scene.caseId, value } }))).id;
    const input = {
      key: key(),
      caseId: scene.caseId,
      kindCode: "IDENTITY_RECONCILIATION",
      addresseeOrgId: scene.bank.id,
      urgency: "normal",
      grounds: "Đối chiếu người đứng tên theo tố giác của bị hại.",
      legalBases: basesOf.IDENTITY_RECONCILIATION,
      targets: [{ targetId: await idOf(account), details: { comparedName: "NGUYEN VAN DUC" } }],
      pair: { targetId: await idOf(phone), addresseeOrgId: scene.telecom.id },
    };
    await expect(
      saveDraft(
        scene.investigator,
        draftInput.parse({ ...input, key: key(), grounds: `Số điện thoại 0912 777 666 gọi cho bị hại.` }),
      ),
    ).rejects.toMatchObject(refusedAt("grounds", "pair.namesOther"));
    const first = await saveDraft(scene.investigator, draftInput.parse(input));
    expect(first.twin).toBeDefined();
    const sent = [];
    for (const draft of [first, first.twin!]) {
      const { requestId, version } = draft;
      sent.push(await issueAs(scene, "IDENTITY_RECONCILIATION", { requestId, version }));
    }
    const [bankSide, telecomSide] = sent.map(({ requestId }) => requestId) as [string, string];
    const envelope = async (id: string) =>
      JSON.stringify(
        await asSystem(async (tx) => envelopeOf(tx, await tx.request.findUniqueOrThrow({ where: { id } }))),
      );
    expect(await envelope(bankSide)).toContain(account);
    expect(await envelope(bankSide)).not.toContain(phone);
    expect(await envelope(telecomSide)).toContain(phone);
    expect(await envelope(telecomSide)).not.toContain(account);
    const [bankBytes, telecomBytes] = [
      JSON.stringify(await getReceivedRequest(scene.liaison, bankSide)),
      JSON.stringify(await getReceivedRequest(scene.telecomLiaison, telecomSide)),
    ];
    for (const secret of [phone, "0912 777 666", telecomSide]) expect(bankBytes).not.toContain(secret);
    for (const secret of [account, "1903 6688", bankSide]) expect(telecomBytes).not.toContain(secret);
    // An answer is one word.
    const [item] = await itemsOf(telecomSide);
    const desk = { organisation: scene.telecom, desk: scene.telecomLiaison };
    await answerOf(desk, item!, {
      outcome: "MISMATCH",
      note: "Chủ thuê bao là người khác",
      name: "TRAN VAN B",
    });
    expect((await itemsOf(telecomSide))[0]!.answer).toEqual({ outcome: "MISMATCH" });
    expect((await getPoliceRequest(scene.investigator, bankSide, "vi"))!.links).toMatchObject([
      { id: telecomSide, link: "pair" },
    ]);
  });
});

describe("assistance", () => {
  it("is asked of another house and answered by its people, who see nothing else of the case", async () => {
    const scene = await setScene();
    const asked = await makeAsked("ASSISTANCE");
    const targets = await makeTargets(scene, "ASSISTANCE", 1, asked.organisation);
    const { requestId } = await makeSentOf(scene, "ASSISTANCE", asked, targets);
    const stranger = await makePerson(
      "investigator",
      await makeOrganisation("police", { provinceCode: "T4" }),
    );
    const intake = await makePerson("intake_officer", asked.organisation);
    expect(await getReceivedRequest(asked.desk, requestId)).not.toBeNull();
    expect(await getReceivedRequest(stranger, requestId)).toBeNull();
    expect(await getReceivedRequest(intake, requestId)).toBeNull();
    expect(await getPoliceRequest(asked.desk, requestId, "vi")).toBeNull();
    expect(await asActor(asked.desk, (tx) => tx.case.count({ where: { id: scene.caseId } }))).toBe(0);
    const own = { ...asked, organisation: scene.police };
    await expect(makeSentOf(scene, "ASSISTANCE", own, targets)).rejects.toMatchObject(
      refusedAt("addresseeOrgId", "addressee.wrongKind"),
    );
  });
});
