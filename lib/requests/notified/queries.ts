import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import type { RequestStatus } from "@/lib/generated/prisma/enums";
import { type Cursor, cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import type { NotifiedRow } from "./types";

const pageSize = 50;
type Raw = {
  id: string;
  code: string;
  kind_code: string;
  status: RequestStatus;
  document_number: string | null;
  sent_at: Date;
  unit: string;
  addressee: string;
  first_target_label: string | null;
  first_target_name: string | null;
  item_count: number;
  disputed_amount: string;
  held_amount: string;
};

/** Orders notified to the actor's procuracy, the latest first (index request_by_procuracy). */
export async function listNotified(
  actor: Actor,
  edges: { after?: string; before?: string },
): Promise<KeysetPage<NotifiedRow>> {
  const back = decodeCursor(edges.before, ["instant", "id"]);
  const edge = back ?? decodeCursor(edges.after, ["instant", "id"]);
  const order = back ? "sent_at, id" : "sent_at desc, id desc";
  const rows = await readAsActor<Raw>(actor, {
    name: `notified-${back ? "up" : "down"}`,
    text: `select r.id, r.code, r.kind_code, r.status, r.document_number, r.sent_at, u.short_name as unit, a.short_name as addressee,
        r.first_target_label, r.first_target_name, r.item_count, r.disputed_amount, r.held_amount
      from (select * from request where procuracy_org_id = $1 and sent_at is not null and (sent_at, id) ${back ? ">" : "<"} ($2::timestamptz, $3::uuid)
        order by ${order} limit ${pageSize + 1}) r
      join organisation u on u.id = r.requester_org_id join organisation a on a.id = r.addressee_org_id
      order by ${order.replaceAll(/\b(sent_at|id)\b/g, "r.$1")}`,
    values: [actor.orgId, ...(edge ?? ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"])],
  });
  const page = cutPage(
    rows,
    pageSize,
    { backwards: back !== null, fromStart: edge === null },
    (row): Cursor => [row.sent_at.toISOString(), row.id],
  );
  return { ...page, rows: page.rows.map(rowOf) };
}

const rowOf = (raw: Raw): NotifiedRow => ({
  id: raw.id,
  code: raw.code,
  kindCode: raw.kind_code,
  status: raw.status,
  documentNumber: raw.document_number ?? "",
  sentAt: raw.sent_at.toISOString(),
  unit: raw.unit,
  addressee: raw.addressee,
  targetLabel: raw.first_target_label ?? "",
  targetName: raw.first_target_name,
  itemCount: raw.item_count,
  disputedAmount: raw.disputed_amount,
  heldAmount: raw.held_amount,
});
