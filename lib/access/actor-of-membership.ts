import { readSession } from "@/lib/db";
import type { OrganisationKind, Role } from "@/lib/generated/prisma/enums";
import type { Actor } from "./actor";
import { actsAt } from "./acts-at";

type Row = {
  user_id: string;
  full_name: string;
  org_id: string;
  roles: Role[];
  org_name: string;
  org_kind: OrganisationKind;
  province_code: string | null;
  org_ids: string[];
};

/**
 * Who reads by a membership as it stands today, without a session: for what a person left at an address of his own. Null when the
 * membership is over or the person suspended. It signs nothing and decides nothing: it has no second factor and no title.
 */
export async function readerOf(membershipId: string): Promise<Actor | null> {
  const [row] = await readSession<Row>({
    name: "reader_of_membership",
    text: `with recursive day (today) as (select (now() at time zone 'Asia/Ho_Chi_Minh')::date),
      found as (select m.user_id, p.full_name, m.organisation_id, m.roles from membership m join person p on p.id = m.user_id
        where m.id = $1 and ${actsAt("m", "now()")}),
      tree (id) as (select organisation_id from found union
        select l.child_id from tree t join organisation_link l on l.parent_id = t.id
          join day d on l.valid_from <= d.today and (l.valid_to is null or l.valid_to > d.today))
      select f.user_id, f.full_name, o.id as org_id, f.roles::text[] as roles, o.short_name as org_name, o.kind as org_kind, o.province_code,
        array(select id::text from tree) as org_ids
      from found f join organisation o on o.id = f.organisation_id`,
    values: [membershipId],
  });
  if (!row) return null;
  return {
    userId: row.user_id,
    membershipId,
    orgId: row.org_id,
    orgIds: row.org_ids,
    roles: row.roles,
    name: row.full_name,
    rank: null,
    title: null,
    signerTitle: null,
    orgName: row.org_name,
    orgKind: row.org_kind,
    specialisedCyber: false,
    provinceCode: row.province_code,
    provinces: [],
    sessionId: null,
    secondFactorAt: null,
    origin: null,
  };
}
