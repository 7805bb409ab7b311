import { asSystem } from "@/lib/db";

/**
 * Closes the outbox lines whose word has gone out: screens hear each at commit, so a minute later none is waiting.
 * Returns how many were closed; a second worker at the same time closes others or none.
 */
export function settleOutbox(): Promise<number> {
  return asSystem(
    (tx) => tx.$executeRaw`
    update outbox set processed_at = clock_timestamp() where id in (
      select id from outbox where processed_at is null and at < clock_timestamp() - interval '1 minute' order by at limit 5000 for update skip locked)`,
  );
}
