import { answerSchema } from "./field-schema";
import { describe, expect, it } from "vitest";
import { fieldsOf } from "@/lib/fields";
import { kindOf } from "@/lib/requests/kinds";

const now = new Date("2026-11-22T03:00:00Z");
const refusals = (kind: string, answer: object) => {
  const parsed = answerSchema(kindOf(kind), now).safeParse(answer);
  return parsed.success ? {} : fieldsOf(parsed.error);
};
const past = "2026-11-20T03:00:00.000Z";
const soon = "2026-11-22T03:05:00.000Z";
const future = "2026-11-23T03:00:00.000Z";

describe("the moments of an answer", () => {
  const held = { outcome: "HELD", amount: "1000" };
  const transfer = {
    at: past,
    amount: "1000",
    toInstitutionId: "0199f3d2-5c7e-7aaa-8bbb-1234567890ab",
    toAccount: "19036688990011",
  };
  it.each([
    ["ACCOUNT_SUSPEND", { ...held, until: past }, { until: "answer.until" }],
    ["ACCOUNT_FREEZE", { ...held, minutesNumber: "1/BB", until: past }, { until: "answer.until" }],
    ["ACCOUNT_SUSPEND", { ...held, until: future }, {}],
    [
      "ACCOUNT_SUSPEND",
      { ...held, transfers: [{ ...transfer, at: future }] },
      { "transfers.0.at": "date.future" },
    ],
    ["ACCOUNT_SUSPEND", { ...held, transfers: [{ ...transfer, at: soon }] }, {}],
    ["ACCOUNT_SUSPEND", { outcome: "ACCOUNT_CLOSED", closedAt: future }, { closedAt: "date.future" }],
    ["ACCOUNT_UNFREEZE", { outcome: "DONE", doneAt: future }, { doneAt: "date.future" }],
    ["ACCOUNT_UNFREEZE", { outcome: "DONE", doneAt: past }, {}],
  ])("%s %j", (kind, answer, expected) => expect(refusals(kind, answer)).toEqual(expected));

  it.each([
    ["", "required"],
    ["abc", "answer.account"],
    ["1903 6688 990011", undefined],
    ["VUIVE2026", undefined],
    ["19036688990011ồ", "answer.account"],
  ])("a receiving account %j", (toAccount, code) =>
    expect(
      refusals("ACCOUNT_SUSPEND", { ...held, transfers: [{ ...transfer, toAccount }] })[
        "transfers.0.toAccount"
      ],
    ).toBe(code),
  );
});

describe("a subscriber", () => {
  const provided = {
    outcome: "PROVIDED",
    subscriberName: "NGUYEN VAN A",
    activatedAt: past,
    registrationState: "verified",
  };
  it.each([
    [{}, {}],
    [{ activatedAt: future }, { activatedAt: "date.future" }],
    [{ registrationState: "" }, { registrationState: "required" }],
    [{ devices: "abc" }, { devices: "answer.imei" }],
    [{ devices: "3598812345678" }, { devices: "answer.imei" }],
    [{ devices: "35-209900-176148-1, 3598812345678901 35988123456789" }, {}],
    [{ devices: "359881234567890, abc" }, { devices: "answer.imei" }],
  ])("%j", (change, expected) =>
    expect(refusals("SUBSCRIBER_INFO", { ...provided, ...change })).toEqual(expected),
  );
});
