import NextAuth, { type AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { NextRequest } from "next/server";
import { cookieOptions, sessionCookie } from "@/lib/access/session-cookie";
import { liveSession, totalMinutes } from "@/lib/access/actor-of-session";
import { endSessions } from "@/lib/access/sessions";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";

/**
 * next-auth's own addresses: session, csrf, signout. Its encrypted cookie carries a session's token and nothing else; the
 * session row decides. Signing in goes through lib/access/sign-in, so this provider admits nobody.
 */
const options = (): AuthOptions => ({
  secret: env().authSecret,
  session: { strategy: "jwt", maxAge: totalMinutes * 60 },
  cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
  pages: { signIn: paths.signIn },
  providers: [CredentialsProvider({ credentials: {}, authorize: () => null })],
  useSecureCookies: env().appOrigin.startsWith("https://"),
  events: {
    signOut: async ({ token }) => {
      const live = typeof token?.sid === "string" ? await liveSession(token.sid, null) : null;
      if (live) await endSessions(live.userId, { only: live.sessionId });
    },
  },
  callbacks: {
    // A cookie whose session has ended is no session, whatever its own date says.
    session: async ({ session, token }) => {
      const live = typeof token.sid === "string" ? await liveSession(token.sid, null) : null;
      return live
        ? { expires: live.endsAt.toISOString() }
        : { ...session, user: undefined, expires: new Date(0).toISOString() };
    },
  },
});

type Context = { params: Promise<{ nextauth: string[] }> };
/** What the library is asked for here; its other addresses lead to ways in that this portal does not have. */
const served: Record<string, readonly string[]> = { GET: ["session", "csrf"], POST: ["signout"] };

/**
 * Hands on what the library needs and nothing else that was sent: it fails (500) over half a JSON, an address to come back to that is
 * none, and its own ways in without a provider.
 */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const [what = ""] = nextauth;
  if (nextauth.length !== 1 || !served[request.method]?.includes(what))
    return new Response(null, { status: 404 });
  const address = new URL(`/api/auth/${what}`, env().appOrigin);
  const plain =
    request.method === "GET"
      ? new NextRequest(address)
      : new NextRequest(address, { method: "POST", body: await signOutForm(request) });
  return NextAuth(options())(plain, context) as Promise<Response>;
}

/** Signing out leads to the door, wherever somebody wished to be led. */
async function signOutForm(request: NextRequest): Promise<URLSearchParams> {
  const form = await request.formData().catch(() => null);
  const token = form?.get("csrfToken");
  const callbackUrl = new URL(paths.signIn, env().appOrigin).href;
  return new URLSearchParams({ csrfToken: typeof token === "string" ? token : "", callbackUrl });
}

export { handler as GET, handler as POST };
