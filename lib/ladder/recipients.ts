import { actsAt } from "@/lib/access/acts-at";
import { statement, type Tx } from "@/lib/db";
import { grouped } from "@/lib/grouped";
import type { OrganisationKind, Role } from "@/lib/generated/prisma/enums";
import { workersOf } from "@/lib/requests/workers";
import type { Claimed } from "./claim";
import type { Recipient } from "./rungs";

type Member = { id: string; orgId: string; roles: Role[]; heads: boolean };
type Overseer = { id: string; provinceCode: string; kind: OrganisationKind };

/** To whom a step goes: memberships, and the organisation it climbed to. Null: there is nobody of that kind. */
export type Reached = { orgId: string; memberIds: string[] } | null;
export type Directory = {
  reach: (clock: Claimed, recipient: Recipient) => Reached;
  /** Who works on it in the unit that asked; of a sealed case its named members alone. */
  askers: (clock: Claimed) => string[];
};

const membersSql = `select m.id, m.organisation_id as "orgId", m.roles::text[] as roles, m.heads from membership m
  where m.organisation_id = any($1::uuid[]) and ${actsAt("m", "$2::timestamptz")} order by m.id`;
// State Bank branches look after the banks of a region, departments and committees after what happens in their province.
const overseersSql = `select o.id, p.code as "provinceCode", o.kind from province p join organisation o on o.valid_to is null and (
    (o.kind = 'state_bank_branch' and o.segment = 'region-' || p.sbv_region)
    or (o.kind = 'department' and o.segment = 'science-technology' and o.province_code = p.code)
    or (o.kind = 'peoples_committee' and o.level = 'province' and o.province_code = p.code))
  where p.code = any($1::text[]) order by o.id`;
const caseMembersSql = `select case_id as "caseId", membership_id as "memberId" from case_member where case_id = any($1::uuid[]) and removed_at is null`;

const overseerOf: Partial<Record<OrganisationKind, OrganisationKind>> = {
  bank: "state_bank_branch",
  payment_intermediary: "state_bank_branch",
  telecom: "department",
  isp_registrar: "department",
  platform: "department",
};

/** Everybody whom the steps of these clocks may reach at `now`, read at once. */
export async function directoryFor(tx: Tx, clocks: readonly Claimed[], now: Date): Promise<Directory> {
  const unique = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const provinces = unique(clocks.map(({ provinceCode }) => provinceCode));
  const { rows: overseers } = await statement<Overseer>(tx, overseersSql, [provinces]);
  const orgIds = unique([
    ...clocks.flatMap(({ ownerOrgId, requesterOrgId }) => [ownerOrgId, requesterOrgId]),
    ...overseers.map(({ id }) => id),
  ]);
  const { rows: members } = await statement<Member>(tx, membersSql, [orgIds, now]);
  const { rows: named } = await statement<{ caseId: string; memberId: string }>(tx, caseMembersSql, [
    unique(clocks.map(({ caseId }) => caseId)),
  ]);
  const workers = await workersOf(tx, unique(clocks.map(({ requestId }) => requestId)), now);
  const byOrg = grouped(members, ({ orgId }) => orgId);
  const byCase = grouped(named, ({ caseId }) => caseId);

  const of = (orgId: string | null, ...roles: Role[]) =>
    (byOrg.get(orgId ?? "") ?? []).filter((member) => member.roles.some((role) => roles.includes(role)));
  const ids = (found: readonly Member[]) => found.map(({ id }) => id);
  const isPolice = ({ ownerKind }: Claimed) => ownerKind === "police";
  /** Police who own a clock of a sealed case are its named members. */
  const allowed = (clock: Claimed, found: string[]) =>
    clock.sealedTo.length === 0 ? found : found.filter((id) => clock.sealedTo.includes(id));
  const ofOwn = (clock: Claimed, found: string[]) =>
    clock.ownerOrgId === clock.requesterOrgId ? allowed(clock, found) : found;

  const managersOf = (clock: Claimed) =>
    ids(of(clock.ownerOrgId, isPolice(clock) ? "commander" : "liaison_manager"));
  /** Whom the case names in an organisation, or else who commands it. */
  const ofCase = (clock: Claimed, orgId: string | null): string[] => {
    const acting = new Set(ids(byOrg.get(orgId ?? "") ?? []));
    const found = (byCase.get(clock.caseId) ?? []).map(({ memberId }) => memberId);
    const still = found.filter((id) => acting.has(id));
    return allowed(clock, still.length > 0 ? still : ids(of(orgId, "commander")));
  };
  const askers = (clock: Claimed): string[] =>
    clock.requestId ? workers(clock.requestId).askers.all : ofCase(clock, clock.requesterOrgId);
  const owners = (clock: Claimed): string[] => {
    if (clock.subject === "CASE_LEGAL") return ofCase(clock, clock.ownerOrgId);
    if (clock.subject === "APPEAL" || !clock.requestId) return allowed(clock, managersOf(clock));
    return workers(clock.requestId).desk.all;
  };
  const above = (clock: Claimed, kind: OrganisationKind | undefined, ...roles: Role[]): Reached => {
    const orgs = overseers.filter((org) => org.kind === kind && org.provinceCode === clock.provinceCode);
    const [org] = orgs;
    return org && !isPolice(clock) ? { orgId: org.id, memberIds: ids(of(org.id, ...roles)) } : null;
  };

  const reach = (clock: Claimed, recipient: Recipient): Reached => {
    const own = (memberIds: string[]) => ({ orgId: clock.ownerOrgId, memberIds: ofOwn(clock, memberIds) });
    switch (recipient) {
      case "owner":
        return own(owners(clock));
      case "manager":
        return own(managersOf(clock));
      case "head": {
        const heads = (byOrg.get(clock.ownerOrgId) ?? []).filter(({ heads }) => heads);
        return own(heads.length > 0 ? ids(heads) : managersOf(clock));
      }
      case "overseer":
        return above(clock, overseerOf[clock.ownerKind], "department_officer", "leader");
      case "committee":
        return above(clock, "peoples_committee", "leader", "secretary");
      case "requester":
        return { orgId: clock.requesterOrgId ?? clock.ownerOrgId, memberIds: askers(clock) };
    }
  };
  return { reach, askers };
}
