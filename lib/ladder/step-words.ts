import type { Word } from "@/lib/notices/notify";
import { isOutside, isReminder } from "./rungs";
import type { Fired } from "./step-rows";

/** What a step says: a code, an instant, a share, an organisation's name. Nothing of the case. */
export function wordsOf({ id, clock, step, skipped, to }: Fired): Word[] {
  if (skipped !== null) return [];
  const about = {
    eventId: id,
    urgent: clock.urgency !== "normal",
    caseId: isOutside(step.rung) ? null : clock.caseId,
    requestId: isOutside(step.rung) ? null : clock.requestId,
    deadlineId: clock.id,
    code: clock.code,
  };
  const facts = { subject: clock.subject, dueAt: clock.dueAt.toISOString() };
  if (isReminder(step.rung)) {
    const percent = step.share ?? 0;
    const isHold = step.recipient === "requester";
    return [{ ...about, kind: isHold ? "hold.ends" : "deadline.reminder", to, facts: { ...facts, percent } }];
  }
  if (step.rung !== "breach")
    return [
      {
        ...about,
        kind: "deadline.escalated",
        to,
        facts: { ...facts, rung: step.rung, organisation: clock.ownerName },
        ...(isOutside(step.rung) ? { href: "/overdue" } : {}),
      },
    ];
  return [{ ...about, kind: "deadline.breached", to, facts: { ...facts, organisation: clock.ownerName } }];
}
