import { z } from "zod";
import { day, inOrder, optionalDay } from "@/lib/day";
import { optionalText, text } from "@/lib/fields";
import { OrganisationLevel, Urgency } from "@/lib/generated/prisma/enums";
import { optionalOrganisation } from "@/lib/organisations/schema";
import { signerTitles } from "@/lib/people/role-rules";
import { sure } from "@/lib/access/ask-first";
import { addresseeWords } from "./addressee-words";
import { limitSubjects, limitUnits } from "./limits";

const key = z.uuid("invalid");
const version = z.coerce.number().int().min(1).max(2_147_483_647);
const source = text(3, 300);
const empty = z.literal("").transform(() => undefined);

export const kindStages = [
  "any",
  "crime-report-or-later",
  "after-initiation",
  "after-initiation-verify",
] as const;
export const procuracyRules = [
  "none",
  "none-verify",
  "notify-before-execution",
  "notify-before-decision",
  "verify",
] as const;
/** A form sends an empty text for what was left out. */
const leftOut = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const figure = z.coerce
  .number<string | number>("admin.errors.number")
  .int("admin.errors.number")
  .min(1, "admin.errors.limitPositive")
  .max(6_000_000, "admin.errors.limitTooLong");
const requiredFigure = z
  .union([z.string(), z.number()], "required")
  .refine((value) => leftOut(value) !== undefined, "required")
  .pipe(figure);

export const kindPeriodInput = z
  .object({
    key,
    /** The period that was open on the screen; the new one begins within it. */
    periodId: z.uuid("invalid"),
    version,
    validFrom: day,
    nameVi: text(3, 160),
    nameEn: text(3, 160),
    documentVi: text(3, 200),
    addressees: z.array(z.enum(addresseeWords, "invalid")).min(1, "required").max(20),
    stage: z.enum(kindStages, "required"),
    procuracy: z.enum(procuracyRules, "required"),
    signerTitles: z.array(z.enum(signerTitles, "invalid")).min(1, "required").max(8),
    /** One reference a line, as `document:article`. */
    legalBases: z
      .string()
      .max(4_000, "text.tooLong")
      .transform((value) => [
        ...new Set(
          value
            .normalize("NFC")
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean),
        ),
      ])
      .pipe(z.array(z.string().max(160, "text.tooLong")).max(40, "text.tooLong")),
    /** How long a hold of this kind may last; of kinds that hold provisionally alone. */
    maxHoldValue: z.preprocess(leftOut, figure.optional()),
    maxHoldUnit: z.preprocess(leftOut, z.enum(limitUnits, "required").optional()),
    note: optionalText(1_000),
    source,
    sure,
  })
  .superRefine(({ maxHoldValue, maxHoldUnit }, context) => {
    const lacks = { maxHoldValue: !maxHoldValue && maxHoldUnit, maxHoldUnit: maxHoldValue && !maxHoldUnit };
    for (const [name, isMissing] of Object.entries(lacks))
      if (isMissing) context.addIssue({ code: "custom", path: [name], message: "required" });
  });

const limit = {
  unit: z.enum(limitUnits, "required"),
  value: requiredFigure,
  /** How much more time an answer may be given altogether, in `unit`; 0 is none, left out is as much as the limit. */
  mostExtension: z.preprocess(
    leftOut,
    z.coerce
      .number<string | number>("admin.errors.number")
      .int("admin.errors.number")
      .min(0, "admin.errors.number")
      .max(6_000_000, "admin.errors.limitTooLong")
      .optional(),
  ),
  note: optionalText(1_000),
  source,
};
export const limitPeriodInput = z.object({
  key,
  policyId: z.uuid("invalid"),
  version,
  validFrom: day,
  ...limit,
  sure,
});
/** What a limit is for; nothing said is everything. */
const combination = {
  subject: z.enum(limitSubjects, "required"),
  kindCode: z.union([empty, z.string().regex(/^[A-Z][A-Z0-9_]{2,59}$/, "invalid")]).optional(),
  urgency: z.union([empty, z.enum(Urgency)]).optional(),
  legalBasis: optionalText(160),
  specialisedOnly: z.boolean().default(false),
  requesterOrgId: optionalOrganisation,
  requesterLevel: z.union([empty, z.enum(OrganisationLevel)]).optional(),
};
export const newLimitInput = inOrder(
  z.object({ key, ...combination, validFrom: day, validTo: optionalDay, ...limit, sure }),
).refine(({ requesterOrgId, requesterLevel }) => !requesterOrgId || !requesterLevel, {
  path: ["requesterLevel"],
  message: "admin.errors.oneRequester",
});
/** What is typed so far, to be looked at on requests of the past. */
export const previewEffectInput = z.object({
  ...combination,
  unit: z.enum(limitUnits),
  value: z.coerce.number().int().min(1).max(6_000_000),
});
export const previewLimitInput = z.object({
  subject: z.enum(limitSubjects),
  unit: z.enum(limitUnits),
  value: z.coerce.number().int().min(1).max(6_000_000),
  validFrom: day,
});

