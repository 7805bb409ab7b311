import { z } from "zod";
import { instant, optionalText, positiveVnd, text } from "@/lib/fields";

const key = z.uuid("invalid");
const id = z.uuid("invalid");
const version = z.coerce.number().int().min(1).max(2_147_483_647);

/** An amendment as its drafter fills it in. What is left out stays as it is; `version` is the request's, `amendmentVersion` the draft's. */
export const amendmentInput = z.object({
  key,
  requestId: id,
  version,
  amendmentId: id.optional(),
  amendmentVersion: version.optional(),
  reason: text(10, 2000),
  grounds: text(20, 4000).optional(),
  disclosure: optionalText(1000),
  /** Later than the due time of today. */
  dueAt: instant.optional(),
  amounts: z
    .array(z.object({ itemId: id, disputedAmount: positiveVnd, overGround: optionalText(500) }))
    .max(500),
  remove: z.array(id).max(500),
  add: z
    .array(z.object({ targetId: id, disputedAmount: positiveVnd.optional(), overGround: optionalText(500) }))
    .max(500),
});
export type AmendmentInput = z.output<typeof amendmentInput>;

export const amendmentStepInput = z.object({
  key,
  requestId: id,
  amendmentId: id,
  amendmentVersion: version,
});
export const returnAmendmentInput = amendmentStepInput.extend({ reason: text(10, 2000) });
/** Six digits of an authenticator or a recovery code; without one the session's own proof has to be fresh. */
const code = z
  .string()
  .trim()
  .regex(/^(?:\d[\s]?){6}$|^[a-z0-9]{5}-?[a-z0-9]{5}$/i, "code.invalid");
export const signAmendmentInput = amendmentStepInput.extend({
  code: code.optional(),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/, "invalid"),
});
