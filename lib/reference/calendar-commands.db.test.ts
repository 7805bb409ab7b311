import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase } from "@/lib/db";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { inDays } from "@/prisma/factories/days";
import { makeAdministrator, makeOrganisation } from "@/prisma/factories/people";
import { addHoliday, changeHoliday, confirmHoliday, setOfficeHours } from "./calendar-commands";
import { listHolidays, listOfficeHours } from "./calendar-queries";
import { newHolidayInput, officeHoursInput } from "./schema";

let admin: Actor;
beforeAll(async () => {
  admin = await makeAdministrator();
});
afterAll(closeDatabase);

const key = () => randomUUID();

describe("calendars", () => {
  it("take a day once, change it and confirm what was expected", async () => {
    const date = "2093-0" + (1 + Math.floor(Math.random() * 9)) + "-1" + Math.floor(Math.random() * 9);
    const input = newHolidayInput.parse({
      key: key(),
      date,
      nameVi: "Nghỉ thử",
      nameEn: "Trial day",
      kind: "possible",
      source: "Thông báo thử",
    });
    await expect(addHoliday(admin, { ...input, key: key(), date: inDays(-1) })).rejects.toMatchObject({
      details: { fields: { date: "admin.errors.past" } },
    });
    const { holidayId } = await addHoliday(admin, input);
    await expect(addHoliday(admin, { ...input, key: key() })).rejects.toMatchObject({
      details: { fields: { date: "admin.errors.dayTaken" } },
    });
    await changeHoliday(admin, { ...input, key: key(), holidayId, version: 1, kind: "statutory" });
    expect((await listHolidays(admin, 2093)).rows.find(({ id }) => id === holidayId)).toMatchObject({
      kind: "statutory",
      nonWorking: true,
      status: "expected",
      version: 2,
    });
    await confirmHoliday(admin, { key: key(), id: holidayId, version: 2, source: "Thông báo" });
    await expect(
      confirmHoliday(admin, { key: key(), id: holidayId, version: 3, source: "Thông báo" }),
    ).rejects.toMatchObject({ code: "not-now" });
    const expected = (await listHolidays(admin, 2027)).rows.find(({ status }) => status !== "official");
    if (expected)
      await expect(
        confirmHoliday(admin, {
          key: key(),
          id: expected.id,
          version: expected.version,
          source: "Thông báo 2027",
        }),
      ).resolves.toMatchObject({ version: expected.version + 1 });
  });

  it("swap only days that a swap changes, and do not count a day that is only possible", async () => {
    const day = (date: string, kind: string) =>
      addHoliday(
        admin,
        newHolidayInput.parse({
          key: key(),
          date,
          kind,
          nameVi: "Hoán đổi",
          nameEn: "Swap",
          source: "Thông báo",
        }),
      );
    // 2094-03-10 is a Wednesday, the 13th a Saturday.
    await expect(day("2094-03-10", "swapped-work")).rejects.toMatchObject({
      details: { fields: { date: "admin.errors.workedAnyway" } },
    });
    await expect(day("2094-03-13", "swapped-off")).rejects.toMatchObject({
      details: { fields: { date: "admin.errors.offAnyway" } },
    });
    await day("2094-03-10", "swapped-off");
    await day("2094-03-13", "swapped-work");
    await day("2094-03-17", "possible");
    const { rows } = await listHolidays(admin, 2094);
    expect(rows.map(({ date, nonWorking }) => [date, nonWorking])).toEqual([
      ["2094-03-10", true],
      ["2094-03-13", false],
      ["2094-03-17", false],
    ]);
  });

  it("give an organisation hours of its own from a day on", async () => {
    const bank = await makeOrganisation("bank", { provinceCode: null });
    const hours = (over: object) =>
      officeHoursInput.parse({
        key: key(),
        organisationId: bank.id,
        weekdays: [1, 2, 3, 4, 5, 6],
        morningFrom: "07:30",
        morningTo: "11:30",
        afternoonFrom: "13:00",
        afternoonTo: "16:30",
        validFrom: inDays(0),
        ...over,
      });
    await setOfficeHours(admin, hours({}));
    await expect(setOfficeHours(admin, hours({}))).rejects.toMatchObject({
      details: { fields: { morningFrom: "admin.errors.sameHours" } },
    });
    await setOfficeHours(admin, hours({ afternoonFrom: "", afternoonTo: "" }));
    await expect(setOfficeHours(admin, hours({ morningTo: "07:00" }))).rejects.toMatchObject({
      details: { fields: { morningTo: "admin.errors.endBeforeStart" } },
    });
    const rows = (await listOfficeHours(admin)).filter(({ organisation }) => organisation === bank.name);
    expect(rows).toMatchObject([
      {
        isCurrent: true,
        days: [
          { weekdays: [1, 2, 3, 4, 5, 6], windows: ["07:30–11:30"] },
          { weekdays: [0], windows: [] },
        ],
      },
    ]);
    const { calendarOf } = await asSystem((tx) => deadlineReference(tx));
    expect(calendarOf(bank.id).weekdays[6]).toHaveLength(1);
    expect(calendarOf("")).not.toBe(calendarOf(bank.id));
  });
});
