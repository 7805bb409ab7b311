import { OrganisationKind } from "@/lib/generated/prisma/enums";

/** The kinds of organisations, in the order of the domain's list. */
export const organisationKinds = Object.values(OrganisationKind);
