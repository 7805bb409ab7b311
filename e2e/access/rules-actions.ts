import { randomUUID } from "node:crypto";
import { everybody, type Who } from "./cast";
import { adminRules } from "./rules-admin";
import { releaseRules, restitutionDraft } from "./rules-release";
import {
  actorsAtDesk,
  commandersOf,
  managersOf,
  prosecutorsOf,
  readersOfCase,
  readersOfRequest,
  reviewers,
  workers,
} from "./rules";
import type { World, WorldCase, WorldRequest } from "./world";
import { inputsOfAdministration } from "@/prisma/factories/inputs-of-administration";
import { basesOf } from "@/prisma/seed/story/issue";

/** The version of somebody who looked away for long: lets a person who may act be told apart without acting. */
const stale = 2_000_000_000;
const reason = "Thử quyền qua HTTP, không có hiệu lực.";

/** What an action is called with. `id` differs from the record's when the test asks about an id that was never given out. */
type OnRequest = {
  about: "request";
  may: (request: WorldRequest) => Who[];
  sees: (request: WorldRequest) => Who[];
  input: (request: WorldRequest, id: string, version: number, world: World) => unknown;
};
type OnCase = {
  about: "case";
  may: (found: WorldCase) => Who[];
  sees: (found: WorldCase) => Who[];
  input: (found: WorldCase, id: string, version: number, world: World) => unknown;
};
/** Acts on no record of the matrix. `may` are those it lets through; `inputs` pass its form. */
export type General = { about: "nothing"; may: () => Who[]; inputs: (world: World) => unknown[] };
/** Works without or before a session, or on one's own session alone. */
type Own = { about: "own session"; why: string };
export type ActionRule = OnRequest | OnCase | General | Own;

const key = randomUUID;
const step = (_: WorldRequest, requestId: string, version: number) => ({ key: key(), requestId, version });
const reasoned = (request: WorldRequest, id: string, version: number) => ({
  ...step(request, id, version),
  reason,
});
const onRequest = (may: OnRequest["may"], input: OnRequest["input"] = step): OnRequest => ({
  about: "request",
  may,
  sees: readersOfRequest,
  input,
});
const onCase = (may: OnCase["may"], input: OnCase["input"]): OnCase => ({
  about: "case",
  may,
  sees: readersOfCase,
  input,
});
const general = (may: Who[], inputs: General["inputs"]): General => ({
  about: "nothing",
  may: () => may,
  inputs,
});
const own = (why: string): Own => ({ about: "own session", why });

const overseers: Who[] = ["leader", "secretary", "officer", "manager", "otherManager"];
const worker = (request: WorldRequest): Who[] => [workers[request.of.unit]];
const commanding = (request: WorldRequest): Who[] => commandersOf(request.of);
const either = (request: WorldRequest): Who[] => [...worker(request), ...commanding(request)];
const parties = (request: WorldRequest): Who[] =>
  readersOfRequest(request).filter((who) => who !== "prosecutor");
const amendmentStep = (_: WorldRequest, requestId: string) => ({
  key: key(),
  requestId,
  amendmentId: randomUUID(),
  amendmentVersion: 1,
});
const caseSide = (found: WorldCase): Who[] => [workers[found.unit], ...commandersOf(found)];
const caseStep = (_: WorldCase, caseId: string, version: number) => ({ key: key(), caseId, version });
const openers: Who[] = [
  "drafter",
  "colleague",
  "intake",
  "commander",
  "upper",
  "strangerInvestigator",
  "strangerCommander",
];
const desks: Who[] = ["liaison", "deskmate", "manager", "otherLiaison", "otherManager", "telecomLiaison"];

/** Who keeps the roster of his own organisation, and a shift of nobody's. */
const keepers: Who[] = ["commander", "upper", "strangerCommander", "manager", "otherManager"];
const shift = () => ({ membershipId: randomUUID(), day: "26/11/2099", from: "07:00", to: "19:00", rank: 1 });

