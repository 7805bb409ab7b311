import { statement, type Tx } from "@/lib/db";
import { cancelClock, stopClock } from "@/lib/deadlines/clock";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { DeadlineState, DeadlineSubject } from "@/lib/generated/prisma/enums";

/** What a clock may be about; tasks and reports begin theirs in the same way. */
export type SubjectType = "request" | "case" | "appeal" | "hold" | "task" | "report";

/** A clock that begins. Instants UTC, spans in minutes. */
export type NewClock = {
  subject: DeadlineSubject;
  subjectType: SubjectType;
  subjectId: string;
  label: string;
  policy: Prisma.InputJsonObject;
  startsAt: Date;
  dueAt: Date;
  spanMinutes: number;
  caseId: string | null;
  requestId?: string | null;
  appealId?: string | null;
  ownerOrgId: string;
  requesterOrgId: string;
  provinceCode: string;
  kindCode: string | null;
  restricted: boolean;
  sealedTo: readonly string[];
};

const insertSql = `
  insert into deadline (subject, subject_type, subject_id, label, policy, starts_at, due_at, span_minutes, case_id, request_id, appeal_id,
      owner_org_id, requester_org_id, province_code, kind_code, restricted, sealed_to)
    select d.* from jsonb_to_recordset($1::jsonb) as d("subject" deadline_subject, "subjectType" text, "subjectId" uuid, "label" text, "policy" jsonb,
      "startsAt" timestamptz, "dueAt" timestamptz, "spanMinutes" int, "caseId" uuid, "requestId" uuid, "appealId" uuid, "ownerOrgId" uuid,
      "requesterOrgId" uuid, "provinceCode" text, "kindCode" text, "restricted" boolean, "sealedTo" uuid[])`;

/** Starts clocks of anything, all in one statement. Who may begin which is the database's to say (policies of `deadline`). */
export async function startClocks(tx: Tx, clocks: readonly NewClock[]): Promise<void> {
  if (clocks.length > 0) await statement(tx, insertSql, [JSON.stringify(clocks)]);
}

export const openStates: DeadlineState[] = ["running", "paused"];

/**
 * Ends the open clocks that `which` names: met in time, missed otherwise; `cancelled` judges nobody. Gives back each with its verdict.
 */
export async function endClocks(
  tx: Tx,
  which: Prisma.DeadlineWhereInput,
  now: Date,
  how: "done" | "cancelled",
): Promise<{ subject: DeadlineSubject; state: DeadlineState }[]> {
  const open = { AND: [which, { state: { in: openStates } }] };
  const ended = [];
  for (const { id, subject, state, startsAt, dueAt, pausedAt } of await tx.deadline.findMany({
    where: open,
  })) {
    const clock = { state, startAt: startsAt, dueAt, pausedAt };
    const verdict = (how === "cancelled" ? cancelClock : stopClock)(clock, now).state;
    await tx.deadline.updateMany({
      where: { id, state: { in: openStates } },
      data: { state: verdict, endedAt: now },
    });
    ended.push({ subject, state: verdict });
  }
  return ended;
}
