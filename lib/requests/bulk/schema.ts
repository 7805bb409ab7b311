import { z } from "zod";

/** Rows of one call. A longer choice goes in several calls, each with a part of the same batch, so that its progress can be told. */
export const mostPerCall = 50;

export const bulkActs = ["acknowledge", "assign", "remind", "accept", "recall"] as const;
export type BulkAct = (typeof bulkActs)[number];

/** Many rows with one wish. Each row's own key is made of the batch's, so that a resend changes nothing twice. */
export const bulkInput = z.object({
  key: z.uuid("invalid"),
  act: z.enum(bulkActs, "invalid"),
  rows: z
    .array(
      z.object({
        requestId: z.uuid("invalid"),
        version: z.coerce.number().int().min(1).max(2_147_483_647),
        /** Whom to give it to; null is nobody. Only assigning asks for it. */
        membershipId: z.uuid("invalid").nullable().optional(),
      }),
    )
    .min(1, "required")
    .max(mostPerCall, "bulk.tooMany"),
});
export type BulkInput = z.output<typeof bulkInput>;
