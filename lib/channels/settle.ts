import { asSystem, databaseNow, statement } from "@/lib/db";
import { isGivenUp, waitAfter } from "./back-off";
import type { Claimed } from "./claim";
import type { Result } from "./result";
import { tellOfDead } from "./tell-of-dead";

/**
 * Writes what became of a try: sent, again later, given up after a day (its keeper is told in the same transaction), or ended because
 * nobody is there. A sender whose lease has passed meanwhile writes nothing.
 */
export function settle(one: Claimed, { outcome, code, ms }: Result, clock: Date | undefined): Promise<void> {
  return asSystem(async (tx) => {
    const now = clock ?? (await databaseNow(tx));
    const isDead = outcome === "failed" && isGivenUp(one.dueAt, now);
    const state = { sent: "sent", gone: "discarded", failed: isDead ? "dead" : "waiting" }[outcome];
    const { count } = await statement(
      tx,
      `update delivery set state = $3, claimed_until = null, last_code = $4, last_ms = $5, next_at = $6,
          sent_at = case when $3 = 'sent' then $7::timestamptz end
        where id = $1 and state = 'sending' and attempts = $2`,
      [
        one.id,
        one.attempts,
        state,
        code,
        ms,
        outcome === "failed" ? new Date(now.getTime() + waitAfter(one.attempts)) : now,
        now,
      ],
    );
    if (count === 1 && isDead) await tellOfDead(tx, one.id);
  });
}
