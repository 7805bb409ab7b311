import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asSystem, closeDatabase } from "@/lib/db";
import { choosePolicy } from "@/lib/deadlines/policy";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { answerItem } from "@/lib/requests/desk/answers";
import { inDays } from "@/prisma/factories/days";
import { makeAdministrator } from "@/prisma/factories/people";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { openKindPeriod } from "./kind-commands";
import { openLimitPeriod } from "./limit-commands";
import { getKind } from "./kind-queries";
import { listLimits } from "./limit-queries";
import { kindPeriodInput, limitPeriodInput } from "./schema";

let admin: Actor;
/** Each test opens its periods further on, so that none lies inside another's. */
let day = 0;
beforeAll(async () => {
  admin = await makeAdministrator();
});
beforeEach(() => void (day += 100));
afterAll(closeDatabase);

const newest = async (code: string) => (await getKind(admin, code))!.periods[0]!;

/** What the form sends that was opened on the newest period, a hundred days after the test before. */
async function form(code: string, over: object = {}) {
  const period = await newest(code);
  return kindPeriodInput.parse({
    ...period,
    key: randomUUID(),
    periodId: period.id,
    validFrom: inDays(day),
    legalBases: period.legalBases.join("\n"),
    note: "",
    maxHoldValue: period.maxHold?.value,
    maxHoldUnit: period.maxHold?.unit,
    source: "Thông tư thử nghiệm",
    ...over,
  });
}
/** What a suspension that began on this day would be counted by. */
async function counted(code: string, days: number) {
  const { policies } = await asSystem((tx) => deadlineReference(tx));
  const at = new Date(`${inDays(days)}T05:00:00Z`);
  const policy = choosePolicy(policies, {
    subject: "SUSPENSION_MAX",
    kind: code,
    urgency: "normal",
    specialisedCyber: false,
    at,
  });
  return policy && `${policy.value} ${policy.unit}`;
}
const openPeriod = async (code: string, over: object) => openKindPeriod(admin, await form(code, over));

it("changes with the kind's new period, for the clocks too, from that day on, and both acts are on record", async () => {
  const input = await form("ACCOUNT_SUSPEND", { maxHoldValue: 5, maxHoldUnit: "calendar-days" });
  const { periodId } = await openKindPeriod(admin, input);
  expect(await openKindPeriod(admin, input)).toMatchObject({ periodId });
  expect(await counted("ACCOUNT_SUSPEND", day - 1)).toBe("3 working-days");
  expect(await counted("ACCOUNT_SUSPEND", day)).toBe("5 calendar-days");
  expect((await newest("ACCOUNT_SUSPEND")).maxHold).toEqual({ unit: "calendar-days", value: 5 });
  const events = await asSystem((tx) =>
    tx.event.findMany({ where: { actorId: admin.userId }, orderBy: { seq: "asc" } }),
  );
  expect(events.map(({ type, changes }) => ({ type, changes }))).toMatchObject([
    { type: "deadline_policy.period_opened", changes: { limit: ["3 working-days", "5 calendar-days"] } },
    { type: "request_kind.period_opened", changes: { maxHold: ["3 working-days", "5 calendar-days"] } },
  ]);
  const ofLimit = (await listLimits(admin)).filter(
    ({ subject, kindCode }) => subject === "SUSPENSION_MAX" && kindCode === "ACCOUNT_SUSPEND",
  );
  expect(ofLimit.map(({ value, validTo }) => [value, validTo])).toEqual([
    [3, inDays(day)],
    [5, null],
  ]);
});

it("left as it was shown changes no clock, also not one that is set for a later day", async () => {
  const [limit] = (await listLimits(admin)).filter(
    ({ subject, kindCode }) => subject === "SUSPENSION_MAX" && kindCode === "EWALLET_SUSPEND",
  );
  const change = {
    policyId: limit!.id,
    version: limit!.version,
    unit: "hours",
    value: 96,
    source: "Thông tư",
  };
  await openLimitPeriod(
    admin,
    limitPeriodInput.parse({ key: randomUUID(), ...change, validFrom: inDays(day - 50) }),
  );
  await openPeriod("EWALLET_SUSPEND", {});
  expect(await counted("EWALLET_SUSPEND", day - 51)).toBe("3 working-days");
  expect(await counted("EWALLET_SUSPEND", day)).toBe("96 hours");
  expect((await newest("EWALLET_SUSPEND")).maxHold).toEqual({ unit: "hours", value: 96 });
});

it("is written anew with a period that has not begun, in one place for the kind and the clocks", async () => {
  const typed = { maxHoldValue: 50, maxHoldUnit: "calendar-days" };
  const { periodId } = await openPeriod("ACCOUNT_SUSPEND", { ...typed, nameEn: "Suspension" });
  expect(await counted("ACCOUNT_SUSPEND", day)).toBe("50 calendar-days");
  const before = await newest("ACCOUNT_SUSPEND");
  expect(await openPeriod("ACCOUNT_SUSPEND", { ...typed, maxHoldValue: 6, documentVi: "Lệnh" })).toEqual({
    periodId,
    code: "ACCOUNT_SUSPEND",
  });
  expect(await newest("ACCOUNT_SUSPEND")).toMatchObject({
    id: periodId,
    version: before.version + 1,
    nameEn: "Suspension",
    documentVi: "Lệnh",
    maxHold: { unit: "calendar-days", value: 6 },
  });
  expect(await counted("ACCOUNT_SUSPEND", day)).toBe("6 calendar-days");
  const ofLimit = (await listLimits(admin)).filter(
    ({ subject, kindCode, validFrom }) =>
      subject === "SUSPENSION_MAX" && kindCode === "ACCOUNT_SUSPEND" && validFrom === inDays(day),
  );
  expect(ofLimit).toHaveLength(1);
});

it("is refused at its field when nobody could keep it, when it is missing, and for a kind that holds nothing", async () => {
  const message = (text: string) => ({ details: { fields: { maxHoldValue: text } } });
  const refused = async (code: string, over: object, text: string) =>
    await expect(openPeriod(code, over)).rejects.toMatchObject(message(text));
  const none = { maxHoldValue: "", maxHoldUnit: "" };
  await refused("ACCOUNT_SUSPEND", none, "required");
  await refused("ACCOUNT_SUSPEND", { maxHoldValue: 2, maxHoldUnit: "minutes" }, "admin.errors.limitTooShort");
  await refused(
    "ACCOUNT_SUSPEND",
    { maxHoldValue: 13, maxHoldUnit: "months" },
    "admin.errors.limitBeyond:366",
  );
  await refused("TRANSACTION_TRACE", { maxHoldValue: 3, maxHoldUnit: "working-days" }, "invalid");
  await expect(openPeriod("TRANSACTION_TRACE", none)).resolves.toMatchObject({ code: "TRANSACTION_TRACE" });
  expect((await newest("TRANSACTION_TRACE")).maxHold).toBeNull();
});

it("leaves a suspension that already runs with the time it began with", async () => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId } }));
  await answerItem(scene.liaison, {
    key: randomUUID(),
    requestId,
    itemId: item.id,
    itemVersion: item.version,
    answer: { outcome: "HELD", amount: "1000000" },
  });
  const clock = () =>
    asSystem((tx) => tx.deadline.findFirstOrThrow({ where: { requestId, subject: "SUSPENSION_MAX" } }));
  const before = await clock();
  await openPeriod("ACCOUNT_SUSPEND", { maxHoldValue: 24, maxHoldUnit: "hours" });
  expect(await clock()).toEqual(before);
});
