import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { type Cursor, cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import { pack } from "@/lib/packed";
import { conditionsOf, endsOf, holdsOfUnit, notAnswered } from "./conditions";
import type { DeskHoldFilter, HoldFilter } from "./filter";
import { openAppealSql } from "./lifecycle";
import type { searchHoldsInput } from "./schema";
import type { DeskHoldRow, FoundHolds, HoldRow, HoldSums } from "./types";

export const holdsPerPage = 50;
const counted = 10_000;
/** A search shows so many; the sums tell how many there are. */
export const foundAtMost = 100;

/** A hold without an end stands behind all others; its place in a cursor is a day that nobody lives to see. */
const never = "9999-01-01T00:00:00.000Z";
const end = "coalesce(h.until_at, 'infinity'::timestamptz)";
const endOf = (cursor: string) => (cursor === never ? "infinity" : cursor);

export const holdColumns = `h.id, h.request_id, r.code as request_code, r.kind_code, h.case_id, c.code as case_code, c.title as case_title, o.short_name as holder,
  coalesce(i.display, h.account) as account, i.holder_name as account_name, h.amount::text, h.returned_amount::text as returned, h.from_at, h.until_at,
  (select count(*)::int from appeal a where a.hold_id = h.id and ${openAppealSql}) as open_appeals,
  (select json_agg(p) from (
    select n.id, n.code, n.kind_code as "kindCode" from request n where n.parent_id = h.request_id and n.kind_code in ('ACCOUNT_UNFREEZE', 'HOLD_EXTENSION') and ${notAnswered}
    union all select n.id, n.code, n.kind_code from request n where n.case_id = h.case_id and n.addressee_org_id = h.holder_org_id and n.kind_code = 'ACCOUNT_FREEZE'
      and n.id <> h.request_id and ${notAnswered}) p) as pending`;
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
  pending: HoldRow["pending"] | null;
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
  ends: endsOf(row.until_at, new Date()),
  pending: row.pending ?? [],
});

/** One page of what is held for the actor's units now, by its end: the soonest first, what has none last. Keyset. */
export async function listHolds(actor: Actor, filter: HoldFilter): Promise<KeysetPage<HoldRow>> {
  const backwards = filter.before !== undefined;
  const cursor = decodeCursor(filter.before ?? filter.after, ["instant", "id"]);
  const values: unknown[] = [actor.orgIds, actor.membershipId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { name, where } = conditionsOf(filter, bind, new Date());
  if (cursor)
    where.push(
      `(${end}, h.id) ${backwards ? "<" : ">"} (${bind(endOf(cursor[0]!))}::timestamptz, ${bind(cursor[1])}::uuid)`,
    );
  const way = backwards ? "desc" : "asc";
  const found = await readAsActor<HoldSqlRow>(actor, {
    name: `holds-${name}${cursor ? "-c" : ""}${backwards ? "-b" : ""}`,
    text: `select ${holdColumns} from ${holdTables} where ${where.join(" and ")} order by ${end} ${way}, h.id ${way} limit ${holdsPerPage + 1}`,
    values,
  });
  const page = cutPage(
    found,
    holdsPerPage,
    { backwards: backwards && cursor !== null, fromStart: cursor === null },
    (row): Cursor => [row.until_at?.toISOString() ?? never, row.id],
  );
  return { ...page, rows: page.rows.map(holdRowOf) };
}

/** Holds of the actor's units by what was typed, within the filter: at most so many, the soonest end first. */
export async function searchHolds(
  actor: Actor,
  { text: typed, filter }: z.output<typeof searchHoldsInput>,
): Promise<FoundHolds> {
  const values: unknown[] = [actor.orgIds, actor.membershipId];
  const { name, where } = conditionsOf(filter, (value) => `$${values.push(value)}`, new Date(), typed);
  const [found, sums] = await Promise.all([
    readAsActor<HoldSqlRow>(actor, {
      name: `holds-${name}`,
      text: `select ${holdColumns} from ${holdTables} where ${where.join(" and ")} order by ${end}, h.id limit ${foundAtMost}`,
      values,
    }),
    sumHolds(actor, filter, typed),
  ]);
  return { rows: pack(found.map(holdRowOf)), sums };
}

/** What all pages of the filtered list add up to, VND; counted to ten thousand. */
export async function sumHolds(actor: Actor, filter: HoldFilter, typed?: string): Promise<HoldSums> {
  const values: unknown[] = [actor.orgIds, actor.membershipId];
  const { name, where } = conditionsOf(filter, (value) => `$${values.push(value)}`, new Date(), typed);
  const [row] = await readAsActor<HoldSums>(actor, {
    name: `holds-sum-${name}`,
    text: `select count(*)::int as count, coalesce(sum(x.amount), 0)::text as amount, coalesce(sum(x.returned_amount), 0)::text as returned
      from (select h.amount, h.returned_amount from ${holdTables} where ${where.join(" and ")} limit ${counted}) x`,
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
      ends: endsOf(row.until_at, new Date()),
      released: row.released_at
        ? { at: row.released_at.toISOString(), reason: row.release_reason ?? "" }
        : null,
    })),
  };
}
