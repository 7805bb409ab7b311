import type { Actor } from "@/lib/access/actor";
import { actsAt } from "@/lib/access/acts-at";
import { type DutyPermission, mayOnDuty } from "@/lib/access/duty-policy";
import { once } from "@/lib/audit/once";
import { type Act, record } from "@/lib/audit/record";
import { databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * The shape that every act on a roster shares: once per key → may he → one at a time in his organisation → write → record. `now` is
 * the database's clock. @throws Problem not-allowed, key-reused, and whatever `work` refuses.
 */
export function onRoster<T extends Prisma.InputJsonObject>(
  actor: Actor,
  permission: DutyPermission,
  command: string,
  input: { key: string },
  work: (tx: Tx, now: Date) => Promise<{ result: T; act: Act }>,
): Promise<T> {
  return once(actor, command, input, async (tx) => {
    if (!mayOnDuty(actor, permission)) throw new Problem("not-allowed");
    // Two who fill the same hour at once come one after the other, and the second is told at his field. The constraints hold anyway.
    await statement(tx, "select pg_advisory_xact_lock(hashtextextended('duty ' || $1::text, 0))", [
      actor.orgId,
    ]);
    const { result, act } = await work(tx, await databaseNow(tx));
    await record(tx, actor, act);
    return result;
  });
}

/** A colleague who acts in this organisation at an instant. @throws Problem invalid at `membershipId`. */
export async function assertColleague(
  tx: Tx,
  actor: Actor,
  membershipId: string,
  at: Date,
  field = "membershipId",
): Promise<void> {
  const { count } = await statement(
    tx,
    `select 1 from membership m where m.id = $1 and m.organisation_id = $2 and ${actsAt("m", "$3")}`,
    [membershipId, actor.orgId, at],
  );
  if (count === 0) throw new Problem("invalid", { fields: { [field]: "duty.errors.noColleague" } });
}

export type Slot = { membershipId: string; fromAt: Date; toAt: Date; rank: number };

/**
 * What stands in the way of a shift, as the form's field and its code; null when nothing does. `except` are shifts that give way:
 * the one that is changed, both of an exchange.
 */
export async function inTheWay(
  tx: Tx,
  orgId: string,
  slot: Slot,
  except: readonly string[] = [],
): Promise<{ field: "membershipId" | "rank"; code: string } | null> {
  const { rows } = await statement<{ same: boolean; away: boolean }>(
    tx,
    `select s.membership_id = $2 as same, false as away from duty_shift s
      where s.org_id = $1 and s.cancelled_at is null and s.from_at < $4 and s.to_at > $3 and (s.membership_id = $2 or s.rank = $5)
        and s.id <> all($6::uuid[])
      union all select true, true from duty_leave l
      where l.membership_id = $2 and l.cancelled_at is null and l.from_at < $4 and l.to_at > $3`,
    [orgId, slot.membershipId, slot.fromAt, slot.toAt, slot.rank, [...except]],
  );
  if (rows.some(({ away }) => away)) return { field: "membershipId", code: "duty.errors.away" };
  if (rows.some(({ same }) => same)) return { field: "membershipId", code: "duty.errors.personBusy" };
  return rows.length > 0 ? { field: "rank", code: "duty.errors.rankTaken" } : null;
}
