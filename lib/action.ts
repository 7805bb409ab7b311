import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { currentActor } from "@/lib/access/current-actor";
import { codeOf, isDatabaseAway } from "@/lib/database-away";
import { type Ask, type ChangedBy, Problem, type ProblemCode } from "@/lib/errors";
import { correlationId as runningNumber, numberOf } from "@/lib/correlation";
import { log } from "@/lib/log";
import { fieldsOf } from "@/lib/fields";
import { storable } from "@/lib/storable";

export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: ProblemCode;
      fields?: Record<string, string>;
      by?: ChangedBy;
      asks?: readonly Ask[];
      correlationId?: string;
    };

/** A unique key was taken between the look and the write: two people entered the same thing at once, and one was faster. */
const takenCodes = new Set(["P2002", "23505"]);

/**
 * The one shape of a server action: who → parse as unknown → run. An expected refusal travels as its code; anything else
 * is logged without content and becomes "unexpected" with a number to call about. Never throws to the screen.
 */
export function action<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (actor: Actor, input: z.output<Schema>) => Promise<T>,
) {
  return async (raw: unknown): Promise<ActionResult<T>> => {
    try {
      const actor = await currentActor();
      if (!actor) return { ok: false, code: "signed-out" };
      const parsed = schema.safeParse(storable(raw));
      if (!parsed.success) return { ok: false, code: "invalid", fields: fieldsOf(parsed.error) };
      return { ok: true, data: await run(actor, parsed.data) };
    } catch (error) {
      return refusal(error);
    }
  };
}

/** Turns whatever was thrown into what a screen or a client may know of it. */
export function refusal(error: unknown): Extract<ActionResult<never>, { ok: false }> {
  if (error instanceof Problem) return { ok: false, code: error.code, ...error.details };
  // next/navigation speaks by throwing: redirects and notFound pass through.
  if (
    typeof error === "object" &&
    error !== null &&
    "digest" in error &&
    String(error.digest).startsWith("NEXT_")
  )
    throw error;
  const code = codeOf(error);
  if (takenCodes.has(code)) return { ok: false, code: "changed-meanwhile" };
  // The number that the log and the error page bear, so that who calls about it is found.
  const correlationId = runningNumber() ?? numberOf(null);
  log.error(
    {
      correlationId,
      code,
      name: (error as Error)?.name,
      stack: (error as Error)?.stack?.split("\n").slice(1, 4),
    },
    "action failed",
  );
  return { ok: false, code: isDatabaseAway(error) ? "unavailable" : "unexpected", correlationId };
}
