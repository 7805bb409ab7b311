import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import { noticeKindCodes, noticeKinds } from "./kinds";
import { pageOfNotice } from "./page-of-notice";
import type { NoticeFilter } from "./schema";
import type { NoticeRow } from "./types";

const pageSize = 50;
type Row = {
  id: string;
  at: Date;
  kind: string;
  urgent: boolean;
  request_id: string | null;
  case_id: string | null;
  code: string | null;
  request_kind: string | null;
  organisation: string | null;
  percent: string | null;
  limit: string | null;
  due_at: string | null;
  href: string | null;
  read_at: Date | null;
  snoozed_until: Date | null;
};
const conditions: Record<NoticeFilter["show"], string> = {
  unread: "and n.read_at is null and (n.snoozed_until is null or n.snoozed_until <= clock_timestamp())",
  snoozed: "and n.read_at is null and n.snoozed_until > clock_timestamp()",
  all: "",
};

/** What the actor was told in the membership in which he acts, newest first. */
export async function listNotices(actor: Actor, filter: NoticeFilter): Promise<KeysetPage<NoticeRow>> {
  const backwards = filter.before !== undefined;
  const cursor = decodeCursor(filter.before ?? filter.after, ["instant", "id"]);
  const isBackwards = backwards && cursor !== null;
  const values: unknown[] = [actor.membershipId, actor.orgId];
  let where = conditions[filter.show];
  if (filter.group)
    where += ` and n.kind = any($${values.push(noticeKindCodes.filter((kind) => noticeKinds[kind] === filter.group))})`;
  if (filter.urgent) where += " and n.urgent";
  if (cursor) {
    const places = `$${values.push(cursor[0])}::timestamptz, $${values.push(cursor[1])}::uuid`;
    where += ` and (n.at, n.id) ${isBackwards ? ">" : "<"} (${places})`;
  }
  const order = isBackwards ? "asc" : "desc";
  const rows = await readAsActor<Row>(actor, {
    name: `notices_${filter.show}_${filter.group ? 1 : 0}${filter.urgent ?? 0}${cursor ? order : ""}`,
    text: `select n.id, n.at, n.kind, n.urgent, n.request_id, n.case_id, n.code, n.facts->>'percent' as percent, n.facts->>'subject' as limit, n.facts->>'dueAt' as due_at, n.href, n.read_at, n.snoozed_until,
        r.kind_code as request_kind, o.short_name as organisation
      from notification n left join request r on r.id = n.request_id
        left join organisation o on o.id = case when r.addressee_org_id = $2 then r.requester_org_id else r.addressee_org_id end
      where n.membership_id = $1 ${where} order by n.at ${order}, n.id ${order} limit ${pageSize + 1}`,
    values,
  });
  const page = cutPage(
    rows,
    pageSize,
    { backwards: isBackwards, fromStart: cursor === null },
    ({ at, id }) => [at.toISOString(), id],
  );
  return { ...page, rows: page.rows.map(rowOf) };
}

const rowOf = (row: Row): NoticeRow => ({
  id: row.id,
  at: row.at.toISOString(),
  kind: row.kind,
  urgent: row.urgent,
  code: row.code,
  requestKind: row.request_kind,
  organisation: row.organisation,
  percent: row.percent,
  limit: row.limit,
  dueAt: row.due_at,
  href: pageOfNotice(row),
  isRead: row.read_at !== null,
  snoozedUntil: row.snoozed_until?.toISOString() ?? null,
});
