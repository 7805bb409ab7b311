import { readSession } from "@/lib/db";
import type { OrganisationKind, Role } from "@/lib/generated/prisma/enums";
import type { Actor } from "./actor";
import { keyedHash } from "./crypto";

export type OwnMembership = { id: string; organisation: string; roles: Role[]; title: string | null };

/** A session as its cookie's token finds it: still good, with or without its second factor, and how long it lasts. */
export type LiveSession = {
  sessionId: string;
  userId: string;
  membershipId: string | null;
  secondFactorAt: Date | null;
  /** When it ends if nothing is done, and when it ends whatever is done (UTC). */
  idleEndsAt: Date;
  endsAt: Date;
  mustEnrol: boolean;
  /** Nobody was seen here for a while: a visit of now is worth writing down. */
  isStale: boolean;
  /** All in which the person may act today, oldest first. */
  memberships: OwnMembership[];
  actor: Actor | null;
};

/** Minutes without a request after which a session ends: leaders read, liaisons wait for work (quality bar B2). */
export const idleMinutes = { ordinary: 15, patient: 30 } as const;
export const totalMinutes = 12 * 60;
/** How exactly the idle clock is kept, in seconds: a visit within this time of the last is not written. */
export const seenEverySeconds = 20;

/** When a session `s`, acting in its membership `m`, ends if nothing is done. */
export const idleEndSql = `s.seen_at + make_interval(mins => case when m.roles && array['leader', 'liaison', 'liaison_manager']::role[] then ${idleMinutes.patient} else ${idleMinutes.ordinary} end)`;

type Row = {
  session_id: string;
  user_id: string;
  membership_id: string | null;
  second_factor_at: Date | null;
  expires_at: Date;
  idle_ends_at: Date;
  is_stale: boolean;
  enrolled: boolean;
  full_name: string;
  rank: string | null;
  org_id: string | null;
  roles: Role[] | null;
  title: string | null;
  signer_title: string | null;
  org_name: string | null;
  org_kind: OrganisationKind | null;
  specialised_cyber: boolean | null;
  province_code: string | null;
  org_ids: string[] | null;
  provinces: string[] | null;
  memberships: OwnMembership[];
};

// One round trip, for every page begins with it: session, person, memberships, the organisation's tree of today and whose figures
// it may read.
const text = `
  with recursive found as (
    select s.id, s.user_id, s.membership_id, s.second_factor_at, s.expires_at, p.full_name, p.rank,
      m.organisation_id, m.roles, m.title, m.signer_title,
      ${idleEndSql} as idle_ends_at,
      s.seen_at < now() - interval '${seenEverySeconds} seconds' as is_stale
    from session s join person p on p.id = s.user_id and p.suspended_at is null
      left join membership m on m.id = s.membership_id and m.user_id = s.user_id and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
    where s.token_hash = $1 and s.ended_at is null and s.expires_at > now()
  ), day (today) as (
    select (now() at time zone 'Asia/Ho_Chi_Minh')::date -- links are dated in local days; the server's own day begins seven hours later
  ), tree (id) as (
    select organisation_id from found where organisation_id is not null
    union
    select l.child_id from tree t join organisation_link l on l.parent_id = t.id
      join day d on l.valid_from <= d.today and (l.valid_to is null or l.valid_to > d.today)
  )
  select f.id as session_id, f.user_id, f.membership_id, f.second_factor_at, f.expires_at, f.idle_ends_at, f.is_stale, f.full_name, f.rank,
    o.id as org_id, f.roles::text[] as roles, f.title, f.signer_title, o.short_name as org_name, o.kind as org_kind, o.specialised_cyber, o.province_code,
    array(select id::text from tree) as org_ids,
    case when o.kind = 'state_bank_branch' then array(select p.code from province p where 'region-' || p.sbv_region = o.segment)
      when o.province_code is not null then array[o.province_code]
      when o.level = 'ministry' then array(select p.code from province p)
      else '{}' end as provinces,
    (select coalesce(json_agg(json_build_object('id', m.id, 'organisation', mo.short_name, 'roles', m.roles, 'title', m.title) order by m.valid_from, m.id), '[]')
      from membership m join organisation mo on mo.id = m.organisation_id
      where m.user_id = f.user_id and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())) as memberships,
    exists (select 1 from credential c where c.user_id = f.user_id and c.totp_confirmed_at is not null) as enrolled
  from found f left join organisation o on o.id = f.organisation_id
  where f.idle_ends_at > now()`;

/** Looks the token up. Null: unknown, ended, idle for too long, or the person is suspended. Rights are as they stand now. */
export async function liveSession(token: string, origin: string | null): Promise<LiveSession | null> {
  const [row] = await readSession<Row>({
    name: "live_session",
    text,
    values: [keyedHash("session", token)],
  });
  if (!row) return null;
  return {
    sessionId: row.session_id,
    userId: row.user_id,
    membershipId: row.membership_id,
    secondFactorAt: row.second_factor_at,
    idleEndsAt: row.idle_ends_at,
    endsAt: row.expires_at,
    mustEnrol: !row.enrolled,
    isStale: row.is_stale,
    memberships: row.memberships,
    actor: actorOf(row, origin),
  };
}

function actorOf(row: Row, origin: string | null): Actor | null {
  if (!row.membership_id || !row.org_id || !row.roles || !row.org_kind) return null;
  return {
    userId: row.user_id,
    membershipId: row.membership_id,
    orgId: row.org_id,
    orgIds: row.org_ids ?? [row.org_id],
    roles: row.roles,
    name: row.full_name,
    rank: row.rank,
    title: row.title,
    signerTitle: row.signer_title,
    orgName: row.org_name ?? "",
    orgKind: row.org_kind,
    specialisedCyber: row.specialised_cyber ?? false,
    provinceCode: row.province_code,
    provinces: row.provinces ?? [],
    sessionId: row.session_id,
    secondFactorAt: row.second_factor_at,
    origin,
  };
}
