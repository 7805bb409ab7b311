import { asSystem } from "@/lib/db";
import { inBatches } from "@/lib/jobs/in-batches";
import { keptDays } from "./forget";

/**
 * Drops rows of the outbox that were told more than 90 days ago: what they told of is forgotten then too, and the record keeps what
 * happened. What was not told stays, and so does what a webhook that is not sent yet, or was given up, still says. Ids begin with their
 * instant, so the oldest are found along the primary key. Returns how many.
 */
export function forgetOutbox(): Promise<number> {
  return inBatches((most) =>
    asSystem(
      (
        tx,
      ) => tx.$executeRaw`with old as materialized (select clock_timestamp() - make_interval(days => ${keptDays}::int) as at)
        delete from outbox where id in (
          select o.id from outbox o, old
          where o.id < (lpad(to_hex((extract(epoch from old.at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
            and o.at < old.at and o.processed_at < old.at
            and not exists (select from delivery d where d.event_id = o.id and d.channel = 'webhook' and d.state in ('waiting', 'sending', 'dead'))
          order by o.id limit ${most})`,
    ),
  );
}
