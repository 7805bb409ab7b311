import { statement, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { groupOfTopic } from "./topics";

type Notified = {
  id: string;
  event_id: string;
  membership_id: string;
  org_id: string;
  kind: string;
  urgent: boolean;
  request_id: string | null;
  case_id: string | null;
};

/**
 * Plans what leaves the portal about these notifications, in the transaction that makes them: what is urgent at once, the rest in
 * the next collected mail. A channel that is not set up plans nothing. Planned again, nothing is added.
 */
export async function planDeliveries(tx: Tx, notificationIds: readonly string[]): Promise<void> {
  if (notificationIds.length === 0 || !env().mail) return;
  const { rows } = await statement<Notified>(
    tx,
    `select id, event_id, membership_id, org_id, kind, urgent, request_id, case_id from notification
      where id = any($1::uuid[]) order by at, id`,
    [[...notificationIds]],
  );
  for (const row of rows) {
    if (row.urgent)
      await statement(
        tx,
        `insert into delivery (event_id, notification_id, org_id, channel, membership_id, topic, request_id, case_id, order_key, urgent)
          values ($1, $2, $3, 'email', $4, $5, $6, $7, coalesce($6::uuid, $7::uuid), true) on conflict do nothing`,
        [row.event_id, row.id, row.org_id, row.membership_id, row.kind, row.request_id, row.case_id],
      );
    else
      await statement(
        tx,
        "insert into digest_entry (notification_id, membership_id) values ($1, $2) on conflict do nothing",
        [row.id, row.membership_id],
      );
  }
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
