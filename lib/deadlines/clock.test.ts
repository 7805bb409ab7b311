import { describe, expect, it } from "vitest";
import {
  remainingMinutes,
  stopClock,
  timeLeft,
  type DeadlineClock,
  type DeadlineState,
  type TimeLeft,
} from "./clock";
import { choosePolicy, type DeadlinePolicy } from "./policy";

const at = (time: string): Date => new Date(`2026-11-20T${time}Z`);
const clock = (
  state: DeadlineState,
  pausedAt: string | null = null,
  finishedAt: string | null = null,
): DeadlineClock => ({
  state,
  startAt: at("08:00:00"),
  dueAt: at("12:00:00"),
  pausedAt: pausedAt === null ? null : at(pausedAt),
  finishedAt: finishedAt === null ? null : at(finishedAt),
});

describe("time left", () => {
  it.each<[DeadlineClock, string, TimeLeft]>([
    [clock("running"), "09:00:00", { state: "running", minutes: 180 }],
    [clock("running"), "10:59:59", { state: "running", minutes: 61 }],
    [clock("running"), "11:00:00", { state: "soon", minutes: 60 }],
    [clock("running"), "11:59:59", { state: "soon", minutes: 1 }],
    [clock("running"), "12:00:00", { state: "soon", minutes: 0 }],
    [clock("running"), "12:00:01", { state: "late", minutes: -1 }],
    [clock("running"), "15:00:00", { state: "late", minutes: -180 }],
    [clock("paused", "09:00:00"), "15:00:00", { state: "paused", minutes: 180 }],
    [clock("paused", "12:00:00"), "12:00:01", { state: "paused", minutes: 0 }],
    [clock("paused", "12:30:00"), "15:00:00", { state: "paused", minutes: -30 }],
    [clock("met", null, "11:00:00"), "15:00:00", { state: "done", minutes: 60 }],
    [clock("missed", null, "12:05:00"), "15:00:00", { state: "done", minutes: -5 }],
    [clock("cancelled"), "15:00:00", { state: "done", minutes: 0 }],
  ])("%# is read from the clock", (given, now, expected) => {
    expect(timeLeft(given, at(now))).toEqual(expected);
  });

  it("of a short limit is soon at a quarter of an hour", () => {
    const short = { ...clock("running"), startAt: at("11:40:00") };
    expect(timeLeft(short, at("11:45:00")).state).toBe("soon");
  });

  it("stands still while paused", () =>
    expect(remainingMinutes(clock("paused", "11:00:00"), at("20:00:00"))).toBe(60));
});

it.each<[string, DeadlineClock, string, DeadlineState]>([
  ["in time", clock("running"), "12:00:00", "met"],
  ["too late", clock("running"), "12:00:01", "missed"],
  ["after the hour but paused before", clock("paused", "11:00:00"), "15:00:00", "met"],
  ["after the hour, paused at the last moment", clock("paused", "12:00:00"), "12:00:01", "missed"],
  ["twice", clock("missed"), "11:00:00", "missed"],
])("stopping %s", (_when, given, now, expected) => expect(stopClock(given, at(now)).state).toBe(expected));

describe("the policy that applies", () => {
  const base: DeadlinePolicy = {
    id: "any",
    subject: "answer",
    kindCode: null,
    urgency: null,
    legalBasis: null,
    specialisedOnly: false,
    unit: "working-days",
    value: 5,
    emergencyOf: null,
    validFrom: at("00:00:00"),
    validTo: null,
    verify: true,
  };
  const policies: DeadlinePolicy[] = [
    base,
    { ...base, id: "sub", kindCode: "SUBSCRIBER_INFO", value: 3 },
    {
      ...base,
      id: "sub-cyber",
      kindCode: "SUBSCRIBER_INFO",
      specialisedOnly: true,
      unit: "hours",
      value: 24,
    },
    {
      ...base,
      id: "sub-cyber-emergency",
      kindCode: "SUBSCRIBER_INFO",
      urgency: "emergency",
      specialisedOnly: true,
      unit: "hours",
      value: 3,
      emergencyOf: "sub-cyber",
    },
    {
      ...base,
      id: "sub-old",
      kindCode: "SUBSCRIBER_INFO",
      validFrom: new Date(0),
      validTo: at("00:00:00"),
      value: 9,
    },
    { ...base, id: "sub-law", kindCode: "SUBSCRIBER_INFO", legalBasis: "law-a", value: 2 },
    { ...base, id: "sub-commune", kindCode: "SUBSCRIBER_INFO", requesterLevel: "commune", value: 4 },
    { ...base, id: "sub-unit", kindCode: "SUBSCRIBER_INFO", requesterOrgId: "unit-a", value: 1 },
    { ...base, id: "ack", subject: "acknowledgement", unit: "minutes", value: 15 },
  ];
  const question = {
    kind: "SUBSCRIBER_INFO",
    urgency: "normal",
    specialisedCyber: false,
    at: at("10:00:00"),
    subject: "answer",
  };
  it.each<[string, Partial<Parameters<typeof choosePolicy>[1]>, string | undefined]>([
    ["a kind of its own", {}, "sub"],
    ["any kind", { kind: "CALL_RECORDS" }, "any"],
    ["the specialised force", { specialisedCyber: true }, "sub-cyber"],
    [
      "an emergency of the specialised force",
      { specialisedCyber: true, urgency: "emergency" },
      "sub-cyber-emergency",
    ],
    ["an emergency of anybody else", { urgency: "emergency" }, "sub"],
    ["a named law", { legalBases: ["law-a"] }, "sub-law"],
    ["the day before it changed", { at: new Date(1) }, "sub-old"],
    ["units of one level", { requesterLevel: "commune", requesterOrgId: "unit-b" }, "sub-commune"],
    ["one unit", { requesterLevel: "commune", requesterOrgId: "unit-a" }, "sub-unit"],
    ["one unit that is specialised too", { requesterOrgId: "unit-a", specialisedCyber: true }, "sub-unit"],
    ["a named law before one unit", { requesterOrgId: "unit-a", legalBases: ["law-a"] }, "sub-law"],
    ["another subject", { subject: "acknowledgement" }, "ack"],
    ["the minute before its day in Viet Nam", { at: new Date("2026-11-19T16:59:00Z") }, "sub-old"],
    ["the first minute of its day in Viet Nam", { at: new Date("2026-11-19T17:00:00Z") }, "sub"],
    ["before any was in force", { at: new Date("1969-12-31T16:59:59Z") }, undefined],
  ])("to %s", (_case, change, expected) => {
    expect(choosePolicy(policies, { ...question, ...change })?.id).toBe(expected);
    expect(choosePolicy(policies.toReversed(), { ...question, ...change })?.id).toBe(expected);
  });
});
