import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { type Cursor, cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import { urgeHours } from "./rules";
import { type Rung, rungs } from "./rungs";
import type { ClimbedLimit, EscalationRow, OverdueSum } from "./types";

const pageSize = 50;

type Raw = {
  id: string;
  code: string;
  kind_code: string;
  subject: EscalationRow["subject"];
  organisation: string;
  owner_org_id: string;
  request_id: string | null;
  rung: Rung;
  due_at: Date;
  at: Date;
  others: ClimbedLimit[];
  span_minutes: number;
  paused_at: Date | null;
  ended_at: Date | null;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  urged_at: Date | null;
  /** Urged a short while ago: not again yet. */
  rests: boolean;
};

const isOpen = "d.state in ('running', 'paused')";

/** Which of what climbed of one request stands for it: what is still owed, then what ended first, then the highest rung. */
const worst = (e: string, d: string) =>
  `(${d}.state not in ('running', 'paused'), ${d}.due_at, -array_position(array['${rungs.join("','")}'], ${e}.rung), ${e}.id)`;
/** What else of the same request climbed to the same organisation. */
const alongside = `from escalation b join deadline bd on bd.id = b.deadline_id
  where b.to_org_id = e.to_org_id and b.id <> e.id and (b.request_id = e.request_id or b.deadline_id = e.deadline_id)`;
const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * One page of the requests of which something climbed to the actor's organisation, the latest first, each with its worst limit and
 * the others in it; `open` leaves out what was answered since. Row-level security repeats whose it is, and hides what was sealed
 * meanwhile. Whether a row stands for its request is asked of the row, not of the whole list: a page reads a page.
 */
export async function listEscalations(
  actor: Actor,
  filter: { show: "open" | "all"; after?: string; before?: string },
): Promise<KeysetPage<EscalationRow>> {
  const back = decodeCursor(filter.before, ["instant", "id"]);
  const edge = back ?? decodeCursor(filter.after, ["instant", "id"]);
  const open = filter.show === "open";
  const also = open ? `${alongside} and bd.state in ('running', 'paused')` : alongside;
  const found = await readAsActor<Raw>(actor, {
    name: `escalations-${filter.show}-${back ? "up" : "down"}`,
    text: `with page as (
        select e.*, d.due_at as ends, d.span_minutes, d.paused_at, d.ended_at from escalation e join deadline d on d.id = e.deadline_id
        where e.to_org_id = $1 and (e.at, e.id) ${back ? ">" : "<"} ($2::timestamptz, $3::uuid) ${open ? `and ${isOpen}` : ""}
          and not exists (select 1 ${also} and ${worst("b", "bd")} < ${worst("e", "d")})
        order by ${back ? "e.at, e.id" : "e.at desc, e.id desc"} limit ${pageSize + 1})
      select e.id, e.code, e.kind_code, e.subject, o.short_name as organisation, e.owner_org_id, e.request_id, e.rung, e.ends as due_at, e.at, e.span_minutes,
        e.paused_at, e.ended_at, case when not x.unseen then e.acknowledged_at end as acknowledged_at, p.full_name as acknowledged_by,
        greatest(e.urged_at, x.urged_at) as urged_at, x.others,
        coalesce(greatest(e.urged_at, x.urged_at) > now() - make_interval(hours => ${urgeHours}), false) as rests
      from page e join organisation o on o.id = e.owner_org_id
      left join membership m on m.id = e.acknowledged_by_id left join person p on p.id = m.user_id
      cross join lateral (select coalesce(bool_or(b.acknowledged_at is null), false) as unseen, max(b.urged_at) as urged_at,
        coalesce(json_agg(json_build_object('subject', b.subject, 'rung', b.rung, 'dueAt', ${iso("bd.due_at")}, 'at', ${iso("b.at")})
          order by b.at desc, b.id desc), '[]') as others ${also}) x
      order by ${back ? "e.at, e.id" : "e.at desc, e.id desc"}`,
    values: [actor.orgId, ...(edge ?? ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"])],
  });
  const page = cutPage(
    found,
    pageSize,
    { backwards: back !== null, fromStart: edge === null },
    (row): Cursor => [row.at.toISOString(), row.id],
  );
  return { ...page, rows: page.rows.map((row) => shown(actor, row)) };
}

function shown(actor: Actor, row: Raw): EscalationRow {
  const isOwn = row.owner_org_id === actor.orgId;
  return {
    id: row.id,
    code: row.code,
    kindCode: row.kind_code,
    subject: row.subject,
    organisation: row.organisation,
    rung: row.rung,
    dueAt: row.due_at.toISOString(),
    at: row.at.toISOString(),
    others: row.others,
    spanMinutes: row.span_minutes,
    pausedAt: row.paused_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    acknowledgedBy: row.acknowledged_by,
    urgedAt: row.urged_at?.toISOString() ?? null,
    requestId: isOwn ? row.request_id : null,
    mayUrge: !isOwn && row.ended_at === null && !row.rests,
  };
}

/** What is open of each organisation, the most first; a request that climbed twice counts once. */
export async function overdueSums(actor: Actor): Promise<OverdueSum[]> {
  const rows = await readAsActor<{
    id: string;
    organisation: string;
    open: number;
    unseen: number;
    earliest: Date;
  }>(actor, {
    name: "escalation-sums",
    text: `select o.id, o.short_name as organisation, count(distinct coalesce(d.request_id, d.id))::int as open,
        count(distinct coalesce(d.request_id, d.id)) filter (where e.acknowledged_at is null)::int as unseen, min(d.due_at) as earliest
      from escalation e join deadline d on d.id = e.deadline_id join organisation o on o.id = e.owner_org_id
      where e.to_org_id = $1 and ${isOpen} group by o.id, o.short_name order by open desc, earliest limit 50`,
    values: [actor.orgId],
  });
  return rows.map(({ id, organisation, open, unseen, earliest }) => ({
    organisationId: id,
    organisation,
    open,
    unseen,
    earliestDueAt: earliest.toISOString(),
  }));
}
