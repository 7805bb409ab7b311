import { idleMinutes } from "@/lib/access/actor-of-session";
import { readAsSystem } from "@/lib/db";

/**
 * Which of these sessions still stand, asked for all open streams of the process at once. Asking does not count as using a
 * session: a screen left open goes idle like any other.
 */
export async function liveSessions(sessionIds: readonly string[]): Promise<Set<string>> {
  const rows = await readAsSystem<{ id: string }>({
    name: "live_sessions",
    text: `select s.id from session s join person p on p.id = s.user_id and p.suspended_at is null
      join membership m on m.id = s.membership_id and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
      where s.id = any($1::uuid[]) and s.ended_at is null and s.expires_at > now()
        and s.seen_at + make_interval(mins => case when m.roles && array['leader', 'liaison', 'liaison_manager']::role[] then ${idleMinutes.patient} else ${idleMinutes.ordinary} end) > now()`,
    values: [sessionIds],
  });
  return new Set(rows.map(({ id }) => id));
}

const checkMs = 4_000;
const watched = new Map<string, Set<() => void>>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Calls `onEnded` within five seconds after the session has ended, whoever ended it. Returns how to stop watching. */
export function watchSession(sessionId: string, onEnded: () => void): () => void {
  const enders = watched.get(sessionId) ?? new Set();
  enders.add(onEnded);
  watched.set(sessionId, enders);
  timer ??= setInterval(() => void check(), checkMs).unref();
  return () => {
    enders.delete(onEnded);
    if (enders.size === 0) watched.delete(sessionId);
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

async function check(): Promise<void> {
  // When it cannot be asked, nothing may be believed: every stream ends, and its screen asks again for itself.
  const live = await liveSessions([...watched.keys()]).catch(() => new Set<string>());
  for (const [sessionId, enders] of watched) if (!live.has(sessionId)) for (const end of [...enders]) end();
}
