import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import type { RequestLike } from "@/lib/access/policy";
import type { RequestStatus, Role } from "@/lib/generated/prisma/enums";
import { chipOf, mayRewrite, offers, urgencyOf } from "./rules";

const actor = (role: Role, orgId: string): Actor => ({
  userId: "me",
  membershipId: "my-membership",
  orgId,
  orgIds: [orgId],
  roles: [role],
  name: "",
  rank: null,
  title: null,
  signerTitle: null,
  orgName: "",
  orgKind: "police",
  specialisedCyber: false,
  provinceCode: "25",
  provinces: ["25"],
  sessionId: null,
  secondFactorAt: null,
  origin: null,
});
const request = (status: RequestStatus, over: Partial<RequestLike> = {}): RequestLike => ({
  status,
  requesterOrgId: "police",
  addresseeOrgId: "bank",
  procuracyOrgId: null,
  sealedTo: [],
  drafterId: "me",
  editorIds: ["me"],
  assigneeId: null,
  sentAt: status === "DRAFT" || status === "PENDING_SIGNATURE" ? null : new Date(0),
  memberIds: [],
  ...over,
});

describe("what is offered now", () => {
  it.each([
    ["investigator", "police", "DRAFT", ["submit", "discard"]],
    ["investigator", "police", "PENDING_SIGNATURE", ["recall"]],
    ["investigator", "police", "CLARIFICATION_NEEDED", ["clarify"]],
    ["investigator", "police", "ANSWERED", ["accept", "sendBack"]],
    ["investigator", "police", "NOT_EXECUTED", ["dispute"]],
    ["investigator", "police", "SENT", []],
    ["commander", "police", "SENT", ["withdraw"]],
    ["commander", "police", "PENDING_SIGNATURE", ["return", "recall"]], // drafted it himself: never signs
    ["liaison", "bank", "SENT", ["acknowledge", "start", "ask", "answer", "refuse"]],
    ["liaison", "bank", "ANSWERED", []],
    ["liaison", "another-bank", "SENT", []],
    ["analyst", "police", "ANSWERED", []],
    ["commander", "police", "WITHDRAWN", []],
  ] as const)("%s of %s is offered, on a request that is %s, %j", (role, org, status, expected) => {
    expect(offers(actor(role, org), request(status))).toEqual(expected);
  });

  it("lets a draft be rewritten by who works on it, and only while it is a draft", () => {
    expect(mayRewrite(actor("investigator", "police"), request("DRAFT"))).toBe(true);
    expect(mayRewrite(actor("investigator", "police"), request("PENDING_SIGNATURE"))).toBe(false);
    expect(mayRewrite(actor("analyst", "police"), request("DRAFT"))).toBe(false);
  });
});

describe("the chip of a request", () => {
  const facts = {
    dueAt: "2026-11-20T03:00:00.000Z",
    pausedAt: null,
    answeredAt: null,
    closedAt: null,
    spanMinutes: 60,
  };
  it.each([
    ["SENT", {}, "running"],
    ["CLARIFICATION_NEEDED", { pausedAt: "2026-11-20T02:30:00.000Z" }, "paused"],
    ["ANSWERED", { answeredAt: "2026-11-20T03:00:00.000Z" }, "met"],
    ["ACCEPTED", { answeredAt: "2026-11-20T03:00:00.001Z" }, "missed"],
    ["WITHDRAWN", {}, "cancelled"],
  ] as const)("%s %j is %s", (status, over, state) => {
    expect(chipOf({ ...facts, ...over, status })?.state).toBe(state);
  });
  it("has no clock before it is sent", () => {
    expect(chipOf({ ...facts, status: "DRAFT" })).toBeNull();
    expect(chipOf({ ...facts, dueAt: null, status: "SENT" })).toBeNull();
  });
});

it.each([
  [true, "2026-11-22T01:00:00Z", "emergency"],
  [true, "2026-11-20T01:00:00Z", "urgent"],
  [true, null, "urgent"],
  [false, "2026-11-22T01:00:00Z", "normal"],
])("money %s, last paid %s is %s", (money, at, urgency) =>
  expect(urgencyOf(money, at, new Date("2026-11-22T03:00:00Z"))).toBe(urgency),
);
