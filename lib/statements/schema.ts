import { z } from "zod";
import { caseInput, paymentInput, targetInput } from "@/lib/cases/schema";
import { positiveVnd, text } from "@/lib/fields";
import { columnRoles } from "./layout";
import { offeredKinds } from "@/lib/requests/kinds";
import { targetKinds } from "@/lib/targets/target-kind";

/** As long as a chat of a whole week; longer texts come as files. */
export const longestStatement = 60_000;
/** Bytes of a bank's statement. A year of a busy account takes a fifth of it. */
export const largestStatementFile = 5 * 1024 * 1024;

export const readStatementInput = z.object({ text: text(1, longestStatement) });

/** How a unit reads a form of statement: the heads of its columns and what each holds. */
export const keepLayoutInput = z.object({
  heads: text(1, 2000),
  columns: z.array(z.enum(columnRoles, "invalid")).min(1, "required").max(40),
});

/** A request of the statement names its targets by what they are: their rows are made in the same act. */
export const statementRequest = z.object({
  kindCode: z.enum(offeredKinds, "required"),
  addresseeOrgId: z.uuid("required"),
  urgency: z.enum(["normal", "urgent", "emergency"]),
  grounds: text(20, 4000),
  legalBases: z.array(text(1, 120)).min(1, "required").max(20),
  targets: z
    .array(
      z.object({
        kind: z.enum(targetKinds, "required"),
        value: text(1, 300),
        institutionId: z.uuid("invalid").optional(),
        disputedAmount: positiveVnd.optional(),
        /** What the kind asks of this target; read by the kind's own fields when it is drafted. */
        details: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .min(1, "required")
    .max(500),
});

/** A statement turned into a case, or added to one, with the requests that follow from it. */
export const fileStatementInput = z.object({
  key: z.uuid("invalid"),
  /** A case that is opened with the statement … */
  report: caseInput.omit({ key: true }).optional(),
  /** … or what the statement adds to one that is there; payments name its victims by place. */
  addition: z
    .object({
      caseId: z.uuid("invalid"),
      text: text(1, 8000),
      payments: z.array(paymentInput).max(200).default([]),
      targets: z.array(targetInput).max(200).default([]),
    })
    .optional(),
  requests: z.array(statementRequest).max(60).default([]),
  /** The whole text as it was pasted, kept as a file of the case; of a bank's statement the file itself comes beside the form. */
  original: text(1, longestStatement).optional(),
  /** Handed to the signer at once, or kept as drafts. */
  handIn: z.boolean(),
  /** The officer has seen that the same text lies in a case already, and goes on. */
  again: z.boolean().default(false),
});
export type FileStatementInput = z.output<typeof fileStatementInput>;
