import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import type { RequestLike } from "@/lib/access/policy";
import type { RequestStatus, Role } from "@/lib/generated/prisma/enums";
import { clockReadingOf, mayRewrite, offers, urgencyOf } from "./rules";

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

describe("how the clock of an answer stands", () => {
  const due = new Date("2026-11-20T03:00:00.000Z");
  const facts = { dueAt: due, pausedAt: null, answeredAt: null, spanMinutes: 60 };
  const waived = { dueAt: null, spanMinutes: null };
  it.each([
    ["SENT", {}, "running"],
    ["CLARIFICATION_NEEDED", { pausedAt: new Date("2026-11-20T02:30:00.000Z") }, "paused"],
    ["ANSWERED", { answeredAt: due }, "met"],
    ["ACCEPTED", { answeredAt: new Date("2026-11-20T03:00:00.001Z") }, "missed"],
    ["WITHDRAWN", {}, "cancelled"],
    ["EXPIRED", {}, "cancelled"],
    ["DRAFT", waived, "unsent"],
    ["PENDING_SIGNATURE", waived, "unsent"],
    ["DISCARDED", waived, "unsent"],
    ["SENT", waived, "waived"],
    ["CLARIFICATION_NEEDED", { ...waived, pausedAt: due }, "waived"],
    ["ANSWERED", { ...waived, answeredAt: due }, "waived"],
  ] as const)("%s %j is %s", (status, over, state) => {
    expect(clockReadingOf({ ...facts, ...over, status }).state).toBe(state);
  });
  it("names the moment it ended only where somebody was judged by it", () => {
    expect(clockReadingOf({ ...facts, status: "ANSWERED", answeredAt: due })).toEqual({
      state: "met",
      dueAt: due.toISOString(),
      pausedAt: null,
      finishedAt: due.toISOString(),
      spanMinutes: 60,
    });
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
