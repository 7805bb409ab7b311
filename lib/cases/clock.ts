import { endClocks, startClocks } from "@/lib/clocks/store";
import { termsOf } from "@/lib/clocks/term";
import type { Tx } from "@/lib/db";
import type { CaseStatus } from "@/lib/generated/prisma/enums";
import type { CaseModel } from "@/lib/generated/prisma/models";
import type { NoticeLimit } from "./notices";

type CaseLimit =
  "CLASSIFY_REPORT" | "RESOLVE_REPORT" | "RESOLVE_REPORT_COMPLEX" | "RESUMED_RESOLUTION" | NoticeLimit;

/** The limits that begin with the report: classification within 24 hours, resolution within 20 days (CPC art. 147), word to the procuracy (art. 146 § 5). */
const fromReport: readonly CaseLimit[] = ["CLASSIFY_REPORT", "RESOLVE_REPORT", "NOTIFY_PROCURACY_RECEIPT"];
/** What resolves a report (CPC art. 147), or takes it from this unit: whichever of its limits still runs ends with it. */
const resolving: readonly CaseStatus[] = ["INITIATED", "NOT_INITIATED", "SUSPENDED", "TRANSFERRED", "CLOSED"];
/**
 * Notices that a decision begins: the procuracy and the reporter hear of a suspension within 24 hours (CPC art. 148 § 2), the reporter of the
 * result within 3 days (joint circular 01/2017 art. 14), a case out of competence goes on within 24 hours (art. 8).
 */
const begunBy: Partial<Record<CaseStatus, NoticeLimit>> = {
  INITIATED: "RESULT_NOTICE",
  NOT_INITIATED: "RESULT_NOTICE",
  SUSPENDED: "SUSPENSION_NOTICE",
  TRANSFERRED: "TRANSFER_OUT_OF_COMPETENCE",
};

/** Starts the case's legal time limits, counted from the report. */
export function startCaseDeadlines(tx: Tx, opened: CaseModel, now: Date): Promise<void> {
  return startLimits(tx, opened, fromReport, opened.reportedAt, now);
}

/**
 * Turns the legal time limits with the case's move to `to`. An extension ends the ordinary one and starts the complex case's own, which
 * counts from the report as well (CPC art. 147 § 2). A report taken up again is to be resolved within a month (art. 149); where the case
 * goes back to its investigation instead, nobody is judged by that.
 */
export async function turnCaseClocks(tx: Tx, found: CaseModel, to: CaseStatus, now: Date): Promise<void> {
  if (resolving.includes(to))
    await endLimits(
      tx,
      found.id,
      ["CLASSIFY_REPORT", "RESOLVE_REPORT", "RESOLVE_REPORT_COMPLEX", "RESUMED_RESOLUTION"],
      now,
    );
  else if (found.status === "RECEIVED") await endLimits(tx, found.id, ["CLASSIFY_REPORT"], now);
  if (found.status === "RESUMED" && to === "INVESTIGATING")
    await endLimits(tx, found.id, ["RESUMED_RESOLUTION"], now, "cancelled");
  const notice = begunBy[to];
  if (notice) await startLimits(tx, found, [notice], now, now);
  if (to === "RESUMED") await startLimits(tx, found, ["RESUMED_RESOLUTION"], now, now);
  if (to !== "EXTENDED") return;
  await endLimits(tx, found.id, ["RESOLVE_REPORT"], now);
  await startLimits(tx, found, ["RESOLVE_REPORT_COMPLEX"], found.reportedAt, now);
}

async function endLimits(
  tx: Tx,
  caseId: string,
  labels: CaseLimit[],
  now: Date,
  how: "done" | "cancelled" = "done",
): Promise<void> {
  await endClocks(tx, { caseId, requestId: null, subject: "CASE_LEGAL", label: { in: labels } }, now, how);
}

/** A limit that has no policy in force is not invented; one that runs already is not begun twice. */
async function startLimits(
  tx: Tx,
  opened: CaseModel,
  labels: readonly CaseLimit[],
  start: Date,
  now: Date,
): Promise<void> {
  const { id: caseId, unitId, provinceCode, restricted, sealedTo } = opened;
  const running = await tx.deadline.findMany({
    where: { caseId, requestId: null, label: { in: [...labels] }, state: "running" },
    select: { label: true },
  });
  const begun = labels.filter((label) => !running.some((one) => one.label === label));
  const terms = await termsOf(
    tx,
    begun.map((label) => ({
      subject: "CASE_LEGAL",
      kind: label,
      urgency: "normal",
      specialisedCyber: false,
      requesterOrgId: unitId,
      ownerOrgId: unitId,
      start,
      at: now,
    })),
  );
  await startClocks(
    tx,
    begun.flatMap((label, index) => {
      const term = terms[index];
      if (!term || term.kindCode !== label) return [];
      const { policy, dueAt, spanMinutes } = term;
      const time = { policy, dueAt, spanMinutes, startsAt: start };
      const whose = { ownerOrgId: unitId, requesterOrgId: unitId, provinceCode, restricted, sealedTo };
      const about = { subjectType: "case", subjectId: caseId, caseId, kindCode: label } as const;
      return [{ subject: "CASE_LEGAL" as const, label, ...about, ...time, ...whose }];
    }),
  );
}
