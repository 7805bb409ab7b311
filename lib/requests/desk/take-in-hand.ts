import type { Actor } from "@/lib/access/actor";
import { endDeadlines } from "@/lib/requests/clock";
import type { Moment } from "@/lib/requests/step";

/**
 * Whatever a desk does first shows that it has the request: acknowledging, starting, asking or answering ends the clock of the
 * acknowledgement, in time or late, and gives the request to whoever acted unless somebody had it. Returns the columns to write.
 */
export async function takeInHand(
  actor: Actor,
  { tx, request, now }: Pick<Moment, "tx" | "request" | "now">,
): Promise<{ acknowledgedAt: Date; firstActionAt: Date; assigneeId: string }> {
  await endDeadlines(tx, request.id, ["ACKNOWLEDGE"], now, "done");
  return {
    acknowledgedAt: request.acknowledgedAt ?? now,
    firstActionAt: request.firstActionAt ?? now,
    assigneeId: request.assigneeId ?? actor.membershipId,
  };
}
