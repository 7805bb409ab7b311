import { randomUUID } from "node:crypto";
import { asSystem, statement } from "@/lib/db";

/** The topic of a collected mail's line. */
export const digestTopic = "mail.digest";

/**
 * Plans one mail for each person for whom something gathered and is still unread; nothing gathered, no mail. Two runs at once plan it
 * once. Returns how many mails were planned.
 */
export function planDigests(): Promise<number> {
  return asSystem(async (tx) => {
    const { rows } = await statement<{
      notification_id: string;
      membership_id: string;
      org_id: string;
      read: boolean;
    }>(
      tx,
      `select g.notification_id, g.membership_id, n.org_id, n.read_at is not null as read
        from digest_entry g join notification n on n.id = g.notification_id
        where g.closed_at is null order by g.membership_id, g.at for update of g skip locked limit 20000`,
      [],
    );
    const close = (ids: string[], deliveryId: string | null) =>
      statement(
        tx,
        "update digest_entry set closed_at = clock_timestamp(), delivery_id = $2 where notification_id = any($1::uuid[])",
        [ids, deliveryId],
      );
    await close(
      rows.filter(({ read }) => read).map(({ notification_id }) => notification_id),
      null,
    );
    const waiting = new Map<string, typeof rows>();
    for (const row of rows)
      if (!row.read) waiting.set(row.membership_id, [...(waiting.get(row.membership_id) ?? []), row]);
    for (const [membershipId, mine] of waiting) {
      const { rows: made } = await statement<{ id: string }>(
        tx,
        "insert into delivery (event_id, org_id, channel, membership_id, topic) values ($1, $2, 'email', $3, $4) returning id",
        [randomUUID(), mine[0]!.org_id, membershipId, digestTopic],
      );
      await close(
        mine.map(({ notification_id }) => notification_id),
        made[0]!.id,
      );
    }
    return waiting.size;
  });
}
