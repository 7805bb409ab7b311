import { decode, encode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { totalMinutes } from "./actor-of-session";

const overHttps = () => env().appOrigin.startsWith("https://");
/** `__Host-`: only this host, only https, only the whole site. Plain http exists on one's own machine alone. */
export const sessionCookie = () => (overHttps() ? "__Host-lachan-session" : "lachan-session");
export const deviceCookie = () => (overHttps() ? "__Host-lachan-device" : "lachan-device");
export const cookieOptions = () => ({
  httpOnly: true,
  secure: overHttps(),
  sameSite: "lax" as const,
  path: "/",
});

/** The session's token, out of next-auth's encrypted cookie. */
export async function readSessionToken(): Promise<string | null> {
  return tokenIn((await cookies()).get(sessionCookie())?.value);
}

export async function tokenIn(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  const known = opened.get(value);
  if (known) return known.until > Date.now() ? known.sid : null;
  const jwt = await decode({ token: value, secret: env().authSecret }).catch(() => null);
  if (typeof jwt?.sid !== "string") return null;
  if (opened.size >= mostOpened) opened.clear();
  opened.set(value, { sid: jwt.sid, until: Number(jwt.exp ?? 0) * 1000 });
  return jwt.sid;
}
/** Cookies that were opened already: deriving the key costs more than the look-up behind it, which is made each time. */
const opened = new Map<string, { sid: string; until: number }>();
const mostOpened = 5_000;

/** Puts the session's token into next-auth's encrypted cookie. */
export async function writeSessionToken(token: string): Promise<void> {
  (await cookies()).set(sessionCookie(), await sealedToken(token), {
    ...cookieOptions(),
    maxAge: totalMinutes * 60,
  });
}

export const sealedToken = (token: string): Promise<string> =>
  encode({ token: { sid: token }, secret: env().authSecret, maxAge: totalMinutes * 60 });

export async function dropSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
}

export async function readDeviceToken(): Promise<string | null> {
  return (await cookies()).get(deviceCookie())?.value ?? null;
}

export async function writeDeviceToken(token: string): Promise<void> {
  (await cookies()).set(deviceCookie(), token, { ...cookieOptions(), maxAge: 180 * 24 * 3600 });
}
