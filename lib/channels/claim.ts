import { readAsSystem } from "@/lib/db";

export const channels = ["email", "webhook", "sms", "zalo"] as const;
export type Channel = (typeof channels)[number];

/** A line that this process sends now; nobody else does until its lease has passed. */
export type Claimed = {
  id: string;
  channel: Channel;
  lane: string;
  topic: string;
  /** The how manieth try it is: also by which its end is written, so that a sender whose lease passed writes nothing. */
  attempts: number;
  dueAt: Date;
};

/** A sender that lives renews it (lease.ts): who has not come back by then has died. In seconds. */
export const leaseSeconds = 60;
/** Words on their way to one receiver at once: a slow one waits with few, the others go on. */
const mostPerLane = 4;

type Row = Omit<Claimed, "dueAt"> & { due_at: Date; seq: string };

// What is picked is picked once and locked by its key: rows that are locked inside a join are looked up again when another sender
// changed them meanwhile, and what was picked with them.
/**
 * Takes up to `room` lines that are due, few of each receiver. Of one request a receiver's earlier word comes first: the next waits
 * until that one was sent or given up. `now` is UTC; null asks the database's clock. `lease` in seconds.
 */
export async function claimDeliveries(
  room: number,
  now: Date | null,
  lease = leaseSeconds,
): Promise<Claimed[]> {
  const rows = await readAsSystem<Row>({
    name: "deliveries-claim",
    text: `with clock as materialized (select coalesce($2::timestamptz, clock_timestamp()) as now),
      lanes as (
        select distinct d.channel, d.lane from delivery d, clock
          where d.state in ('waiting', 'sending') and d.next_at <= clock.now and (d.claimed_until is null or d.claimed_until <= clock.now)),
      picked as materialized (
        select one.id from lanes l, clock, lateral (
          select d.id from delivery d
            where d.channel = l.channel and d.lane = l.lane and d.state in ('waiting', 'sending') and d.next_at <= clock.now
              and (d.claimed_until is null or d.claimed_until <= clock.now)
              and (d.order_key is null or not exists (
                select from delivery e where e.channel = d.channel and e.lane = d.lane and e.order_key = d.order_key and e.seq < d.seq
                  and e.state in ('waiting', 'sending')))
            order by d.seq
            limit greatest(0, ${mostPerLane} - (select count(*) from delivery s where s.channel = l.channel and s.lane = l.lane
              and s.state = 'sending' and s.claimed_until > clock.now))) one
        limit $1),
      free as (
        select d.id from delivery d where d.id = any(array(select id from picked)) and d.state in ('waiting', 'sending')
          and (d.claimed_until is null or d.claimed_until <= (select now from clock)) for update of d skip locked)
      update delivery d set state = 'sending', attempts = d.attempts + 1, last_at = clock.now,
          claimed_until = clock.now + make_interval(secs => $3)
        from free, clock where d.id = free.id
        returning d.id, d.channel, d.lane, d.topic, d.attempts, d.due_at, d.seq`,
    values: [room, now, lease],
  });
  return rows
    .sort((a, b) => Number(a.seq) - Number(b.seq))
    .map(({ id, channel, lane, topic, attempts, due_at }) => ({
      id,
      channel,
      lane,
      topic,
      attempts,
      dueAt: due_at,
    }));
}
