import { asSystem } from "@/lib/db";
import { inBatches } from "@/lib/jobs/in-batches";

/**
 * Forgets what was sent or discarded more than ninety days ago, with what was collected for it or is told no more because its
 * notification is gone; what waits or was given up stays. Returns how many lines.
 */
export async function forgetDeliveries(): Promise<number> {
  await inBatches((most) =>
    asSystem(
      (tx) => tx.$executeRaw`delete from digest_entry where notification_id in (
        select g.notification_id from digest_entry g left join delivery d on d.id = g.delivery_id
        where g.at < now() - interval '90 days' and case
          when g.closed_at is null then not exists (select from notification n where n.id = g.notification_id)
          else g.delivery_id is null or d.state in ('sent', 'discarded') end
        order by g.at limit ${most})`,
    ),
  );
  return inBatches((most) =>
    asSystem(
      (tx) => tx.$executeRaw`delete from delivery where id in (
        select d.id from delivery d where d.state in ('sent', 'discarded') and d.at < now() - interval '90 days'
          and not exists (select from digest_entry g where g.delivery_id = d.id)
        order by d.at limit ${most})`,
    ),
  );
}
