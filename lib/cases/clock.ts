import type { Tx } from "@/lib/db";
import { dueAt } from "@/lib/deadlines/due";
import { choosePolicy } from "@/lib/deadlines/policy";
import { deadlineReference } from "@/lib/organisations/time-limits";
import type { CaseModel } from "@/lib/generated/prisma/models";

/** The limits that begin with the report: classification within 24 hours, resolution within 20 days (CPC art. 147). */
const fromReport = ["CLASSIFY_REPORT", "RESOLVE_REPORT"] as const;

/** Starts the case's legal time limits, counted from the report. A limit that has no policy in force is not invented. */
export async function startCaseDeadlines(
  tx: Tx,
  opened: CaseModel,
  unitId: string,
  now: Date,
): Promise<void> {
  const { policies, calendarOf } = await deadlineReference(tx);
  const data = fromReport.flatMap((label) => {
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
