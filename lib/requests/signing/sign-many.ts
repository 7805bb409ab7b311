import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { refusal } from "@/lib/action";
import { type ChangedBy, Problem, type ProblemCode } from "@/lib/errors";
import { signRequest } from "@/lib/requests/commands";
import type { signInput } from "@/lib/requests/schema";

export type SignedOne =
  { requestId: string; ok: true } | { requestId: string; ok: false; code: ProblemCode; by?: ChangedBy };

/**
 * Signs requests one after the other; one that somebody changed meanwhile, or that fails, does not stop the others: what was signed is
 * signed, and its signer must know.
 * @throws Problem "second-factor" when not even the first could be signed for want of a fresh proof.
 */
export async function signMany(actor: Actor, requests: z.output<typeof signInput>[]): Promise<SignedOne[]> {
  const results: SignedOne[] = [];
  for (const request of requests) {
    try {
      await signRequest(actor, request);
      results.push({ requestId: request.requestId, ok: true });
    } catch (error) {
      if (error instanceof Problem && error.code === "second-factor" && results.length === 0) throw error;
      const { code, by } = refusal(error);
      results.push({ requestId: request.requestId, ok: false, code, ...(by ? { by } : {}) });
    }
  }
  return results;
}
