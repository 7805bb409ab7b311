import { statement, type Tx } from "@/lib/db";
import { onCallAt } from "@/lib/duty/on-call";
import type { OrganisationKind, Role } from "@/lib/generated/prisma/enums";
import type { Claimed } from "./claim";
import type { Recipient } from "./rungs";

type Member = { id: string; orgId: string; userId: string; roles: Role[]; heads: boolean };
type Overseer = { id: string; provinceCode: string; kind: OrganisationKind };

/** To whom a step goes: memberships, and the organisation it climbed to. Null: there is nobody of that kind. */
export type Reached = { orgId: string; memberIds: string[] } | null;
export type Directory = {
  reach: (clock: Claimed, recipient: Recipient) => Promise<Reached>;
  /** Whoever works on it in the unit that asked; of a sealed case its named members alone. */
  askers: (clock: Claimed) => string[];
};

const membersSql = `select m.id, m.organisation_id as "orgId", m.user_id as "userId", m.roles::text[] as roles, m.heads
  from membership m join person p on p.id = m.user_id and p.suspended_at is null
  where m.organisation_id = any($1::uuid[]) and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2) order by m.id`;
// State Bank branches look after the banks of a region, departments and committees after what happens in their province.
const overseersSql = `select o.id, p.code as "provinceCode", o.kind from province p join organisation o on o.valid_to is null and (
    (o.kind = 'state_bank_branch' and o.segment = 'region-' || p.sbv_region)
    or (o.kind = 'department' and o.segment = 'science-technology' and o.province_code = p.code)
    or (o.kind = 'peoples_committee' and o.level = 'province' and o.province_code = p.code))
  where p.code = any($1::text[]) order by o.id`;
const workersSql = `select 'request' as about, request_id as id, membership_id as "membershipId" from request_officer
    where request_id = any($1::uuid[]) and membership_id is not null
  union select 'case', case_id, membership_id from case_member where case_id = any($2::uuid[]) and removed_at is null`;

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
  const { rows: workers } = await statement<{ about: string; id: string; membershipId: string }>(
    tx,
    workersSql,
    [unique(clocks.map(({ requestId }) => requestId)), unique(clocks.map(({ caseId }) => caseId))],
  );
  const byOrg = grouped(members, ({ orgId }) => orgId);
  const byAbout = grouped(workers, ({ about, id }) => `${about}:${id}`);
  const onCall = new Map<string, Promise<string[]>>();

  const of = (orgId: string | null, ...roles: Role[]) =>
    (byOrg.get(orgId ?? "") ?? []).filter((member) => member.roles.some((role) => roles.includes(role)));
  const ids = (found: readonly Member[]) => found.map(({ id }) => id);
  const isPolice = ({ ownerKind }: Claimed) => ownerKind === "police";
  /** Police who own a clock of a sealed case are its named members. */
  const allowed = (clock: Claimed, found: string[]) =>
    clock.sealedTo.length === 0 ? found : found.filter((id) => clock.sealedTo.includes(id));
  const ofOwn = (clock: Claimed, found: string[]) =>
    clock.ownerOrgId === clock.requesterOrgId ? allowed(clock, found) : found;

  const dutyOf = (orgId: string) => {
    const known =
      onCall.get(orgId) ??
      onCallAt(tx, orgId, now).then(({ shiftId, line }) => (shiftId ? line.slice(0, 1) : []));
    onCall.set(orgId, known);
    return known;
  };
  const managersOf = (clock: Claimed) =>
    ids(of(clock.ownerOrgId, isPolice(clock) ? "commander" : "liaison_manager"));
  const askers = (clock: Claimed): string[] => {
    const still = new Set(ids(byOrg.get(clock.requesterOrgId ?? "") ?? []));
    const officer = (byAbout.get(`request:${clock.requestId}`) ?? []).map(({ membershipId }) => membershipId);
    const drafter = (byOrg.get(clock.requesterOrgId ?? "") ?? []).filter(
      ({ userId }) => userId === clock.drafterId,
    );
    const named = (byAbout.get(`case:${clock.caseId}`) ?? []).map(({ membershipId }) => membershipId);
    const first = [officer, ids(drafter), named]
      .map((found) => found.filter((id) => still.has(id)))
      .find(({ length }) => length > 0);
    return allowed(clock, first ?? ids(of(clock.requesterOrgId, "commander")));
  };
  const owners = async (clock: Claimed): Promise<string[]> => {
    if (clock.subject === "CASE_LEGAL") {
      const named = (byAbout.get(`case:${clock.caseId}`) ?? []).map(({ membershipId }) => membershipId);
      return allowed(clock, named.length > 0 ? named : managersOf(clock));
    }
    if (clock.subject === "APPEAL") return allowed(clock, managersOf(clock));
    const all = of(
      clock.ownerOrgId,
      ...(isPolice(clock)
        ? (["investigator", "commander"] as const)
        : (["liaison", "liaison_manager"] as const)),
    );
    if (clock.assigneeId && all.some(({ id }) => id === clock.assigneeId)) return [clock.assigneeId];
    const duty = await dutyOf(clock.ownerOrgId);
    return duty.length > 0 ? duty : ids(all);
  };
  const above = (clock: Claimed, kind: OrganisationKind | undefined, ...roles: Role[]): Reached => {
    const orgs = overseers.filter((org) => org.kind === kind && org.provinceCode === clock.provinceCode);
    const [org] = orgs;
    return org && !isPolice(clock) ? { orgId: org.id, memberIds: ids(of(org.id, ...roles)) } : null;
  };

  const reach = async (clock: Claimed, recipient: Recipient): Promise<Reached> => {
    const own = (memberIds: string[]) => ({ orgId: clock.ownerOrgId, memberIds: ofOwn(clock, memberIds) });
    switch (recipient) {
      case "owner":
        return own(await owners(clock));
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

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
