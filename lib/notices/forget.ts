import { asSystem } from "@/lib/db";

/** What people were told is gone after so many days; the record keeps what happened. */
export const keptDays = 90;
/** One statement drops so many at most, so that nobody waits behind it. */
const atOnce = 10_000;

/** Drops notifications of more than 90 days ago, read or not. Returns how many; again, it finds none. */
export async function forgetNotices(): Promise<number> {
  let dropped = 0;
  for (;;) {
    const count = await asSystem(
      (tx) => tx.$executeRaw`delete from notification where id in (
        select id from notification where at < clock_timestamp() - make_interval(days => ${keptDays}::int) order by at limit ${atOnce})`,
    );
    dropped += count;
    if (count < atOnce) return dropped;
  }
}
