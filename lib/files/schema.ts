import { z } from "zod";

/** Where a file goes: into a case's file, onto a draft, or beside an answer. */
export const uploadInput = z
  .object({
    caseId: z.uuid("invalid").optional(),
    requestId: z.uuid("invalid").optional(),
    itemId: z.uuid("invalid").optional(),
  })
  .refine(({ caseId, requestId }) => caseId !== undefined || requestId !== undefined, "required");
export type UploadInput = z.output<typeof uploadInput>;
