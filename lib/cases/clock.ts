import type { Tx } from "@/lib/db";
import { stopClock } from "@/lib/deadlines/clock";
import { dueAt } from "@/lib/deadlines/due";
import { choosePolicy } from "@/lib/deadlines/policy";
import { deadlineReference } from "@/lib/organisations/time-limits";
import type { CaseStatus } from "@/lib/generated/prisma/enums";
import type { CaseModel } from "@/lib/generated/prisma/models";

type CaseLimit = "CLASSIFY_REPORT" | "RESOLVE_REPORT" | "RESOLVE_REPORT_COMPLEX";
/** The limits that begin with the report: classification within 24 hours, resolution within 20 days (CPC art. 147). */
const fromReport: readonly CaseLimit[] = ["CLASSIFY_REPORT", "RESOLVE_REPORT"];
/** What resolves a report (CPC art. 147), or takes it from this unit: whichever of its limits still runs ends with it. */
const resolving: readonly CaseStatus[] = ["INITIATED", "NOT_INITIATED", "SUSPENDED", "TRANSFERRED", "CLOSED"];

/** Starts the case's legal time limits, counted from the report. */
export function startCaseDeadlines(tx: Tx, opened: CaseModel, now: Date): Promise<void> {
  return startLimits(tx, opened, fromReport, now);
}

/**
 * Ends the legal time limits that the case's move to `to` keeps or misses. An extension ends the ordinary one and starts the
 * complex case's own, which counts from the report as well (CPC art. 147 § 2).
 */
export async function turnCaseClocks(tx: Tx, found: CaseModel, to: CaseStatus, now: Date): Promise<void> {
  if (resolving.includes(to))
    await endLimits(tx, found.id, ["CLASSIFY_REPORT", "RESOLVE_REPORT", "RESOLVE_REPORT_COMPLEX"], now);
  else if (found.status === "RECEIVED") await endLimits(tx, found.id, ["CLASSIFY_REPORT"], now);
  if (to !== "EXTENDED") return;
  await endLimits(tx, found.id, ["RESOLVE_REPORT"], now);
  await startLimits(tx, found, ["RESOLVE_REPORT_COMPLEX"], now);
}

async function endLimits(tx: Tx, caseId: string, labels: CaseLimit[], now: Date): Promise<void> {
  const running = { caseId, requestId: null, label: { in: labels }, state: "running" } as const;
  for (const limit of await tx.deadline.findMany({ where: running })) {
    const { state } = stopClock({ ...limit, startAt: limit.startsAt }, now);
    await tx.deadline.updateMany({ where: { ...running, id: limit.id }, data: { state, endedAt: now } });
  }
}

/** A limit that has no policy in force is not invented. */
async function startLimits(
  tx: Tx,
  opened: CaseModel,
  labels: readonly CaseLimit[],
  now: Date,
): Promise<void> {
  const { policies, calendarOf } = await deadlineReference(tx);
  const { unitId } = opened;
  const data = labels.flatMap((label) => {
    const policy = choosePolicy(policies, {
      subject: "CASE_LEGAL",
      kind: label,
      urgency: "normal",
      specialisedCyber: false,
      at: now,
    });
    if (!policy || policy.value === null || policy.kindCode !== label) return [];
    const due = dueAt({
      start: opened.reportedAt,
      unit: policy.unit,
      value: policy.value,
      calendar: calendarOf(unitId),
    });
    const copy = {
      id: policy.id,
      unit: policy.unit,
      value: policy.value,
      verify: policy.verify,
      note: policy.note,
      source: policy.source,
      legalBasis: policy.legalBasis,
    };
    return [
      {
        subject: "CASE_LEGAL" as const,
        label,
        caseId: opened.id,
        ownerOrgId: unitId,
        requesterOrgId: unitId,
        provinceCode: opened.provinceCode,
        kindCode: label,
        restricted: opened.restricted,
        sealedTo: opened.sealedTo,
        policy: copy,
        startsAt: opened.reportedAt,
        dueAt: due,
        spanMinutes: Math.max(1, Math.round((due.getTime() - opened.reportedAt.getTime()) / 60_000)),
      },
    ];
  });
  if (data.length > 0) await tx.deadline.createMany({ data });
}
