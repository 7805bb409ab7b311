import { z } from "zod";

/** Where a file goes: into a case's file, onto a draft, beside an answer, into the talk about a request, or beside an appeal. */
export const uploadInput = z
  .object({
    caseId: z.uuid("invalid").optional(),
    requestId: z.uuid("invalid").optional(),
    itemId: z.uuid("invalid").optional(),
    thread: z.literal("1").optional(),
    appealId: z.uuid("invalid").optional(),
  })
  .refine(
    ({ caseId, requestId, appealId }) => [caseId, requestId, appealId].some((id) => id !== undefined),
    "required",
  );
export type UploadInput = z.output<typeof uploadInput>;
