import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { dayOf } from "@/lib/day";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { addDays } from "@/lib/local-days";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { writesNothing } from "@/prisma/factories/sides";
import { setLimit } from "./limit-commands";
import { limitAt } from "./limits";
import { readNote, writeNote } from "./note-commands";
import { getDutyWeek } from "./queries";
import { addShift } from "./shift-commands";
import { answerSwap, proposeSwap } from "./swap-commands";
import { tellColleagues } from "./tell-colleagues";

const key = () => randomUUID();
const tomorrow = addDays(dayOf(new Date()), 1);
const night = { day: tomorrow, from: "22:00", to: "06:00", rank: 1, phone: undefined };
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code: string; details?: { fields?: object } }) => ({
      code: error.code,
      fields: error.details?.fields ?? {},
    }),
  );

afterAll(closeDatabase);

describe("an exchange", () => {
  it("moves both shifts when the other agrees, and is nobody else's to answer", async () => {
    const unit = await makeOrganisation("bank");
    const head = await makePerson("liaison_manager", unit);
    const [one, two] = [await makePerson("liaison", unit), await makePerson("liaison", unit)];
    const given = await addShift(head, {
      ...night,
      key: key(),
      phone: "0900000001",
      membershipId: one.membershipId,
    });
    const taken = await addShift(head, {
      ...night,
      key: key(),
      rank: 2,
      phone: "0900000002",
      membershipId: two.membershipId,
    });
    const offer = { key: key(), shiftId: given.id, toMembershipId: two.membershipId };
    // He is on duty himself in these hours: without his shift in return it does not fit.
    expect(await codeOf(proposeSwap(one, { ...offer, returnShiftId: undefined }))).toEqual({
      code: "invalid",
      fields: { toMembershipId: "duty.errors.swapBusy" },
    });
    expect(
      await codeOf(proposeSwap(two, { ...offer, key: key(), toMembershipId: one.membershipId })),
    ).toMatchObject({ code: "not-found" });
    const { id: swapId } = await proposeSwap(one, { ...offer, key: key(), returnShiftId: taken.id });
    const tell = () => asSystem(async (tx) => tellColleagues(tx, new Date()));
    const toldOf = () =>
      asSystem((tx) =>
        tx.notification.findMany({ where: { eventId: swapId }, select: { membershipId: true } }),
      );
    await Promise.all([tell(), tell()]);
    expect(await toldOf()).toEqual([{ membershipId: two.membershipId }]);
    const agree = { key: key(), swapId, answer: "agreed" as const };
    expect(await codeOf(answerSwap(one, agree))).toMatchObject({ code: "not-found" });
    await writesNothing(
      one,
      "update duty_swap set state = 'agreed', answered_at = date_trunc('milliseconds', clock_timestamp()) where id = $1",
      [swapId],
    );
    await writesNothing(two, "update duty_shift set membership_id = $2 where id = $1", [
      given.id,
      two.membershipId,
    ]);
    expect(await answerSwap(two, { ...agree, key: key() })).toEqual({ state: "agreed" });
    await Promise.all([tell(), tell()]);
    expect(await toldOf()).toHaveLength(2);
    const shifts = await asSystem((tx) =>
      tx.dutyShift.findMany({
        where: { orgId: unit.id },
        orderBy: { rank: "asc" },
        select: { membershipId: true, phone: true },
      }),
    );
    expect(shifts).toEqual([
      { membershipId: two.membershipId, phone: "0900000002" },
      { membershipId: one.membershipId, phone: "0900000001" },
    ]);
    expect(await codeOf(answerSwap(two, { ...agree, key: key() }))).toMatchObject({ code: "not-now" });
  });

  it("is told when the roster changed in between, and may be declined or taken back", async () => {
    const unit = await makeOrganisation("bank");
    const head = await makePerson("liaison_manager", unit);
    const [one, two] = [await makePerson("liaison", unit), await makePerson("liaison", unit)];
    const given = await addShift(head, { ...night, key: key(), membershipId: one.membershipId });
    const offer = () => proposeSwap(one, { key: key(), shiftId: given.id, toMembershipId: two.membershipId });
    const declined = await offer();
    await answerSwap(two, { key: key(), swapId: declined.id, answer: "declined" });
    const withdrawn = await offer();
    await answerSwap(one, { key: key(), swapId: withdrawn.id, answer: "withdrawn" });
    const { id } = await offer();
    expect(await codeOf(offer())).toMatchObject({ code: "not-now" });
    await addShift(head, { ...night, key: key(), rank: 2, membershipId: two.membershipId });
    expect(await codeOf(answerSwap(two, { key: key(), swapId: id, answer: "agreed" }))).toMatchObject({
      code: "changed-meanwhile",
    });
  });
});

