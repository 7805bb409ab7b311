import { randomUUID } from "node:crypto";
import { everybody } from "./cast";
import { type ActionRule, key, general, own, openers, desks } from "./action-rule";
import { inputsOfAdministration } from "@/prisma/factories/inputs-of-administration";

/** Looking up, the record, and what is one's own: drafts, notifications, the door, the addresses of one's systems. */
export const ownRules: Record<string, ActionRule> = {
  // Looking up, the record, drafts
  searchAction: general([...openers, "analyst", ...desks], ({ cases, requests }) => [
    ...cases.flatMap(({ code, canaries }) => [
      { term: code },
      { term: canaries.account, purpose: "case_work" },
      { term: canaries.victim, purpose: "case_work" },
    ]),
    ...requests.map(({ code }) => ({ term: code })),
  ]),
  verifyRecordAction: general(["auditor"], () => [{}]),
  findActorsAction: general(["auditor"], () => [{ name: "Người" }]),
  hashAuditTermAction: general(["auditor"], () => [{ term: "0123456789" }]),
  keepDraftAction: general(everybody, () => [{ key: "case:new", body: { title: "thử quyền" } }]),
  dropDraftAction: general(everybody, () => [{ key: "case:new" }]),
  // One's own notifications and how one is told: another's are passed over, like those that never were.
  readNoticesAction: general(everybody, () => [{ ids: [randomUUID()] }]),
  readAllNoticesAction: general(everybody, () => [{ to: "2020-01-01T00:00:00.000Z" }]),
  readRecordNoticesAction: general(everybody, ({ cases, requests }) =>
    [...cases, ...requests].map(({ id: recordId }) => ({ recordId })),
  ),
  snoozeNoticeAction: general(everybody, () => [{ noticeIds: [randomUUID()], until: "hour" }]),
  saveNoticePreferencesAction: general(everybody, () => [{ kinds: [], quiet: null }]),
  // The door and one's own session
  passwordAction: own("the door: has no session yet"),
  codeAction: own("the door: second factor of the session that asks"),
  enrolAction: own("the door: second factor of the session that asks"),
  signOutAction: own("ends the session that asks"),
  stayAction: own("lengthens the session that asks"),
  readExpiryAction: own("says when the session that asks ends"),
  switchMembershipAction: own("only among one's own memberships; walked by session.spec.ts"),
  enterAsAction: own("the demo's door; absent outside the demo"),
  ownDemoCodeAction: own("the demo's code of oneself; absent outside the demo"),
  acceptInvitationAction: own("the door: holds the invitation's secret"),
  changePasswordAction: own("one's own password, proved by the present one"),
  newRecoveryCodesAction: own("one's own codes, proved by the second factor"),
  endSessionsAction: own("only one's own sessions; walked by session.spec.ts"),
  // Where the organisation's own system is told; the address of the trial lies where nothing may be sent.
  ...Object.fromEntries(
    [
      "addEndpointAction",
      "changeEndpointAction",
      "renewSecretAction",
      "removeEndpointAction",
      "testEndpointAction",
    ].map((name) => [
      name,
      general(["commander", "upper", "strangerCommander", "manager", "otherManager"], () => [
        { ...inputsOfAdministration[name], key: key() },
      ]),
    ]),
  ),
};
