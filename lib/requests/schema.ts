import { z } from "zod";
import { refusalGrounds } from "./kinds/outcome-columns";
import { optionalText, positiveVnd, text } from "@/lib/fields";
import { offeredKinds } from "./kinds";

/** Every write carries a key made when its form was first shown: the same key has one effect. */
const key = z.uuid("invalid");
const version = z.coerce.number().int().min(1).max(2_147_483_647);
const reason = text(10, 2000);

export const stepInput = z.object({ key, requestId: z.uuid("invalid"), version });
/** Which draft is read anew. */
export const draftReadInput = z.object({ requestId: z.uuid("invalid") });
export const reasonInput = stepInput.extend({ reason });
export const clarifyInput = reasonInput;
export const refuseInput = reasonInput.extend({ ground: z.enum(refusalGrounds, "required") });
export const sendBackInput = reasonInput.extend({
  itemIds: z.array(z.uuid("invalid")).min(1, "required").max(500),
});
export const signInput = stepInput.extend({ contentHash: z.string().regex(/^[0-9a-f]{64}$/, "invalid") });
export const assignInput = stepInput.extend({ membershipId: z.uuid("invalid").nullable() });

export const draftTarget = z.object({
  targetId: z.uuid("invalid"),
  disputedAmount: positiveVnd.optional(),
  /** Why more than the disputed amount is to be held; shown to the signer. */
  overGround: optionalText(500),
  note: optionalText(500),
  /** What the kind asks of this target; read by the kind's own fields (kinds/details.ts). */
  details: z.record(z.string(), z.unknown()).optional(),
});
/** A request as its drafter fills it in; the same schema in the form and in the command. */
export const draftInput = z.object({
  key,
  caseId: z.uuid("invalid"),
  requestId: z.uuid("invalid").optional(),
  version: version.optional(),
  kindCode: z.enum(offeredKinds, "required"),
  addresseeOrgId: z.uuid("required"),
  urgency: z.enum(["normal", "urgent", "emergency"]),
  grounds: text(20, 4000),
  /** At least one where the register names any for the kind; two kinds rest on no provision of their own. */
  legalBases: z.array(text(1, 300)).max(20),
  disclosure: optionalText(1000),
  /** What the kind asks once for the whole request; read by the kind's own fields. */
  details: z.record(z.string(), z.unknown()).optional(),
  parentId: z.uuid("invalid").optional(),
  targets: z.array(draftTarget).min(1, "required").max(500),
  /** A reconciliation's other side, asked in the same go: its target and who keeps it. */
  pair: z.object({ targetId: z.uuid("required"), addresseeOrgId: z.uuid("required") }).optional(),
  /** All files that the draft shall have; without it those that it has stay. */
  attachmentIds: z.array(z.uuid("invalid")).max(20).optional(),
});
export type DraftInput = z.output<typeof draftInput>;

/** The answer itself is parsed by the kind's own schema once the item is known. */
export const answerInput = z.object({
  key,
  requestId: z.uuid("invalid"),
  itemId: z.uuid("invalid"),
  itemVersion: version,
  answer: z.record(z.string(), z.unknown()),
});

/** Several items of one request, answered in one act: as many as one request may carry. */
export const answersInput = z.object({
  key,
  requestId: z.uuid("invalid"),
  answers: z
    .array(answerInput.pick({ itemId: true, itemVersion: true, answer: true }))
    .min(1, "required")
    .max(500)
    .refine(
      (answers) => new Set(answers.map(({ itemId }) => itemId)).size === answers.length,
      "target.twice",
    ),
});
