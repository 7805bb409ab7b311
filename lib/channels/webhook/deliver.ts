import { open } from "@/lib/access/crypto";
import { readAsSystem } from "@/lib/db";
import { NotSent } from "@/lib/channels/result";
import { Gone } from "@/lib/channels/gone";
import { post } from "./post";
import { placeOfSecret, signatureOf } from "./signature";

type Row = {
  event_id: string;
  topic: string;
  at: Date;
  urgent: boolean;
  endpoint_id: string;
  url: string;
  is_on: boolean;
  secret: string;
  previous_secret: string | null;
  request_id: string | null;
  request_code: string | null;
  case_id: string | null;
  case_code: string | null;
  sealed: boolean;
  now: Date;
};

// A case is named to its own unit alone: who answers a request never learns which case it is of. What was restricted since it was
// planned stays inside.
const text = `select d.event_id, d.topic, coalesce(o.at, d.at) as at, d.urgent, e.id as endpoint_id, e.url, e.is_on and e.removed_at is null as is_on,
    e.secret, case when e.previous_until > clock_timestamp() then e.previous_secret end as previous_secret,
    d.request_id, r.code as request_code, c.id as case_id, c.code as case_code, clock_timestamp() as now,
    coalesce(cardinality(r.sealed_to) > 0, false) or coalesce(cardinality(whole.sealed_to) > 0, false) as sealed
  from delivery d join webhook_endpoint e on e.id = d.endpoint_id
    left join outbox o on o.id = d.event_id
    left join request r on r.id = d.request_id
    left join fraud_case whole on whole.id = coalesce(d.case_id, r.case_id)
    left join fraud_case c on c.id = d.case_id and c.unit_id = d.org_id
  where d.id = $1`;

export type WebhookOptions = { allowPrivate: boolean; timeoutMs?: number };

/**
 * Sends one webhook: event id, topic, instant, ids and record codes, nothing of what they hold.
 * @throws Gone when it is to reach nobody; NotSent and socket errors when it did not.
 */
export async function deliverWebhook(deliveryId: string, options: WebhookOptions): Promise<void> {
  const [row] = await readAsSystem<Row>({ name: "webhook-content", text, values: [deliveryId] });
  if (!row) throw new Gone("left");
  if (row.sealed) throw new Gone("sealed");
  if (!row.is_on) throw new Gone("switched-off");
  const place = placeOfSecret(row.endpoint_id);
  let secrets: string[];
  try {
    secrets = [row.secret, row.previous_secret].flatMap((sealed) => (sealed ? [open(sealed, place)] : []));
  } catch {
    throw new NotSent("unsealable"); // sealed under another master key
  }
  const body = JSON.stringify({
    eventId: row.event_id,
    topic: row.topic,
    at: row.at.toISOString(),
    urgent: row.urgent,
    requestId: row.request_id,
    requestCode: row.request_code,
    caseId: row.case_id,
    caseCode: row.case_code,
  });
  const timestamp = Math.floor(row.now.getTime() / 1_000);
  await post(
    row.url,
    body,
    {
      "x-lachan-event": row.event_id,
      "x-lachan-timestamp": String(timestamp),
      "x-lachan-signature": signatureOf(body, timestamp, secrets),
    },
    options,
  );
}
