import { expect, it } from "vitest";
import type { Actor } from "./actor";
import { canOnMoney, type MoneyLike, type MoneyPermission } from "./money-policy";

const actor = (role: Actor["roles"][number], orgId: string): Actor =>
  ({ userId: role, membershipId: `m-${role}`, orgId, orgIds: [orgId], roles: [role] }) as unknown as Actor;
const record: MoneyLike = {
  requesterOrgId: "police",
  holderOrgId: "bank",
  intakeOrgId: "police",
  sealedTo: [],
  memberIds: ["m-investigator"],
  authorIds: ["investigator"],
};

it.each<[Actor["roles"][number], string, Partial<MoneyLike>, MoneyPermission, boolean]>([
  ["analyst", "police", {}, "hold.read", true],
  ["analyst", "police", {}, "hold.keep", false],
  ["investigator", "police", {}, "hold.keep", true],
  ["investigator", "police", { memberIds: [] }, "hold.keep", false],
  ["commander", "police", { memberIds: [] }, "hold.draftRelease", true],
  ["commander", "elsewhere", {}, "hold.read", false],
  ["commander", "police", { sealedTo: ["m-other"] }, "hold.read", false],
  ["liaison", "bank", {}, "hold.read", true],
  ["liaison", "otherBank", {}, "hold.read", false],
  ["leader", "police", {}, "hold.read", false],
  ["prosecutor", "procuracy", {}, "appeal.read", false],
  ["intake_officer", "police", {}, "appeal.receive", true],
  ["intake_officer", "police", {}, "appeal.review", false],
  ["liaison", "bank", {}, "appeal.receive", true],
  ["liaison", "bank", {}, "appeal.read", false],
  ["liaison", "bank", { intakeOrgId: "bank" }, "appeal.read", true],
  ["liaison", "bank", { intakeOrgId: "bank" }, "appeal.uphold", false],
  ["investigator", "police", {}, "appeal.uphold", false],
  ["commander", "police", {}, "appeal.uphold", true],
  ["commander", "police", { authorIds: ["investigator", "commander"] }, "appeal.uphold", false],
  ["commander", "police", { authorIds: ["investigator", "commander"] }, "appeal.reject", false],
  ["commander", "police", { authorIds: ["investigator", "commander"] }, "appeal.withdraw", false],
  ["investigator", "police", { authorIds: [] }, "appeal.review", true],
  ["investigator", "police", { authorIds: ["investigator"] }, "appeal.review", false],
  ["commander", "police", { signerId: "commander" }, "appeal.review", false],
  ["commander", "police", { signerId: "commander" }, "appeal.uphold", false],
  ["commander", "police", { signerId: "commander" }, "appeal.reject", false],
  ["commander", "police", { signerId: "commander" }, "appeal.withdraw", false],
  ["commander", "police", {}, "appeal.withdraw", true],
  ["intake_officer", "police", {}, "appeal.withdraw", true],
  ["investigator", "police", {}, "appeal.withdraw", false],
  ["commander", "police", { authorIds: ["investigator", "commander"] }, "restitution.approve", false],
  ["commander", "police", { authorIds: ["investigator", "commander"] }, "restitution.cancel", true],
  ["investigator", "police", { authorIds: ["investigator"] }, "restitution.recall", true],
  ["commander", "police", { authorIds: ["investigator", "commander"] }, "restitution.recall", true],
  ["commander", "police", { authorIds: ["investigator"] }, "restitution.recall", false],
  ["commander", "police", {}, "restitution.execute", false],
  ["liaison_manager", "bank", {}, "restitution.execute", true],
  ["liaison", "bank", { requesterOrgId: "bank" }, "restitution.draft", false],
])("%s of %s on %j: %s is %s", (role, org, over, permission, expected) =>
  expect(canOnMoney(actor(role, org), permission, { ...record, ...over })).toBe(expected),
);
