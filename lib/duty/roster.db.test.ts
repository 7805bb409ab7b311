import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/day";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { addDays } from "@/lib/local-days";
import { makeOrganisation, makePerson, type Unit } from "@/prisma/factories/people";
import { write, writesNothing } from "@/prisma/factories/sides";
import { importRoster } from "./import-commands";
import { addLeave } from "./leave-commands";
import { onCallAt } from "./on-call";
import { addPattern, cancelPattern } from "./pattern-commands";
import { getDutyWeek } from "./queries";
import { addShift, cancelShift, changeShift } from "./shift-commands";
import { spanOf } from "./span";

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

let bank: Unit;
let manager: Actor;
let an: Actor;
let binh: Actor;
beforeAll(async () => {
  bank = await makeOrganisation("bank");
  manager = await makePerson("liaison_manager", bank);
  an = await makePerson("liaison", bank);
  binh = await makePerson("liaison", bank);
});
afterAll(closeDatabase);

describe("a roster", () => {
  it("has one person at a time, one for each place in line, and says at which field that fails", async () => {
    const input = { key: key(), ...night, membershipId: an.membershipId };
    const { id } = await addShift(manager, input);
    expect(await addShift(manager, input)).toEqual({ id });
    const again = { ...night, key: key(), membershipId: an.membershipId, rank: 2 };
    expect(await codeOf(addShift(manager, again))).toEqual({
      code: "invalid",
      fields: { membershipId: "duty.errors.personBusy" },
    });
    const other = { ...night, key: key(), membershipId: binh.membershipId };
    expect(await codeOf(addShift(manager, other))).toEqual({
      code: "invalid",
      fields: { rank: "duty.errors.rankTaken" },
    });
    await addShift(manager, { ...other, key: key(), rank: 2 });
    const stranger = await makePerson("liaison", await makeOrganisation("bank"));
    expect(
      await codeOf(addShift(manager, { ...other, key: key(), membershipId: stranger.membershipId })),
    ).toEqual({
      code: "invalid",
      fields: { membershipId: "duty.errors.noColleague" },
    });
    // The same rules stand in the database, for whoever comes past the portal.
    const slot = spanOf(night);
    await expect(
      write(
        manager,
        "insert into duty_shift (org_id, membership_id, from_at, to_at, rank) values ($1, $2, $3, $4, 3)",
        [bank.id, an.membershipId, slot.fromAt, slot.toAt],
      ),
    ).rejects.toThrow(/duty_shift_one_at_a_time/);
    await expect(
      write(
        manager,
        "insert into duty_shift (org_id, membership_id, from_at, to_at, rank) values ($1, $2, $3, $4, 1)",
        [bank.id, manager.membershipId, slot.fromAt, slot.toAt],
      ),
    ).rejects.toThrow(/duty_shift_one_of_a_rank/);
  });

  it("is kept by its manager alone and read by its own organisation alone", async () => {
    const input = { ...night, key: key(), day: addDays(tomorrow, 1), membershipId: an.membershipId };
    expect(await codeOf(addShift(an, input))).toMatchObject({ code: "not-allowed" });
    const slot = spanOf(input);
    const insert =
      "insert into duty_shift (org_id, membership_id, from_at, to_at, rank) values ($1, $2, $3, $4, 1)";
    await writesNothing(an, insert, [bank.id, an.membershipId, slot.fromAt, slot.toAt]);
    const elsewhere = await makePerson("liaison_manager", await makeOrganisation("bank"));
    await writesNothing(elsewhere, insert, [bank.id, an.membershipId, slot.fromAt, slot.toAt]);
    const { id } = await addShift(manager, input);
    await writesNothing(an, "update duty_shift set rank = 4 where id = $1", [id]);
    const asked = { key: key(), shiftId: id, version: 1 };
    expect(await codeOf(cancelShift(elsewhere, asked))).toMatchObject({ code: "not-found" });
    expect(await asActor(elsewhere, (tx) => tx.dutyShift.count({ where: { orgId: bank.id } }))).toBe(0);
    expect((await getDutyWeek(an, input.day))?.canManage).toBe(false);
    expect(
      await getDutyWeek(await makePerson("leader", await makeOrganisation("peoples_committee")), undefined),
    ).toBeNull();
    await changeShift(manager, { ...input, key: key(), shiftId: id, version: 1, rank: 3 });
    expect(await codeOf(cancelShift(manager, asked))).toMatchObject({ code: "changed-meanwhile" });
    await cancelShift(manager, { ...asked, key: key(), version: 2 });
  });

  it("is filled by one of two who fill the same hour at once", async () => {
    const day = addDays(tomorrow, 3);
    const results = await Promise.all(
      [an, binh].map(({ membershipId }) =>
        codeOf(addShift(manager, { ...night, key: key(), day, membershipId })),
      ),
    );
    expect(results.filter((one) => one === "done")).toHaveLength(1);
    expect(results).toContainEqual({ code: "invalid", fields: { rank: "duty.errors.rankTaken" } });
  });

  it("repeats for some weeks, leaves out what is taken, and ends again", async () => {
    const from = addDays(tomorrow, 30);
    await addShift(manager, {
      ...night,
      key: key(),
      day: addDays(from, 7),
      rank: 4,
      membershipId: binh.membershipId,
    });
    const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
    const repeat = { weekdays: [weekday], from: "22:00", to: "06:00", rank: 4, phone: undefined, weeks: 3 };
    const done = await addPattern(manager, {
      key: key(),
      ...repeat,
      membershipId: an.membershipId,
      validFrom: from,
    });
    expect(done).toEqual({ made: 2, left: [addDays(from, 7)] });
    const [pattern] = (await getDutyWeek(manager, undefined))!.patterns;
    expect(await cancelPattern(manager, { key: key(), patternId: pattern!.id, version: 1 })).toEqual({
      cancelled: 2,
    });
  });

  it("comes in by file once, however often the file comes, and all or nothing", async () => {
    const rows = [0, 1].map((days) => ({
      row: days + 2,
      ...night,
      day: addDays(tomorrow, 60 + days),
      membershipId: an.membershipId,
    }));
    expect(await importRoster(manager, { key: key(), rows })).toEqual({ added: 2, same: 0 });
    expect(await importRoster(manager, { key: key(), rows })).toEqual({ added: 0, same: 2 });
    const more = { ...night, day: addDays(tomorrow, 70), membershipId: an.membershipId, row: 4 };
    const clash = { ...rows[0]!, membershipId: binh.membershipId, row: 5 };
    expect(await codeOf(importRoster(manager, { key: key(), rows: [more, clash] }))).toEqual({
      code: "invalid",
      fields: { "rows.1": "duty.errors.rankTaken" },
    });
    const { fromAt } = spanOf(more);
    expect(await asSystem((tx) => tx.dutyShift.count({ where: { orgId: bank.id, fromAt } }))).toBe(0);
  });
});

