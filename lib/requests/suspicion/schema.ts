import { z } from "zod";
import { optionalText, text } from "@/lib/fields";
import { reasonInput, stepInput } from "@/lib/requests/schema";
import { suspicionReasons } from "./reasons";

export const suspectInput = stepInput
  .extend({
    reason: z.enum(suspicionReasons, "required"),
    note: optionalText(1000),
  })
  // "Another reason" is one only when it is said.
  .refine(({ reason, note }) => reason !== "other" || note !== undefined, {
    path: ["note"],
    error: "required",
  });

/** Six digits of an authenticator, blanks allowed, or a recovery code. */
const code = z
  .string()
  .trim()
  .regex(/^(?:\d[\s]?){6}$|^[a-z0-9]{5}-?[a-z0-9]{5}$/i, "code.invalid");

/** What the supervisor found; without a code the session's own proof has to be fresh. */
export const reviewInput = reasonInput.extend({
  decision: z.enum(["genuine", "forged"], "required"),
  code: code.optional(),
});
/** After an order was found forged: its sender may sign and submit again. */
export const restoreInput = z.object({
  key: z.uuid("invalid"),
  requestId: z.uuid("invalid"),
  reason: text(10, 2000),
  code: code.optional(),
});

/** Supervisors read the doubts of their units, administrators and auditors that there are any. */
export const suspicionFilter = z.object({
  show: z.enum(["open", "all"]).catch("open"),
  after: z.string().max(600).optional().catch(undefined),
  before: z.string().max(600).optional().catch(undefined),
});
export type SuspicionFilter = z.output<typeof suspicionFilter>;
