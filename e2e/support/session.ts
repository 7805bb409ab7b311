import { encode } from "next-auth/jwt";
import type { BrowserContextOptions } from "@playwright/test";
import { startSession } from "@/lib/access/sessions";
import { asSystem } from "@/lib/db";
import { env } from "@/lib/env";

/** Whoever can be signed in: a person in one membership. */
export type Person = { userId: string; membershipId: string };

/** The portal runs over http on this machine, where the cookie has no `__Host-` prefix. */
export const cookieName = "lachan-session";

/**
 * Starts a session for a person without the sign-in screen, and gives the cookie's value. The second factor counts as
 * proved now, unless `secondFactorAt` says otherwise (null: not yet proved).
 */
export async function cookieOf(person: Person, secondFactorAt: Date | null = new Date()): Promise<string> {
  const { userId, membershipId } = person;
  const token = await asSystem((tx) =>
    startSession(tx, { userId, membershipId, secondFactorAt, device: "Playwright", addressHint: null }),
  );
  // Sealed here as next-auth seals it, not by the portal's own function: a change of the cookie's form shows.
  return encode({ token: { sid: token }, secret: env().authSecret, maxAge: 3600 });
}

/** The state of a browser in which this person has signed in. */
export async function signedIn(
  person: Person,
): Promise<Exclude<BrowserContextOptions["storageState"], string | undefined>> {
  const cookie = {
    name: cookieName,
    value: await cookieOf(person),
    domain: "localhost",
    path: "/",
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: "Lax" as const,
  };
  return { cookies: [cookie], origins: [] };
}
