import { statement, type Tx } from "@/lib/db";

/** Where a person acts when he comes in. `isInForce` is false for one whose memberships have all ended. */
export type Standing = {
  membershipId: string;
  isInForce: boolean;
  orgId: string;
  provinceCode: string | null;
  name: string;
};

type Row = {
  membership_id: string;
  is_in_force: boolean;
  organisation_id: string;
  province_code: string | null;
  full_name: string;
};

/** The membership in force that the last session used, else the oldest in force, else the last that was. Null: he never had one. */
export async function standingOf(tx: Tx, userId: string): Promise<Standing | null> {
  const { rows } = await statement<Row>(
    tx,
    `select m.id as membership_id, m.organisation_id, o.province_code, p.full_name,
        m.valid_from <= clock_timestamp() and (m.valid_to is null or m.valid_to > clock_timestamp()) as is_in_force
      from membership m join organisation o on o.id = m.organisation_id join person p on p.id = m.user_id
      where m.user_id = $1
      order by is_in_force desc, (select max(s.created_at) from session s where s.user_id = $1 and s.membership_id = m.id) desc nulls last,
        m.valid_from, m.id
      limit 1`,
    [userId],
  );
  const [row] = rows;
  return row
    ? {
        membershipId: row.membership_id,
        isInForce: row.is_in_force,
        orgId: row.organisation_id,
        provinceCode: row.province_code,
        name: row.full_name,
      }
    : null;
}
