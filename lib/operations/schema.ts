import { z } from "zod";
import { text } from "@/lib/fields";
import { asideSources } from "./sources";

export const jobActs = ["retry", "discard"] as const;
/** What to do with a job that was given up. The job's number is graphile-worker's. */
export const jobOrderInput = z.object({
  key: z.uuid("invalid"),
  jobId: z.string().regex(/^\d{1,18}$/, "invalid"),
  act: z.enum(jobActs, "invalid"),
  reason: text(5, 500),
});

/** That a row which its tick can never do is passed over for good. */
export const discardAsideInput = z.object({
  key: z.uuid("invalid"),
  source: z.enum(asideSources, "invalid"),
  rowId: z.uuid("invalid"),
  reason: text(5, 500),
});
