import { z } from "zod";

export const nextLayerInput = z.object({ caseId: z.uuid("invalid") });
/** The requests that were ticked (`ask` as the preview names them), each with the sum that stood beside it. */
export const fileNextLayerInput = z.object({
  key: z.uuid("invalid"),
  caseId: z.uuid("invalid"),
  requests: z
    .array(
      z.object({
        ask: z.string().regex(/^[A-Z_]{5,40}:[0-9a-f-]{36}$/, "invalid"),
        waiting: z.string().regex(/^\d{1,18}$/, "invalid"),
      }),
    )
    .min(1, "required")
    .max(60),
});
