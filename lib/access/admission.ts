import { record } from "@/lib/audit/record";
import { asActor, asSystem } from "@/lib/db";
import type { Actor } from "./actor";
import { liveSession } from "./actor-of-session";
import { originOf } from "./caller-address";
import { callerAddress, currentSession } from "./current-actor";
import { atDoor, recordRefused } from "./refusals";
import { writeSessionToken } from "./session-cookie";
import { endSessions } from "./sessions";

/** One browser, one session: the token that its cookie held dies when somebody signs in there. */
export async function endEarlierSession(): Promise<void> {
  const before = await currentSession();
  if (before) await endSessions(before.userId, { only: before.sessionId });
}

/**
 * Hands the browser a session whose second factor is proved, and writes `session.started` into the record.
 * Null, the session ended and the refusal in the record, when the person acts nowhere today.
 */
export async function admit(token: string): Promise<Actor | null> {
  const origin = originOf(await callerAddress());
  const session = await liveSession(token, origin);
  const actor = session?.actor ?? null;
  if (!actor) {
    if (session) {
      await asSystem((tx) => recordRefused(tx, atDoor(session.userId, origin), "nowhere"));
      await endSessions(session.userId, { only: session.sessionId });
    }
    return null;
  }
  await asActor(actor, (tx) =>
    record(tx, actor, { type: "session.started", subjectType: "session", subjectId: actor.sessionId! }),
  );
  await writeSessionToken(token);
  return actor;
}
