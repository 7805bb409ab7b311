import { randomUUID } from "node:crypto";
import { everybody } from "./cast";
import {
  type ActionRule,
  key,
  onRequest,
  general,
  overseers,
  worker,
  openers,
  desks,
  keepers,
  shift,
} from "./action-rule";
import { actorsAtDesk, commandersOf } from "./rules";

/** The roster, what the clock climbs to, what is promised, the calendar and the league. */
export const clockRules: Record<string, ActionRule> = {
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
};
