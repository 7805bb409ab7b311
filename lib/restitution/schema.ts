import { z } from "zod";
import { instant, optionalText, positiveVnd, text, vnd } from "@/lib/fields";
import { readAccount } from "@/lib/targets/kinds/bank-account";

const key = z.uuid("invalid");
const version = z.coerce.number().int().min(1).max(2_147_483_647);
const id = z.uuid("invalid");

/** Where the money goes: to the victims' own accounts, which the decision then tells the holder, or to the unit's custody account. */
export const payees = ["victim", "custody"] as const;
export type Payee = (typeof payees)[number];

const account = text(1, 40).refine(
  (typed) => typeof readAccount(typed, "account") === "string",
  "answer.account",
);

/** A decision as its drafter fills it in. Amounts VND; what differs from the proposal says why. */
export const restitutionInput = z
  .object({
    key,
    caseId: id,
    decisionId: id.optional(),
    version: version.optional(),
    grounds: text(20, 4000),
    payee: z.enum(payees, "required"),
    custody: optionalText(500),
    attachmentId: id.optional(),
    shares: z
      .array(z.object({ holdId: id, victimId: id, amount: vnd, ground: optionalText(1000) }))
      .min(1, "required")
      .max(500),
    beneficiaries: z.array(z.object({ victimId: id, account, institutionId: z.uuid("required") })).max(200),
  })
  .refine(({ payee, custody }) => payee === "victim" || (custody?.length ?? 0) >= 10, {
    path: ["custody"],
    message: "required",
  });
export type RestitutionInput = z.output<typeof restitutionInput>;

const onDecision = { key, decisionId: id, version };
export const decisionStepInput = z.object(onDecision);
export const decisionReasonInput = z.object({ ...onDecision, reason: text(10, 2000) });
/** `contentHash` is what the approver read; `code` the digits of his second factor, when the last proof is too old. */
export const approveDecisionInput = z.object({
  ...onDecision,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/, "invalid"),
  code: z.string().trim().max(40).optional(),
});

/** What the holder tells of one payment back. */
export const recordReturnInput = z.object({
  key,
  shareId: id,
  version,
  amount: positiveVnd,
  returnedAt: instant,
  reference: text(1, 60),
});
