import type { z } from "zod";
import { administer } from "@/lib/access/administer";
import type { Actor } from "@/lib/access/actor";
import { statement } from "@/lib/db";
import { dutyPolicyAt } from "./limits";
import type { setDutyPolicyInput } from "./schema";

/**
 * How long urgent work lies unopened where an organisation set nothing, and the most that one may set, in minutes, from now on. Calls that
 * are out keep the time they were given. Without a source the figures are shown as to be confirmed. @throws Problem not-allowed.
 */
export function setDutyPolicy(
  actor: Actor,
  input: z.output<typeof setDutyPolicyInput>,
): Promise<{ id: string }> {
  return administer(actor, "duty_policy.set", input, async (tx, now) => {
    const { urgentMinutes, emergencyMinutes, mostUrgentMinutes, mostEmergencyMinutes } = input;
    const before = await dutyPolicyAt(tx, now);
    const source = input.source ?? null;
    const { rows } = await statement<{ id: string }>(
      tx,
      `insert into duty_policy (urgent_minutes, emergency_minutes, most_urgent_minutes, most_emergency_minutes, source, set_by_id)
        values ($1, $2, $3, $4, $5, $6) returning id`,
      [urgentMinutes, emergencyMinutes, mostUrgentMinutes, mostEmergencyMinutes, source, actor.membershipId],
    );
    const { id } = rows[0]!;
    return {
      result: { id },
      act: {
        type: "duty.policy_set",
        subjectType: "duty_policy",
        subjectId: id,
        changes: {
          urgentMinutes: [before.urgentMinutes, urgentMinutes],
          emergencyMinutes: [before.emergencyMinutes, emergencyMinutes],
          mostUrgentMinutes: [before.mostUrgentMinutes, mostUrgentMinutes],
          mostEmergencyMinutes: [before.mostEmergencyMinutes, mostEmergencyMinutes],
          source: [before.source, source],
        },
      },
    };
  });
}
