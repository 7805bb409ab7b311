import { cache } from "react";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import type { Actor } from "./actor";
import { type LiveSession, liveSession } from "./actor-of-session";
import { addressIn, originOf } from "./caller-address";
import { quietCookie } from "./quiet";
import { readSessionToken } from "./session-cookie";
import { touchSession } from "./sessions";

/** Where this request comes from, as the web server in front says. */
export async function callerAddress(): Promise<string> {
  return addressIn((await headers()).get("x-forwarded-for"));
}

/** The session behind this request's cookie, looked up once per request. Null when there is none that is still good. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const token = await readSessionToken();
  if (!token) return null;
  return liveSession(token, originOf(await callerAddress()));
});

/** Who acts, or null, without saying that somebody is there. A session without its second factor is nobody yet. */
export async function listeningActor(): Promise<Actor | null> {
  return actorIn(await currentSession());
}

/** Who acts in a session: nobody, while only a password has been shown in it. */
export const actorIn = (session: LiveSession | null): Actor | null =>
  session?.secondFactorAt ? session.actor : null;

/** Who acts, or null. Whoever asks for something by himself starts the idle clock anew. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await currentSession();
  const actor = actorIn(session);
  if (actor?.sessionId && session?.isStale && !(await cookies()).has(quietCookie))
    await touchSession(actor.sessionId);
  return actor;
});

/** Who acts; whoever has not signed in is led to the door and back to where he was. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const from = (await headers()).get("x-path");
  redirect(from && from !== "/" ? `${paths.signIn}?to=${encodeURIComponent(from)}` : paths.signIn);
}
