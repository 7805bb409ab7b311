import { everybody, type Who } from "./cast";
import { releasePages } from "./rules-release";
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
  | { about: "row"; id: (world: World) => string; readers: () => Who[]; visitor: Who }
  | { about: "nothing" | "public"; readers: () => Who[]; visitor: Who | null };

const police: Who[] = [
  "drafter",
  "colleague",
  "intake",
  "commander",
  "analyst",
  "upper",
  "strangerInvestigator",
  "strangerCommander",
];
const desks: Who[] = ["liaison", "deskmate", "manager", "otherLiaison", "otherManager", "telecomLiaison"];
/** Of the police those whom another unit may ask for assistance. */
const asked: Who[] = police.filter((who) => who !== "intake" && who !== "analyst");
const commanding: Who[] = ["commander", "upper", "strangerCommander"];
const figures: Who[] = ["leader", "secretary", "officer", ...commanding];
const opens = (readers: Who[]): RouteRule => ({
  about: "nothing",
  readers: () => readers,
  visitor: readers[0] ?? null,
});
const isPublic: RouteRule = { about: "public", readers: () => everybody, visitor: null };
const forAdmin = opens(["admin"]);
const adminRow = (id: (world: World) => string): RouteRule => ({
  about: "row",
  id,
  readers: () => ["admin"],
  visitor: "admin",
});

/** Every page of the build. A page that is not named here fails coverage.spec.ts. */
export const pageRules: Record<string, RouteRule> = {
  "/": opens(police),
  "/sign-in": isPublic,
  "/sign-in/code": isPublic, // without a half-open session it leads to the door
  "/sign-in/enrol": isPublic,
  "/invitation/[token]": isPublic,
  "/status": isPublic,
  "/check": isPublic,
  "/check/[code]": isPublic, // says of any code that it is unknown, unless it stands on a signed letter
  "/account": opens(everybody),
  "/account/notices": opens(everybody),
  "/notices": opens(everybody),
  "/account/webhooks": opens([...commanding, "manager", "otherManager"]),
  "/cases": opens(police),
  "/cases/new": opens(police.filter((who) => who !== "analyst")),
  "/statement": opens(police.filter((who) => who !== "analyst")),
  "/cases/[id]/statement": {
    about: "case",
    readers: (found) => [workers[found.unit], ...commandersOf(found)],
    visitor: "drafter",
  },
  "/cases/[id]": { about: "case", readers: readersOfCase, visitor: "drafter" },
  "/cases/[id]/targets": {
    about: "case",
    readers: (found) => [workers[found.unit], ...commandersOf(found)],
    visitor: "drafter",
  },
  "/cases/[id]/trail": { about: "case", readers: readersOfCase, visitor: "drafter" },
  "/cases/[id]/requests/new": {
    about: "case",
    readers: (found) => [workers[found.unit], ...commandersOf(found)],
    visitor: "drafter",
  },
  "/cases/[id]/restitution": { about: "case", readers: readersOfCase, visitor: "drafter" },
  "/requests": opens(police),
  "/requests/sheet": opens(police),
  "/requests/[id]": { about: "request", readers: readersOfRequest, visitor: "drafter" },
  "/requests/[id]/edit": {
    about: "request",
    readers: (request) => (request.status === "DRAFT" ? [workers[request.of.unit]] : []),
    visitor: "drafter",
  },
  "/requests/[id]/amend": {
    about: "request",
    readers: (request) =>
      ["SENT", "ACKNOWLEDGED", "IN_PROGRESS", "CLARIFICATION_NEEDED", "PARTLY_ANSWERED"].includes(
        request.status,
      )
        ? [workers[request.of.unit], ...commandersOf(request.of)]
        : [],
    visitor: "drafter",
  },
  "/requests/[id]/letter": { about: "request", readers: readersOfRequest, visitor: "liaison" },
  "/signing": opens(commanding),
  "/queue": opens([...desks, ...asked]),
  "/queue/answered": opens([...desks, ...asked]),
  "/queue/sheet": opens([...desks, ...asked]),
  "/notified": opens(["prosecutor", "otherProsecutor"]),
  "/overdue": opens(["leader", "secretary", "officer", "manager", "otherManager"]),
  "/suspicions": opens([...commanding, "auditor", "admin"]),
  "/province": opens(figures),
  "/province/organisations/[id]": {
    about: "row",
    id: ({ cast }) => cast.units.bank.id,
    readers: () => figures,
    visitor: "leader",
  },
  "/league": opens(figures),
  "/league/method": opens([...figures, "manager", "otherManager"]),
  "/queue/figures": opens(["manager", "otherManager", ...commanding]),
  "/requests/at-risk": opens(police),
  "/audit": opens(["auditor"]),
  "/audit/[id]": {
    about: "row",
    id: ({ rows }) => rows.event,
    readers: () => ["auditor"],
    visitor: "auditor",
  },
  "/search": opens([...police, ...desks]),
  "/duty": opens([...police, ...desks]),
  "/duty/sheet": opens([...commanding, "manager", "otherManager"]),
  "/calendar": opens([...police, ...desks]),
  "/admin/jobs": forAdmin,
  ...releasePages,
  "/admin": forAdmin,
  "/admin/organisations": forAdmin,
  "/admin/organisations/new": forAdmin,
  "/admin/organisations/[id]": adminRow(({ cast }) => cast.units.bank.id),
  "/admin/people": forAdmin,
  "/admin/people/new": forAdmin,
  "/admin/people/[id]": adminRow(({ cast }) => cast.people.drafter.userId),
  "/admin/request-kinds": forAdmin,
  "/admin/request-kinds/[code]": adminRow(({ rows }) => rows.kind),
  "/admin/legal-bases": forAdmin,
  "/admin/legal-bases/new": forAdmin,
  "/admin/legal-bases/[id]": adminRow(({ rows }) => rows.document),
  "/admin/ladder": forAdmin,
  "/admin/deadlines": forAdmin,
  "/admin/deadlines/new": forAdmin,
  "/admin/deadlines/[id]": adminRow(({ rows }) => rows.limit),
  "/admin/deliveries": forAdmin,
  "/admin/calendars": forAdmin,
  "/admin/calendars/[id]": adminRow(({ rows }) => rows.holiday),
};

