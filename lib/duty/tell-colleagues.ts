import { statement, type Tx } from "@/lib/db";
import { notify } from "@/lib/notices/notify";
import { paths } from "@/lib/paths";

/**
 * Tells a colleague of a shift that he is asked to take and the one who offered it of the answer; tells who is on duty, or comes next
 * within half an hour, of a hand-over note that nobody confirmed. Each once: a notification of the same row is not made again. What is
 * older than a day is told to nobody any more. Returns how many are new.
 */
export async function tellColleagues(tx: Tx, now: Date): Promise<number> {
  const swaps = await statement<{ id: string; to: string }>(
    tx,
    `select w.id, w.told as "to" from (
        select id, org_id, to_membership_id as told from duty_swap where state = 'proposed' and proposed_at > $1::timestamptz - interval '1 day'
        union all select id, org_id, from_membership_id from duty_swap
          where state in ('agreed', 'declined') and answered_at > $1::timestamptz - interval '1 day') w
      where not exists (select 1 from notification n where n.membership_id = w.told and n.event_id = w.id) limit 200`,
    [now],
  );
  const notes = await statement<{ id: string; to: string }>(
    tx,
    `select n.id, s.membership_id as "to" from duty_note n join duty_shift s on s.org_id = n.org_id and s.cancelled_at is null
        and s.from_at < $1::timestamptz + interval '30 minutes' and s.to_at > $1 and s.membership_id <> n.author_id
      where n.read_at is null and n.written_at > $1::timestamptz - interval '1 day'
        and not exists (select 1 from notification t where t.membership_id = s.membership_id and t.event_id = n.id) limit 200`,
    [now],
  );
  return notify(tx, [
    ...swaps.rows.map(({ id, to }) => ({
      kind: "duty.swap" as const,
      eventId: id,
      to: [to],
      urgent: false,
      href: paths.duty,
    })),
    ...notes.rows.map(({ id, to }) => ({
      kind: "duty.handover" as const,
      eventId: id,
      to: [to],
      urgent: false,
      href: paths.duty,
    })),
  ]);
}
