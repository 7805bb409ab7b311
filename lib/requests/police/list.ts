import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import type { RequestStatus, Urgency } from "@/lib/generated/prisma/enums";
import { type Cursor, cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import { clockReadingOf } from "@/lib/requests/rules";
import { statusIn } from "@/lib/requests/status-sql";
import { unreadSql } from "@/lib/requests/thread/unread-sql";
import { type PoliceRequestFilter, type RequestView, statusesOf } from "./filter";
import type { Rung } from "@/lib/ladder/rungs";
import type { PoliceRequestRow } from "./types";

export const requestsPerPage = 50;

/** How far an overdue request was reported; looked for where one is late alone. */
const climbedSql = `case when r.due_at < now() and r.answered_at is null and r.closed_at is null then (select e.rung from escalation e where e.request_id = r.id
  order by e.at desc, array_position('{manager,head,overseer,committee}'::text[], e.rung) desc limit 1) end as climbed`;
/** What a worklist reads of a request, in one place for all of them. */
export const requestColumns = `r.id, r.code, r.version, r.kind_code, r.urgency, r.status, r.case_id, c.code as case_code, c.title as case_title,
  a.short_name as addressee, d.full_name as drafter, r.first_target_label, r.item_count, r.answered_count, r.disputed_amount::text, r.held_amount::text,
  r.suspicion, r.suspected_at is not null as is_suspected, r.stated_reason, r.created_at, r.due_at, r.paused_at, r.queue_at, r.answered_at, r.span_minutes, ${climbedSql}, ${unreadSql}`;
export const requestTables = `request r join fraud_case c on c.id = r.case_id join organisation a on a.id = r.addressee_org_id join person d on d.id = r.drafter_id`;
/** The same reach as visibleRequests for a police role, written out: $1 units, $2 membership. Row-level security repeats it. */
const unsealed = "(not r.restricted or $2::uuid = any(r.sealed_to))";
export const ofUnit = `r.requester_org_id = any($1::uuid[]) and ${unsealed}`;
/** The same, unit by unit: each is read along its own index. */
const eachUnit = "unnest($1::uuid[]) as u(id)";
const ofThisUnit = `r.requester_org_id = u.id and ${unsealed}`;

export type RequestSqlRow = {
  id: string;
  code: string;
  version: number;
  kind_code: string;
  urgency: Urgency;
  status: RequestStatus;
  case_id: string;
  case_code: string;
  case_title: string;
  addressee: string;
  drafter: string;
  first_target_label: string | null;
  item_count: number;
  answered_count: number;
  disputed_amount: string;
  held_amount: string;
  suspicion: string | null;
  is_suspected: boolean;
  stated_reason: string | null;
  created_at: Date;
  due_at: Date | null;
  paused_at: Date | null;
  queue_at: Date | null;
  answered_at: Date | null;
  span_minutes: number | null;
  climbed: Rung | null;
  unread: number;
};

export function requestRowOf(row: RequestSqlRow): PoliceRequestRow {
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    kindCode: row.kind_code,
    urgency: row.urgency,
    status: row.status,
    caseId: row.case_id,
    caseCode: row.case_code,
    caseTitle: row.case_title,
    addressee: row.addressee,
    drafter: row.drafter,
    firstTarget: row.first_target_label,
    itemCount: row.item_count,
    answeredCount: row.answered_count,
    disputedAmount: row.disputed_amount,
    heldAmount: row.held_amount,
    statedReason: row.stated_reason,
    unread: row.unread,
    climbed: row.climbed,
    doubt: row.suspicion ? { state: row.is_suspected ? "held" : "forged" } : null,
    createdAt: row.created_at.toISOString(),
    clock: clockReadingOf({
      status: row.status,
      dueAt: row.due_at,
      pausedAt: row.paused_at,
      answeredAt: row.answered_at,
      spanMinutes: row.span_minutes,
    }),
  };
}

/** Open work by time left, with the index that holds open work only; everything else newest first. */
const orderOf = (view: RequestView) =>
  view === "open"
    ? { column: "r.queue_at", ascending: true, keyOf: (row: RequestSqlRow) => row.queue_at }
    : { column: "r.created_at", ascending: false, keyOf: (row: RequestSqlRow) => row.created_at };

