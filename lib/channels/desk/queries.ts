import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import type { Channel } from "@/lib/channels/claim";
import { readAsActor } from "@/lib/db";
import { env } from "@/lib/env";
import type { DeliveryRow, OpenChannels, ReceiverRow } from "./types";

/** So many lines are listed; retrying or discarding them brings the next. */
export const mostListed = 100;

/** Which ways out are set up here. */
export function openChannels(): OpenChannels {
  const { mail, messengers } = env();
  return {
    email: mail !== null,
    webhook: true,
    sms: messengers.sms !== null,
    zalo: messengers.zalo !== null,
  };
}

/** What is not sent, by receiver, the oldest first. No content: what a line is about stands in columns that nobody here reads. @throws Problem not-allowed. */
export async function listReceivers(actor: Actor): Promise<ReceiverRow[]> {
  assertAdministers(actor);
  const rows = await readAsActor<{
    channel: Channel;
    receiver_id: string;
    organisation: string;
    url: string | null;
    waiting: number;
    dead: number;
    oldest: Date;
    last_code: string | null;
  }>(actor, {
    name: "delivery-receivers",
    text: `select d.channel, coalesce(d.endpoint_id, d.org_id) as receiver_id, o.short_name as organisation, e.url,
        count(*) filter (where d.state <> 'dead')::int as waiting, count(*) filter (where d.state = 'dead')::int as dead,
        min(d.at) as oldest, (array_agg(d.last_code order by d.last_at desc nulls last))[1] as last_code
      from delivery d join organisation o on o.id = d.org_id left join webhook_endpoint e on e.id = d.endpoint_id
      where d.state in ('waiting', 'sending', 'dead')
      group by d.channel, coalesce(d.endpoint_id, d.org_id), o.short_name, e.url order by oldest limit ${mostListed}`,
    values: [],
  });
  return rows.map(({ channel, receiver_id, organisation, url, waiting, dead, oldest, last_code }) => ({
    channel,
    receiverId: receiver_id,
    organisation,
    host: url ? new URL(url).host : null,
    waiting,
    dead,
    oldest: oldest.toISOString(),
    lastCode: last_code,
  }));
}

/** Lines that were given up or wait, the oldest first, a hundred at most. @throws Problem not-allowed. */
export async function listDeliveries(actor: Actor, state: "dead" | "waiting"): Promise<DeliveryRow[]> {
  assertAdministers(actor);
  const rows = await readAsActor<
    Omit<DeliveryRow, "receiver" | "at" | "nextAt" | "lastAt" | "lastCode"> & {
      url: string | null;
      full_name: string | null;
      at: Date;
      next_at: Date;
      last_at: Date | null;
      last_code: string | null;
    }
  >(actor, {
    name: `deliveries-${state}`,
    text: `select d.id, d.channel, o.short_name as organisation, e.url, p.full_name, d.topic, d.state, d.attempts, d.at, d.next_at, d.last_at, d.last_code
      from delivery d join organisation o on o.id = d.org_id left join webhook_endpoint e on e.id = d.endpoint_id
        left join membership m on m.id = d.membership_id left join person p on p.id = m.user_id
      where ${state === "dead" ? "d.state = 'dead'" : "d.state in ('waiting', 'sending')"} order by d.seq limit ${mostListed}`,
    values: [],
  });
  return rows.map(({ url, full_name, at, next_at, last_at, last_code, ...row }) => ({
    ...row,
    receiver: url ? new URL(url).host : (full_name ?? ""),
    at: at.toISOString(),
    nextAt: next_at.toISOString(),
    lastAt: last_at?.toISOString() ?? null,
    lastCode: last_code,
  }));
}
