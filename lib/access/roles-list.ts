import { Role } from "@/lib/generated/prisma/enums";

/** The twelve roles of the portal. */
export const roles = Object.values(Role);
