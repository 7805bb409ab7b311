import { forgetDeliveries } from "@/lib/channels/forget";
import { asSystem } from "@/lib/db";
import { forgetNotices } from "@/lib/notices/forget";
import { forgetOutbox } from "@/lib/notices/forget-outbox";
import { inBatches } from "./in-batches";

/**
 * Drops what has served its purpose: keys against double sending after 7 days, drafts untouched for 30 days, tries at the
 * door after 30 days; what was sent, what people were told and the words it was told by, after 90. Running it again finds nothing.
 * Records, requests and events are never touched here.
 */
export async function cleanUp(): Promise<
  Record<"keys" | "drafts" | "attempts" | "deliveries" | "notices" | "outbox", number>
> {
  const keys = await inBatches(
    (most) =>
      asSystem(
        (
          tx,
        ) => tx.$executeRaw`delete from idempotency_key where created_at < now() - interval '7 days' and (user_id, key) in (
          select user_id, key from idempotency_key where created_at < now() - interval '7 days' limit ${most})`,
      ),
    20_000,
  );
  const drafts = await inBatches((most) =>
    asSystem(
      (tx) => tx.$executeRaw`delete from draft where updated_at < now() - interval '30 days' and id in (
        select id from draft where updated_at < now() - interval '30 days' limit ${most})`,
    ),
  );
  const attempts = await inBatches((most) =>
    asSystem(
      (tx) => tx.$executeRaw`delete from sign_in_attempt where at < now() - interval '30 days' and id in (
        select id from sign_in_attempt where at < now() - interval '30 days' limit ${most})`,
    ),
  );
  const deliveries = await forgetDeliveries();
  return { keys, drafts, attempts, deliveries, notices: await forgetNotices(), outbox: await forgetOutbox() };
}
