import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { usual } from "./preferences";
import { preferencesOf, toldOf } from "./read-preferences";
import type { readAllNoticesInput, SavePreferencesInput, snoozeNoticeInput } from "./schema";
import { snoozeTimes, type SnoozeTime } from "./schema";
import { snoozeUntil } from "./snooze-time";

const now = "date_trunc('milliseconds', clock_timestamp())";
/** A word that is put off for longer has been forgotten. In days. */
const longestSnooze = 92;

/** Says that the actor has read these; what is not his own is passed over. Returns how many were unread. */
export function readNotices(actor: Actor, { ids }: { ids: string[] }): Promise<{ read: number }> {
  return mark(actor, "id = any($2::uuid[])", ids);
}

/** Says that he has read all that came up to an instant: what arrives while he presses stays unread. */
export function readAllNotices(
  actor: Actor,
  { to }: z.output<typeof readAllNoticesInput>,
): Promise<{ read: number }> {
  return mark(
    actor,
    "at <= $2::timestamptz and (snoozed_until is null or snoozed_until <= clock_timestamp())",
    to,
  );
}

/** Whoever opens a record has read what he was told of it. */
export function readRecordNotices(
  actor: Actor,
  { recordId }: { recordId: string },
): Promise<{ read: number }> {
  return mark(actor, "(request_id = $2::uuid or case_id = $2::uuid)", recordId);
}

async function mark(actor: Actor, which: string, value: unknown): Promise<{ read: number }> {
  const { count } = await asActor(actor, (tx) =>
    statement(
      tx,
      `update notification set read_at = ${now}, snoozed_until = null where membership_id = $1 and read_at is null and ${which}`,
      [actor.membershipId, value],
    ),
  );
  return { read: count };
}

const isUsual = (until: string): until is SnoozeTime => (snoozeTimes as readonly string[]).includes(until);

/**
 * Puts these off: they leave the list and the bell, and come back by themselves. @throws Problem not-found where none of them is his
 * own and unread; invalid at `until` for a time that is past or more than 92 days away.
 */
export function snoozeNotice(
  actor: Actor,
  { noticeIds, until: wanted }: z.output<typeof snoozeNoticeInput>,
): Promise<{ until: string }> {
  return asActor(actor, async (tx) => {
    const at = await databaseNow(tx);
    const until = isUsual(wanted) ? snoozeUntil(wanted, at) : new Date(wanted);
    if (!until || until <= at || until.getTime() > at.getTime() + longestSnooze * 86_400_000)
      throw new Problem("invalid", { fields: { until: "notices.until" } });
    const { count } = await statement(
      tx,
      "update notification set snoozed_until = $3 where id = any($2::uuid[]) and membership_id = $1 and read_at is null",
      [actor.membershipId, noticeIds, until],
    );
    if (count === 0) throw new Problem("not-found");
    return { until: until.toISOString() };
  });
}

/**
 * How the actor wants to be told, in the membership in which he acts. Kinds that are left out are told as usual. What he chose of a kind
 * of which he is told no more may stay as it was. @throws Problem invalid at `kinds` for anything else of such a kind.
 */
export function savePreferences(actor: Actor, input: SavePreferencesInput): Promise<{ saved: true }> {
  const own = [actor.membershipId];
  return asActor(actor, async (tx) => {
    await assertTold(tx, actor, input.kinds);
    await statement(tx, "delete from notice_preference where membership_id = $1", own);
    await statement(
      tx,
      `insert into notice_preference (membership_id, kind, email, sms, zalo)
        select $1, k.kind, k.email, k.sms, k.zalo from jsonb_to_recordset($2::jsonb) k (kind text, email text, sms boolean, zalo boolean)
        where (k.email, k.sms, k.zalo) is distinct from ('auto', false, false)
        on conflict (membership_id, kind) do update set email = excluded.email, sms = excluded.sms, zalo = excluded.zalo`,
      [...own, JSON.stringify(input.kinds)],
    );
    if (input.quiet)
      await statement(
        tx,
        `insert into quiet_hours (membership_id, from_minute, to_minute, days) values ($1, $2, $3, $4)
          on conflict (membership_id) do update set from_minute = excluded.from_minute, to_minute = excluded.to_minute, days = excluded.days,
            version = quiet_hours.version + 1`,
        [...own, input.quiet.fromMinute, input.quiet.toMinute, input.quiet.days],
      );
    else await statement(tx, "delete from quiet_hours where membership_id = $1", own);
    return { saved: true };
  });
}

async function assertTold(tx: Tx, actor: Actor, chosen: SavePreferencesInput["kinds"]): Promise<void> {
  const told = new Set(await toldOf(tx, actor));
  const strange = chosen.filter(
    ({ kind, ...rest }) => !told.has(kind) && (rest.email !== usual.email || rest.sms || rest.zalo),
  );
  if (strange.length === 0) return;
  const kept = (await preferencesOf(tx, [actor.membershipId])).get(actor.membershipId)?.kinds;
  const isKept = ({ kind, email, sms, zalo }: (typeof strange)[number]) => {
    const before = kept?.get(kind);
    return before?.email === email && before.sms === sms && before.zalo === zalo;
  };
  if (!strange.every(isKept)) throw new Problem("invalid", { fields: { kinds: "notices.notTold" } });
}
