import { cache } from "react";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import type { Actor } from "./actor";
import { type LiveSession, liveSession } from "./actor-of-session";
import { keyedHash } from "./crypto";
import { readSessionToken } from "./session-cookie";
import { touchSession } from "./sessions";

/** Where a request comes from, as far as it can be known behind a proxy. */
export async function callerAddress(): Promise<string> {
  return (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}

/** The session behind this request's cookie, looked up once per request. Null when there is none that is still good. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const token = await readSessionToken();
  if (!token) return null;
  return liveSession(token, keyedHash("origin", await callerAddress()).slice(0, 16));
});

/** Who acts, or null. A session without its second factor is nobody yet. */
export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession();
  if (!session?.actor || !session.secondFactorAt) return null;
  await touchSession(session.sessionId);
  return session.actor;
}

/** Who acts; whoever has not signed in is led to the door and back to where he was. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const from = (await headers()).get("x-path");
  redirect(from && from !== "/" ? `${paths.signIn}?to=${encodeURIComponent(from)}` : paths.signIn);
}
