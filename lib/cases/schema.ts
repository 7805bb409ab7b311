import { z } from "zod";
import { instant, optionalText, positiveVnd, text, vnd } from "@/lib/fields";
import { normaliseTarget } from "@/lib/targets/kinds";
import { targetKinds } from "@/lib/targets/target-kind";
import { paperLimits } from "./notices";

const key = z.uuid("invalid");
const version = z.coerce.number().int().min(1).max(2_147_483_647);
/** A few hours of a wrong clock are forgiven, a date in the future is not. */
const past = instant.refine((value) => Date.parse(value) < Date.now() + 12 * 3_600_000, "date.future");

/** A phone number in its one canonical form, like a target's. */
const phone = optionalText(200).transform((typed, context) => {
  if (typed === undefined) return undefined;
  const normal = normaliseTarget("phone_number", typed);
  if (normal.ok) return normal.value;
  context.addIssue({ code: "custom", message: `targets.errors.${normal.code}` });
  return z.NEVER;
});
/** A number that is an account's or a wallet's; which of the two it has to be is known with its institution (`receivers`). */
const receivingAccount = text(1, 200).superRefine((typed, context) => {
  const account = normaliseTarget("bank_account", typed);
  if (!account.ok && !normaliseTarget("e_wallet", typed).ok)
    context.addIssue({ code: "custom", message: `targets.errors.${account.code}` });
});

export const victimInput = z.object({
  fullName: text(2, 120),
  personId: optionalText(20),
  phone,
  address: optionalText(300),
});
export const paymentInput = z.object({
  /** Which of the victims paid, by place in the list. */
  victim: z.coerce.number().int().min(0).max(99),
  at: past,
  amount: positiveVnd,
  fromInstitutionId: z.uuid("invalid").optional(),
  fromAccount: optionalText(40),
  toInstitutionId: z.uuid("required"),
  toAccount: receivingAccount,
  toName: optionalText(120),
  reference: optionalText(60),
});
export const targetInput = z
  .object({
    kind: z.enum(targetKinds, "required"),
    value: text(1, 300),
    institutionId: z.uuid("invalid").optional(),
    holderName: optionalText(120),
    note: optionalText(500),
  })
  .superRefine(({ kind, value }, context) => {
    const normal = normaliseTarget(kind, value);
    if (!normal.ok)
      context.addIssue({ code: "custom", path: ["value"], message: `targets.errors.${normal.code}` });
  });
/** Legal kind of a report's source, and the way it came in; the most frequent first. */
export const sourceKinds = ["CRIME_NOTICE", "DENUNCIATION", "PROSECUTION_RECOMMENDATION"] as const;
export const reportChannels = [
  "hotline",
  "walk_in",
  "public_form",
  "vneid",
  "bank_alert",
  "other_agency",
] as const;

export const caseInput = z.object({
  key,
  sourceKind: z.enum(sourceKinds, "required"),
  channel: z.enum(reportChannels, "required"),
  fraudTypeCode: text(1, 60),
  contactChannels: z.array(text(1, 40)).max(12).default([]),
  communeCode: z
    .string()
    .regex(/^\d{5}$/, "invalid")
    .optional(),
  title: text(5, 160),
  summary: text(10, 8000),
  reportedAt: past,
  reportedLoss: vnd,
  restricted: z.boolean().default(false),
  victims: z.array(victimInput).min(1, "required").max(100),
  payments: z.array(paymentInput).max(200).default([]),
  targets: z.array(targetInput).max(200).default([]),
});
export type CaseInput = z.output<typeof caseInput>;

/** That a notice of the law was sent: under which number, on which day. */
export const markNotifiedInput = z.object({
  key,
  caseId: z.uuid("invalid"),
  version,
  deadlineId: z.uuid("invalid"),
  documentNumber: text(1, 60),
  documentDate: z.iso.date("date.day"),
  /** Until when the procuracy extended the complex limit; of its decision alone. */
  extendedUntil: z.iso.date("date.day").optional(),
});
export const beginLimitInput = z.object({
  key,
  caseId: z.uuid("invalid"),
  version,
  limit: z.enum(paperLimits, "required"),
  documentNumber: text(1, 60),
  documentDate: z.iso.date("date.day"),
});

export const caseStepInput = z.object({
  key,
  caseId: z.uuid("invalid"),
  version,
  to: z.enum([
    "RECEIVED",
    "CLASSIFYING",
    "VERIFYING",
    "EXTENDED",
    "INITIATED",
    "INVESTIGATING",
    "PROSECUTION_PROPOSED",
    "CLOSED",
    "NOT_INITIATED",
    "SUSPENDED",
    "RESUMED",
    "TRANSFERRED",
  ]),
  decisionNumber: optionalText(60),
  decisionDate: z.iso.date("date.day").optional(),
  reason: optionalText(2000),
});
export const appointInput = z.object({
  key,
  caseId: z.uuid("invalid"),
  version,
  membershipIds: z.array(z.uuid("invalid")).min(1, "required").max(50),
});
export const restrictInput = z.object({
  key,
  caseId: z.uuid("invalid"),
  version,
  restricted: z.boolean(),
  reason: text(10, 2000),
});
export const addTargetsInput = z.object({
  key,
  caseId: z.uuid("invalid"),
  targets: z.array(targetInput).min(1, "required").max(200),
});
export const noteInput = z.object({ key, caseId: z.uuid("invalid"), body: text(1, 8000) });
