import { actsAt } from "@/lib/access/acts-at";
import { statement, type Tx } from "@/lib/db";

/** Who is reached now. `line` is memberships in the order of their calling; `phone` is null when the register's number serves. */
export type OnCall = { shiftId: string | null; line: string[]; phone: string | null };

/** SQL: shift `s` is `m`'s, holds at an instant (an expression), and he is not away. */
const onShift = (m: string, at: string): string =>
  `s.membership_id = ${m}.id and s.org_id = ${m}.organisation_id and s.cancelled_at is null and s.from_at <= ${at} and s.to_at > ${at}
    and not exists (select 1 from duty_leave l where l.membership_id = ${m}.id and l.cancelled_at is null and l.from_at <= ${at} and l.to_at > ${at})`;

/** SQL: who is first on duty in an organisation at an instant (both expressions); null in a gap of the roster. */
export const firstOnDuty = (orgId: string, at: string): string =>
  `(select m.id from duty_shift s join membership m on ${onShift("m", at)} where s.org_id = ${orgId} and ${actsAt("m", at)} order by s.rank limit 1)`;

/** SQL: member `m` stands in his organisation's line at an instant (an expression). */
export const standsInLine = (m: string, at: string): string =>
  `${actsAt(m, at)} and (${managesSql(m)} or exists (select from duty_shift s where ${onShift(m, at)}))`;
const managesSql = (m: string): string => `${m}.roles && '{liaison_manager,commander}'::role[]`;

/**
 * Who is on call in an organisation at an instant (UTC): its shifts by rank without those who are away, then its managers (a desk's
 * liaison managers, a unit's commanders), with whom every line ends. Empty where nobody of either kind acts. Works for a person of that
 * organisation and for the worker.
 */
export async function onCallAt(tx: Tx, orgId: string, at: Date): Promise<OnCall> {
  const { rows } = await statement<{ id: string; shiftId: string | null; phone: string | null }>(
    tx,
    `select m.id, s.id as "shiftId", s.phone from membership m left join duty_shift s on ${onShift("m", "$2")}
      where m.organisation_id = $1 and ${actsAt("m", "$2")}
        and (s.id is not null or ${managesSql("m")})
      order by s.rank nulls last, m.valid_from, m.id limit 20`,
    [orgId, at],
  );
  const first = rows[0]?.shiftId ? rows[0] : undefined;
  return { shiftId: first?.shiftId ?? null, line: rows.map(({ id }) => id), phone: first?.phone ?? null };
}

/** Has this organisation a roster that reaches to this instant or beyond? Without one nobody is called. */
export async function hasRoster(tx: Tx, orgId: string, at: Date): Promise<boolean> {
  const { rows } = await statement(
    tx,
    "select 1 from duty_shift where org_id = $1 and cancelled_at is null and to_at > $2 limit 1",
    [orgId, at],
  );
  return rows.length > 0;
}
