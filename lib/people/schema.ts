import { z } from "zod";
import { optionalDay } from "@/lib/day";
import { optionalText, text } from "@/lib/fields";
import { Role } from "@/lib/generated/prisma/enums";
import { chosenOrganisation } from "@/lib/organisations/schema";
import { signerTitles } from "./role-rules";

const key = z.uuid("invalid");
const version = z.coerce.number().int().min(1).max(2_147_483_647);
const membership = {
  roles: z.array(z.enum(Role, "invalid")).min(1, "required").max(12),
  title: optionalText(120),
  signerTitle: z.union([z.enum(signerTitles), z.literal("").transform(() => undefined)]).optional(),
  /** Heads the organisation: told of what is overdue before anybody outside it. */
  heads: z.boolean("invalid").optional(),
  validTo: optionalDay,
};

export const invitePersonInput = z.object({
  key,
  email: z
    .string("required")
    .trim()
    .toLowerCase()
    .min(1, "required")
    .max(254, "text.tooLong")
    .pipe(z.email("admin.errors.email")),
  fullName: text(2, 120),
  rank: optionalText(60),
  organisationId: chosenOrganisation,
  ...membership,
});
export const addMembershipInput = z.object({
  key,
  personId: z.uuid("invalid"),
  organisationId: chosenOrganisation,
  ...membership,
});
export const changeMembershipInput = z.object({
  key,
  membershipId: z.uuid("invalid"),
  version,
  ...membership,
});
export const endMembershipInput = z.object({
  key,
  membershipId: z.uuid("invalid"),
  version,
  reason: text(5, 500),
});
export const changePersonInput = z.object({
  key,
  personId: z.uuid("invalid"),
  version,
  fullName: text(2, 120),
  rank: optionalText(60),
});
export const suspendPersonInput = z.object({
  key,
  personId: z.uuid("invalid"),
  version,
  reason: text(5, 500),
});
export const endPersonSessionsInput = z.object({ key, personId: z.uuid("invalid") });
export const renewInvitationInput = z.object({ key, personId: z.uuid("invalid") });
/** The reason says how it was made sure who asks. */
export const reissueAccessInput = z.object({ key, personId: z.uuid("invalid"), reason: text(20, 500) });
export const findPeopleInput = z.object({ text: text(2, 120) });
/** The list's cursors, out of the address; they hold ids alone. */
export const peoplePage = z.object({
  state: z.enum(["active", "invited", "suspended"]).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
  before: z.string().max(200).optional().catch(undefined),
});
export type PeoplePage = z.output<typeof peoplePage>;
