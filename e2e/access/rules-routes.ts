import { everybody, type Who } from "./cast";
import { commandersOf, deskOf, readersOfCase, readersOfRequest, workers } from "./rules";
import type { World, WorldCase, WorldRequest } from "./world";

/**
 * One address of the portal.
 * - `about`: what its id names. Whoever may not read that gets the same answer as for an id that was never given out.
 * - `readers`: who is let in; everybody else learns nothing from it.
 * - `visitor`: somebody who may open it, for the checks of headers and accessibility.
 */
export type RouteRule =
  | { about: "case"; readers: (found: WorldCase) => Who[]; visitor: Who }
  | { about: "request"; readers: (request: WorldRequest) => Who[]; visitor: Who }
  | { about: "organisation" | "person" | "kind" | "nothing" | "public"; readers: () => Who[]; visitor: Who | null };

const police: Who[] = ["drafter", "colleague", "intake", "commander", "analyst", "upper", "strangerInvestigator", "strangerCommander"];
const desks: Who[] = ["liaison", "deskmate", "manager", "otherLiaison", "otherManager", "telecomLiaison"];
const commanding: Who[] = ["commander", "upper", "strangerCommander"];
const opens = (readers: Who[], visitor: Who | null = readers[0] ?? null): RouteRule => ({ about: "nothing", readers: () => readers, visitor });
const isPublic: RouteRule = { about: "public", readers: () => everybody, visitor: null };
const forAdmin = opens(["admin"]);

/** Every page of the build. A page that is not named here fails coverage.spec.ts. */
export const pageRules: Record<string, RouteRule> = {
  "/": opens(police),
  "/sign-in": isPublic,
  "/invitation/[token]": isPublic,
  "/status": isPublic,
  "/account": opens(everybody),
  "/cases": opens(police),
  "/cases/new": opens(["drafter", "colleague", "intake", "commander", "upper", "strangerInvestigator", "strangerCommander"]),
  "/cases/[id]": { about: "case", readers: readersOfCase, visitor: "drafter" },
  "/cases/[id]/requests/new": { about: "case", readers: (found) => [workers[found.unit], ...commandersOf(found)], visitor: "drafter" },
  "/requests": opens(police),
  "/requests/[id]": { about: "request", readers: readersOfRequest, visitor: "drafter" },
  "/requests/[id]/edit": { about: "request", readers: (request) => (request.status === "DRAFT" ? [workers[request.of.unit]] : []), visitor: "drafter" },
  "/requests/[id]/letter": { about: "request", readers: readersOfRequest, visitor: "liaison" },
  "/signing": opens(commanding),
  "/queue": opens(desks),
  "/queue/answered": opens(desks),
  "/notified": opens(["prosecutor", "otherProsecutor"]),
  "/province": opens(["leader", "secretary", "officer", ...commanding]),
  "/province/organisations/[id]": { about: "organisation", readers: () => ["leader", "secretary", "officer", ...commanding], visitor: "leader" },
  "/audit": opens(["auditor"]),
  "/search": opens([...police, ...desks]),
  "/admin": forAdmin,
  "/admin/organisations": forAdmin,
  "/admin/people": forAdmin,
  "/admin/request-kinds": forAdmin,
  "/admin/legal-bases": forAdmin,
  "/admin/deadlines": forAdmin,
  "/admin/calendars": forAdmin,
};

/** Every route handler of the build: how it is asked is said in the spec that asks it. */
export const handlerRules: Record<string, string> = {
  "/api/files": "POST: whoever may attach to the case or request named in the form",
  "/api/files/[id]": "GET: whoever reads the case or the request that the file belongs to",
  "/api/stream": "GET: whoever has signed in hears of his own organisation's records, by id",
  "/api/auth/[...nextauth]": "next-auth: the session's end, nothing about rights",
};

/** The addresses that a rule stands for in this world: one per record. `deskOf` is asked for queue addresses too. */
export function addressesOf(world: World, pattern: string): { path: string; readers: Who[]; isRecord: boolean }[] {
  const rule = pageRules[pattern];
  if (!rule) return [];
  const fill = (id: string) => pattern.replace(/\[[^\]]+\]/, id);
  if (rule.about === "case") return world.cases.map((found) => ({ path: fill(found.id), readers: rule.readers(found), isRecord: true }));
  if (rule.about === "request") return world.requests.map((request) => ({ path: fill(request.id), readers: rule.readers(request), isRecord: true }));
  if (rule.about === "organisation") return [{ path: fill(world.cast.units.bank.id), readers: rule.readers(), isRecord: false }];
  if (rule.about === "person") return [{ path: fill(world.cast.people.drafter.userId), readers: rule.readers(), isRecord: false }];
  return [{ path: fill("never-given-out"), readers: rule.readers(), isRecord: false }];
}

/** The queue's side panel has its id behind the question mark. */
export const panelAddresses = (world: World) => world.requests.map((request) => ({ path: `/queue?open=${request.id}`, readers: deskOf(request), isRecord: true }));
