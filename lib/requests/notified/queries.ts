import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import type { RequestStatus } from "@/lib/generated/prisma/enums";
import { type Cursor, cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import { openSql } from "@/lib/requests/queue/sql";
import type { NotifiedFilter } from "./schema";
import type { NotifiedRow } from "./types";

const pageSize = 50;
type Raw = {
  id: string;
  code: string;
  kind_code: string;
  status: RequestStatus;
  document_number: string | null;
  sent_at: Date;
  notified_at: Date | null;
  objection: NotifiedRow["objection"];
  unit: string;
  addressee: string;
  first_target_label: string | null;
  first_target_name: string | null;
  item_count: number;
  disputed_amount: string;
  held_amount: string;
};

/** Orders notified to the actor's procuracy, the latest first (index request_by_procuracy), by what the filter keeps of them. */
export async function listNotified(actor: Actor, filter: NotifiedFilter): Promise<KeysetPage<NotifiedRow>> {
  const back = decodeCursor(filter.before, ["instant", "id"]);
  const edge = back ?? decodeCursor(filter.after, ["instant", "id"]);
  const order = back ? "sent_at, id" : "sent_at desc, id desc";
  const values: unknown[] = [actor.orgId, ...(edge ?? ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"])];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const kept = [
    ["open", filter.show === "open" && openSql],
    [
      "objected",
      filter.show === "objected" && "exists (select from objection b where b.request_id = request.id)",
    ],
    ["kind", filter.kind && `kind_code = ${bind(filter.kind)}`],
    [
      "code",
      filter.code && `(code ilike ${bind(likeOf(filter.code))} or document_number ilike $${values.length})`,
    ],
  ].filter((one): one is [string, string] => Boolean(one[1]));
  const rows = await readAsActor<Raw>(actor, {
    name: ["notified", back ? "up" : "down", ...kept.map(([name]) => name)].join("-"),
    text: `select r.id, r.code, r.kind_code, r.status, r.document_number, r.sent_at, r.notified_at, u.short_name as unit, a.short_name as addressee,
        r.first_target_label, r.first_target_name, r.item_count, r.disputed_amount, r.held_amount,
        (select case when bool_or(b.replied_at is null) then 'open' else 'replied' end from objection b where b.request_id = r.id having count(*) > 0) as objection
      from (select * from request where procuracy_org_id = $1 and sent_at is not null and (sent_at, id) ${back ? ">" : "<"} ($2::timestamptz, $3::uuid)
          ${kept.map(([, sql]) => `and ${sql}`).join(" ")}
        order by ${order} limit ${pageSize + 1}) r
      join organisation u on u.id = r.requester_org_id join organisation a on a.id = r.addressee_org_id
      order by ${order.replaceAll(/\b(sent_at|id)\b/g, "r.$1")}`,
    values,
  });
  const page = cutPage(
    rows,
    pageSize,
    { backwards: back !== null, fromStart: edge === null },
    (row): Cursor => [row.sent_at.toISOString(), row.id],
  );
  return { ...page, rows: page.rows.map(rowOf) };
}

/** Part of a code or of a document's number, as typed. */
const likeOf = (text: string) => `%${text.replaceAll(/[%_\\]/g, "\\$&")}%`;

const rowOf = (raw: Raw): NotifiedRow => ({
  id: raw.id,
  code: raw.code,
  kindCode: raw.kind_code,
  status: raw.status,
  documentNumber: raw.document_number ?? "",
  sentAt: raw.sent_at.toISOString(),
  notifiedAt: (raw.notified_at ?? raw.sent_at).toISOString(),
  objection: raw.objection,
  unit: raw.unit,
  addressee: raw.addressee,
  targetLabel: raw.first_target_label ?? "",
  targetName: raw.first_target_name,
  itemCount: raw.item_count,
  disputedAmount: raw.disputed_amount,
  heldAmount: raw.held_amount,
});
