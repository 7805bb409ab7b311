import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { type Cursor, cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import type { DeskHoldFilter, HoldFilter } from "./filter";
import type { DeskHoldRow, HoldRow, HoldSums } from "./types";

export const holdsPerPage = 50;
const counted = 10_000;

/** A hold without an end stands behind all others; its place in a cursor is a day that nobody lives to see. */
const never = "9999-01-01T00:00:00.000Z";
const end = "coalesce(h.until_at, 'infinity'::timestamptz)";
const endOf = (cursor: string) => (cursor === never ? "infinity" : cursor);

/** The same reach as the policy for a police role, written out: $1 units, $2 membership. Row-level security repeats it. */
export const holdsOfUnit = `h.released_at is null and r.requester_org_id = any($1::uuid[]) and (not r.restricted or $2::uuid = any(r.sealed_to))`;
const openAppeal =
  "exists (select 1 from appeal a where a.hold_id = h.id and a.status in ('RECEIVED', 'REVIEWING'))";
const goingOn = "('ANSWERED', 'ACCEPTED', 'DISCARDED', 'WITHDRAWN', 'NOT_EXECUTED', 'EXPIRED')";

export const holdColumns = `h.id, h.request_id, r.code as request_code, r.kind_code, h.case_id, c.code as case_code, c.title as case_title, o.short_name as holder,
  coalesce(i.display, h.account) as account, i.holder_name as account_name, h.amount::text, h.returned_amount::text as returned, h.from_at, h.until_at,
  (select count(*)::int from appeal a where a.hold_id = h.id and a.status in ('RECEIVED', 'REVIEWING')) as open_appeals,
  (select json_build_object('id', n.id, 'code', n.code, 'kindCode', n.kind_code) from request n where n.parent_id = h.request_id
    and n.kind_code in ('ACCOUNT_UNFREEZE', 'HOLD_EXTENSION') and n.status not in ${goingOn}
    and exists (select 1 from request_item ni where ni.request_id = n.id and ni.value = h.account) order by n.created_at desc limit 1) as pending`;
export const holdTables = `hold h join request r on r.id = h.request_id join fraud_case c on c.id = h.case_id
  join organisation o on o.id = h.holder_org_id left join request_item i on i.id = h.item_id`;

export type HoldSqlRow = {
  id: string;
  request_id: string;
  request_code: string;
  kind_code: string;
  case_id: string;
  case_code: string;
  case_title: string;
  holder: string;
  account: string;
  account_name: string | null;
  amount: string;
  returned: string;
  from_at: Date;
  until_at: Date | null;
  open_appeals: number;
  pending: HoldRow["pending"];
};

const spanOf = (from: Date, until: Date | null) =>
  until ? Math.max(1, Math.round((until.getTime() - from.getTime()) / 60_000)) : 0;

export const holdRowOf = (row: HoldSqlRow): HoldRow => ({
  id: row.id,
  requestId: row.request_id,
  requestCode: row.request_code,
  kindCode: row.kind_code,
  caseId: row.case_id,
  caseCode: row.case_code,
  caseTitle: row.case_title,
  holder: row.holder,
  account: row.account,
  accountName: row.account_name,
  amount: row.amount,
  returned: row.returned,
  fromAt: row.from_at.toISOString(),
  untilAt: row.until_at?.toISOString() ?? null,
  spanMinutes: spanOf(row.from_at, row.until_at),
  openAppeals: row.open_appeals,
  pending: row.pending,
});

/** What narrows the list: one place for the page and its sums. */
function conditionsOf(filter: HoldFilter, bind: (value: unknown) => string): string[] {
  return [
    holdsOfUnit,
    ...(filter.holder ? [`h.holder_org_id = ${bind(filter.holder)}::uuid`] : []),
    ...(filter.ends ? [`h.until_at <= now() + ${bind(Number(filter.ends))}::int * interval '1 hour'`] : []),
    ...(filter.overdue ? ["h.until_at < now()"] : []),
    ...(filter.appeal ? [openAppeal] : []),
  ];
}

/** One page of what is held for the actor's units now, by its end: the soonest first, what has none last. Keyset. */
export async function listHolds(actor: Actor, filter: HoldFilter): Promise<KeysetPage<HoldRow>> {
  const backwards = filter.before !== undefined;
  const cursor = decodeCursor(filter.before ?? filter.after, ["instant", "id"]);
  const values: unknown[] = [actor.orgIds, actor.membershipId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = conditionsOf(filter, bind);
  if (cursor)
    conditions.push(
      `(${end}, h.id) ${backwards ? "<" : ">"} (${bind(endOf(cursor[0]!))}::timestamptz, ${bind(cursor[1])}::uuid)`,
    );
  const way = backwards ? "desc" : "asc";
  const text = `select ${holdColumns} from ${holdTables} where ${conditions.join(" and ")} order by ${end} ${way}, h.id ${way} limit ${holdsPerPage + 1}`;
  const name = `holds${filter.holder ? "-h" : ""}${filter.ends ? "-e" : ""}${filter.overdue ? "-o" : ""}${filter.appeal ? "-a" : ""}${cursor ? "-c" : ""}${backwards ? "-b" : ""}`;
  const found = await readAsActor<HoldSqlRow>(actor, { name, text, values });
  const page = cutPage(
    found,
    holdsPerPage,
    { backwards: backwards && cursor !== null, fromStart: cursor === null },
    (row): Cursor => [row.until_at?.toISOString() ?? never, row.id],
  );
  return { ...page, rows: page.rows.map(holdRowOf) };
}

/** What all pages of the filtered list add up to, VND; counted to ten thousand. */
export async function sumHolds(actor: Actor, filter: HoldFilter): Promise<HoldSums> {
  const values: unknown[] = [actor.orgIds, actor.membershipId];
  const conditions = conditionsOf(filter, (value) => `$${values.push(value)}`);
  const [row] = await readAsActor<HoldSums>(actor, {
    name: `holds-sum${filter.holder ? "-h" : ""}${filter.ends ? "-e" : ""}${filter.overdue ? "-o" : ""}${filter.appeal ? "-a" : ""}`,
    text: `select count(*)::int as count, coalesce(sum(x.amount), 0)::text as amount, coalesce(sum(x.returned_amount), 0)::text as returned
      from (select h.amount, h.returned_amount from hold h join request r on r.id = h.request_id where ${conditions.join(" and ")} limit ${counted}) x`,
    values,
  });
  return row ?? { count: 0, amount: "0", returned: "0" };
}

/** Who holds money for the actor's units now, for the list's filter. */
export function listHolders(actor: Actor): Promise<{ id: string; name: string }[]> {
  return readAsActor(actor, {
    name: "holds-holders",
    text: `select o.id, o.short_name as name from organisation o where o.id in (select h.holder_org_id from hold h join request r on r.id = h.request_id where ${holdsOfUnit})
      order by o.short_name collate "vi-x-icu", o.id limit 300`,
    values: [actor.orgIds, actor.membershipId],
  });
}

type DeskSqlRow = Omit<
  HoldSqlRow,
  "case_id" | "case_code" | "case_title" | "holder" | "open_appeals" | "pending"
> & {
  unit: string;
  released_at: Date | null;
  release_reason: string | null;
};

/** What the acting organisation holds by somebody's order, or has let go lately; nothing of the cases. Keyset. */
export async function listDeskHolds(actor: Actor, filter: DeskHoldFilter): Promise<KeysetPage<DeskHoldRow>> {
  const isActive = filter.view === "active";
  const backwards = filter.before !== undefined;
  const cursor = decodeCursor(filter.before ?? filter.after, ["instant", "id"]);
  const values: unknown[] = [actor.orgId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const key = isActive ? end : "h.released_at";
  const forwards = isActive !== backwards;
  const from = cursor
    ? ` and (${key}, h.id) ${forwards ? ">" : "<"} (${bind(endOf(cursor[0]!))}::timestamptz, ${bind(cursor[1])}::uuid)`
    : "";
  const way = forwards ? "asc" : "desc";
  const found = await readAsActor<DeskSqlRow>(actor, {
    name: `desk-holds-${filter.view}${cursor ? "-c" : ""}${backwards ? "-b" : ""}`,
    text: `select h.id, h.request_id, r.code as request_code, r.kind_code, u.short_name as unit, coalesce(i.display, h.account) as account, i.holder_name as account_name,
        h.amount::text, h.returned_amount::text as returned, h.from_at, h.until_at, h.released_at, h.release_reason
      from hold h join request r on r.id = h.request_id join organisation u on u.id = r.requester_org_id left join request_item i on i.id = h.item_id
      where h.holder_org_id = $1::uuid and h.released_at is ${isActive ? "null" : "not null and h.release_reason <> 'confirmed'"}${from}
      order by ${key} ${way}, h.id ${way} limit ${holdsPerPage + 1}`,
    values,
  });
  const page = cutPage(
    found,
    holdsPerPage,
    { backwards: backwards && cursor !== null, fromStart: cursor === null },
    (row): Cursor => [(isActive ? row.until_at : row.released_at)?.toISOString() ?? never, row.id],
  );
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      requestId: row.request_id,
      requestCode: row.request_code,
      kindCode: row.kind_code,
      unit: row.unit,
      account: row.account,
      accountName: row.account_name,
      amount: row.amount,
      returned: row.returned,
      fromAt: row.from_at.toISOString(),
      untilAt: row.until_at?.toISOString() ?? null,
      spanMinutes: spanOf(row.from_at, row.until_at),
      released: row.released_at
        ? { at: row.released_at.toISOString(), reason: row.release_reason ?? "" }
        : null,
    })),
  };
}
