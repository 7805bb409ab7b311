import { statement, type Tx } from "@/lib/db";
import type { Urgency } from "@/lib/generated/prisma/enums";

/** How long a desk that set nothing leaves urgent work unopened, in minutes: our default, to be confirmed by each organisation. */
export const defaultLimit = { urgentMinutes: 10, emergencyMinutes: 5 } as const;
export type Limit = { urgentMinutes: number; emergencyMinutes: number; isDefault: boolean };

/** What an organisation has set, as of an instant (UTC). */
export async function limitAt(tx: Tx, orgId: string, at: Date): Promise<Limit> {
  const { rows } = await statement<{ urgentMinutes: number; emergencyMinutes: number }>(
    tx,
    `select urgent_minutes as "urgentMinutes", emergency_minutes as "emergencyMinutes" from duty_limit
      where org_id = $1 and valid_from <= $2 order by valid_from desc, id desc limit 1`,
    [orgId, at],
  );
  return rows[0] ? { ...rows[0], isDefault: false } : { ...defaultLimit, isDefault: true };
}

/** The minutes that this urgency is given. */
export const minutesFor = (limit: Limit, urgency: Urgency): number =>
  urgency === "emergency" ? limit.emergencyMinutes : limit.urgentMinutes;