/** What a filter keeps, of `r`; $2 is the membership. The same for a page of the list and for the list as a file. */
export function narrowed(
  actor: Actor,
  filter: Pick<PoliceRequestFilter, "view" | "kind" | "addressee" | "overdue" | "mine">,
  bind: (value: unknown) => string,
): string[] {
  const conditions: string[] = [];
  const statuses = statusesOf[filter.view];
  if (statuses) conditions.push(statusIn(statuses, "r.status"));
  if (filter.kind) conditions.push(`r.kind_code = ${bind(filter.kind)}`);
  if (filter.addressee) conditions.push(`r.addressee_org_id = ${bind(filter.addressee)}::uuid`);
  if (filter.overdue) conditions.push(`r.due_at < now() and r.paused_at is null and r.answered_at is null`);
  if (filter.mine)
    conditions.push(
      `(r.drafter_id = ${bind(actor.userId)}::uuid or exists (select 1 from case_member m where m.case_id = r.case_id and m.membership_id = $2::uuid and m.removed_at is null))`,
    );
  return conditions;
}

/** One page of the requests of the actor's unit and of those below it. Keyset: no count, no offset. */
export async function listPoliceRequests(
  actor: Actor,
  filter: PoliceRequestFilter,
): Promise<KeysetPage<PoliceRequestRow>> {
  const order = orderOf(filter.view);
  const backwards = filter.before !== undefined;
  const cursor = decodeCursor(filter.before ?? filter.after, ["instant", "id"]);
  const forwards = order.ascending !== backwards;
  const values: unknown[] = [actor.orgIds, actor.membershipId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [ofThisUnit];
  conditions.push(...narrowed(actor, filter, bind));
  if (cursor)
    conditions.push(
      `(${order.column}, r.id) ${forwards ? ">" : "<"} (${bind(cursor[0])}::timestamptz, ${bind(cursor[1])}::uuid)`,
    );
  const way = forwards ? "asc" : "desc";
  const sorted = `order by ${order.column} ${way}, r.id ${way} limit ${requestsPerPage + 1}`;
  // Each unit's page is read along its own index and the pages are merged; only the rows that are shown are dressed with names.
  const merged = `(select r.* from ${eachUnit} cross join lateral (select * from request r where ${conditions.join(" and ")} ${sorted}) r ${sorted}) r`;
  const text = `select ${requestColumns} from ${requestTables.replace("request r", merged)} ${sorted}`;
  const name = `requests-${filter.view}${filter.kind ? "-k" : ""}${filter.addressee ? "-a" : ""}${filter.overdue ? "-o" : ""}${filter.mine ? "-m" : ""}${cursor ? "-c" : ""}${backwards ? "-b" : ""}`;
  const found = await readAsActor<RequestSqlRow>(actor, {
    name,
    text,
    values,
    plan: filter.kind || filter.addressee || filter.overdue || filter.mine ? "fresh" : "kept",
  });
  const edgeOf = (row: RequestSqlRow): Cursor => [order.keyOf(row)?.toISOString() ?? "", row.id];
  const page = cutPage(
    found,
    requestsPerPage,
    { backwards: backwards && cursor !== null, fromStart: cursor === null },
    edgeOf,
  );
  return { ...page, rows: page.rows.map(requestRowOf) };
}

/** How many requests wait in each view, counted to 100 at most. */
export async function countPoliceRequests(
  actor: Actor,
): Promise<Record<Exclude<RequestView, "done" | "all">, number>> {
  const views = ["open", "answered", "draft", "signing"] as const;
  // Unit by unit along its own index, as the list itself.
  const capped = (view: RequestView) =>
    `(select count(*) from (select 1 from ${eachUnit} cross join lateral (select 1 from request r where ${ofThisUnit} and ${statusIn(statusesOf[view]!, "r.status")} limit 100) r limit 100) t)::int as ${view}`;
  const [row] = await readAsActor<Record<(typeof views)[number], number>>(actor, {
    name: "requests-counts",
    text: `select ${views.map(capped).join(", ")}`,
    values: [actor.orgIds, actor.membershipId],
    plan: "kept",
  });
  return row!;
}

/** The organisations that this unit has written to, for the list's filter: one step in an index for each, however many requests. */
export async function listAddressees(actor: Actor): Promise<{ id: string; name: string }[]> {
  const next = (unit: string, after = "") =>
    `(select r.addressee_org_id as id from request r where r.requester_org_id = ${unit} and ${unsealed} ${after} order by 1 limit 1)`;
  return readAsActor(actor, {
    name: "requests-addressees",
    text: `with recursive asked as (
        select u.id as unit, r.id from ${eachUnit} cross join lateral ${next("u.id")} r
        union all
        select a.unit, r.id from asked a cross join lateral ${next("a.unit", "and r.addressee_org_id > a.id")} r
      )
      select o.id, o.short_name as name from organisation o where o.id in (select id from asked) order by o.short_name collate "vi-x-icu" limit 300`,
    values: [actor.orgIds, actor.membershipId],
    plan: "kept",
  });
}
