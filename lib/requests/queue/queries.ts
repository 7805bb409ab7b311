import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/day";
import { readAsActor } from "@/lib/db";
import { startOf } from "@/lib/local-days";
import { type Cursor, cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import type { QueueFilter } from "./filter";
import { listAnswered } from "./answered";
import { answeredRange } from "./answered-filter";
import { openSql, pageSize, type RawRow, receivedSql, rowOf, rowsSql } from "./sql";
import { answeringSeconds } from "@/lib/requests/desk/schema";
import type { DeskFigures, NextRequest, QueueCounts, QueuePage, QueueUnit } from "./types";

/** Counting stops here: "99+" says enough. */
const counted = 100;

const byTime = {
  key: "queue_at, id",
  types: ["timestamptz", "uuid"],
  up: "queue_at, id",
  down: "queue_at desc, id desc",
};
const urgentFirst = {
  key: "(urgency = 'normal'), queue_at, id",
  types: ["boolean", "timestamptz", "uuid"],
  up: "(urgency = 'normal'), queue_at, id",
  down: "(urgency = 'normal') desc, queue_at desc, id desc",
};

/**
 * One page of what the organisation has to answer, by time left (index request_queue_addressee); paused ones come last.
 * With `urgent` the urgent ones come first, each by time left. `after` and `before` are edges of a page.
 */
export async function listQueue(actor: Actor, filter: QueueFilter): Promise<QueuePage> {
  if (filter.tab === "answered") {
    const today = dayOf(new Date());
    return listAnswered(actor, filter, { from: today, to: today });
  }
  const order = filter.urgent ? urgentFirst : byTime;
  const back = edgeOf(filter.before, filter.urgent !== undefined);
  const edge = back ?? edgeOf(filter.after, filter.urgent !== undefined);
  const first = filter.urgent ? ["false", "-infinity", lowestId] : ["-infinity", lowestId];
  const direction = back ? "down" : "up";
  const values: unknown[] = [actor.orgId];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  // Only what narrows is written: a plan for "whatever the filter may be" fetches and sorts the whole queue.
  const narrowed = [
    ["kind", filter.kind && `kind_code = ${bind(filter.kind, "text")}`],
    ["unit", filter.unit && `requester_org_id = ${bind(filter.unit, "uuid")}`],
    ["mine", filter.tab === "mine" && `assignee_id = ${bind(actor.membershipId, "uuid")}`],
    ["unclaimed", filter.tab === "unclaimed" && "assignee_id is null"],
    ["clarification", filter.tab === "clarification" && "status = 'CLARIFICATION_NEEDED'"],
    // Also after an answer: what is doubted waits for a supervisor (index request_suspected).
    ["suspected", filter.tab === "suspected" && "suspected_at is not null"],
  ].filter((condition): condition is [string, string] => Boolean(condition[1]));
  const from = (edge ?? first).map((value, index) => bind(value, order.types[index] as string)).join(", ");
  const page = `select * from request where ${[receivedSql, filter.tab === "suspected" ? "queue_at is not null" : openSql, ...narrowed.map(([, sql]) => sql)].join(" and ")}
    and (${order.key}) ${back ? "<" : ">"} (${from}) order by ${order[direction]} limit ${pageSize + 1}`;
  const rows = await readAsActor<RawRow>(actor, {
    name: ["queue", filter.urgent ? "urgent" : "time", direction, ...narrowed.map(([name]) => name)].join(
      "-",
    ),
    text: rowsSql(page, order[direction].replaceAll(/\b(urgency|queue_at|id)\b/g, "r.$1")),
    values,
    plan: filter.kind || filter.unit ? "fresh" : "kept",
  });
  const keysOf = (row: RawRow): Cursor => [
    ...(filter.urgent ? [String(row.urgency === "normal")] : []),
    row.queue_at.toISOString(),
    row.id,
  ];
  return shown(
    actor,
    cutPage(rows, pageSize, { backwards: back !== null, fromStart: edge === null }, keysOf),
  );
}

/**
 * What opens by itself after `openId` is answered when the page that is open has nothing left to take (next.ts): the same rule,
 * mine before what nobody has, each by time left, over the whole of the tab and the filter.
 */
export async function findNextToAnswer(
  actor: Actor,
  filter: QueueFilter,
  openId: string,
): Promise<NextRequest | null> {
  const owners = {
    open: ["assignee_id = $3", "assignee_id is null"],
    mine: ["assignee_id = $3"],
    unclaimed: ["assignee_id is null"],
    clarification: [],
    suspected: [],
    answered: [],
  }[filter.tab];
  if (owners.length === 0) return null;
  const values: unknown[] = [actor.orgId, openId, actor.membershipId];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const narrowed = [
    filter.kind && `kind_code = ${bind(filter.kind, "text")}`,
    filter.unit && `requester_org_id = ${bind(filter.unit, "uuid")}`,
  ].filter(Boolean);
  const free = `id <> $2::uuid and paused_at is null and queue_at < '9999-01-01Z'
    and (answering_id is null or answering_id = $3::uuid or answering_at <= now() - interval '${answeringSeconds} seconds')`;
  const order = filter.urgent ? urgentFirst.up : byTime.up;
  const first = (owner: string, rank: number) =>
    `(select ${rank} as rank, id, kind_code, requester_org_id from request
      where ${[receivedSql, openSql, free, owner.replace("$3", "$3::uuid"), ...narrowed].join(" and ")} order by ${order} limit 1)`;
  const [row] = await readAsActor<NextRequest>(actor, {
    name: ["queue-next", filter.tab, filter.urgent && "urgent", filter.kind && "kind", filter.unit && "unit"]
      .filter(Boolean)
      .join("-"),
    text: `select n.id, n.kind_code as "kindCode", o.short_name as unit from (${owners.map(first).join(" union all ")}) n
        join organisation o on o.id = n.requester_org_id order by n.rank limit 1`,
    values,
    plan: filter.kind || filter.unit ? "fresh" : "kept",
  });
  return row ?? null;
}

/** How many wait in each tab, each counted to 100. */
export async function countQueue(actor: Actor): Promise<QueueCounts> {
  const upTo = (where: string) =>
    `(select count(*)::int from (select 1 from request where ${receivedSql} and ${where} limit ${counted}) x)`;
  const [row] = await readAsActor<QueueCounts>(actor, {
    name: "queue-counts",
    text: `select ${upTo(openSql)} as open, ${upTo(`${openSql} and assignee_id = $2`)} as mine, ${upTo(`${openSql} and assignee_id is null`)} as unclaimed,
      ${upTo(`${openSql} and queue_at >= '9999-01-01Z' and status = 'CLARIFICATION_NEEDED'`)} as clarification,
      ${upTo("suspected_at is not null")} as suspected, ${upTo("answered_at >= $3")} as answered`,
    values: [actor.orgId, actor.membershipId, startOfToday().toISOString()],
    plan: "kept",
  });
  return row ?? { open: 0, mine: 0, unclaimed: 0, clarification: 0, suspected: 0, answered: 0 };
}

/** The units that ask for something now, for the filter: one step in an index for each, however much they ask. */
export async function listQueueUnits(actor: Actor): Promise<QueueUnit[]> {
  const next = (after: string) =>
    `(select r.requester_org_id as id from request r where ${receivedSql} and ${openSql} ${after} order by 1 limit 1)`;
  return readAsActor<QueueUnit>(actor, {
    name: "queue-units",
    text: `with recursive asking as (
        select n.id from ${next("")} n
        union all
        select n.id from asking a cross join lateral ${next("and r.requester_org_id > a.id")} n
      )
      select o.id, o.short_name as name from organisation o where o.id in (select id from asking) order by o.short_name collate "vi-x-icu", o.id`,
    values: [actor.orgId],
    plan: "kept",
  });
}

/** The own organisation's figures for its manager (domain §1): no other organisation is compared here. */
export async function deskFigures(actor: Actor): Promise<DeskFigures> {
  const [row] = await readAsActor<{ open: number; overdue: number; median: number | null; answers: number }>(
    actor,
    {
      name: "queue-figures",
      text: `select (select count(*)::int from request where ${receivedSql} and ${openSql}) as open,
        (select count(*)::int from request where ${receivedSql} and ${openSql} and queue_at < now()) as overdue,
        percentile_cont(0.5) within group (order by extract(epoch from answered_at - sent_at) / 60) as median, count(*)::int as answers
      from (select answered_at, sent_at from request where ${receivedSql} and answered_at >= $2) x`,
      // The same days as those of the report: today and the twenty-nine before it.
      values: [actor.orgId, startOf(answeredRange({}, new Date()).from)],
      plan: "kept",
    },
  );
  return {
    open: row?.open ?? 0,
    overdue: row?.overdue ?? 0,
    medianMinutes: row?.median == null ? null : Math.round(row.median),
    answers: row?.answers ?? 0,
  };
}

const lowestId = "00000000-0000-0000-0000-000000000000";
const dayMs = 86_400_000;
const vietNamMs = 7 * 3_600_000;

/** Midnight in Viet Nam, which has no summer time. */
function startOfToday(now = Date.now()): Date {
  return new Date(Math.floor((now + vietNamMs) / dayMs) * dayMs - vietNamMs);
}

/** An edge of a page: with the urgent ones first it begins with whether the row is not urgent. */
const edgeOf = (text: string | undefined, withFlag: boolean): Cursor | null =>
  decodeCursor(text, withFlag ? ["flag", "instant", "id"] : ["instant", "id"]);

const shown = (actor: Actor, page: KeysetPage<RawRow>): QueuePage => ({
  ...page,
  rows: page.rows.map((row) => rowOf(actor, row)),
});
