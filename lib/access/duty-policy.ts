import type { Role } from "@/lib/generated/prisma/enums";
import type { Actor } from "./actor";

/** Who keeps the roster of his own organisation, and who reads it and exchanges shifts of his own. No record is asked: another
 * organisation's roster is nobody's. */
export const dutyPolicy = {
  "duty.manage": ["liaison_manager", "commander"],
  "duty.read": ["intake_officer", "investigator", "commander", "analyst", "liaison", "liaison_manager"],
} as const satisfies Record<string, readonly Role[]>;
export type DutyPermission = keyof typeof dutyPolicy;

/** May the actor do this with the roster of the organisation in which he acts? */
export const mayOnDuty = (actor: Pick<Actor, "roles">, permission: DutyPermission): boolean =>
  actor.roles.some((role) => (dutyPolicy[permission] as readonly Role[]).includes(role));
