import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { statement } from "@/lib/db";
import { onRoster } from "./keep";
import type { setLimitInput } from "./schema";

/** How long urgent work may lie unopened at the own desk, from now on; calls that are out keep the time they were given. @throws Problem not-allowed. */
export function setLimit(actor: Actor, input: z.output<typeof setLimitInput>): Promise<{ id: string }> {
  return onRoster(actor, "duty.manage", "duty.setLimit", input, async (tx) => {
    const { urgentMinutes, emergencyMinutes } = input;
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
