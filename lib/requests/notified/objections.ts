import { statement, type Tx } from "@/lib/db";
import type { Objection } from "./types";

type Row = {
  id: string;
  body: string;
  raised_by: string;
  raised_at: Date;
  reply: string | null;
  replied_by: string | null;
  replied_at: Date | null;
};

/** What the procuracy objected to a request and what its unit replied, the latest first. Row-level security shows them to these two alone. */
export async function objectionsTo(tx: Tx, requestId: string): Promise<Objection[]> {
  const { rows } = await statement<Row>(
    tx,
    `select b.id, b.body, p.full_name as raised_by, b.raised_at, b.reply, rp.full_name as replied_by, b.replied_at
      from objection b join membership m on m.id = b.raised_by_id join person p on p.id = m.user_id
      left join membership rm on rm.id = b.replied_by_id left join person rp on rp.id = rm.user_id
      where b.request_id = $1 order by b.raised_at desc`,
    [requestId],
  );
  return rows.map((row) => ({
    id: row.id,
    text: row.body,
    raisedBy: row.raised_by,
    raisedAt: row.raised_at.toISOString(),
    reply: row.reply,
    repliedBy: row.replied_by,
    repliedAt: row.replied_at?.toISOString() ?? null,
  }));
}