/** Every route handler of the build, and who is let in. */
export const handlerRules: Record<string, string> = {
  "/api/files": "POST: whoever may attach to the case or request named in the form",
  "/api/cases/[id]/trail/[format]":
    "POST: whoever reads the case; e2e/trail/rights.spec.ts asks as everybody",
  "/api/files/[id]": "GET: whoever reads the case or the request that the file belongs to",
  "/requests/[id]/letter/file": "GET: whoever reads the request, recorded as an export",
  "/requests/[id]/minutes/file": "GET: the two sides of a freeze that was answered, recorded as an export",
  "/restitution/[id]/file":
    "GET: whoever reads the case's decisions, and a holder its own part of an approved one, recorded as an export",
  "/cases/[id]/bundle": "GET, POST: whoever reads the case, recorded as an export; POST brings the reason",
  "/api/answers":
    "GET: whoever may answer, of what he may answer, recorded as an export; POST only says what a file would do",
  "/api/cases/[id]/targets":
    "GET: whoever may add to the case, an empty template, recorded as an export; POST only says what a list would add; e2e/sheets/police-rights.spec.ts asks as everybody",
  "/api/requests":
    "GET, POST: whoever works on cases, of the requests that he reads, recorded as an export; POST brings the reason; e2e/sheets/police-rights.spec.ts asks as everybody",
  "/api/queue": "GET: whoever has a queue, of his own organisation; e2e/queue/live.spec.ts asks as everybody",
  "/api/holds":
    "POST: whoever works on cases, of what is held for his units, recorded as an export; e2e/sheets/police-rights.spec.ts asks as everybody",
  "/api/figures":
    "GET: whoever leads a desk, of his own organisation's figures, recorded as an export; e2e/league/rights.spec.ts asks as everybody",
  "/api/duty":
    "GET: whoever keeps a roster, an empty template, recorded as an export; POST only says what a list would add; e2e/duty/rights.spec.ts asks as everybody",
  "/api/statements": "POST: whoever may open a case; only reads the file that is sent",
  "/api/statements/filed":
    "POST: as fileStatementAction, with the file itself; e2e/sheets/police-rights.spec.ts asks as everybody",
  "/api/signed-out": "GET: nothing but the end of signing out, the same for everybody",
  "/calendar/feed/[file]":
    "GET: whoever has the token of a feed; any other address and an ended one alike are not there",
  "/api/health": "GET: that the process answers, the same for everybody",
  "/api/ready": "GET: five yes or no about the service, the same for everybody",
  "/api/metrics": "GET: whoever brings the token of the settings; nothing for anybody else",
  "/api/stream": "GET: whoever has signed in hears of his own organisation's records, by id",
  "/api/auth/[...nextauth]": "next-auth: the session's end, nothing about rights",
};

export type Address = { path: string; readers: Who[]; isRecord: boolean };

/** The addresses that a rule stands for in this world: one per case or request, one otherwise. */
export function addressesOf(world: World, pattern: string): Address[] {
  const rule = pageRules[pattern];
  if (!rule) return [];
  const fill = (id: string) => pattern.replace(/\[[^\]]+\]/, id);
  if (rule.about === "case")
    return world.cases.map((found) => ({
      path: fill(found.id),
      readers: rule.readers(found),
      isRecord: true,
    }));
  if (rule.about === "request")
    return world.requests.map((request) => ({
      path: fill(request.id),
      readers: rule.readers(request),
      isRecord: true,
    }));
  return [
    {
      path: fill(rule.about === "row" ? rule.id(world) : "never-given-out"),
      readers: rule.readers(),
      isRecord: false,
    },
  ];
}

/** An address that the rule's visitor may open. */
export function addressFor(world: World, pattern: string): string {
  const { visitor } = pageRules[pattern]!;
  return addressesOf(world, pattern).find(({ readers }) => visitor === null || readers.includes(visitor))!
    .path;
}

/** The queue's side panel and the signer's card have their id behind the question mark; only whoever reads it sees its content. */
export const panelAddresses = (world: World): (Address & { pattern: string })[] =>
  world.requests.flatMap((request) => [
    { pattern: "/queue?open=", path: `/queue?open=${request.id}`, readers: deskOf(request), isRecord: true },
    {
      pattern: "/signing?open=",
      path: `/signing?open=${request.id}`,
      readers: request.status === "PENDING_SIGNATURE" ? commandersOf(request.of) : [],
      isRecord: true,
    },
  ]);
