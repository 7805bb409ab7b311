import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { restrictCase } from "@/lib/cases/commands";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { markOpened } from "@/lib/requests/desk/commands";
import { returnRequest, submitRequest } from "@/lib/requests/commands";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { callDuty, toCall } from "./call-duty";
import { getDeskDuty, listCalls } from "./call-queries";

afterAll(closeDatabase);
const minute = 60_000;
const hour = 60 * minute;

const onDuty = (orgId: string, membershipId: string, rank: number) =>
  asSystem((tx) =>
    tx.dutyShift.create({
      data: {
        orgId,
        membershipId,
        rank,
        fromAt: new Date(Date.now() - 6 * hour),
        toAt: new Date(Date.now() + 12 * hour),
      },
    }),
  );
const sent = async (scene: Scene, urgency: "normal" | "urgent" | "emergency") =>
  (await issue(scene, await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency }))).requestId;
const callsOf = (requestId: string) =>
  asSystem((tx) => tx.dutyCall.findMany({ where: { requestId }, orderBy: { rank: "asc" } }));
const after = (minutes: number) => new Date(Date.now() + minutes * minute);
const heard = (eventIds: string[]) =>
  asSystem(async (tx) => {
    const rows = await tx.notification.findMany({
      where: { eventId: { in: eventIds } },
      select: { membershipId: true, kind: true },
    });
    return rows.map(({ membershipId, kind }) => `${kind} ${membershipId}`).sort();
  });

describe("urgent work at a desk with a roster", () => {
  it("calls who is on duty, then the next, then the manager, each once however many sweeps run", async () => {
    const scene = await setScene();
    await onDuty(scene.bank.id, scene.liaison.membershipId, 1);
    await onDuty(scene.bank.id, scene.colleague.membershipId, 2);
    const id = await sent(scene, "urgent");
    const sweep = (minutes: number) => Promise.all([0, 1, 2].map(() => callDuty(after(minutes))));
    await sweep(0.1);
    expect(await callsOf(id)).toMatchObject([
      { rank: 1, membershipId: scene.liaison.membershipId, passedOnAt: null },
    ]);
    await sweep(9);
    expect(await callsOf(id)).toHaveLength(1);
    await sweep(10.2);
    await sweep(20.4);
    await sweep(40);
    const calls = await callsOf(id);
    expect(calls.map(({ membershipId }) => membershipId)).toEqual([
      scene.liaison.membershipId,
      scene.colleague.membershipId,
      scene.manager.membershipId,
    ]);
    expect(calls.map(({ passedOnAt }) => passedOnAt !== null)).toEqual([true, true, false]);
    expect(calls[2]!.nextAt).toBeNull();
    expect(await heard(calls.map((call) => call.id))).toEqual(
      [
        `duty.called ${scene.liaison.membershipId}`,
        `duty.called ${scene.colleague.membershipId}`,
        `duty.called ${scene.manager.membershipId}`,
        `duty.passed_on ${scene.manager.membershipId}`,
      ].sort(),
    );
    // Inside one reads who; the unit that asked reads when, and not who.
    expect(await listCalls(scene.liaison, id)).toMatchObject([
      { rank: 1, name: scene.liaison.name },
      { rank: 2, name: scene.colleague.name },
      { rank: 3, name: scene.manager.name },
    ]);
    expect(await listCalls(scene.investigator, id)).toEqual([]);
    expect(await asActor(scene.investigator, (tx) => tx.dutyCall.count({ where: { requestId: id } }))).toBe(
      0,
    );
    const told = await getDeskDuty(scene.investigator, id);
    expect(told!.calls.map(({ isPassedOn }) => isPassedOn)).toEqual([false, true, true]);
  });

  it("gives who asked the shift's number, else the register's, else none; and says while it waits unopened", async () => {
    const scene = await setScene();
    const id = await sent(scene, "urgent");
    const desk = () => getDeskDuty(scene.investigator, id);
    const register = (dutyPhone: string | null) =>
      asSystem((tx) => tx.organisation.update({ where: { id: scene.bank.id }, data: { dutyPhone } }));
    await register(null);
    expect(await desk()).toMatchObject({ phone: null, isOfShift: false, waits: true, calls: [] });
    await register("024 3800 0113");
    const shift = await onDuty(scene.bank.id, scene.liaison.membershipId, 1);
    expect(await desk()).toMatchObject({ phone: "024 3800 0113", isOfShift: false });
    await asSystem((tx) => tx.dutyShift.update({ where: { id: shift.id }, data: { phone: "0912000113" } }));
    expect(await desk()).toMatchObject({ phone: "0912000113", isOfShift: true });
    await markOpened(scene.liaison, { requestId: id });
    expect(await desk()).toMatchObject({ waits: false });
    const draft = await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "urgent" });
    expect(await getDeskDuty(scene.investigator, draft.requestId)).toBeNull();
  });

  it("ends with the opening; an emergency is passed on sooner; without a roster nobody is called", async () => {
    const scene = await setScene();
    const before = await sent(scene, "urgent");
    await callDuty(after(0.1));
    expect(await callsOf(before)).toEqual([]);
    await onDuty(scene.bank.id, scene.liaison.membershipId, 1);
    const [opened, emergency, normal] = [
      await sent(scene, "urgent"),
      await sent(scene, "emergency"),
      await sent(scene, "normal"),
    ];
    await callDuty(after(0.1));
    await markOpened(scene.liaison, { requestId: opened });
    await callDuty(after(6));
    expect(await callsOf(emergency)).toHaveLength(2);
    await callDuty(after(30));
    expect(await callsOf(opened)).toMatchObject([{ rank: 1, passedOnAt: null }]);
    expect((await callsOf(opened))[0]!.openedAt).not.toBeNull();
    expect(await callsOf(normal)).toEqual([]);
  });

  it("calls the manager when nobody is on duty in this hour", async () => {
    const scene = await setScene();
    await asSystem((tx) =>
      tx.dutyShift.create({
        data: {
          orgId: scene.bank.id,
          membershipId: scene.liaison.membershipId,
          rank: 1,
          fromAt: after(12 * 60),
          toAt: after(20 * 60),
        },
      }),
    );
    const id = await sent(scene, "emergency");
    await callDuty(after(0.1));
    expect(await callsOf(id)).toMatchObject([
      { rank: 1, membershipId: scene.manager.membershipId, shiftId: null, nextAt: null },
    ]);
  });
});

