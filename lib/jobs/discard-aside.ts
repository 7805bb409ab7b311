import { asSystem, statement } from "@/lib/db";
import type { AsideSource } from "@/lib/operations/sources";
import { takeBack } from "./set-aside";

type Order = { id: string; source: AsideSource; row_id: string };

/**
 * How each work passes a row of its own over for good: as if it had been done, with nobody told. A clock plans nothing more until its end
 * moves or it runs anew.
 */
const passOver = {
  outbox: "update outbox set processed_at = clock_timestamp() where id = $1 and processed_at is null",
  "ladder-steps": "update deadline set next_step_at = null where id = $1 and state = 'running'",
  urges:
    "update escalation set urge_told_at = date_trunc('milliseconds', clock_timestamp()) where id = $1 and urge_told_at is null",
  promises:
    "update work_promise set told_at = date_trunc('milliseconds', clock_timestamp()) where id = $1 and told_at is null",
} as const satisfies Record<AsideSource, string>;

/**
 * Carries out what administrators ordered about rows that were set aside: each is passed over, and what stood behind it goes on. A row
 * that went well meanwhile is left as it is, and the order says so. Returns how many orders ended; two workers take different ones.
 */
export function discardAside(): Promise<number> {
  return asSystem(async (tx) => {
    const { rows } = await statement<Order>(
      tx,
      "select id, source, row_id from aside_order where carried_out_at is null order by ordered_at limit 100 for update skip locked",
      [],
    );
    for (const { id, source, row_id } of rows) {
      // The row before what was set aside: a tick takes them in this order, and is waited for.
      const { rows: aside } = await statement(
        tx,
        "select 1 from set_aside where source = $1 and row_id = $2",
        [source, row_id],
      );
      if (aside.length > 0) {
        await statement(tx, passOver[source], [row_id]);
        await takeBack(tx, source, [row_id]);
      }
      await statement(
        tx,
        "update aside_order set carried_out_at = date_trunc('milliseconds', clock_timestamp()), outcome = $2 where id = $1",
        [id, aside.length > 0 ? "done" : "gone"],
      );
    }
    return rows.length;
  });
}
