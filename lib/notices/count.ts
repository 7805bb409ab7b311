import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";

/** Nobody reads more than that off a bell. */
const mostCounted = 100;

/** How many notifications of this membership wait: unread and not put off. At most 100, which the bell shows as 99+. */
export async function countUnread(actor: Actor): Promise<number> {
  const [row] = await readAsActor<{ count: number }>(actor, {
    name: "notices-unread",
    plan: "once",
    text: `select count(*)::int as count from (select from notification where membership_id = $1 and read_at is null
      and (snoozed_until is null or snoozed_until <= clock_timestamp()) limit ${mostCounted}) n`,
    values: [actor.membershipId],
  });
  return row?.count ?? 0;
}
