import { statement, type Tx } from "@/lib/db";
import type { Urgency } from "@/lib/generated/prisma/enums";
import type { DutyPolicyShown } from "./types";

/** Minutes that urgent work lies unopened before the next in line is called. `isDefault`: the administrator's, which no source confirmed. */
export type Limit = { urgentMinutes: number; emergencyMinutes: number; isDefault: boolean };
/** The administrator's figures, as of an instant (UTC). The migration made the first. */
export async function dutyPolicyAt(tx: Tx, at: Date): Promise<DutyPolicyShown> {
  const { rows } = await statement<DutyPolicyShown>(
    tx,
    `select urgent_minutes as "urgentMinutes", emergency_minutes as "emergencyMinutes", most_urgent_minutes as "mostUrgentMinutes",
        most_emergency_minutes as "mostEmergencyMinutes", source
      from duty_policy where valid_from <= $1 order by valid_from desc, id desc limit 1`,
    [at],
  );
  return rows[0]!;
}

/** What an organisation has set, as of an instant (UTC), and no more than everybody may; without it the default. */
export async function limitAt(tx: Tx, orgId: string, at: Date): Promise<Limit> {
  const policy = await dutyPolicyAt(tx, at);
  const { rows } = await statement<{ urgentMinutes: number; emergencyMinutes: number }>(
    tx,
    `select urgent_minutes as "urgentMinutes", emergency_minutes as "emergencyMinutes" from duty_limit
      where org_id = $1 and valid_from <= $2 order by valid_from desc, id desc limit 1`,
    [orgId, at],
  );
  const [own] = rows;
  if (!own)
    return {
      urgentMinutes: policy.urgentMinutes,
      emergencyMinutes: policy.emergencyMinutes,
      isDefault: policy.source === null,
    };
  return {
    urgentMinutes: Math.min(own.urgentMinutes, policy.mostUrgentMinutes),
    emergencyMinutes: Math.min(own.emergencyMinutes, policy.mostEmergencyMinutes),
    isDefault: false,
  };
}

/** The minutes that this urgency is given. */
export const minutesFor = (limit: Limit, urgency: Urgency): number =>
  urgency === "emergency" ? limit.emergencyMinutes : limit.urgentMinutes;
