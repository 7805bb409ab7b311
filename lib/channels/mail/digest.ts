import { randomUUID } from "node:crypto";
import { asSystem, databaseNow, statement, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { quietUntil } from "@/lib/notices/preferences";
import { preferencesOf } from "@/lib/notices/read-preferences";

/** The topic of a collected mail's line. */
export const digestTopic = "mail.digest";

/** One transaction plans the mails of so many people. */
const peopleAtOnce = 200;

/**
 * Plans one mail for each person for whom something gathered and is still unread; nothing gathered, no mail. Who has quiet hours gets it
 * at their end, with what gathered until then. Without a mail server nothing is planned, and what gathered waits. Two runs at once plan
 * it once. `clock` is for tests; otherwise the database's. Returns how many mails were planned.
 */
export async function planDigests(clock: Date | null = null): Promise<number> {
  if (!env().mail) return 0;
  let planned = 0;
  let last: string | null = "00000000-0000-0000-0000-000000000000";
  while (last !== null) {
    const after: string = last;
    const page = await asSystem((tx) => planPage(tx, after, clock));
    planned += page.planned;
    last = page.last;
  }
  return planned;
}

type Gathered = { membership_id: string; org_id: string; unread: string[]; read: string[] };

/** The people behind `after`, by membership; `last` is null when there are no more. */
async function planPage(
  tx: Tx,
  after: string,
  clock: Date | null,
): Promise<{ planned: number; last: string | null }> {
  const { rows: people } = await statement<{ id: string }>(
    tx,
    "select distinct membership_id as id from digest_entry where closed_at is null and membership_id > $1 order by 1 limit $2",
    [after, peopleAtOnce],
  );
  if (people.length === 0) return { planned: 0, last: null };
  const { rows } = await statement<Gathered>(
    tx,
    `with mine as (select g.notification_id as id, g.membership_id from digest_entry g
        where g.membership_id = any($1::uuid[]) and g.closed_at is null for update skip locked)
      select m.membership_id, n.org_id, coalesce(array_agg(m.id) filter (where n.read_at is null), '{}') as unread,
        coalesce(array_agg(m.id) filter (where n.read_at is not null), '{}') as read
      from mine m join notification n on n.id = m.id group by m.membership_id, n.org_id order by m.membership_id`,
    [people.map(({ id }) => id)],
  );
  await close(
    tx,
    rows.flatMap(({ read }) => read),
    null,
  );
  const waiting = rows.filter(({ unread }) => unread.length > 0);
  const now = clock ?? (await databaseNow(tx));
  const preferences = await preferencesOf(
    tx,
    waiting.map(({ membership_id }) => membership_id),
  );
  let planned = 0;
  for (const { membership_id: membershipId, org_id: orgId, unread } of waiting) {
    const quiet = preferences.get(membershipId)?.quiet;
    const held = await heldMail(tx, membershipId);
    const mail = held ?? (await newMail(tx, membershipId, orgId, (quiet && quietUntil(quiet, now)) || now));
    if (!held) planned += 1;
    await close(tx, unread, mail);
  }
  return { planned, last: people.length < peopleAtOnce ? null : people.at(-1)!.id };
}

async function close(tx: Tx, ids: readonly string[], deliveryId: string | null): Promise<void> {
  if (ids.length === 0) return;
  await statement(
    tx,
    "update digest_entry set closed_at = clock_timestamp(), delivery_id = $2 where notification_id = any($1::uuid[])",
    [[...ids], deliveryId],
  );
}

/** A collected mail that waits and was not tried yet takes up what gathered since. Held until the end, so that nobody sends it without. */
async function heldMail(tx: Tx, membershipId: string): Promise<string | null> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `select id from delivery where channel = 'email' and lane = $1 and topic = $2 and state = 'waiting' and attempts = 0
      order by seq limit 1 for update skip locked`,
    [membershipId, digestTopic],
  );
  return rows[0]?.id ?? null;
}

async function newMail(tx: Tx, membershipId: string, orgId: string, at: Date): Promise<string> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `insert into delivery (event_id, org_id, channel, membership_id, topic, due_at, next_at)
      values ($1, $2, 'email', $3, $4, $5, $5) returning id`,
    [randomUUID(), orgId, membershipId, digestTopic, at],
  );
  return rows[0]!.id;
}
