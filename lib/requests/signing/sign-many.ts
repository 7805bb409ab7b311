import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { type ChangedBy, Problem, type ProblemCode } from "@/lib/errors";
import { signRequest } from "@/lib/requests/commands";
import type { signInput } from "@/lib/requests/schema";

export type SignedOne =
  { requestId: string; ok: true } | { requestId: string; ok: false; code: ProblemCode; by?: ChangedBy };

/**
 * Signs requests one after the other; one that somebody changed meanwhile does not stop the others.
 * @throws Problem "second-factor" when not even the first could be signed for want of a fresh proof.
 */
export async function signMany(actor: Actor, requests: z.output<typeof signInput>[]): Promise<SignedOne[]> {
  const results: SignedOne[] = [];
  for (const request of requests) {
    try {
      await signRequest(actor, request);
      results.push({ requestId: request.requestId, ok: true });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === "second-factor" && results.length === 0) throw error;
      results.push({
        requestId: request.requestId,
        ok: false,
        code: error.code,
        ...(error.details.by ? { by: error.details.by } : {}),
      });
    }
  }
  return results;
}
