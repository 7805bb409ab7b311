import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/generated/prisma/enums";
import type { Actor } from "./actor";
import { can, canOnCase, may, type RequestLike, requestPolicy, type RequestPermission } from "./policy";

const police = "police-unit";
const bank = "bank";
const actor = (role: Role, orgId: string, over: Partial<Actor> = {}): Actor => ({
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
  ...over,
});
const request = (over: Partial<RequestLike> = {}): RequestLike => ({
  status: "SENT",
  requesterOrgId: police,
  addresseeOrgId: bank,
  procuracyOrgId: "procuracy",
  sealedTo: [],
  drafterId: "somebody",
  editorIds: ["somebody"],
  assigneeId: null,
  sentAt: new Date(0),
  memberIds: [],
  ...over,
});
const granted = (who: Actor, about: RequestLike) =>
  (Object.keys(requestPolicy) as RequestPermission[])
    .filter((permission) => can(who, permission, about))
    .map((permission) => permission.slice(8));

describe("who may do what to a request", () => {
  it.each([
    [
      "investigator named on the case",
      actor("investigator", police),
      { memberIds: ["my-membership"] },
      [
        "read",
        "edit",
        "submit",
        "discard",
        "proposeWithdrawal",
        "extendDeadline",
        "proposeWaiver",
        "clarify",
        "accept",
        "sendBack",
        "dispute",
        "replyObjection",
        "write",
        "note",
        "remind",
        "handOver",
        "amend",
        "recheck",
        "reroute",
      ],
    ],
    ["investigator of the unit, not named", actor("investigator", police), {}, ["read", "note"]],
    [
      "commander",
      actor("commander", police),
      {},
      [
        "read",
        "return",
        "sign",
        "withdraw",
        "extendDeadline",
        "waiveDeadline",
        "clarify",
        "accept",
        "sendBack",
        "dispute",
        "review",
        "replyObjection",
        "write",
        "note",
        "remind",
        "handOver",
        "amend",
        "issueAmendment",
        "recheck",
        "reroute",
      ],
    ],
    [
      "commander who signed it",
      actor("commander", police),
      { signerId: "me" },
      [
        "read",
        "return",
        "sign",
        "withdraw",
        "extendDeadline",
        "waiveDeadline",
        "clarify",
        "accept",
        "sendBack",
        "dispute",
        "replyObjection",
        "write",
        "note",
        "remind",
        "handOver",
        "amend",
        "issueAmendment",
        "recheck",
        "reroute",
      ],
    ],
    [
      "commander who rewrote it or handed it in",
      actor("commander", police),
      { editorIds: ["somebody", "me"] },
      [
        "read",
        "return",
        "withdraw",
        "extendDeadline",
        "waiveDeadline",
        "clarify",
        "accept",
        "sendBack",
        "dispute",
        "replyObjection",
        "write",
        "note",
        "remind",
        "handOver",
        "amend",
        "issueAmendment",
        "recheck",
        "reroute",
      ],
    ],
    [
      "commander who drafted it himself",
      actor("commander", police),
      { drafterId: "me" },
      [
        "read",
        "edit",
        "submit",
        "discard",
        "return",
        "recall",
        "withdraw",
        "extendDeadline",
        "waiveDeadline",
        "clarify",
        "accept",
        "sendBack",
        "dispute",
        "replyObjection",
        "write",
        "note",
        "remind",
        "handOver",
        "amend",
        "issueAmendment",
        "recheck",
        "reroute",
      ],
    ],
    [
      "liaison of the addressee",
      actor("liaison", bank),
      {},
      [
        "read",
        "acknowledge",
        "start",
        "ask",
        "answer",
        "refuse",
        "take",
        "suspect",
        "write",
        "note",
        "handOver",
      ],
    ],
    [
      "liaison, assigned to a colleague",
      actor("liaison", bank),
      { assigneeId: "colleague" },
      ["read", "note"],
    ],
    [
      "liaison manager",
      actor("liaison_manager", bank),
      { assigneeId: "colleague" },
      [
        "read",
        "acknowledge",
        "start",
        "ask",
        "answer",
        "refuse",
        "assign",
        "take",
        "suspect",
        "write",
        "note",
        "handOver",
      ],
    ],
    ["prosecutor who was notified", actor("prosecutor", "procuracy"), {}, ["read", "object"]],
  ] as const)("%s: %#", (_, who, over, expected) =>
    expect(granted(who, request(over as Partial<RequestLike>))).toEqual(expected),
  );

  it.each(["leader", "secretary", "department_officer", "auditor", "admin"] as const)(
    "%s sees no request at all, whatever the organisation",
    (role) => {
      for (const org of [police, bank, "procuracy"])
        expect(granted(actor(role, org), request({ memberIds: ["my-membership"], drafterId: "me" }))).toEqual(
          [],
        );
    },
  );

  it.each(["investigator", "commander", "liaison", "liaison_manager", "prosecutor"] as const)(
    "%s of another organisation sees nothing",
    (role) => {
      expect(granted(actor(role, "elsewhere"), request({ memberIds: ["my-membership"] }))).toEqual([]);
    },
  );

  it("shows an addressee nothing before issue", () => {
    expect(
      granted(actor("liaison_manager", bank), request({ sentAt: null, status: "PENDING_SIGNATURE" })),
    ).toEqual([]);
    expect(granted(actor("prosecutor", "procuracy"), request({ sentAt: null }))).toEqual([]);
  });

  it("seals a restricted request to its named members inside the unit", () => {
    expect(granted(actor("commander", police), request({ sealedTo: ["others"] }))).toEqual([]);
    expect(granted(actor("commander", police), request({ sealedTo: ["my-membership"] }))).toContain("sign");
  });

  it("lets a unit see what units below it hold, never above", () => {
    expect(granted(actor("commander", "ministry", { orgIds: ["ministry", police] }), request())).toContain(
      "read",
    );
    expect(granted(actor("commander", "commune"), request())).toEqual([]);
  });
});

