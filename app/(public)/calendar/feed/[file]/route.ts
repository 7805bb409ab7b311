import { feedText } from "@/lib/agenda/feed-text";
import { feedEverySeconds } from "@/lib/agenda/feeds";
import { visitFeed } from "@/lib/agenda/visit-feed";

export const dynamic = "force-dynamic";

const closed = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };

/** What is due, for a calendar program that brings the token of a feed in force. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const visit = file.endsWith(".ics") ? await visitFeed(file.slice(0, -".ics".length)) : null;
  if (visit === null) return new Response(null, { status: 404, headers: closed });
  if (visit === "too-soon")
    return new Response(null, {
      status: 429,
      headers: { ...closed, "retry-after": String(feedEverySeconds) },
    });
  return new Response(await feedText(visit.actor, visit.reach, visit.language, new Date()), {
    headers: {
      ...closed,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="la-chan.ics"',
    },
  });
}
