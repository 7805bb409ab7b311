import { recordOfClock } from "@/lib/audit/record";
import { statement, type Tx } from "@/lib/db";

type Dead = { org_id: string; channel: string; topic: string; last_code: string | null };

/** A line was given up: its event stands in the chain of the organisation that was to hear. */
export async function tellOfDead(tx: Tx, deliveryId: string): Promise<void> {
  const { rows } = await statement<Dead>(
    tx,
    "select org_id, channel, topic, last_code from delivery where id = $1",
    [deliveryId],
  );
  for (const { org_id, channel, topic, last_code } of rows)
    await recordOfClock(tx, org_id, {
      type: "delivery.dead",
      subjectType: "delivery",
      subjectId: deliveryId,
      changes: { deliveryChannel: channel, topic, resultCode: last_code },
    });
}
