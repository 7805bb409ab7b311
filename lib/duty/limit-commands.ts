import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { onRoster } from "./keep";
import { dutyPolicyAt } from "./limits";
import type { setLimitInput } from "./schema";

/** How long urgent work may lie unopened at the own desk, from now on; calls that are out keep the time they were given. @throws Problem not-allowed; invalid at what is longer than everybody may. */
export function setLimit(actor: Actor, input: z.output<typeof setLimitInput>): Promise<{ id: string }> {
  return onRoster(actor, "duty.manage", "duty.setLimit", input, async (tx, now) => {
    const { urgentMinutes, emergencyMinutes } = input;
    const most = await dutyPolicyAt(tx, now);
    const fields = {
      ...(urgentMinutes > most.mostUrgentMinutes ? { urgentMinutes: "duty.errors.aboveMost" } : {}),
      ...(emergencyMinutes > most.mostEmergencyMinutes ? { emergencyMinutes: "duty.errors.aboveMost" } : {}),
    };
    if (Object.keys(fields).length > 0) throw new Problem("invalid", { fields });
    const { rows } = await statement<{ id: string }>(
      tx,
      "insert into duty_limit (org_id, urgent_minutes, emergency_minutes, set_by_id) values ($1, $2, $3, $4) returning id",
      [actor.orgId, urgentMinutes, emergencyMinutes, actor.membershipId],
    );
    const id = rows[0]!.id;
    return {
      result: { id },
      act: {
        type: "duty.limit_set",
        subjectType: "duty_limit",
        subjectId: id,
        changes: { urgentMinutes, emergencyMinutes },
      },
    };
  });
}
