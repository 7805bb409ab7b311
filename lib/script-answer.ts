import type { Actor } from "@/lib/access/actor";
import { currentActor } from "@/lib/access/current-actor";
import { refusal } from "@/lib/action";
import type { ProblemCode } from "@/lib/errors";

/** What an address says by its status where a server action says it by code alone. */
export const statusOf: Record<ProblemCode, number> = {
  invalid: 400,
  "signed-out": 401,
  "not-allowed": 403,
  "second-factor": 403,
  "not-found": 404,
  "not-now": 409,
  "ask-first": 409,
  "changed-meanwhile": 409,
  "key-reused": 409,
  "not-authentic": 409,
  suspected: 409,
  "files-held": 409,
  "sender-held": 409,
  disputed: 409,
  "too-many": 429,
  unreachable: 503,
  unavailable: 503,
  unexpected: 500,
};

/** A refusal as an address tells it to the portal's own script: the shape of a server action's. */
export const refused = (
  code: ProblemCode,
  fields?: Record<string, string>,
  status = statusOf[code],
): Response => Response.json({ ok: false, code, fields }, { status });

/**
 * An address that the portal's own script asks, because bytes come or go: whoever is signed in gets what `work` returns, as data or as an
 * answer of its own; what it throws is told as `action` tells it (`refusal`). Never throws.
 */
export async function answerScript<T>(work: (actor: Actor) => Promise<T | Response>): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) return refused("signed-out");
    const data = await work(actor);
    return data instanceof Response ? data : Response.json({ ok: true, data });
  } catch (error) {
    const { code, fields } = refusal(error);
    return refused(code, fields);
  }
}
