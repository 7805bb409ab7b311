import { asSystem } from "@/lib/db";

/** One run brings back so many at most. */
const atOnce = 500;

/**
 * Brings back what people put off until now: it counts on their screens again. Returns how many; two runs at once bring back others
 * or none.
 */
export function wakeSnoozed(): Promise<number> {
  return asSystem(
    (tx) => tx.$executeRaw`update notification set snoozed_until = null where id in (
      select id from notification where read_at is null and snoozed_until <= clock_timestamp()
        order by snoozed_until limit ${atOnce} for update skip locked)`,
  );
}
