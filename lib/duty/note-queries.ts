import type { Actor } from "@/lib/access/actor";
import { statement, type Tx } from "@/lib/db";
import { isOpenSql } from "@/lib/requests/status-sql";
import type { NoteRow } from "./types";

type Row = Omit<NoteRow, "writtenAt" | "readAt"> & {
  writtenAt: Date;
  readAt: Date | null;
};

/** Whether the reader `$2` may confirm the note `n`: somebody else's word, by who takes over from him. The table takes it from nobody else. */
export const canConfirmSql = "(n.read_at is null and n.author_id <> $2 and app.takes_over(n.written_at))";

/** The words left at the last changes of shift, newest first. Of the requests that they name, those that the reader may read. */
export async function listNotes(tx: Tx, actor: Actor): Promise<NoteRow[]> {
  const { rows } = await statement<Row>(
    tx,
    `select n.id, ${canConfirmSql} as "canConfirm", p.full_name as author, n.written_at as "writtenAt", n.body, n.read_at as "readAt",
        (select q.full_name from membership b join person q on q.id = b.user_id where b.id = n.reader_id) as reader,
        coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'code', r.code, 'isOpen', ${isOpenSql}) order by r.sent_at)
          from request r where r.id = any(n.request_ids)), '[]') as requests
      from duty_note n join membership m on m.id = n.author_id join person p on p.id = m.user_id
      where n.org_id = $1 order by n.written_at desc limit 6`,
    [actor.orgId, actor.membershipId],
  );
  return rows.map(({ writtenAt, readAt, ...row }) => ({
    ...row,
    writtenAt: writtenAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }));
}

/** The shift about which the reader is asked for a word: from half an hour before its end until twelve hours after. */
export async function noteToWrite(tx: Tx, actor: Actor, now: Date): Promise<string | null> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `select s.id from duty_shift s where s.membership_id = $1 and s.cancelled_at is null and s.from_at <= $2
        and s.to_at <= $2::timestamptz + interval '30 minutes' and s.to_at > $2::timestamptz - interval '12 hours'
        and not exists (select 1 from duty_note n where n.shift_id = s.id) order by s.to_at desc limit 1`,
    [actor.membershipId, now],
  );
  return rows[0]?.id ?? null;
}
