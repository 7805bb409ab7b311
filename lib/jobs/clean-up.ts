import { forgetDeliveries } from "@/lib/channels/forget";
import { asSystem } from "@/lib/db";
import { forgetNotices } from "@/lib/notices/forget";

/**
 * Drops what has served its purpose: keys against double sending after 7 days, drafts untouched for 30 days, tries at the
 * door after 30 days, what was sent, and what people were told, after 90. Running it again finds nothing. Records, requests and events are never touched here.
 */
export async function cleanUp(): Promise<
  Record<"keys" | "drafts" | "attempts" | "deliveries" | "notices", number>
> {
  const keys = await asSystem(
    (tx) => tx.$executeRaw`delete from idempotency_key where created_at < now() - interval '7 days'`,
  );
  const drafts = await asSystem(
    (tx) => tx.$executeRaw`delete from draft where updated_at < now() - interval '30 days'`,
  );
  const attempts = await asSystem(
    (tx) => tx.$executeRaw`delete from sign_in_attempt where at < now() - interval '30 days'`,
  );
  return { keys, drafts, attempts, deliveries: await forgetDeliveries(), notices: await forgetNotices() };
}
