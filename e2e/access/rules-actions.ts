import { randomUUID } from "node:crypto";
import { everybody, type Who } from "./cast";
import { actorsAtDesk, commandersOf, deskOf, managersOf, readersOfCase, readersOfRequest, workers } from "./rules";
import type { World, WorldCase, WorldRequest } from "./world";

/** The version of somebody who looked away for long: lets a person who may act be told apart without acting. */
const stale = 2_000_000_000;
const reason = "Thử quyền qua HTTP, không có hiệu lực.";

/** What an action is called with. `id` differs from the record's when the test asks about an id that was never given out. */
type OnRequest = { about: "request"; may: (request: WorldRequest) => Who[]; sees: (request: WorldRequest) => Who[]; input: (request: WorldRequest, id: string, version: number, world: World) => unknown };
type OnCase = { about: "case"; may: (found: WorldCase) => Who[]; sees: (found: WorldCase) => Who[]; input: (found: WorldCase, id: string, version: number, world: World) => unknown };
/** Acts on no record of the matrix. `may` are those it lets through; `input` is one that passes its form. */
type General = { about: "nothing"; may: () => Who[]; input: (world: World) => unknown };
/** Works without or before a session, or on one's own session alone. */
type Own = { about: "own session"; why: string };
export type ActionRule = OnRequest | OnCase | General | Own;

const key = randomUUID;
const step = (_: WorldRequest, requestId: string, version: number) => ({ key: key(), requestId, version });
const reasoned = (request: WorldRequest, id: string, version: number) => ({ ...step(request, id, version), reason });
const onRequest = (may: OnRequest["may"], input: OnRequest["input"] = step): OnRequest => ({ about: "request", may, sees: readersOfRequest, input });
const onCase = (may: OnCase["may"], input: OnCase["input"]): OnCase => ({ about: "case", may, sees: readersOfCase, input });
const general = (may: Who[], input: General["input"]): General => ({ about: "nothing", may: () => may, input });

const worker = (request: WorldRequest): Who[] => [workers[request.of.unit]];
const commanding = (request: WorldRequest): Who[] => commandersOf(request.of);
const either = (request: WorldRequest): Who[] => [...worker(request), ...commanding(request)];
const caseSide = (found: WorldCase): Who[] => [workers[found.unit], ...commandersOf(found)];
const caseStep = (_: WorldCase, caseId: string, version: number) => ({ key: key(), caseId, version });
const desks: Who[] = ["liaison", "deskmate", "manager", "otherLiaison", "otherManager", "telecomLiaison"];

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
      kindCode: "ACCOUNT_SUSPEND",
      addresseeOrgId: request.of.unit === "own" ? cast.units.bank.id : cast.units.otherBank.id,
      urgency: "normal",
      grounds: "Căn cứ thử quyền, không có hiệu lực.",
      legalBases: ["decree-52-2024:Điều 11"],
      targets: [{ targetId: randomUUID(), disputedAmount: "1000" }],
    }),
  },
  submitRequestAction: onRequest(worker),
  discardRequestAction: onRequest(worker),
  clarifyRequestAction: onRequest(either, reasoned),
  acceptAnswerAction: onRequest(either),
  sendBackAnswerAction: onRequest(either, reasoned),
  disputeRefusalAction: onRequest(either, reasoned),
  withdrawRequestAction: onRequest(commanding, reasoned),
  returnRequestAction: onRequest(commanding, reasoned),
  // Desk
  acknowledgeRequestAction: onRequest(actorsAtDesk),
  startRequestAction: onRequest(actorsAtDesk),
  takeRequestAction: onRequest(actorsAtDesk),
  assignRequestAction: onRequest(managersOf, (request, id, version) => ({ ...step(request, id, version), membershipId: null })),
  askClarificationAction: onRequest(actorsAtDesk, reasoned),
  refuseRequestAction: onRequest(actorsAtDesk, (request, id, version) => ({ ...reasoned(request, id, version), ground: "technical" })),
  answerItemAction: onRequest(actorsAtDesk, (request, id, version) => ({ key: key(), requestId: id, itemId: request.itemId, itemVersion: version === stale ? stale : request.itemVersion, answer: { outcome: "NOT_FOUND" } })),
  markAnsweringAction: onRequest(actorsAtDesk, (_, requestId) => ({ requestId, answering: false })),
  markOpenedAction: onRequest(readersOfRequest, (_, requestId) => ({ requestId })),
  findInQueueAction: general(desks, ({ requests }) => ({ text: requests[2]!.code })),
  // Case
  openCaseAction: general(["drafter", "colleague", "intake", "commander", "upper", "strangerInvestigator", "strangerCommander"], () => ({
    key: key(),
    sourceKind: "DENUNCIATION",
    channel: "hotline",
    fraudTypeCode: "NO_SUCH_TYPE",
    title: "Thử quyền mở vụ việc",
    summary: "Thử quyền mở vụ việc qua HTTP.",
    reportedAt: new Date().toISOString(),
    reportedLoss: "0",
    victims: [{ fullName: "Người Thử" }],
  })),
  moveCaseAction: onCase(caseSide, (found, id, version) => ({ ...caseStep(found, id, version), to: "CLASSIFYING" })),
  appointMembersAction: onCase(commandersOf, (found, id, version, { cast }) => ({ ...caseStep(found, id, version), membershipIds: [cast.people.drafter.membershipId] })),
  restrictCaseAction: onCase(commandersOf, (found, id, version) => ({ ...caseStep(found, id, version), restricted: !found.restricted, reason })),
  addCaseTargetsAction: onCase(caseSide, (_, caseId) => ({ key: key(), caseId, targets: [{ kind: "domain", value: "vi-du.example" }] })),
  addNoteAction: onCase(caseSide, (_, caseId) => ({ key: key(), caseId, body: "thử quyền" })),
};

/** What an answer to somebody who may act looks like when nothing was done: he was let in, and the form or the version stopped him. */
export const letIn = new Set(["changed-meanwhile", "not-now", "invalid", "second-factor", "key-reused", "too-many"]);
/** What somebody who sees the record but may not act is told. The item's or the lifecycle's own refusal may come first. */
export const turnedAway = new Set(["not-allowed", "changed-meanwhile", "not-now"]);
export const staleVersion = stale;
export const nobodyActs = (name: string): boolean => actionRules[name]?.about === "own session";
export { deskOf, everybody };
