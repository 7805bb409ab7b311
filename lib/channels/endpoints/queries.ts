import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { readAsActor } from "@/lib/db";
import type { TopicGroup } from "@/lib/channels/topics";
import { codeForKeepers } from "./told-code";
import type { DeliveryState, EndpointRow } from "./types";

type Row = {
  id: string;
  version: number;
  url: string;
  topics: TopicGroup[];
  is_on: boolean;
  created_at: Date;
  previous_until: Date | null;
};
type Sent = {
  id: string;
  endpoint_id: string;
  event_id: string;
  topic: string;
  state: DeliveryState;
  attempts: number;
  at: Date;
  last_at: Date | null;
  last_code: string | null;
  last_ms: number | null;
};

/** The addresses of the acting organisation with their last ten results each; for anybody but their keepers there are none. */
export async function listEndpoints(actor: Actor): Promise<EndpointRow[]> {
  if (!may(actor, "webhook.keep")) return [];
  const [rows, sent] = await Promise.all([
    readAsActor<Row>(actor, {
      name: "webhooks",
      text: `select id, version, url, topics, is_on, created_at, case when previous_until > clock_timestamp() then previous_until end as previous_until
        from webhook_endpoint where org_id = $1 and removed_at is null order by created_at, id`,
      values: [actor.orgId],
    }),
    readAsActor<Sent>(actor, {
      name: "webhook-results",
      text: `select d.* from webhook_endpoint e cross join lateral (
          select id, endpoint_id, event_id, topic, state, attempts, at, last_at, last_code, last_ms from delivery
            where endpoint_id = e.id order by seq desc limit 10) d
        where e.org_id = $1 and e.removed_at is null`,
      values: [actor.orgId],
    }),
  ]);
  return rows.map(({ id, version, url, topics, is_on, created_at, previous_until }) => ({
    id,
    version,
    url,
    topics,
    isOn: is_on,
    createdAt: created_at.toISOString(),
    previousUntil: previous_until?.toISOString() ?? null,
    last: sent
      .filter(({ endpoint_id }) => endpoint_id === id)
      .map((one) => ({
        id: one.id,
        eventId: one.event_id,
        topic: one.topic,
        state: one.state,
        attempts: one.attempts,
        at: one.at.toISOString(),
        lastAt: one.last_at?.toISOString() ?? null,
        lastCode: one.last_code && codeForKeepers(one.last_code),
        lastMs: one.last_ms,
      })),
  }));
}
