import type { Actor } from "@/lib/access/actor";
import { hasRole } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import type { AppealStatus } from "@/lib/generated/prisma/enums";
import { type Cursor, cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import type { AppealFilter } from "./filter";
import { openAppealSql } from "./lifecycle";
import type { AppealRow, FoundHold } from "./types";

export const appealsPerPage = 50;

/** Does the actor stand on the holder's side? */
export const isDesk = (actor: Actor): boolean =>
  actor.orgKind !== "police" && hasRole(actor, "liaison", "liaison_manager");

/** The policy's reach as SQL; row-level security repeats it. $1 units or the own organisation, $2 membership. */
const reachOf = (actor: Actor) =>
  isDesk(actor)
    ? "a.intake_org_id = any($1::uuid[]) and a.holder_org_id = any($1::uuid[]) and $2::uuid is not null"
    : "a.requester_org_id = any($1::uuid[]) and (not r.restricted or $2::uuid = any(r.sealed_to))";

export const appealTables = `appeal a join request r on r.id = a.request_id join hold h on h.id = a.hold_id join organisation o on o.id = a.holder_org_id
  join organisation u on u.id = a.requester_org_id left join request_item i on i.id = h.item_id left join fraud_case c on c.id = a.case_id`;
export const appealColumns = `a.id, a.code, a.status, a.channel, a.appellant, coalesce(i.display, h.account) as account, h.amount::text, o.short_name as holder,
  c.code as case_code, u.short_name as unit, a.received_at, a.due_at, a.span_minutes, a.ended_at`;
export type AppealSqlRow = {
  id: string;
  code: string;
  status: AppealStatus;
  channel: string;
  appellant: string;
  account: string;
  amount: string;
  holder: string;
  case_code: string | null;
  unit: string;
  received_at: Date;
  due_at: Date;
  span_minutes: number;
  ended_at: Date | null;
};

export const appealRowOf = (row: AppealSqlRow): AppealRow => ({
  id: row.id,
  code: row.code,
  status: row.status,
  channel: row.channel,
  appellant: row.appellant,
  account: row.account,
  amount: row.amount,
  holder: row.holder,
  caseCode: row.case_code,
  unit: row.unit,
  receivedAt: row.received_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  spanMinutes: row.span_minutes,
  endedAt: row.ended_at?.toISOString() ?? null,
});

/** One page of appeals: open ones by time left, all of them newest first. A desk sees what was brought to it. Keyset. */
export async function listAppeals(actor: Actor, filter: AppealFilter): Promise<KeysetPage<AppealRow>> {
  const open = filter.view === "open";
  const backwards = filter.before !== undefined;
  const cursor = decodeCursor(filter.before ?? filter.after, ["instant", "id"]);
  const values: unknown[] = [isDesk(actor) ? [actor.orgId] : actor.orgIds, actor.membershipId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const column = open ? "a.due_at" : "a.received_at";
  const forwards = open !== backwards;
  const conditions = [
    reachOf(actor),
    ...(open ? [openAppealSql] : []),
    ...(filter.status ? [`a.status = ${bind(filter.status)}::appeal_status`] : []),
    ...(cursor
      ? [
          `(${column}, a.id) ${forwards ? ">" : "<"} (${bind(cursor[0])}::timestamptz, ${bind(cursor[1])}::uuid)`,
        ]
      : []),
  ];
  const way = forwards ? "asc" : "desc";
  const found = await readAsActor<AppealSqlRow>(actor, {
    name: `appeals-${isDesk(actor) ? "desk" : "unit"}-${filter.view}${filter.status ? "-s" : ""}${cursor ? "-c" : ""}${backwards ? "-b" : ""}`,
    text: `select ${appealColumns} from ${appealTables} where ${conditions.join(" and ")} order by ${column} ${way}, a.id ${way} limit ${appealsPerPage + 1}`,
    values,
  });
  const page = cutPage(
    found,
    appealsPerPage,
    { backwards: backwards && cursor !== null, fromStart: cursor === null },
    (row): Cursor => [(open ? row.due_at : row.received_at).toISOString(), row.id],
  );
  return { ...page, rows: page.rows.map(appealRowOf) };
}

/**
 * The policy's appeal.review and appeal.uphold as SQL: nobody acts on an appeal against what he wrote, handed in or signed ($3), and what is
 * looked into already waits for a commander ($4).
 */
const isActable = `${openAppealSql} and not $3::uuid = any(r.editor_ids) and r.signer_id is distinct from $3::uuid and (a.status = 'RECEIVED' or $4::boolean)`;

/** The five with the least time left of those that the reader may look into or decide, for his home; none for other roles. */
export async function listOpenAppeals(actor: Actor): Promise<{ rows: AppealRow[]; total: number }> {
  if (isDesk(actor) || !hasRole(actor, "investigator", "commander")) return { rows: [], total: 0 };
  const found = await readAsActor<AppealSqlRow & { found: number }>(actor, {
    name: "appeals-home",
    text: `select q.*, (count(*) over ())::int as found from (
      select ${appealColumns} from ${appealTables} where ${reachOf(actor)} and ${isActable} order by a.due_at, a.id limit 100) q limit 5`,
    values: [actor.orgIds, actor.membershipId, actor.userId, hasRole(actor, "commander")],
  });
  return { rows: found.map(appealRowOf), total: found[0]?.found ?? 0 };
}

/** How many appeals wait, counted to 100. */
export async function countOpenAppeals(actor: Actor): Promise<number> {
  const [row] = await readAsActor<{ open: number }>(actor, {
    name: `appeals-count-${isDesk(actor) ? "desk" : "unit"}`,
    text: `select count(*)::int as open from (select 1 from appeal a join request r on r.id = a.request_id where ${reachOf(actor)} and ${openAppealSql} limit 100) x`,
    values: [isDesk(actor) ? [actor.orgId] : actor.orgIds, actor.membershipId],
  });
  return row?.open ?? 0;
}

const foundAtMost = 10;

/**
 * Held accounts whose number holds what was typed, to appeal against: of the own units, or held by the own organisation. Blanks, dots
 * and dashes do not count. Reads what the actor works with anyway, so it is no look-up of a person.
 */
export async function findHolds(actor: Actor, { text }: { text: string }): Promise<FoundHold[]> {
  const typed = text
    .normalize("NFKC")
    .replace(/[\s.-]/g, "")
    .replace(/[\\%_]/g, "\\$&")
    .toUpperCase();
  if (typed.length < 4) return [];
  const reach = isDesk(actor)
    ? "h.holder_org_id = any($1::uuid[]) and $2::uuid is not null"
    : "r.requester_org_id = any($1::uuid[]) and (not r.restricted or $2::uuid = any(r.sealed_to))";
  return readAsActor<FoundHold>(actor, {
    name: `holds-find-${isDesk(actor) ? "desk" : "unit"}`,
    text: `select h.id, coalesce(i.display, h.account) as account, i.holder_name as "accountName", o.short_name as holder, h.amount::text, r.code as "requestCode"
      from hold h join request r on r.id = h.request_id join organisation o on o.id = h.holder_org_id left join request_item i on i.id = h.item_id
      where h.released_at is null and ${reach} and upper(h.account) like '%' || $3 || '%' order by h.from_at desc, h.id limit ${foundAtMost}`,
    values: [isDesk(actor) ? [actor.orgId] : actor.orgIds, actor.membershipId, typed],
  });
}
