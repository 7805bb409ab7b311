import type { Actor } from "@/lib/access/actor";
import { idleMinutes } from "@/lib/access/actor-of-session";
import { readSession } from "@/lib/db";

/**
 * Which of these sessions still stand, and with which roles, asked for all open streams of the process at once. Asking does
 * not count as using a session: a screen left open goes idle like any other.
 */
export async function liveSessions(sessionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await readSession<{ id: string; roles: string[] }>({
    name: "live_sessions",
    text: `select s.id, m.roles::text[] as roles from session s join person p on p.id = s.user_id and p.suspended_at is null
      join membership m on m.id = s.membership_id and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
      where s.id = any($1::uuid[]) and s.ended_at is null and s.expires_at > now()
        and s.seen_at + make_interval(mins => case when m.roles && array['leader', 'liaison', 'liaison_manager']::role[] then ${idleMinutes.patient} else ${idleMinutes.ordinary} end) > now()`,
    values: [sessionIds],
  });
  return new Map(rows.map(({ id, roles }) => [id, rolesOf(roles)]));
}

const rolesOf = (roles: readonly string[]) => [...roles].sort().join();

const checkMs = 4_000;
/** Screens that one session may hold open at once; no desk has so many, and each hears everything that happens. */
export const mostStreams = 30;

type Watched = { roles: string; end: () => void };
const watched = new Map<string, Set<Watched>>();
let timer: ReturnType<typeof setInterval> | undefined;

/** How many streams of the session are open in this process. */
export const openStreams = (sessionId: string): number => watched.get(sessionId)?.size ?? 0;

/**
 * Calls `onEnded` within five seconds after the session has ended, whoever ended it, or the actor's roles have changed: an open
 * stream is one long request, and rights are those of today. Returns how to stop watching.
 */
export function watchSession(
  sessionId: string,
  actor: Pick<Actor, "roles">,
  onEnded: () => void,
): () => void {
  const open = watched.get(sessionId) ?? new Set();
  const one = { roles: rolesOf(actor.roles), end: onEnded };
  open.add(one);
  watched.set(sessionId, open);
  timer ??= setInterval(() => void check(), checkMs).unref();
  return () => {
    open.delete(one);
    if (open.size === 0) watched.delete(sessionId);
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

async function check(): Promise<void> {
  // When it cannot be asked, nothing may be believed: every stream ends, and its screen asks again for itself.
  const asked = [...watched].map(([sessionId, open]) => ({ sessionId, streams: [...open] }));
  const live = await liveSessions(asked.map(({ sessionId }) => sessionId)).catch(
    () => new Map<string, string>(),
  );
  // A stream that was opened while the question was on its way waits for the next one.
  for (const { sessionId, streams } of asked)
    for (const { roles, end } of streams) if (live.get(sessionId) !== roles) end();
}