describe("urgent work that waits for a signature", () => {
  it("calls the commander on duty who did not write it, and of a restricted case its members alone", async () => {
    const scene = await setScene();
    const second = await makePerson("commander", scene.police);
    await onDuty(scene.police.id, second.membershipId, 1);
    const draft = await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "urgent" });
    await submitRequest(scene.investigator, { key: randomUUID(), ...draft });
    await callDuty(after(0.1));
    expect(await callsOf(draft.requestId)).toMatchObject([
      { subject: "signing", rank: 1, membershipId: second.membershipId },
    ]);
    // What goes on before a request is issued is its unit's own.
    expect(await getDeskDuty(scene.liaison, draft.requestId)).toBeNull();

    const sealed = await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "urgent" });
    await asSystem((tx) =>
      tx.caseMember.createMany({
        data: [{ caseId: scene.caseId, membershipId: scene.commander.membershipId }],
        skipDuplicates: true,
      }),
    );
    const { version } = await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }));
    await restrictCase(scene.commander, {
      key: randomUUID(),
      caseId: scene.caseId,
      version,
      restricted: true,
      reason: "Liên quan cán bộ.",
    });
    await submitRequest(scene.investigator, {
      key: randomUUID(),
      requestId: sealed.requestId,
      version: (await rowOf(sealed.requestId)).version,
    });
    await callDuty(after(1));
    const calls = await callsOf(sealed.requestId);
    expect(calls.map(({ membershipId }) => membershipId)).toEqual([scene.commander.membershipId]);
    const words = await heard(calls.map(({ id }) => id));
    expect(words).toEqual([`duty.called ${scene.commander.membershipId}`]);
  });

  it("is not looked at again and again while nobody of the line may sign it, and is called for when somebody comes", async () => {
    const scene = await setScene();
    const author = await makePerson(["commander", "investigator"], scene.police);
    await onDuty(scene.police.id, scene.investigator.membershipId, 1);
    await asSystem((tx) =>
      tx.membership.update({
        where: { id: scene.commander.membershipId },
        data: { validTo: new Date(Date.now() - 1_000) },
      }),
    );
    const draft = await makeDraft({ ...scene, investigator: author }, "ACCOUNT_SUSPEND", {
      urgency: "urgent",
    });
    await submitRequest(author, { key: randomUUID(), ...draft });
    const picked = () => asSystem((tx) => toCall(tx, after(0.1))).then((due) => due.map(({ id }) => id));
    expect(await picked()).not.toContain(draft.requestId);
    const second = await makePerson("commander", scene.police);
    expect(await picked()).toContain(draft.requestId);
    await callDuty(after(0.2));
    expect(await callsOf(draft.requestId)).toMatchObject([{ rank: 1, membershipId: second.membershipId }]);
  });

  it("ends with its return, also when it was handed in again before anybody looked", async () => {
    const scene = await setScene();
    const [first, second] = [
      await makePerson("commander", scene.police),
      await makePerson("commander", scene.police),
    ];
    await onDuty(scene.police.id, first.membershipId, 1);
    await onDuty(scene.police.id, second.membershipId, 2);
    const draft = await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "urgent" });
    const { version } = await submitRequest(scene.investigator, { key: randomUUID(), ...draft });
    await callDuty(after(0.1));
    const { requestId } = draft;
    const returned = await returnRequest(first, {
      key: randomUUID(),
      requestId,
      version,
      reason: "Cần nêu rõ số tiền đề nghị tạm dừng.",
    });
    await submitRequest(scene.investigator, { key: randomUUID(), requestId, version: returned.version });
    await callDuty(after(15));
    await callDuty(after(15.1));
    const calls = await callsOf(requestId);
    expect(calls.map(({ openedAt, passedOnAt }) => [openedAt !== null, passedOnAt !== null])).toEqual([
      [true, false],
      [false, false],
    ]);
    expect(new Set(calls.map(({ since }) => since.getTime())).size).toBe(2);
  });
});
