import { sign } from "node:crypto";
import { dateOf, dayOf } from "@/lib/day";
import { type Shown, signedBytes } from "@/lib/requests/signing/envelope";
import type { SeedKey } from "../keys";
import { disputedOf, stepAt, type StoryRequest } from "./model";
import { procuracyOfStory } from "./request-rows";

/** The signer had proved his second factor a moment before. */
const proofMs = 20_000;

/** What a signature leaves on its request, in its columns; nulls for what was never signed. */
export function signatureColumns(request: StoryRequest, keys: Map<string, SeedKey>) {
  const signedAt = request.signer ? stepAt(request, "request.signed") : null;
  const key = keys.get(request.story.unit.id);
  if (!signedAt || !request.contentHash || !key)
    return { signature: null, signing_key_id: null, proved_at: null, notified_at: null };
  const procuracyOrgId = procuracyOfStory(request);
  const issue = {
    id: request.id,
    caseId: request.story.id,
    disputedAmount: disputedOf(request),
    signerId: request.signer!.userId,
    sentAt: signedAt,
    provedAt: new Date(signedAt.getTime() - proofMs),
    notifiedAt: procuracyOrgId ? signedAt : null,
    procuracyOrgId,
    documentNumber: request.documentNumber,
    documentDate: dateOf(dayOf(signedAt)),
  };
  const shown = request.items.map(({ target }): Shown => [target.display, target.holderName, null]);
  const { amendment } = request;
  const bytes = signedBytes(
    issue,
    request.contentHash,
    shown,
    amendment
      ? {
          number: 1,
          contentHash: amendment.contentHash,
          signedById: amendment.signer.userId,
          issuedAt: amendment.issuedAt.toISOString(),
          documentNumber: amendment.documentNumber,
        }
      : null,
  );
  return {
    signature: sign(null, bytes, key.key).toString("base64url"),
    signing_key_id: key.id,
    proved_at: issue.provedAt,
    notified_at: issue.notifiedAt,
  };
}
