import { describe, expect, it } from "vitest";
import { roles } from "@/lib/access/roles-list";
import { noticeKindCodes } from "./kinds";
import { isToldOf, receives } from "./receives";
import { type Audience, noticeRules } from "./rules";

/** Whom an audience may be made of (audience.ts). */
const among: Record<Audience, readonly string[]> = {
  desk: ["liaison", "liaison_manager", "investigator", "commander"],
  managers: ["liaison_manager", "commander"],
  askers: ["investigator", "commander"],
  signers: ["commander"],
  authors: ["investigator", "commander"],
  prosecutors: ["prosecutor"],
  mentioned: ["investigator", "commander", "liaison", "liaison_manager"],
};

describe("who is ever told of a kind", () => {
  it("is everybody whom the rules of the outbox mean", () => {
    for (const { kind, to } of Object.values(noticeRules))
      for (const role of to.flatMap((audience) => among[audience]))
        expect([kind, ...receives[kind]]).toContain(role);
  });

  it("is what each role's page of choices lists: a desk chooses of no signature, a prosecutor of orders alone", () => {
    const listed = (role: (typeof roles)[number], heads = false) =>
      noticeKindCodes.filter((kind) => isToldOf(kind, [role], heads));
    expect(listed("liaison")).not.toContain("signing.waiting");
    expect(listed("liaison")).toContain("request.received");
    expect(listed("prosecutor")).toEqual(["request.notified"]);
    expect(listed("leader")).toEqual(["deadline.escalated", "league.replied"]);
    expect(listed("admin")).toEqual(["delivery.dead", "job.failed"]);
    expect(listed("auditor")).toEqual([]);
    expect(listed("auditor", true)).toContain("deadline.escalated");
  });

  it("leaves no kind that nobody is told of", () => {
    for (const kind of noticeKindCodes)
      expect(roles.some((role) => isToldOf(kind, [role], false))).toBe(true);
  });
});
