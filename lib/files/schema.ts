import { z } from "zod";

/** Where a file goes: into a case's file, onto a draft, beside an answer, or into the talk about a request. */
export const uploadInput = z
  .object({
    caseId: z.uuid("invalid").optional(),
    requestId: z.uuid("invalid").optional(),
    itemId: z.uuid("invalid").optional(),
    thread: z.literal("1").optional(),
  })
  .refine(({ caseId, requestId }) => caseId !== undefined || requestId !== undefined, "required");
export type UploadInput = z.output<typeof uploadInput>;
