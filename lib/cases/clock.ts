import { endClocks, type NewClock, startClocks } from "@/lib/clocks/store";
import { spanOf, termsOf } from "@/lib/clocks/term";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { CaseStatus } from "@/lib/generated/prisma/enums";
import type { CaseModel, DeadlineModel } from "@/lib/generated/prisma/models";
import type { NoticeLimit } from "./notices";

type CaseLimit =
  | "CLASSIFY_REPORT"
  | "RESOLVE_REPORT"
  | "RESOLVE_REPORT_COMPLEX"
  | "RESUMED_RESOLUTION"
  | "EXTENSION_REQUEST_BEFORE"
  | "EXTENSION_MAX"
  | NoticeLimit;

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
  if (resolving.includes(to)) {
    await endLimits(
      tx,
      found.id,
      ["CLASSIFY_REPORT", "RESOLVE_REPORT", "RESOLVE_REPORT_COMPLEX", "RESUMED_RESOLUTION", "EXTENSION_MAX"],
      now,
    );
    // Nobody waits for an extension any more.
    await endLimits(tx, found.id, ["PROCURACY_DECIDES_EXTENSION"], now, "cancelled");
  } else if (found.status === "RECEIVED") await endLimits(tx, found.id, ["CLASSIFY_REPORT"], now);
  if (found.status === "RESUMED" && to === "INVESTIGATING")
    await endLimits(tx, found.id, ["RESUMED_RESOLUTION"], now, "cancelled");
  const notice = begunBy[to];
  if (notice) await startLimits(tx, found, [notice], now, now);
  if (to === "RESUMED") await startLimits(tx, found, ["RESUMED_RESOLUTION"], now, now);
  if (to !== "EXTENDED") return;
  await endLimits(tx, found.id, ["RESOLVE_REPORT"], now);
  await startLimits(tx, found, ["RESOLVE_REPORT_COMPLEX"], found.reportedAt, now);
}

/** A limit of a case that runs now; null when it does not. */
export const runningLimit = (tx: Tx, caseId: string, label: CaseLimit): Promise<DeadlineModel | null> =>
  tx.deadline.findFirst({
    where: { caseId, requestId: null, subject: "CASE_LEGAL", label, state: "running" },
  });

/**
 * Begins one limit beside those of its kind that run already: two papers are two limits. Gives its clock's id.
 * @throws Problem not-now where no policy in force gives it a length.
 */
export async function beginAlone(
  tx: Tx,
  found: CaseModel,
  label: CaseLimit,
  start: Date,
  now: Date,
  dueAt?: Date,
): Promise<string> {
  const [clock] = await clocksOf(tx, found, [label], start, now);
  if (!clock) throw new Problem("not-now");
  await startClocks(tx, [dueAt ? { ...clock, dueAt, spanMinutes: spanOf(start, dueAt) } : clock]);
  const { rows } = await statement<{ id: string }>(
    tx,
    "select id from deadline where case_id = $1 and request_id is null and label = $2 and state = 'running' order by id desc limit 1",
    [found.id, label],
  );
  return rows[0]!.id;
}

/** The procuracy was asked for an extension now: in time until some days before the complex limit's end (CPC art. 147 § 2). */
export async function askedBefore(
  tx: Tx,
  found: CaseModel,
  complex: Pick<DeadlineModel, "startsAt" | "dueAt">,
  now: Date,
): Promise<void> {
  const [clock] = await clocksOf(tx, found, ["EXTENSION_REQUEST_BEFORE"], complex.startsAt, now);
  if (!clock) return;
  const { value } = clock.policy as { value: number };
  const dueAt = new Date(complex.dueAt.getTime() - value * 86_400_000);
  const id = await beginAlone(tx, found, "EXTENSION_REQUEST_BEFORE", complex.startsAt, now, dueAt);
  await endClocks(tx, { id }, now, "done");
}

/** The procuracy extended the complex limit until an instant: that end holds instead, once (CPC art. 147 § 2). */
export async function extendComplex(tx: Tx, found: CaseModel, until: Date, now: Date): Promise<void> {
  const complex = await runningLimit(tx, found.id, "RESOLVE_REPORT_COMPLEX");
  const isLate = complex !== null && complex.dueAt < now;
  await endLimits(tx, found.id, ["RESOLVE_REPORT_COMPLEX"], now, isLate ? "done" : "cancelled");
  await beginAlone(tx, found, "EXTENSION_MAX", now, now, until);
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
  const running = await tx.deadline.findMany({
    where: { caseId: opened.id, requestId: null, label: { in: [...labels] }, state: "running" },
    select: { label: true },
  });
  const begun = labels.filter((label) => !running.some((one) => one.label === label));
  await startClocks(tx, await clocksOf(tx, opened, begun, start, now));
}

async function clocksOf(
  tx: Tx,
  opened: CaseModel,
  begun: readonly CaseLimit[],
  start: Date,
  now: Date,
): Promise<NewClock[]> {
  const { id: caseId, unitId, provinceCode, restricted, sealedTo } = opened;
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
  return begun.flatMap((label, index) => {
    const term = terms[index];
    if (!term || term.kindCode !== label) return [];
    const { policy, dueAt, spanMinutes } = term;
    const time = { policy, dueAt, spanMinutes, startsAt: start };
    const whose = { ownerOrgId: unitId, requesterOrgId: unitId, provinceCode, restricted, sealedTo };
    const about = { subjectType: "case", subjectId: caseId, caseId, kindCode: label } as const;
    return [{ subject: "CASE_LEGAL" as const, label, ...about, ...time, ...whose }];
  });
}
