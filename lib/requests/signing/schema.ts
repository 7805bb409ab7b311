import { z } from "zod";
import { reasonInput, signInput } from "@/lib/requests/schema";

/** Six digits of an authenticator, blanks allowed, or a recovery code. */
const code = z
  .string()
  .trim()
  .regex(/^(?:\d[\s]?){6}$|^[a-z0-9]{5}-?[a-z0-9]{5}$/i, "code.invalid");

/** One or several signatures with one second factor; without a code the session's own proof has to be fresh. */
export const signManyInput = z.object({
  code: code.optional(),
  requests: z.array(signInput).min(1, "required").max(50),
});
export const returnInput = reasonInput;