/** Every server action of the build. One that is not named here fails coverage.spec.ts. */
export const actionRules: Record<string, ActionRule> = {
  // Police
  saveDraftAction: {
    about: "request",
    may: worker,
    sees: (request) => readersOfCase(request.of),
    input: (request, id, version, { cast }) => ({
      key: key(),
      caseId: request.of.id,
      requestId: id,
      version,
      kindCode: request.addressee === "bank" ? "ACCOUNT_SUSPEND" : "SUBSCRIBER_INFO",
      addresseeOrgId:
        cast.units[
          request.addressee === "telecom" ? "telecom" : request.of.unit === "own" ? "bank" : "otherBank"
        ].id,
      urgency: "normal",
      grounds: "Căn cứ thử quyền, không có hiệu lực.",
      legalBases: basesOf[request.addressee === "bank" ? "ACCOUNT_SUSPEND" : "SUBSCRIBER_INFO"],
      targets: [
        { targetId: request.targetId, disputedAmount: request.addressee === "bank" ? "1000" : undefined },
      ],
    }),
  },
  submitRequestAction: onRequest(worker),
  discardRequestAction: onRequest(worker),
  draftAsSavedAction: onRequest(worker, (_, requestId) => ({ requestId })),
  recallRequestAction: onRequest(worker), // the world's worker drafts and hands in each
  clarifyRequestAction: onRequest(either, reasoned),
  acceptAnswerAction: onRequest(either),
  sendBackAnswerAction: onRequest(either, (request, id, version) => ({
    ...reasoned(request, id, version),
    itemIds: [randomUUID()],
  })),
  disputeRefusalAction: onRequest(either, reasoned),
  recordRecheckAction: onRequest(either, (request, id, version) => ({
    ...step(request, id, version),
    itemId: randomUUID(),
    isGone: true,
  })),
  rerouteItemsAction: onRequest(either, (request, id, version, { cast }) => ({
    ...step(request, id, version),
    itemIds: [randomUUID()],
    addresseeOrgId: cast.units.otherBank.id,
  })),
  withdrawRequestAction: onRequest(commanding, reasoned),
  proposeWithdrawalAction: onRequest(worker, reasoned),
  agreeToWithdrawAction: onRequest(commanding, (request, id, version) => ({
    ...step(request, id, version),
    proposalId: randomUUID(),
  })),
  // Knows no version: a proposal that is none is answered by then.
  declineToWithdrawAction: onRequest(commanding, (request, id, version) => ({
    ...reasoned(request, id, version),
    proposalId: randomUUID(),
  })),
  // Likewise.
  takeBackWithdrawalAction: onRequest(worker, (request, id, version) => ({
    ...step(request, id, version),
    proposalId: randomUUID(),
  })),
  extendDeadlineAction: onRequest(either, (request, id, version) => ({
    ...reasoned(request, id, version),
    until: new Date(Date.now() + 86_400_000).toISOString(),
  })),
  proposeWaiverAction: onRequest(worker, reasoned),
  agreeToWaiverAction: onRequest(commanding, (request, id, version) => ({
    ...step(request, id, version),
    waiverId: randomUUID(),
  })),
  declineWaiverAction: onRequest(commanding, (request, id, version) => ({
    ...reasoned(request, id, version),
    waiverId: randomUUID(),
  })),
  takeBackWaiverAction: onRequest(worker, (request, id, version) => ({
    ...step(request, id, version),
    waiverId: randomUUID(),
  })),
  returnRequestAction: onRequest(commanding, reasoned),
  // Desk
  acknowledgeRequestAction: onRequest(actorsAtDesk),
  takeRequestAction: onRequest(actorsAtDesk),
  assignRequestAction: onRequest(managersOf, (request, id, version) => ({
    ...step(request, id, version),
    membershipId: null,
  })),
  askClarificationAction: onRequest(actorsAtDesk, reasoned),
  refuseRequestAction: onRequest(actorsAtDesk, (request, id, version) => ({
    ...reasoned(request, id, version),
    ground: "technical",
  })),
  answerItemAction: onRequest(actorsAtDesk, (request, id, version) => ({
    key: key(),
    requestId: id,
    itemId: request.itemId,
    itemVersion: version === stale ? stale : request.itemVersion,
    answer: { outcome: "NOT_FOUND" },
  })),
  answerItemsAction: onRequest(actorsAtDesk, (request, id, version) => ({
    key: key(),
    requestId: id,
    answers: [
      {
        itemId: request.itemId,
        itemVersion: version === stale ? stale : request.itemVersion,
        answer: { outcome: "NOT_FOUND" },
      },
    ],
  })),
  suspectRequestAction: onRequest(actorsAtDesk, (request, id, version) => ({
    ...step(request, id, version),
    reason: "unusual_content",
  })),
  reviewRequestAction: onRequest(reviewers, (request, id, version) => ({
    ...reasoned(request, id, version),
    decision: "genuine",
  })),
  // These three know no version. Where nothing is forged or objected to, whoever may is told that it is not the time.
  restoreSenderAction: onRequest(reviewers, (_, requestId) => ({ key: key(), requestId, reason })),
  objectToRequestAction: onRequest(prosecutorsOf, (_, requestId) => ({ key: key(), requestId, reason })),
  replyToObjectionAction: onRequest(either, (_, requestId) => ({ key: key(), requestId, reason })),
  // A file that is none stops whoever may take one off.
  dropAnswerFileAction: onRequest(actorsAtDesk, (_, requestId) => ({
    key: key(),
    requestId,
    fileId: randomUUID(),
  })),
  markAnsweringAction: onRequest(actorsAtDesk, (_, requestId) => ({ requestId, answering: false })),
  markOpenedAction: onRequest(readersOfRequest, (_, requestId) => ({ requestId })),
  // Talk, amendments, hand-over. A file that is none stops whoever may write before anything is said.
  sendMessageAction: onRequest(
    (request) => [...either(request), ...actorsAtDesk(request)],
    (_, requestId) => ({
      key: key(),
      requestId,
      internal: false,
      body: "Thử quyền.",
      mentions: [],
      fileIds: [randomUUID()],
    }),
  ),
  // A procuracy reads the order and hears no talk: for it there is none.
  markThreadReadAction: {
    about: "request",
    may: parties,
    sees: parties,
    input: (_, requestId) => ({ requestId, to: new Date(0).toISOString().replace("1970", "2020") }),
  },
  saveAmendmentAction: onRequest(either, (request, id, version) => ({
    ...reasoned(request, id, version),
    amounts: [],
    remove: [randomUUID()],
    add: [],
  })),
  submitAmendmentAction: onRequest(either, amendmentStep),
  recallAmendmentAction: onRequest(either, amendmentStep),
  discardAmendmentAction: onRequest(either, amendmentStep),
  returnAmendmentAction: onRequest(commanding, (request, id) => ({ ...amendmentStep(request, id), reason })),
  signAmendmentAction: onRequest(commanding, (request, id) => ({
    ...amendmentStep(request, id),
    contentHash: "a".repeat(64),
  })),
  handOverAction: general([...openers.filter((who) => who !== "intake"), ...desks], () => [
    { key: key(), requestIds: [randomUUID()], toMembershipId: null, note: "Thử quyền." },
  ]),
  // Only what was handed to oneself: everybody may ask, and finds nothing.
  handoverOfferAction: general(everybody, () => [{}]),
  readHandoverAction: general(everybody, () => [{ handoverId: randomUUID() }]),
  // The roster of one's own organisation: a person and a record that are none stop whoever may.
  addShiftAction: general(keepers, () => [{ key: key(), ...shift() }]),
  changeShiftAction: general(keepers, () => [{ key: key(), shiftId: randomUUID(), version: 1, ...shift() }]),
  cancelShiftAction: general(keepers, () => [{ key: key(), shiftId: randomUUID(), version: 1 }]),
  addPatternAction: general(keepers, () => [
    { key: key(), ...shift(), weekdays: [1], validFrom: "26/11/2099", weeks: 1 },
  ]),
  cancelPatternAction: general(keepers, () => [{ key: key(), patternId: randomUUID(), version: 1 }]),
  addLeaveAction: general(keepers, () => [
    { key: key(), membershipId: randomUUID(), from: "26/11/2099", to: "27/11/2099", reason: "annual" },
  ]),
  cancelLeaveAction: general(keepers, () => [{ key: key(), leaveId: randomUUID(), version: 1 }]),
  setDutyLimitAction: general(keepers, () => [{ key: key(), urgentMinutes: 10, emergencyMinutes: 5 }]),
  importRosterAction: general(keepers, () => [{ key: key(), rows: [{ row: 2, ...shift() }] }]),
  proposeSwapAction: general([...openers, "analyst", ...desks], () => [
    { key: key(), shiftId: randomUUID(), toMembershipId: randomUUID() },
  ]),
  answerSwapAction: general([...openers, "analyst", ...desks], () => [
    { key: key(), swapId: randomUUID(), answer: "agreed" },
  ]),
  writeNoteAction: general([...openers, "analyst", ...desks], () => [
    { key: key(), shiftId: randomUUID(), body: "Thử quyền." },
  ]),
  readNoteAction: general([...openers, "analyst", ...desks], () => [{ key: key(), noteId: randomUUID() }]),
  // Of a period that is long over: whoever may is told that it is too late.
  replyToLeagueAction: general(["manager", "otherManager"], () => [
    { key: key(), period: "month", on: "2025-01-15", body: "Thử quyền." },
  ]),
  // What climbed to one's own organisation: the world has none, and whoever oversees is told so like everybody.
  openFeedAction: general([...openers, "analyst", ...desks], () => [
    { key: key(), reach: "own", language: "vi" },
  ]),
  closeFeedAction: general(everybody, () => [{ key: key(), feedId: randomUUID() }]),
  acknowledgeEscalationAction: general(overseers, () => [{ key: key(), escalationId: randomUUID() }]),
  urgeEscalationAction: general(overseers, () => [{ key: key(), escalationId: randomUUID() }]),
  promiseWorkAction: onRequest(
    (request) => [...actorsAtDesk(request), ...worker(request), ...commandersOf(request.of)],
    (_, requestId) => ({ key: key(), requestId, promisedAt: "2000-01-01T00:00:00.000Z" }),
  ),
  endPromiseAction: onRequest(
    (request) => [...actorsAtDesk(request), ...worker(request), ...commandersOf(request.of)],
    (_, requestId) => ({ key: key(), requestId }),
  ),
  actOnManyAction: own("answers row by row; walked by e2e/thread/bulk.spec.ts"),
  // Searches in one's own queue alone: everybody may, and finds nothing but his own.
  findInQueueAction: general(everybody, ({ requests }) =>
    requests.slice(2).map(({ code }) => ({ text: code })),
  ),
  findAnsweredAction: general(everybody, ({ requests }) =>
    requests.slice(2).map(({ code }) => ({ text: code, from: "2026-01-01", to: "2100-01-01" })),
  ),
  // Case
  openCaseAction: general([...openers], () => [
    {
      key: key(),
      sourceKind: "DENUNCIATION",
      channel: "hotline",
      fraudTypeCode: "NO_SUCH_TYPE",
      title: "Thử quyền mở vụ việc",
      summary: "Thử quyền mở vụ việc qua HTTP.",
      reportedAt: new Date().toISOString(),
      reportedLoss: "0",
      victims: [{ fullName: "Người Thử" }],
    },
  ]),
  draftRestitutionAction: onCase(caseSide, (_, caseId) => restitutionDraft(caseId)),
  ...releaseRules,
  moveCaseAction: onCase(caseSide, (found, id, version) => ({
    ...caseStep(found, id, version),
    to: "CLASSIFYING",
  })),
  markNotifiedAction: onCase(caseSide, (found, id, version) => ({
    ...caseStep(found, id, version),
    deadlineId: randomUUID(),
    documentNumber: "12/TB",
    documentDate: "2026-11-20",
  })),
  appointMembersAction: onCase(commandersOf, (found, id, version, { cast }) => ({
    ...caseStep(found, id, version),
    membershipIds: [cast.people.drafter.membershipId],
  })),
  restrictCaseAction: onCase(commandersOf, (found, id, version) => ({
    ...caseStep(found, id, version),
    restricted: !found.restricted,
    reason,
  })),
  addCaseTargetsAction: onCase(caseSide, (_, caseId) => ({
    key: key(),
    caseId,
    targets: [{ kind: "domain", value: "vi-du.example" }],
  })),
  nextLayerAction: onCase(caseSide, (_, caseId) => ({ caseId })),
  // Nobody has ticked such a request: whoever may ask is told that the trail leads elsewhere by now.
  fileNextLayerAction: onCase(caseSide, (_, caseId) => ({
    key: key(),
    caseId,
    requests: [{ ask: `ACCOUNT_SUSPEND:${randomUUID()}`, waiting: "1" }],
  })),
  findElsewhereAction: general([...openers], () => [
    { targets: [{ kind: "bank_account", value: "0123456789" }] },
  ]),
  readStatementAction: general([...openers], () => [{ text: "ck 5tr vao stk 0123456789 vietcombank" }]),
  keepLayoutAction: general([...openers], () => [{ heads: "ngay | no", columns: ["time", "debit"] }]),
  // A case that is opened with its statement goes the way of openCaseAction; here one that is added to.
  fileStatementAction: onCase(caseSide, (_, caseId) => ({
    key: key(),
    addition: {
      caseId,
      text: `thử quyền ${randomUUID()}`,
      payments: [],
      targets: [{ kind: "domain", value: "vi-du.example" }],
    },
    requests: [],
    handIn: false,
  })),
  addNoteAction: onCase(caseSide, (_, caseId) => ({ key: key(), caseId, body: "thử quyền" })),
  // Signing tells for each request what became of it: see signing.spec.ts.
  signRequestsAction: own("answers request by request; walked by signing.spec.ts"),
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
  snoozeNoticeAction: general(everybody, () => [{ noticeId: randomUUID(), until: "hour" }]),
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
  ...adminRules,
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

/** What an answer to somebody who may act looks like when nothing was done: he was let in, and the form or the version stopped him. */
export const letIn = new Set([
  "ok",
  "changed-meanwhile",
  "not-now",
  "invalid",
  "second-factor",
  "key-reused",
  "too-many",
]);
/** What somebody who sees the record but may not act is told. The item's or the lifecycle's own refusal may come first. */
export const turnedAway = new Set(["not-allowed", "changed-meanwhile", "not-now"]);
export const staleVersion = stale;
