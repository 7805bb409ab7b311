import { everybody, type Who } from "./cast";
import type { World, WorldCase, WorldRequest } from "./world";

/*
 * Who may know what, written down a second time and apart from the portal's own policy, by name instead of by reach.
 * Source: the need-to-know rules (a unit and those above it; a restricted case only its members; a responder only what was
 * issued to it; a procuracy what it was notified of; committees, departments, auditors and administrators no content).
 */

const unitPeople: Record<WorldCase["unit"], Who[]> = {
  own: ["drafter", "colleague", "intake", "commander", "analyst", "upper"],
  stranger: ["strangerInvestigator", "strangerCommander"],
};
/** Who stands on the case, and so works on it. */
export const workers: Record<WorldCase["unit"], Who> = { own: "drafter", stranger: "strangerInvestigator" };
const commanders: Record<WorldCase["unit"], Who[]> = {
  own: ["commander", "upper"],
  stranger: ["strangerCommander"],
};
const unissued = ["DRAFT", "PENDING_SIGNATURE", "DISCARDED"];

/** Whoever reads the case with everything in it. */
export function readersOfCase({ unit, restricted }: WorldCase): Who[] {
  return restricted ? [workers[unit]] : unitPeople[unit];
}
/** Those of the unit who command it and may see the case. */
export const commandersOf = (found: WorldCase): Who[] =>
  commanders[found.unit].filter((who) => readersOfCase(found).includes(who));

/** The desk that a request was issued to; nobody before it is issued. */
export function deskOf({ status, addressee, of }: WorldRequest): Who[] {
  if (unissued.includes(status)) return [];
  if (addressee === "telecom") return ["telecomLiaison"];
  return of.unit === "stranger" ? ["otherLiaison", "otherManager"] : ["liaison", "deskmate", "manager"];
}
/** Of that desk, who may act: a liaison on what is his or nobody's, a manager on all. */
export function actorsAtDesk(request: WorldRequest): Who[] {
  const isTaken = request.status !== "SENT"; // the world's liaison takes what goes beyond SENT
  return deskOf(request).filter((who) => !(isTaken && who === "deskmate"));
}
/** Managers of the desk. */
export const managersOf = (request: WorldRequest): Who[] =>
  deskOf(request).filter((who) => who === "manager" || who === "otherManager");

/** Who decides on a doubt: commands its unit or one above it, and has neither signed nor drafted it. */
export const reviewers = ({ status, of }: WorldRequest): Who[] =>
  commandersOf(of).filter((who) => unissued.includes(status) || who === "upper"); // the unit's own commander signs
/** Who may object: the procuracy that was told of it. */
export const prosecutorsOf = ({ status, notified }: WorldRequest): Who[] =>
  notified && !unissued.includes(status) ? ["prosecutor"] : [];

/** Whoever reads the request. */
export function readersOfRequest(request: WorldRequest): Who[] {
  const procuracy: Who[] = request.notified && !unissued.includes(request.status) ? ["prosecutor"] : [];
  return [...readersOfCase(request.of), ...deskOf(request), ...procuracy];
}

/** Whoever may fetch a case's file: with the case. A request's file: with the request too. */
export const readersOfFile = (of: WorldCase, request?: WorldRequest): Who[] => [
  ...readersOfCase(of),
  ...(request ? readersOfRequest(request) : []),
];

/** Every marked word of the world that this person (null: nobody signed in) must never meet, wherever he looks. */
export function forbiddenWords(world: World, who: Who | null): string[] {
  const allowed = new Set<string>();
  const all = new Set<string>();
  for (const found of world.cases) {
    const { victim, title, note, file, account, phone } = found.canaries;
    for (const word of [victim, title, note, file, account, phone, found.code]) {
      all.add(word);
      if (who && readersOfCase(found).includes(who)) allowed.add(word);
    }
    // The auditor's lines name the codes of his province and nothing of what is in them.
    if (who === "auditor" && found.unit === "own") allowed.add(found.code);
  }
  for (const request of world.requests) {
    for (const word of [request.code, request.grounds]) all.add(word);
    if (who === "auditor" && request.of.unit === "own") allowed.add(request.code);
    if (!who || !readersOfRequest(request).includes(who)) continue;
    const { account, phone } = request.of.canaries;
    for (const word of [
      request.code,
      request.grounds,
      request.addressee === "telecom" ? phone : account,
      request.of.code,
    ])
      allowed.add(word);
  }
  return [...all].filter((word) => !allowed.has(word));
}

/** The marked words that stand in a text although they must not. The code of the address that was asked for does not count. */
export const leaksIn = (text: string, forbidden: string[]): string[] =>
  forbidden.filter((word) => text.includes(word));

/** All but these, for rules that are easier to say the other way round. */
export const allBut = (...others: Who[]): Who[] => everybody.filter((who) => !others.includes(who));
