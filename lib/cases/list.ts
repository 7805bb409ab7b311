import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import type { CaseStatus } from "@/lib/generated/prisma/enums";
import type { Language } from "@/lib/i18n/languages";
import { type Cursor, cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import type { CaseFilter } from "./filter";
import type { CaseRow } from "./types";

export const casesPerPage = 50;

type SqlRow = {
  id: string;
  code: string;
  title: string;
  status: CaseStatus;
  restricted: boolean;
  fraud_vi: string | null;
  fraud_en: string | null;
  fraud_type_code: string;
  unit: string;
  lead: string | null;
  reported_at: Date;
  created_at: Date;
  first_transfer_at: Date | null;
  reported_loss: string;
  held: string;
  open_requests: number;
  due_at: Date | null;
  span_minutes: number | null;
};

const columns = `c.id, c.code, c.title, c.status, c.restricted, f.name_vi as fraud_vi, f.name_en as fraud_en, c.fraud_type_code, u.short_name as unit, p.full_name as lead,
  c.reported_at, c.created_at, c.first_transfer_at, c.reported_loss::text,
  (select coalesce(sum(h.amount), 0)::text from hold h where h.case_id = c.id and h.released_at is null) as held,
  (select count(*)::int from request r where r.case_id = c.id and r.status in ('SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED')) as open_requests,
  l.due_at, l.span_minutes`;
const tables = `fraud_case c join organisation u on u.id = c.unit_id left join fraud_type f on f.code = c.fraud_type_code
  left join membership m on m.id = c.lead_id left join person p on p.id = m.user_id
  left join lateral (select d.due_at, d.span_minutes from deadline d where d.case_id = c.id and d.subject = 'CASE_LEGAL' and d.state = 'running' order by d.due_at limit 1) l on true`;
/** The same reach as visibleCases, written out: $1 units, $2 membership. Row-level security repeats it. */
const ofUnit = `c.unit_id = any($1::uuid[]) and (not c.restricted or $2::uuid = any(c.sealed_to))`;
const isMember = `exists (select 1 from case_member cm where cm.case_id = c.id and cm.membership_id = $2::uuid and cm.removed_at is null)`;

function rowOf(row: SqlRow, language: Language): CaseRow {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    status: row.status,
    restricted: row.restricted,
    fraudType: (language === "en" ? row.fraud_en : row.fraud_vi) ?? row.fraud_type_code,
    unit: row.unit,
    lead: row.lead,
    reportedAt: row.reported_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    firstTransferAt: row.first_transfer_at?.toISOString() ?? null,
    reportedLoss: row.reported_loss,
    held: row.held,
    openRequests: row.open_requests,
    due:
      row.due_at && row.span_minutes
        ? { dueAt: row.due_at.toISOString(), spanMinutes: row.span_minutes }
        : null,
  };
}

const orders = {
  newest: {
    column: "c.created_at",
    type: "timestamptz",
    key: "instant",
    keyOf: (row: SqlRow) => row.created_at.toISOString(),
  },
  loss: {
    column: "c.reported_loss",
    type: "bigint",
    key: "amount",
    keyOf: (row: SqlRow) => row.reported_loss,
  },
} as const;

/** One page of the cases of the actor's unit and of those below it. Keyset: no count, no offset. */
export async function listCases(
  actor: Actor,
  filter: CaseFilter,
  language: Language,
): Promise<KeysetPage<CaseRow>> {
  const order = orders[filter.sort];
  const backwards = filter.before !== undefined;
  const cursor = decodeCursor(filter.before ?? filter.after, [order.key, "id"]);
  const values: unknown[] = [actor.orgIds, actor.membershipId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [ofUnit];
  if (filter.status) conditions.push(`c.status = ${bind(filter.status)}::case_status`);
  if (filter.fraudType) conditions.push(`c.fraud_type_code = ${bind(filter.fraudType)}`);
  if (filter.mine) conditions.push(isMember);
  if (cursor)
    conditions.push(
      `(${order.column}, c.id) ${backwards ? ">" : "<"} (${bind(cursor[0])}::${order.type}, ${bind(cursor[1])}::uuid)`,
    );
  const way = backwards ? "asc" : "desc";
  const name = `cases-${filter.sort}${filter.status ? "-s" : ""}${filter.fraudType ? "-f" : ""}${filter.mine ? "-m" : ""}${cursor ? "-c" : ""}${backwards ? "-b" : ""}`;
  const rows = await readAsActor<SqlRow>(actor, {
    name,
    text: `select ${columns} from ${tables} where ${conditions.join(" and ")} order by ${order.column} ${way}, c.id ${way} limit ${casesPerPage + 1}`,
    values,
  });
  const page = cutPage(
    rows,
    casesPerPage,
    { backwards: backwards && cursor !== null, fromStart: cursor === null },
    (row): Cursor => [order.keyOf(row), row.id],
  );
  return { ...page, rows: page.rows.map((row) => rowOf(row, language)) };
}

/** The open cases that the actor is named on, the next legal limit first: what the desk shows. `total` counts to 100. */
export async function listMyCases(
  actor: Actor,
  language: Language,
  limit = 6,
): Promise<{ rows: CaseRow[]; total: number }> {
  const rows = await readAsActor<SqlRow & { total: number }>(actor, {
    name: "my-cases",
    text: `select q.*, (count(*) over ())::int as total from (select ${columns} from ${tables}
      where ${ofUnit} and ${isMember} and c.status not in ('CLOSED', 'TRANSFERRED', 'NOT_INITIATED')
      order by l.due_at nulls last, c.created_at desc limit 100) q limit ${limit}`,
    values: [actor.orgIds, actor.membershipId],
  });
  return { rows: rows.map((row) => rowOf(row, language)), total: rows[0]?.total ?? 0 };
}
