import type { Role } from "@/lib/generated/prisma/enums";
import { paths } from "@/lib/paths";
import { type Actor, keepsMoney } from "./actor";

/** A place in the rail. Words: `nav.<code>`. */
export type Place = {
  code:
    | "desk"
    | "cases"
    | "requests"
    | "signing"
    | "queue"
    | "asked"
    | "answered"
    | "held"
    | "heldHere"
    | "notified"
    | "province"
    | "suspicions"
    | "overdue"
    | "league"
    | "figures"
    | "calendar"
    | "duty"
    | "audit"
    | "admin";
  href: string;
  /** Where the list of this place leads, when that is an address of its own. */
  covers?: string;
};

const desk: Place = { code: "desk", href: paths.home };
const cases: Place = { code: "cases", href: paths.cases };
const requests: Place = { code: "requests", href: paths.requests };
const signing: Place = { code: "signing", href: paths.signing };
const queue: Place = { code: "queue", href: paths.queue };
/** What other police units ask of this one. */
const asked: Place = { code: "asked", href: paths.queue };
const answered: Place = { code: "answered", href: paths.answered };
const province: Place = { code: "province", href: paths.province };
/** What is held for the unit, and what asks for its release. */
const held: Place = { code: "held", href: paths.holds, covers: paths.appeals };
/** What a desk holds, has to return, and was asked to have looked at again. */
const heldHere: Place = { code: "heldHere", href: paths.deskHolds, covers: paths.appeals };
/** Everything with a time limit, by day. */
const calendar: Place = { code: "calendar", href: paths.calendar() };
/** Who is on duty when. */
const duty: Place = { code: "duty", href: paths.duty };
/** Orders that a desk doubts: for who decides, and for who has to know that there are any. */
const suspicions: Place = { code: "suspicions", href: paths.suspicions };

/** What was reported as overdue to a desk's head, an overseeing office, a committee. */
const overdue: Place = { code: "overdue", href: paths.overdue };

/** How those who are asked compare; and for who leads a desk, how his own organisation answers. */
const league: Place = { code: "league", href: paths.league };
const figures: Place = { code: "figures", href: paths.ownFigures };

/** Where each role works; the first place is its home. */
const placesOf: Record<Role, Place[]> = {
  intake_officer: [desk, cases, requests, held, calendar, duty],
  investigator: [desk, cases, requests, held, asked, calendar, duty],
  analyst: [desk, cases, requests, held, calendar, duty],
  commander: [desk, signing, cases, requests, held, suspicions, province, league, asked, calendar, duty],
  liaison: [queue, answered, heldHere, calendar, duty],
  liaison_manager: [queue, answered, heldHere, figures, overdue, calendar, duty],
  leader: [province, league, overdue],
  secretary: [province, league, overdue],
  department_officer: [province, league, overdue],
  prosecutor: [{ code: "notified", href: paths.notified, covers: paths.requests }],
  auditor: [{ code: "audit", href: paths.audit }, suspicions],
  admin: [{ code: "admin", href: paths.admin }, suspicions],
};

/** The rail of whoever acts: each place once, in the order of the roles. Where no money is kept, none is held. */
export function placesFor({ roles, orgKind }: Pick<Actor, "roles" | "orgKind">): Place[] {
  const all = roles
    .flatMap((role) => placesOf[role])
    .filter((place) => place !== heldHere || keepsMoney({ orgKind }));
  return all.filter((place, index) => all.findIndex(({ href }) => href === place.href) === index);
}

/** Where these roles begin. */
export const homeOf = (roles: readonly Role[]): string =>
  roles.flatMap((role) => placesOf[role])[0]?.href ?? paths.account;
