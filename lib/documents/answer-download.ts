import type { Actor } from "@/lib/access/actor";
import { currentActor } from "@/lib/access/current-actor";
import { refusal } from "@/lib/action";
import { answerTooMany } from "@/lib/exports/hourly-limit";
import { asDownload, type Download } from "@/lib/files/download";
import { statusOf } from "@/lib/script-answer";

/** What a route handler answers with: the file, or a refusal without a word of why. Nobody, and whoever may not, get what a missing one gets. */
export async function answerDownload(make: (actor: Actor) => Promise<Download>): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 404 });
  try {
    return asDownload(await make(actor));
  } catch (error) {
    const tooMany = await answerTooMany(actor, error);
    if (tooMany) return tooMany;
    const { code } = refusal(error);
    return new Response(null, { status: code === "not-allowed" ? 404 : statusOf[code] });
  }
}
