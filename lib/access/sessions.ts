import type { Actor } from "./actor";
import { asSystem, databaseNow, readSession, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { SessionModel } from "@/lib/generated/prisma/models";
import { idleEndSql, seenEverySeconds, totalMinutes } from "./actor-of-session";
import { keyedHash, newToken } from "./crypto";

type Start = {
  userId: string;
  membershipId: string | null;
  secondFactorAt: Date | null;
  device: string | null;
  addressHint: string | null;
  endsAt?: Date;
};

/**
 * Starts a session and returns its token, which is stored nowhere in clear. Its times are the database's (UTC): a web server
 * whose clock is wrong neither shortens nor lengthens a session.
 */
export async function startSession(tx: Tx, start: Start): Promise<string> {
  const token = newToken();
  const now = await databaseNow(tx);
  const { endsAt = new Date(now.getTime() + totalMinutes * 60_000), ...rest } = start;
  await tx.session.create({
    data: { ...rest, tokenHash: keyedHash("session", token), seenAt: now, expiresAt: endsAt },
    select: { id: true },
  });
  return token;
}

/**
 * A new token for the same session's successor: after a second factor and after a change of membership the old token is dead at once.
 * `secondFactorAt` says that a proof was just given; its time is the database's. @throws Problem "signed-out" when it had ended.
 */
export function renewSession(
  sessionId: string,
  change: { membershipId?: string; secondFactorAt?: Date },
): Promise<string> {
  return asSystem(async (tx) => {
    const old = await tx.session.findUnique({ where: { id: sessionId } });
    const now = await databaseNow(tx);
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, endedAt: null },
      data: { endedAt: now },
    });
    if (!old || count === 0) throw new Problem("signed-out");
    return startSession(tx, {
      userId: old.userId,
      membershipId: change.membershipId ?? old.membershipId,
      secondFactorAt: change.secondFactorAt ? now : old.secondFactorAt,
      device: old.device,
      addressHint: old.addressHint,
      endsAt: old.expiresAt,
    });
  });
}

/** The second factor was proved again: the same session, a fresh proof. */
export async function refreshProof(actor: Actor, at: Date): Promise<Actor> {
  if (actor.sessionId)
    await asSystem((tx) =>
      tx.session.updateMany({ where: { id: actor.sessionId!, endedAt: null }, data: { secondFactorAt: at } }),
    );
  return { ...actor, secondFactorAt: at };
}

/** Somebody is there: the idle clock starts anew, unless it has run out. Two who come at once write it once. */
export async function touchSession(sessionId: string): Promise<void> {
  // Every page asks this: one prepared statement, no transaction around it.
  await readSession({
    name: "touch_session",
    text: `update session t set seen_at = now() from session s left join membership m on m.id = s.membership_id
      where t.id = $1 and s.id = t.id and t.ended_at is null and t.seen_at < now() - interval '${seenEverySeconds} seconds' and ${idleEndSql} > now()`,
    values: [sessionId],
  });
}

/** Ends one of the person's sessions, or all but one. Effective on their next request. */
export async function endSessions(
  userId: string,
  which: { only?: string; except?: string },
): Promise<number> {
  const { count } = await asSystem(async (tx) =>
    tx.session.updateMany({
      where: {
        userId,
        endedAt: null,
        ...(which.only ? { id: which.only } : {}),
        ...(which.except ? { NOT: { id: which.except } } : {}),
      },
      data: { endedAt: await databaseNow(tx) },
    }),
  );
  return count;
}

type GoodSession = Pick<SessionModel, "id" | "createdAt" | "seenAt" | "device" | "secondFactorAt">;

/** The person's sessions that are still good, newest first; one without its second factor is somebody who knows the password. */
export async function listSessions(userId: string): Promise<GoodSession[]> {
  const { rows } = await asSystem((tx) =>
    statement<GoodSession>(
      tx,
      `select s.id, s.created_at as "createdAt", s.seen_at as "seenAt", s.device, s.second_factor_at as "secondFactorAt"
        from session s left join membership m on m.id = s.membership_id
        where s.user_id = $1::uuid and s.ended_at is null and s.expires_at > clock_timestamp() and ${idleEndSql} > clock_timestamp()
        order by s.created_at desc`,
      [userId],
    ),
  );
  return rows;
}
