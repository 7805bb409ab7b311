import type { Tx } from "@/lib/db";
import { stopClock } from "@/lib/deadlines/clock";
import { dueAt } from "@/lib/deadlines/due";
import { choosePolicy } from "@/lib/deadlines/policy";
import { Problem } from "@/lib/errors";
import type { AppealModel, RequestModel } from "@/lib/generated/prisma/models";
import { deadlineReference } from "@/lib/organisations/time-limits";
import type { Prisma } from "@/lib/generated/prisma/client";

export type AppealTerm = { dueAt: Date; spanMinutes: number; policy: Prisma.InputJsonObject; label: string };

/**
 * When an appeal against a hold is to be answered: the unit's own promise, a policy row that an administrator keeps (four hours until
 * somebody confirms another figure). @throws Problem "unavailable" when no policy applies.
 */
export async function appealTerm(
  tx: Tx,
  order: Pick<RequestModel, "kindCode" | "urgency" | "requesterOrgId">,
  now: Date,
): Promise<AppealTerm> {
  const { policies, calendarOf } = await deadlineReference(tx);
  const found = choosePolicy(policies, {
    subject: "APPEAL",
    kind: order.kindCode,
    urgency: order.urgency,
    specialisedCyber: false,
    at: now,
  });
  if (!found || found.value === null)
    throw new Problem("unavailable", { fields: { holdId: "deadline.noPolicy" } });
  const { id, unit, value, verify, note, source, legalBasis } = found;
  const due = dueAt({ start: now, unit, value, calendar: calendarOf(order.requesterOrgId) });
  return {
    dueAt: due,
    spanMinutes: Math.max(1, Math.round((due.getTime() - now.getTime()) / 60_000)),
    policy: { id, unit, value, verify, note, source, legalBasis },
    label: note ?? "APPEAL",
  };
}

/** Starts the clock of an appeal that was just taken in. The unit's own: the desk that handed it in only reads when it is due. */
export async function startAppealClock(
  tx: Tx,
  appeal: Pick<AppealModel, "id" | "caseId" | "requestId" | "requesterOrgId" | "provinceCode">,
  order: Pick<RequestModel, "restricted" | "sealedTo">,
  { label, policy, dueAt: due, spanMinutes }: AppealTerm,
  now: Date,
): Promise<void> {
  await tx.deadline.createMany({
    data: [
      {
        subject: "APPEAL",
        label,
        appealId: appeal.id,
        caseId: appeal.caseId,
        requestId: appeal.requestId,
        ownerOrgId: appeal.requesterOrgId,
        requesterOrgId: appeal.requesterOrgId,
        provinceCode: appeal.provinceCode,
        restricted: order.restricted,
        sealedTo: order.sealedTo,
        policy,
        startsAt: now,
        dueAt: due,
        spanMinutes,
      },
    ],
  });
}

/** Ends it: met in time, missed otherwise; nobody is judged for one that was withdrawn. */
export async function endAppealClock(
  tx: Tx,
  appealId: string,
  now: Date,
  how: "done" | "cancelled",
): Promise<void> {
  for (const clock of await tx.deadline.findMany({ where: { appealId, state: "running" } })) {
    const state =
      how === "cancelled"
        ? "cancelled"
        : stopClock({ state: clock.state, startAt: clock.startsAt, dueAt: clock.dueAt, pausedAt: null }, now)
            .state;
    await tx.deadline.updateMany({
      where: { id: clock.id, state: "running" },
      data: { state, endedAt: now },
    });
  }
}