export const documentTypes = [
  "law",
  "code",
  "resolution",
  "decree",
  "decision",
  "directive",
  "circular",
  "joint-circular",
  "official-letter",
  "dispatch",
  "guidance",
  "self-regulation",
] as const;
export const documentStatuses = [
  "not-yet",
  "in-force",
  "in-force-verify",
  "amended",
  "replaced",
  "expired",
] as const;
/** Articles as a person writes them, one a line: `Điều 129 | Phong tỏa tài khoản …`. */
const articles = z
  .string()
  .max(60_000, "text.tooLong")
  .default("")
  .transform((value) =>
    value
      .split("\n")
      .filter((line) => line.trim())
      .map((line) => {
        const [article = "", ...summary] = line.split("|");
        return { article, summaryVi: summary.join("|") };
      }),
  )
  .pipe(
    z
      .array(
        z.object({
          article: text(2, 80),
          summaryVi: z.string().trim().min(3, "admin.errors.articles").max(2_000, "text.tooLong"),
        }),
      )
      .max(80, "text.tooLong"),
  );
const legalDocument = {
  number: optionalText(80),
  titleVi: text(5, 400),
  titleEn: text(5, 400),
  type: z.enum(documentTypes, "required"),
  issuer: optionalText(160),
  status: z.enum(documentStatuses, "required"),
  source,
  validFrom: optionalDay,
  validTo: optionalDay,
  articles,
};
export const newDocumentInput = inOrder(
  z.object({
    key,
    documentId: z
      .string()
      .trim()
      .toLowerCase()
      .min(1, "required")
      .regex(/^[a-z0-9][a-z0-9-]{2,59}$/, "admin.errors.code"),
    ...legalDocument,
  }),
);
export const changeDocumentInput = inOrder(
  z.object({ key, documentId: text(1, 80), version, ...legalDocument, sure }),
);

/** What the portal took as a default, confirmed against a source. */
export const confirmInput = z.object({ key, id: text(1, 80), version, source });

export const holidayKinds = ["statutory", "compensatory", "swapped-off", "swapped-work", "possible"] as const;
const holiday = {
  date: day,
  nameVi: text(2, 160),
  nameEn: text(2, 160),
  kind: z.enum(holidayKinds, "required"),
  source,
};
export const newHolidayInput = z.object({ key, ...holiday });
export const changeHolidayInput = z.object({ key, holidayId: z.uuid("invalid"), version, ...holiday });

const clock = z
  .string()
  .trim()
  .min(1, "required")
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "admin.errors.clock");
export const officeHoursInput = z.object({
  key,
  /** Empty: the hours of everybody who has none of his own. */
  organisationId: optionalOrganisation,
  weekdays: z.array(z.coerce.number().int().min(0).max(6)).min(1, "required").max(7),
  morningFrom: clock,
  morningTo: clock,
  afternoonFrom: z.union([empty, clock]).optional(),
  afternoonTo: z.union([empty, clock]).optional(),
  validFrom: day,
});
/** The year shown on the calendar page. */
export const calendarFilter = z.object({
  year: z.coerce.number().int().min(2020).max(2100).optional().catch(undefined),
});
/** Of a register's list, those alone that wait for their confirmation. */
export const waitingFilter = z.object({ state: z.enum(["open"]).optional().catch(undefined) });
export const legalFilter = waitingFilter.extend({ q: text(0, 120).catch("").default("") });
