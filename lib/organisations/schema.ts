import { z } from "zod";
import { sure } from "@/lib/access/ask-first";
import { day, inOrder, optionalDay } from "@/lib/day";
import { optionalText, text } from "@/lib/fields";
import { OrganisationKind, OrganisationLevel } from "@/lib/generated/prisma/enums";
import { codeFlaw } from "./code-rule";

const key = z.uuid("invalid");
const version = z.coerce.number().int().min(1).max(2_147_483_647);
/** What a picker holds while a name is typed and none of the register is chosen. */
export const unpicked = "unpicked";
const organisation = z.uuid("admin.errors.pickOrganisation");
/** An organisation chosen from the register, by id. */
export const chosenOrganisation = z.string("required").min(1, "required").pipe(organisation);
/** The same, or none. */
export const optionalOrganisation = z
  .union([z.literal("").transform(() => undefined), organisation])
  .optional();
const phone = optionalText(30).refine(
  (value) => value === undefined || /^[+\d][\d\s.\-()]{3,29}$/.test(value),
  "admin.errors.phone",
);

/** Other names by which papers call it, one a line. */
const aliases = z
  .string()
  .max(4_000, "text.tooLong")
  .default("")
  .transform((value) => [
    ...new Set(
      value
        .normalize("NFC")
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string().max(160, "text.tooLong")).max(40, "text.tooLong"));

const kept = {
  name: text(3, 200),
  nameEn: text(2, 200),
  shortName: text(2, 80),
  aliases,
  symbol: optionalText(20),
  dutyPhone: phone,
  onPortal: z.boolean().default(false),
  source: text(3, 300),
  validFrom: day,
  validTo: optionalDay,
};
export const newOrganisationInput = inOrder(
  z.object({
    key,
    code: z
      .string()
      .trim()
      .toLowerCase()
      .min(1, "required")
      .regex(/^[a-z0-9][a-z0-9:._-]{2,59}$/, "admin.errors.code"),
    kind: z.enum(OrganisationKind, "required"),
    level: z.union([z.enum(OrganisationLevel), z.literal("").transform(() => undefined)]).optional(),
    provinceCode: z
      .union([z.string().regex(/^\d{2}$/, "invalid"), z.literal("").transform(() => undefined)])
      .optional(),
    specialisedCyber: z.boolean().default(false),
    parentId: optionalOrganisation,
    ...kept,
    sure,
  }),
).superRefine(({ code, kind, provinceCode }, context) => {
  const flaw = codeFlaw(code, kind, provinceCode);
  if (flaw) context.addIssue({ code: "custom", path: ["code"], message: flaw });
});
export const changeOrganisationInput = inOrder(
  z.object({ key, organisationId: z.uuid("invalid"), version, ...kept, sure }),
);
export const moveOrganisationInput = z.object({
  key,
  organisationId: z.uuid("invalid"),
  version,
  /** Empty: it stands on its own. */
  parentId: optionalOrganisation,
  from: day,
  reason: text(5, 500),
  sure,
});
/** What the register took over as a default, confirmed against a source. */
export const confirmOrganisationInput = z.object({
  key,
  id: z.uuid("invalid"),
  version,
  source: kept.source,
});
export const findOrganisationsInput = z.object({ text: text(0, 120) });
/** The list's filter, out of the address: a mistyped one opens the whole list. */
export const organisationFilter = z.object({
  q: text(0, 120).catch("").default(""),
  kind: z.enum(OrganisationKind).optional().catch(undefined),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .catch(undefined),
  portal: z.enum(["yes", "no"]).optional().catch(undefined),
  state: z.enum(["open"]).optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
  before: z.string().max(600).optional().catch(undefined),
});
export type OrganisationFilter = z.output<typeof organisationFilter>;
