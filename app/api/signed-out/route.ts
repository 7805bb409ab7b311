import { currentSession } from "@/lib/access/current-actor";
import { dropSessionCookie } from "@/lib/access/session-cookie";
import { paths } from "@/lib/paths";

/**
 * Where signing out ends: nothing of the portal stays in the browser's cache and storage, then the door. An address of its own,
 * because the framework draws the page that an action leads to inside the action's answer, where this header cannot stand.
 * A session that is still good stays: a link from elsewhere signs nobody out. The language's cookie stays too.
 */
export async function GET(): Promise<Response> {
  if (!(await currentSession())) await dropSessionCookie();
  return new Response(null, {
    status: 303,
    headers: { Location: paths.signIn, "Clear-Site-Data": '"cache", "storage"', "Cache-Control": "no-store" },
  });
}
