import { startClocks } from "@/lib/clocks/store";
import { spanOf } from "@/lib/clocks/term";
import type { Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Clocked, endDeadlines, startDeadlines, whoseClock } from "@/lib/requests/clock";

/** The clock of the longest time that an order's suspension may last, whatever became of it: the latest, whose end is the first one's. */
const clockOf = (tx: Tx, requestId: string) =>
  tx.deadline.findFirst({
    where: { requestId, subject: "SUSPENSION_MAX" },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
  });

/** When an order's suspension ends at the latest (UTC); null before its first hold. */
export async function latestOfSuspension(tx: Tx, requestId: string): Promise<Date | null> {
  return (await clockOf(tx, requestId))?.dueAt ?? null;
}

/**
 * The same for a hold that begins now: the first starts the clock, a later one goes by it, also after everything was let go in between.
 * So no second answer gives a suspension its longest time anew (AML law 2022 art. 44, to be confirmed).
 * @throws Problem "invalid" at the field when that time is over.
 */
export async function latestStarted(tx: Tx, request: Clocked, now: Date): Promise<Date> {
  const clock = await clockOf(tx, request.id);
  if (!clock) return (await startDeadlines(tx, request, ["SUSPENSION_MAX"], now))[0].dueAt;
  if (clock.dueAt <= now)
    throw new Problem("invalid", { fields: { "answer.amount": "answer.suspensionOver" } });
  if (clock.state !== "running")
    await startClocks(tx, [
      {
        subject: "SUSPENSION_MAX",
        label: clock.label,
        policy: clock.policy as Prisma.InputJsonObject,
        startsAt: now,
        dueAt: clock.dueAt,
        spanMinutes: spanOf(now, clock.dueAt),
        ...whoseClock(request),
      },
    ]);
  return clock.dueAt;
}

/** Ends the clock of an order's longest time, and those of the extensions that moved it. */
export async function endHoldClocks(
  tx: Tx,
  requestId: string,
  now: Date,
  how: "done" | "cancelled",
): Promise<void> {
  const extensions = await tx.request.findMany({
    where: { parentId: requestId, kindCode: "HOLD_EXTENSION" },
    select: { id: true },
  });
  for (const id of [requestId, ...extensions.map((each) => each.id)])
    await endDeadlines(tx, id, ["SUSPENSION_MAX", "HOLD_EXPIRY"], now, how);
}
