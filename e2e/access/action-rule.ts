import { randomUUID } from "node:crypto";
import type { Who } from "./cast";
import { commandersOf, readersOfCase, readersOfRequest, workers } from "./rules";
import type { World, WorldCase, WorldRequest } from "./world";

/** The version of somebody who looked away for long: lets a person who may act be told apart without acting. */
export const stale = 2_000_000_000;
export const reason = "Thử quyền qua HTTP, không có hiệu lực.";

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

export const key = randomUUID;
export const step = (_: WorldRequest, requestId: string, version: number) => ({
  key: key(),
  requestId,
  version,
});
export const reasoned = (request: WorldRequest, id: string, version: number) => ({
  ...step(request, id, version),
  reason,
});
export const onRequest = (may: OnRequest["may"], input: OnRequest["input"] = step): OnRequest => ({
  about: "request",
  may,
  sees: readersOfRequest,
  input,
});
export const onCase = (may: OnCase["may"], input: OnCase["input"]): OnCase => ({
  about: "case",
  may,
  sees: readersOfCase,
  input,
});
export const general = (may: Who[], inputs: General["inputs"]): General => ({
  about: "nothing",
  may: () => may,
  inputs,
});
export const own = (why: string): Own => ({ about: "own session", why });

export const overseers: Who[] = ["leader", "secretary", "officer", "manager", "otherManager"];
export const worker = (request: WorldRequest): Who[] => [workers[request.of.unit]];
export const commanding = (request: WorldRequest): Who[] => commandersOf(request.of);
export const either = (request: WorldRequest): Who[] => [...worker(request), ...commanding(request)];
export const parties = (request: WorldRequest): Who[] =>
  readersOfRequest(request).filter((who) => who !== "prosecutor");
export const amendmentStep = (_: WorldRequest, requestId: string) => ({
  key: key(),
  requestId,
  amendmentId: randomUUID(),
  amendmentVersion: 1,
});
export const caseSide = (found: WorldCase): Who[] => [workers[found.unit], ...commandersOf(found)];
export const caseStep = (_: WorldCase, caseId: string, version: number) => ({ key: key(), caseId, version });
export const openers: Who[] = [
  "drafter",
  "colleague",
  "intake",
  "commander",
  "upper",
  "strangerInvestigator",
  "strangerCommander",
];
export const desks: Who[] = [
  "liaison",
  "deskmate",
  "manager",
  "otherLiaison",
  "otherManager",
  "telecomLiaison",
];

/** Who keeps the roster of his own organisation, and a shift of nobody's. */
export const keepers: Who[] = ["commander", "upper", "strangerCommander", "manager", "otherManager"];
export const shift = () => ({
  membershipId: randomUUID(),
  day: "26/11/2099",
  from: "07:00",
  to: "19:00",
  rank: 1,
});
