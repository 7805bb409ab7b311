import type { Tx } from "@/lib/db";

/** Of two who let go, extend or end holds of one order at once the second waits: by id, so that they wait in the same order. */
export async function lockHolds(tx: Tx, orderId: string): Promise<void> {
  await tx.$queryRaw`select 1 from hold where request_id = ${orderId}::uuid and released_at is null order by id for update`;
}
