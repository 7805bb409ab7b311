import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { inDays } from "@/prisma/factories/days";
import { makeAdministrator } from "@/prisma/factories/people";
import { confirmLimit, createLimit, openLimitPeriod } from "./limit-commands";
import { getLimit, listLimits, previewLimit } from "./limit-queries";
import { limitPeriodInput, newLimitInput } from "./schema";

let admin: Actor;
beforeAll(async () => {
  admin = await makeAdministrator();
});
afterAll(closeDatabase);

const key = () => randomUUID();
const code = `TEST_${Date.now()}`;

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
      ["months", 100, "limitBeyond:366"],
    ] as const) {
      await expect(
        openLimitPeriod(admin, limitPeriodInput.parse({ ...base, key: key(), unit, value })),
      ).rejects.toMatchObject({ details: { fields: { value: `admin.errors.${flaw}` } } });
    }
  });

  it("say how much more time an answer may be given, and of nothing else", async () => {
    const fresh = {
      key: key(),
      subject: "CASE_LEGAL",
      kindCode: `${code}_MORE`,
      unit: "hours",
      value: 24,
      mostExtension: 12,
      validFrom: inDays(0),
      source: "Thử nghiệm",
      sure: ["limitAtOnce"],
    };
    await expect(createLimit(admin, newLimitInput.parse(fresh))).rejects.toMatchObject({
      details: { fields: { mostExtension: "admin.errors.extendsAnswers" } },
    });
    const [policy] = (await listLimits(admin)).filter(
      ({ subject, unit, validTo }) => subject === "ANSWER" && unit === "hours" && validTo === null,
    );
    const { policyId } = await openLimitPeriod(
      admin,
      limitPeriodInput.parse({
        key: key(),
        policyId: policy!.id,
        version: policy!.version,
        validFrom: inDays(40),
        unit: "hours",
        value: policy!.value,
        mostExtension: 0,
        source: "Nghị định thử",
      }),
    );
    const found = await getLimit(admin, policyId);
    expect(found?.periods.map(({ mostExtension }) => mostExtension)).toEqual([0, policy!.mostExtension]);
    expect(found?.acts.map(({ type }) => type)).toContain("deadline_policy.period_opened");
  });

  it("that have not begun are written anew in their place, and nobody went by them", async () => {
    const fresh = newLimitInput.parse({
      key: key(),
      subject: "CASE_LEGAL",
      kindCode: `${code}_ANEW`,
      unit: "hours",
      value: 24,
      validFrom: inDays(0),
      source: "Thử nghiệm",
      sure: ["limitAtOnce"],
    });
    const { policyId } = await createLimit(admin, fresh);
    const change = (of: string, version: number, days: number, value: number) =>
      openLimitPeriod(
        admin,
        limitPeriodInput.parse({
          key: key(),
          policyId: of,
          version,
          validFrom: inDays(days),
          unit: "hours",
          value,
          source: "Luật mới",
        }),
      );
    const next = await change(policyId, 1, 30, 480);
    expect(await change(next.policyId, 1, 30, 48)).toEqual(next);
    await expect(change(next.policyId, 1, 30, 60)).rejects.toMatchObject({
      code: "changed-meanwhile",
      details: { by: { what: "deadline_policy.corrected" } },
    });
    await expect(change(policyId, 2, 30, 60)).rejects.toMatchObject({
      details: { fields: { validFrom: "admin.errors.laterPeriod" } },
    });
    const read = await getLimit(admin, next.policyId);
    expect(read?.periods.map(({ value, validFrom, validTo }) => [value, validFrom, validTo])).toEqual([
      [48, inDays(30), null],
      [24, inDays(0), inDays(30)],
    ]);
    expect(read?.acts[0]).toMatchObject({
      type: "deadline_policy.corrected",
      changes: { limit: ["480 hours", "48 hours"] },
    });
  });

  it("that count from today are asked about with the figure of before, and put right on that day alone", async () => {
    const fresh = newLimitInput.parse({
      key: key(),
      subject: "CASE_LEGAL",
      kindCode: `${code}_TODAY`,
      unit: "working-days",
      value: 50,
      validFrom: inDays(0),
      source: "Thử nghiệm",
    });
    await expect(createLimit(admin, fresh)).rejects.toMatchObject({
      code: "ask-first",
      details: { asks: [{ code: "limitAtOnce", facts: { limit: "50 working-days" } }] },
    });
    const sure = ["limitAtOnce"];
    const { policyId } = await createLimit(admin, { ...fresh, sure });
    const right = limitPeriodInput.parse({
      key: key(),
      policyId,
      version: 1,
      validFrom: inDays(0),
      unit: "working-days",
      value: 5,
      source: "Thử nghiệm",
    });
    await expect(openLimitPeriod(admin, right)).rejects.toMatchObject({
      details: { asks: [{ facts: { limit: ["50 working-days", "5 working-days"] } }] },
    });
    expect(await openLimitPeriod(admin, { ...right, sure })).toEqual({ policyId });
    const read = await getLimit(admin, policyId);
    expect(read?.periods.map(({ value, validFrom }) => [value, validFrom])).toEqual([[5, inDays(0)]]);
    expect(read?.acts.map(({ type }) => type)).toEqual([
      "deadline_policy.corrected",
      "deadline_policy.created",
    ]);
  });

  it("in force keep what they say in the database too", async () => {
    const [policy] = (await listLimits(admin)).filter(({ validFrom }) => validFrom < inDays(0));
    const write = (data: object) =>
      asActor(admin, (tx) => tx.deadlinePolicy.updateMany({ where: { id: policy!.id }, data }));
    await expect(write({ value: policy!.value + 1 })).rejects.toThrow(/keeps what it says/);
    await expect(write({ validFrom: new Date(`${inDays(1)}T00:00:00Z`) })).rejects.toThrow(
      /keeps what it says/,
    );
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
      sure: ["limitAtOnce"],
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