describe("who is on call", () => {
  it("is the first of the shifts, then the next, without who is away; the manager ends the line", async () => {
    const unit = await makeOrganisation("bank");
    const head = await makePerson("liaison_manager", unit);
    const [one, two] = [await makePerson("liaison", unit), await makePerson("liaison", unit)];
    const at = new Date(spanOf(night).fromAt.getTime() + 3_600_000);
    const lineAt = () => asActor(head, (tx) => onCallAt(tx, unit.id, at));
    expect(await lineAt()).toEqual({ shiftId: null, line: [head.membershipId], phone: null });
    const shift = await addShift(head, {
      ...night,
      key: key(),
      phone: "0900000001",
      membershipId: one.membershipId,
    });
    await addShift(head, { ...night, key: key(), rank: 2, membershipId: two.membershipId });
    expect(await lineAt()).toEqual({
      shiftId: shift.id,
      line: [one.membershipId, two.membershipId, head.membershipId],
      phone: "0900000001",
    });
    const leave = {
      key: key(),
      membershipId: one.membershipId,
      from: tomorrow,
      to: tomorrow,
      reason: "annual" as const,
    };
    expect(await addLeave(head, leave)).toMatchObject({ uncovered: 1 });
    expect((await lineAt()).line).toEqual([two.membershipId, head.membershipId]);
    const week = (await getDutyWeek(two, tomorrow))!;
    expect(week.shifts.map(({ isAway, isMine }) => [isAway, isMine])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(week.gaps.length).toBeGreaterThan(0);
  });

  it("tells another organisation's police which number to call now, and nothing else", async () => {
    const unit = await makeOrganisation("bank");
    const head = await makePerson("liaison_manager", unit);
    const police = await makePerson("investigator", await makeOrganisation("police"));
    const now = new Date();
    await asSystem((tx) =>
      tx.dutyShift.create({
        data: {
          orgId: unit.id,
          membershipId: head.membershipId,
          fromAt: new Date(now.getTime() - 3_600_000),
          toAt: new Date(now.getTime() + 3_600_000),
          rank: 1,
          phone: "02439999999",
        },
      }),
    );
    const phoneFor = (actor: Actor) =>
      asActor(
        actor,
        (tx) => tx.$queryRaw<{ phone: string | null }[]>`select app.duty_phone(${unit.id}::uuid) as phone`,
      );
    expect(await phoneFor(police)).toEqual([{ phone: "02439999999" }]);
    const otherDesk = await makePerson("liaison", await makeOrganisation("bank"));
    expect(await phoneFor(otherDesk)).toEqual([{ phone: null }]);
    expect(await asActor(police, (tx) => tx.dutyShift.count())).toBe(0);
  });
});
