import NextAuth, { type AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
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
const handler = (request: Request, context: Context): Promise<Response> =>
  NextAuth(options())(request, context) as Promise<Response>;

export { handler as GET, handler as POST };
