import { databaseNow, statement, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { type Preferences, wishOf } from "@/lib/notices/preferences";
import { preferencesOf } from "@/lib/notices/read-preferences";
import type { Channel } from "./claim";
import { groupOfTopic } from "./topics";

type Notified = { id: string; membership_id: string; kind: string; urgent: boolean };
type Planned = { notificationId: string; channel: Channel; holdUntil: Date | null };

const whoeverChoseNothing: Preferences = { kinds: new Map(), quiet: null };

/**
 * Plans what leaves the portal about these notifications, in the transaction that makes them, as each person wishes: at once, at the end
 * of his quiet hours, in the next collected mail, or not at all. A channel that is not set up plans nothing. Planned again, nothing is added.
 */
export async function planDeliveries(tx: Tx, notificationIds: readonly string[]): Promise<void> {
  const { mail, messengers } = env();
  if (notificationIds.length === 0 || !(mail || messengers.sms || messengers.zalo)) return;
  const { rows } = await statement<Notified>(
    tx,
    "select id, membership_id, kind, urgent from notification where id = any($1::uuid[]) order by at, id",
    [[...notificationIds]],
  );
  const at = await databaseNow(tx);
  const preferences = await preferencesOf(
    tx,
    rows.map(({ membership_id }) => membership_id),
  );
  const now: Planned[] = [];
  const later: string[] = [];
  for (const { id: notificationId, membership_id, kind, urgent } of rows) {
    const wish = wishOf(preferences.get(membership_id) ?? whoeverChoseNothing, { kind, urgent, at });
    const { holdUntil } = wish;
    const on = (channel: Channel) => now.push({ notificationId, channel, holdUntil });
    if (mail && wish.email === "now") on("email");
    if (mail && wish.email === "digest") later.push(notificationId);
    if (messengers.sms && wish.sms) on("sms");
    if (messengers.zalo && wish.zalo) on("zalo");
  }
  if (now.length > 0) await planNow(tx, now);
  if (later.length > 0)
    await statement(
      tx,
      `insert into digest_entry (notification_id, membership_id)
        select n.id, n.membership_id from notification n where n.id = any($1::uuid[]) on conflict do nothing`,
      [later],
    );
}

async function planNow(tx: Tx, all: readonly Planned[]): Promise<void> {
  await statement(
    tx,
    `insert into delivery (event_id, notification_id, org_id, channel, membership_id, topic, request_id, case_id, order_key, urgent, due_at, next_at)
      select n.event_id, n.id, n.org_id, w.channel, n.membership_id, n.kind, n.request_id, n.case_id, coalesce(n.request_id, n.case_id), n.urgent,
        coalesce(w.hold, clock_timestamp()), coalesce(w.hold, clock_timestamp())
      from unnest($1::uuid[], $2::text[], $3::timestamptz[]) with ordinality w (id, channel, hold, place) join notification n on n.id = w.id
      order by w.place on conflict do nothing`,
    [
      all.map(({ notificationId }) => notificationId),
      all.map(({ channel }) => channel),
      all.map(({ holdUntil }) => holdUntil),
    ],
  );
}

/** What happened, as the outbox says it: ids alone. */
export type OutboxWord = {
  /** The outbox row's id: by it a receiver tells a repetition. */
  eventId: string;
  topic: string;
  orgIds: readonly string[];
  requestId: string | null;
  caseId: string | null;
  urgent: boolean;
  at: Date;
};

/**
 * Plans a webhook to each address that one of the organisations keeps for this group of topics, in the transaction that takes the
 * row off the outbox. Of a restricted case or request nothing leaves. Planned again, nothing is added.
 */
export async function planWebhooks(tx: Tx, event: OutboxWord): Promise<void> {
  const group = groupOfTopic(event.topic);
  if (!group || event.orgIds.length === 0) return;
  await statement(
    tx,
    `insert into delivery (event_id, org_id, channel, endpoint_id, topic, request_id, case_id, order_key, urgent)
      select $1::uuid, e.org_id, 'webhook', e.id, $2, $5::uuid, $6::uuid, coalesce($5::uuid, $6::uuid), $7
      from webhook_endpoint e
      where e.org_id = any($3::uuid[]) and e.is_on and e.removed_at is null and $4 = any(e.topics)
        and not exists (select from request r where r.id = $5::uuid and cardinality(r.sealed_to) > 0)
        and not exists (select from fraud_case c where c.id = $6::uuid and cardinality(c.sealed_to) > 0)
      order by e.id on conflict do nothing`,
    [event.eventId, event.topic, [...event.orgIds], group, event.requestId, event.caseId, event.urgent],
  );
}
