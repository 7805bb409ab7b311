import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase } from "@/lib/db";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { addHoliday, changeHoliday, confirmHoliday, setOfficeHours } from "./calendar-commands";
import { listHolidays, listOfficeHours } from "./calendar-queries";
import { changeDocument, createDocument } from "./document-commands";
import { confirmKind, openKindPeriod } from "./kind-commands";
import { confirmLimit, createLimit, openLimitPeriod } from "./limit-commands";
import { getDocument, listDocuments } from "./document-queries";
import { getKind, listKinds } from "./kind-queries";
import { getLimit, listLimits, previewLimit } from "./limit-queries";
import { countToConfirm } from "./waiting-queries";
import {
  changeDocumentInput,
  kindPeriodInput,
  limitPeriodInput,
  newDocumentInput,
  newHolidayInput,
  newLimitInput,
  officeHoursInput,
} from "./schema";

let admin: Actor;
let outsider: Actor;
beforeAll(async () => {
  admin = await makePerson("admin", await makeOrganisation("operator", { provinceCode: null }));
  outsider = await makePerson("commander", await makeOrganisation("police"));
});
afterAll(closeDatabase);

const key = () => randomUUID();
const inDays = (days: number) =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const code = `TEST_${Date.now()}`;

describe("request kinds", () => {
  it("open a new period that closes the one before, once, with a known legal basis", async () => {
    const kind = (await listKinds(admin)).find(({ code }) => code === "ASSISTANCE")!;
    const input = kindPeriodInput.parse({
      key: key(),
      periodId: kind.id,
      version: kind.version,
      validFrom: inDays(400),
      nameVi: kind.nameVi,
      nameEn: kind.nameEn,
      documentVi: kind.documentVi,
      addressees: ["bank"],
      stage: "any",
      procuracy: "none",
      signerTitles: ["head_of_investigation_agency"],
      legalBases: "cpc-2015:Điều 88",
      source: "Văn bản thử nghiệm",
    });
    await expect(openKindPeriod(outsider, input)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      openKindPeriod(admin, { ...input, key: key(), legalBases: ["khong-co:Điều 1"] }),
    ).rejects.toMatchObject({ details: { fields: { legalBases: "admin.errors.unknownDocument" } } });
    await expect(
      openKindPeriod(admin, { ...input, key: key(), validFrom: inDays(-1) }),
    ).rejects.toMatchObject({ details: { fields: { validFrom: "admin.errors.past" } } });
    const { periodId } = await openKindPeriod(admin, input);
    const read = await getKind(admin, "ASSISTANCE");
    expect(
      read?.periods
        .slice(0, 2)
        .map(({ id, validFrom, validTo, verify }) => ({ id, validFrom, validTo, verify })),
    ).toMatchObject([
      { id: periodId, validFrom: inDays(400), verify: true },
      { id: kind.id, validTo: inDays(400) },
    ]);
    expect(read?.acts[0]).toMatchObject({ type: "request_kind.period_opened" });
    await confirmKind(admin, { key: key(), id: periodId, version: 1, source: input.source });
    const confirmed = (await getKind(admin, "ASSISTANCE"))!.periods[0]!;
    expect(confirmed).toMatchObject({ id: periodId, verify: false });
    const later = { ...input, key: key(), periodId, version: confirmed.version, validFrom: inDays(500) };
    const next = await openKindPeriod(admin, later);
    expect((await getKind(admin, "ASSISTANCE"))!.periods[0]).toMatchObject({
      id: next.periodId,
      verify: false,
    });
    await expect(
      openKindPeriod(admin, { ...input, key: key(), validFrom: inDays(300) }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
  });

  it("are confirmed with a source", async () => {
    const open = (await listKinds(admin)).find(({ verify }) => verify);
    if (!open) return;
    const before = await countToConfirm(admin);
    await confirmKind(admin, { key: key(), id: open.id, version: open.version, source: "Công văn xác nhận" });
    expect((await countToConfirm(admin)).kinds).toBe(before.kinds - 1);
    await expect(
      confirmKind(admin, { key: key(), id: open.id, version: open.version + 1, source: "Công văn xác nhận" }),
    ).rejects.toMatchObject({ code: "not-now" });
  });
});

describe("time limits", () => {
  it("that nobody can meet are refused at the field", async () => {
    const [policy] = (await listLimits(admin)).filter(({ subject }) => subject === "ANSWER");
    const base = {
      key: key(),
      policyId: policy!.id,
      version: policy!.version,
      validFrom: inDays(30),
      source: "Nghị định thử",
    };
    for (const [unit, value, message] of [
      ["minutes", 0, "admin.errors.limitPositive"],
      ["hours", 7_000_000, "admin.errors.limitTooLong"],
    ] as const) {
      expect(limitPeriodInput.safeParse({ ...base, unit, value }).error?.issues[0]?.message).toBe(message);
    }
    for (const [unit, value, flaw] of [
      ["minutes", 3, "limitTooShort"],
      ["months", 100, "limitTooLong"],
    ] as const) {
      await expect(
        openLimitPeriod(admin, limitPeriodInput.parse({ ...base, key: key(), unit, value })),
      ).rejects.toMatchObject({ details: { fields: { value: `admin.errors.${flaw}` } } });
    }
  });

  it("are created, succeed each other and are seen at once", async () => {
    const fresh = newLimitInput.parse({
      key: key(),
      subject: "CASE_LEGAL",
      kindCode: code,
      unit: "working-days",
      value: 5,
      validFrom: inDays(0),
      source: "Thử nghiệm",
    });
    const { policyId } = await createLimit(admin, fresh);
    await expect(createLimit(admin, { ...fresh, key: key() })).rejects.toMatchObject({
      details: { fields: { kindCode: "admin.errors.limitExists" } },
    });
    const { policies } = await asSystem((tx) => deadlineReference(tx));
    expect(policies.some(({ id }) => id === policyId)).toBe(true);
    const next = await openLimitPeriod(
      admin,
      limitPeriodInput.parse({
        key: key(),
        policyId,
        version: 1,
        validFrom: inDays(10),
        unit: "hours",
        value: 24,
        source: "Luật mới",
      }),
    );
    const read = await getLimit(admin, next.policyId);
    expect(read?.periods.map(({ verify }) => verify)).toEqual([true, true]);
    await confirmLimit(admin, { key: key(), id: next.policyId, version: 1, source: "Luật mới, Điều 3" });
    const change = { key: key(), policyId: next.policyId, version: 2, unit: "hours", value: 12 };
    const vouched = await openLimitPeriod(
      admin,
      limitPeriodInput.parse({ ...change, validFrom: inDays(20), source: "Luật mới, Điều 3" }),
    );
    expect((await getLimit(admin, vouched.policyId))?.limit.verify).toBe(false);
    const other = await openLimitPeriod(
      admin,
      limitPeriodInput.parse({
        ...change,
        key: key(),
        policyId: vouched.policyId,
        version: 1,
        validFrom: inDays(30),
        source: "Luật khác",
      }),
    );
    expect((await getLimit(admin, other.policyId))?.limit.verify).toBe(true);
    expect(read?.periods.map(({ value, validTo, isCurrent }) => [value, validTo, isCurrent])).toEqual([
      [24, null, false],
      [5, inDays(10), true],
    ]);
    const first = await previewLimit(admin, { unit: "hours", value: 24, validFrom: inDays(10) });
    expect(first.start).toBe(new Date(`${inDays(10)}T00:00:00+07:00`).toISOString());
    expect(first.due).toBe(new Date(`${inDays(11)}T00:00:00+07:00`).toISOString());
    const waiting = await listLimits(admin, "open");
    expect(waiting.every(({ verify }) => verify)).toBe(true);
    expect(waiting.map(({ id }) => id)).toContain(other.policyId);
  });
});

describe("legal documents", () => {
  it("keep what the register knows of an article and are found without accents", async () => {
    const documentId = `test-${Date.now()}`;
    const input = newDocumentInput.parse({
      key: key(),
      documentId,
      titleVi: "Thông tư hướng dẫn thử nghiệm đặc biệt",
      titleEn: "Trial circular",
      type: "circular",
      status: "in-force",
      source: "Công báo",
      articles: "Điều 1 | Phạm vi",
    });
    await createDocument(admin, input);
    await expect(createDocument(admin, { ...input, key: key() })).rejects.toMatchObject({
      details: { fields: { documentId: "admin.errors.codeTaken" } },
    });
    const change = changeDocumentInput.parse({
      ...input,
      key: key(),
      version: 1,
      status: "amended",
      validFrom: "01/01/2026",
      validTo: "01/01/2027",
      articles: "Điều 1 | Phạm vi áp dụng\n\nĐiều 2 | Thời hạn",
    });
    await changeDocument(admin, change);
    await expect(changeDocument(admin, { ...change, key: key() })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    expect((await listDocuments(admin, "thu nghiem dac biet")).map(({ id }) => id)).toContain(documentId);
    const read = await getDocument(admin, documentId);
    expect(read?.document).toMatchObject({
      status: "amended",
      articleCount: 2,
      verify: true,
      version: 2,
      validTo: "2027-01-01",
    });
    expect(read?.acts.map(({ type }) => type)).toEqual(["legal_document.changed", "legal_document.created"]);
    expect(
      changeDocumentInput.safeParse({ ...change, validFrom: "2026-01-01", validTo: "2025-01-01" }).success,
    ).toBe(false);
  });
});

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
