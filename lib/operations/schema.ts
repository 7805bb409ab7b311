import { z } from "zod";
import { text } from "@/lib/fields";

export const jobActs = ["retry", "discard"] as const;
/** What to do with a job that was given up. The job's number is graphile-worker's. */
export const jobOrderInput = z.object({
  key: z.uuid("invalid"),
  jobId: z.string().regex(/^\d{1,18}$/, "invalid"),
  act: z.enum(jobActs, "invalid"),
  reason: text(5, 500),
});