describe("who may do what to a case", () => {
  const record = { unitId: police, status: "RECEIVED" as const, sealedTo: [], memberIds: [] as string[] };
  it("keeps writing to those named on it and reading to the unit", () => {
    expect(canOnCase(actor("investigator", police), "case.read", record)).toBe(true);
    expect(canOnCase(actor("investigator", police), "case.draftRequest", record)).toBe(false);
    expect(
      canOnCase(actor("investigator", police), "case.draftRequest", {
        ...record,
        memberIds: ["my-membership"],
      }),
    ).toBe(true);
    expect(
      canOnCase(actor("intake_officer", police), "case.draftRequest", {
        ...record,
        memberIds: ["my-membership"],
      }),
    ).toBe(false);
  });
  it.each(["liaison", "leader", "admin", "auditor", "prosecutor"] as const)("%s reads no case", (role) => {
    expect(canOnCase(actor(role, police), "case.read", record)).toBe(false);
  });
});

describe("what needs no record", () => {
  it.each([
    ["admin.manage", "admin"],
    ["audit.read", "auditor"],
    ["figures.read", "leader"],
  ] as const)("%s belongs to %s", (permission, role) => {
    expect(may(actor(role, police), permission)).toBe(true);
    expect(may(actor("investigator", police), permission)).toBe(false);
  });
  it("lets lists leave with who works on cases, and orders about holds be asked by who drafts", () => {
    const cases = ["intake_officer", "investigator", "commander", "analyst"] as const;
    for (const role of [
      ...cases,
      "liaison",
      "liaison_manager",
      "leader",
      "admin",
      "auditor",
      "prosecutor",
    ] as const) {
      for (const permission of ["request.export", "hold.export"] as const)
        expect(may(actor(role, police), permission)).toBe(cases.some((one) => one === role));
      expect(may(actor(role, police), "hold.order")).toBe(role === "investigator" || role === "commander");
    }
  });
});
