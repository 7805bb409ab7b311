import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { addDays, startOf } from "@/lib/local-days";
import { type Cursor, cutPage, decodeCursor } from "@/lib/keyset";
import type { AnsweredRange } from "./answered-filter";
import type { QueueFilter } from "./filter";
import { highestId, pageSize, type RawRow, receivedSql, rowOf, rowsSql } from "./sql";
import type { QueuePage, QueueRow } from "./types";

const found = 50;
/** So many of the latest answers within the days are looked through: what was typed may stand anywhere in a word, where no index finds it. */
const lookedThrough = 5_000;
type Wanted = Pick<QueueFilter, "kind" | "unit" | "after" | "before">;
/** The instants between which the range's days lie; the second is not among them. */
export const instantsOf = ({ from, to }: AnsweredRange): [string, string] => [
  startOf(from).toISOString(),
  startOf(addDays(to, 1)).toISOString(),
];

/** What the organisation has answered or declined within these days, the latest first. */
export async function listAnswered(actor: Actor, filter: Wanted, range: AnsweredRange): Promise<QueuePage> {
  const edgeOf = (text: string | undefined) => decodeCursor(text, ["instant", "id"]);
  const back = edgeOf(filter.before);
  const edge = back ?? edgeOf(filter.after);
  const order = back ? "answered_at, id" : "answered_at desc, id desc";
  const page = `select * from request where ${receivedSql} and answered_at is not null
    and ($2::text is null or kind_code = $2) and ($3::uuid is null or requester_org_id = $3)
    and answered_at >= $4::timestamptz and answered_at < $5::timestamptz
    and (answered_at, id) ${back ? ">" : "<"} ($6::timestamptz, $7::uuid) order by ${order} limit ${pageSize + 1}`;
  const rows = await readAsActor<RawRow>(actor, {
    name: `answered-${back ? "up" : "down"}`,
    text: rowsSql(page, order.replaceAll(/\b(answered_at|id)\b/g, "r.$1")),
    values: [
      actor.orgId,
      filter.kind ?? null,
      filter.unit ?? null,
      ...instantsOf(range),
      ...(edge ?? ["infinity", highestId]),
    ],
  });
  const cut = cutPage(
    rows,
    pageSize,
    { backwards: back !== null, fromStart: edge === null },
    (row): Cursor => [row.answered_at?.toISOString() ?? "", row.id],
  );
  return { ...cut, rows: cut.rows.map((row) => rowOf(actor, row)) };
}

/**
 * Of the 5,000 latest of these, those whose code, document number or unit, or one of whose targets or their holders, holds what was typed: blanks and dots
 * do not count in numbers, accents and case nowhere. Reads what the own organisation was asked alone, so it is no look-up of an account.
 */
export async function findAnswered(
  actor: Actor,
  { text, range }: { text: string; range: AnsweredRange },
): Promise<QueueRow[]> {
  const like = (typed: string) => typed.replace(/[\\%_]/g, "\\$&");
  const words = text.normalize("NFKC").trim();
  const number = words.replace(/[\s.]/g, "").toUpperCase();
  if (number.length < 2) return [];
  const page = `select * from (select * from request where ${receivedSql} and answered_at >= $2::timestamptz and answered_at < $3::timestamptz
      order by answered_at desc, id desc limit ${lookedThrough}) q
    where (q.code like '%' || $4 || '%' or fold_vietnamese(coalesce(q.document_number, '')) like '%' || fold_vietnamese($5) || '%'
      or exists (select 1 from organisation o where o.id = q.requester_org_id
        and fold_vietnamese(o.name || ' ' || o.short_name) like '%' || fold_vietnamese($5) || '%')
      or exists (select 1 from request_item i where i.request_id = q.id and (upper(i.value) like '%' || $4 || '%'
        or fold_vietnamese(coalesce(i.holder_name, '')) like '%' || fold_vietnamese($5) || '%')))
    order by answered_at desc, id desc limit ${found}`;
  const rows = await readAsActor<RawRow>(actor, {
    name: "answered-find",
    text: rowsSql(page, "r.answered_at desc, r.id desc"),
    values: [actor.orgId, ...instantsOf(range), like(number), like(words)],
  });
  return rows.map((row) => rowOf(actor, row));
}
