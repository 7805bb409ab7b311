import type { Actor } from "@/lib/access/actor";
import { currentActor } from "@/lib/access/current-actor";
import { refusal } from "@/lib/action";
import { asDownload, type Download } from "@/lib/files/download";

const statuses: Partial<Record<string, number>> = {
  "not-found": 404,
  "not-allowed": 404,
  "not-now": 409,
  invalid: 400,
  unavailable: 503,
};

/** What a route handler answers with: the file, or a refusal without a word of why. Nobody, and whoever may not, get what a missing one gets. */
export async function answerDownload(make: (actor: Actor) => Promise<Download>): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 404 });
  try {
    return asDownload(await make(actor));
  } catch (error) {
    return new Response(null, { status: statuses[refusal(error).code] ?? 500 });
  }
}