describe("a word at the change of shift", () => {
  it("is its shift's person's to write, once, and a colleague's to confirm", async () => {
    const unit = await makeOrganisation("bank");
    const head = await makePerson("liaison_manager", unit);
    const [one, two] = [await makePerson("liaison", unit), await makePerson("liaison", unit)];
    const now = Date.now();
    const shift = await asSystem((tx) =>
      tx.dutyShift.create({
        data: {
          orgId: unit.id,
          membershipId: one.membershipId,
          fromAt: new Date(now - 7 * 3_600_000),
          toAt: new Date(now + 10 * 60_000),
          rank: 1,
        },
      }),
    );
    expect((await getDutyWeek(one, undefined))?.noteOf).toBe(shift.id);
    expect((await getDutyWeek(two, undefined))?.noteOf).toBeNull();
    const body = "Còn một việc khẩn chưa trả lời.";
    expect(await codeOf(writeNote(two, { key: key(), shiftId: shift.id, body }))).toMatchObject({
      code: "not-found",
    });
    const { id: noteId } = await writeNote(one, { key: key(), shiftId: shift.id, body });
    expect(await codeOf(writeNote(one, { key: key(), shiftId: shift.id, body }))).toMatchObject({
      code: "not-now",
    });
    expect(await codeOf(readNote(one, { key: key(), noteId }))).toMatchObject({ code: "not-found" });
    await writesNothing(
      one,
      "update duty_note set reader_id = $2, read_at = date_trunc('milliseconds', clock_timestamp()) where id = $1",
      [noteId, one.membershipId],
    );
    const outsider = await makePerson("liaison", await makeOrganisation("bank"));
    expect(await codeOf(readNote(outsider, { key: key(), noteId }))).toMatchObject({ code: "not-found" });
    // A colleague of the desk who does not take over: neither through the screen nor past it.
    expect((await getDutyWeek(two, undefined))?.notes).toMatchObject([{ canConfirm: false }]);
    expect(await codeOf(readNote(two, { key: key(), noteId }))).toMatchObject({ code: "not-allowed" });
    const confirm =
      "update duty_note set reader_id = $2, read_at = date_trunc('milliseconds', clock_timestamp()) where id = $1";
    await writesNothing(two, confirm, [noteId, two.membershipId]);
    await asSystem((tx) =>
      tx.dutyShift.create({
        data: {
          orgId: unit.id,
          membershipId: two.membershipId,
          fromAt: new Date(now + 10 * 60_000),
          toAt: new Date(now + 8 * 3_600_000),
          rank: 1,
        },
      }),
    );
    await writesNothing(two, confirm, [noteId, one.membershipId]); // not in another's name
    expect((await getDutyWeek(two, undefined))?.notes).toMatchObject([{ canConfirm: true }]);
    await readNote(two, { key: key(), noteId });
    expect(await codeOf(readNote(two, { key: key(), noteId }))).toMatchObject({ code: "not-now" });
    expect((await getDutyWeek(head, undefined))?.notes).toMatchObject([
      { body, author: one.name, reader: two.name },
    ]);
  });
});

describe("how long a desk may leave urgent work unopened", () => {
  it("is a default to be confirmed until its manager sets it, with validity", async () => {
    const unit = await makeOrganisation("bank");
    const head = await makePerson("liaison_manager", unit);
    const before = new Date();
    const at = (when: Date) => asActor(head, (tx) => limitAt(tx, unit.id, when));
    expect(await at(before)).toEqual({ urgentMinutes: 10, emergencyMinutes: 5, isDefault: true });
    await setLimit(head, { key: key(), urgentMinutes: 15, emergencyMinutes: 3 });
    expect(await at(new Date(Date.now() + 60_000))).toEqual({
      urgentMinutes: 15,
      emergencyMinutes: 3,
      isDefault: false,
    });
    expect(await at(new Date(before.getTime() - 60_000))).toMatchObject({ isDefault: true });
    const liaison = await makePerson("liaison", unit);
    expect(
      await codeOf(setLimit(liaison, { key: key(), urgentMinutes: 15, emergencyMinutes: 3 })),
    ).toMatchObject({
      code: "not-allowed",
    });
    await writesNothing(
      liaison,
      "insert into duty_limit (org_id, urgent_minutes, emergency_minutes, set_by_id) values ($1, 1, 1, $2)",
      [unit.id, liaison.membershipId],
    );
  });
});
