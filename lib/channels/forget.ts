import { asSystem, statement } from "@/lib/db";

/** Forgets what was sent or discarded more than ninety days ago; what waits or was given up stays. Returns how many lines. */
export function forgetDeliveries(): Promise<number> {
  return asSystem(async (tx) => {
    await statement(
      tx,
      `delete from digest_entry where closed_at is not null and at < now() - interval '90 days'
        and (delivery_id is null or exists (select from delivery d where d.id = digest_entry.delivery_id and d.state in ('sent', 'discarded')))`,
      [],
    );
    const { count } = await statement(
      tx,
      `delete from delivery d where d.state in ('sent', 'discarded') and d.at < now() - interval '90 days'
        and not exists (select from digest_entry g where g.delivery_id = d.id)`,
      [],
    );
    return count;
  });
}
