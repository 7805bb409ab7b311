import { randomUUID } from "node:crypto";
import { type ActionRule, reason, key, onCase, general, caseSide, caseStep, openers } from "./action-rule";
import { commandersOf } from "./rules";
import { restitutionDraft } from "./rules-release";

/** What is done to a case. */
export const caseRules: Record<string, ActionRule> = {
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
  beginLimitAction: onCase(caseSide, (found, id, version) => ({
    ...caseStep(found, id, version),
    limit: "EVIDENCE_TO_PROCURACY",
    documentNumber: "12/BB",
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
};
