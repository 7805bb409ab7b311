import { listeningActor } from "@/lib/access/current-actor";
import { mostStreams, openStreams } from "@/lib/notices/live-sessions";
import { streamFor } from "@/lib/notices/stream";

export const dynamic = "force-dynamic";

/** What happens in the actor's organisation, while it happens. Nobody without a session hears anything. */
export async function GET(request: Request): Promise<Response> {
  const actor = await listeningActor();
  if (!actor?.sessionId) return new Response(null, { status: 401 });
  if (openStreams(actor.sessionId) >= mostStreams) return new Response(null, { status: 429 });
  return new Response(streamFor(actor, actor.sessionId, request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
