import type { Role } from "@/lib/generated/prisma/enums";
import { paths } from "@/lib/paths";

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
    | "notified"
    | "province"
    | "suspicions"
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
/** Orders that a desk doubts: for who decides, and for who has to know that there are any. */
const suspicions: Place = { code: "suspicions", href: paths.suspicions };

/** Where each role works; the first place is its home. */
const placesOf: Record<Role, Place[]> = {
  intake_officer: [desk, cases, requests],
  investigator: [desk, cases, requests, asked],
  analyst: [desk, cases, requests],
  commander: [desk, signing, cases, requests, suspicions, province, asked],
  liaison: [queue, answered],
  liaison_manager: [queue, answered],
  leader: [province],
  secretary: [province],
  department_officer: [province],
  prosecutor: [{ code: "notified", href: paths.notified, covers: paths.requests }],
  auditor: [{ code: "audit", href: paths.audit }, suspicions],
  admin: [{ code: "admin", href: paths.admin }, suspicions],
};

/** The rail of somebody with these roles: each place once, in the order of the roles. */
export function placesFor(roles: readonly Role[]): Place[] {
  const all = roles.flatMap((role) => placesOf[role]);
  return all.filter((place, index) => all.findIndex(({ href }) => href === place.href) === index);
}

/** Where these roles begin. */
export const homeOf = (roles: readonly Role[]): string => placesFor(roles)[0]?.href ?? paths.account;
