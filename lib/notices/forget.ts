import { asSystem } from "@/lib/db";
import { inBatches } from "@/lib/jobs/in-batches";

/** What people were told is gone after so many days; the record keeps what happened. */
export const keptDays = 90;

/** Drops notifications of more than 90 days ago, read or not; what was put off stays a week beyond the day on which it comes back. Returns how many; again, it finds none. */
export function forgetNotices(): Promise<number> {
  return inBatches((most) =>
    asSystem(
      (tx) => tx.$executeRaw`delete from notification where id in (
        select id from notification where at < clock_timestamp() - make_interval(days => ${keptDays}::int)
          and (read_at is not null or snoozed_until is null or snoozed_until < clock_timestamp() - interval '7 days') order by at limit ${most})`,
    ),
  );
}
