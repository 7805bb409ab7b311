import { endClocks, startClocks } from "@/lib/clocks/store";
import { type PolicyCopy, type Term, termsOf } from "@/lib/clocks/term";
import { statement, type Tx } from "@/lib/db";
import { type DeadlineClock, resumeClock } from "@/lib/deadlines/clock";
import { deadlineReference } from "@/lib/organisations/time-limits";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { DeadlineSubject, Urgency } from "@/lib/generated/prisma/enums";
import type { DeadlineModel } from "@/lib/generated/prisma/models";
import { Problem } from "@/lib/errors";
import type { ClockTurn } from "./lifecycle";

/** What a clock needs to know of the request it belongs to. */
export type Clocked = {
  id: string;
  caseId: string;
  kindCode: string;
  urgency: Urgency;
  legalBases: string[];
  requesterOrgId: string;
  addresseeOrgId: string;
  provinceCode: string;
  restricted: boolean;
  sealedTo: string[];
};
/** The columns that a request's list shows of its answer clock. */
export type ClockColumns = {
  dueAt?: Date | null;
  pausedAt?: Date | null;
  queueAt?: Date | null;
  spanMinutes?: number | null;
};
/** The policy that was copied into a request's latest answer clock; null before one began. */
export async function answerPolicyOf(tx: Tx, requestId: string): Promise<Prisma.JsonObject | null> {
  const { rows } = await statement<{ policy: Prisma.JsonObject }>(
    tx,
    "select policy from deadline where request_id = $1::uuid and subject = 'ANSWER' order by starts_at desc limit 1",
    [requestId],
  );
  return rows[0]?.policy ?? null;
}

/** Where a paused request stands in a queue sorted by time left: behind everything that runs. */
export const pausedQueueAt = new Date("9999-01-01T00:00:00Z");

/**
 * The terms of a request's deadlines by the policies in force at `now`, counted from `from`, in the order of `subjects`. A clock counts
 * by who asked, whoever starts it.
 * @throws Problem "unavailable" when no policy applies: an administrator has to give one first.
 */
export async function requestTerms<Subjects extends DeadlineSubject[]>(
  tx: Tx,
  request: Clocked,
  subjects: [...Subjects],
  now: Date,
  from = now,
): Promise<{ [K in keyof Subjects]: Term }> {
  const specialisedCyber = await asksAsSpecialised(tx, request.requesterOrgId);
  const terms = await termsOf(
    tx,
    subjects.map((subject) => ({
      subject,
      kind: request.kindCode,
      urgency: request.urgency,
      legalBases: request.legalBases,
      specialisedCyber,
      requesterOrgId: request.requesterOrgId,
      ownerOrgId: request.addresseeOrgId,
      start: from,
      at: now,
    })),
  );
  return terms.map((term) => {
    if (!term) throw new Problem("unavailable", { fields: { kindCode: "deadline.noPolicy" } });
    return term;
  }) as unknown as { [K in keyof Subjects]: Term };
}

/**
 * Starts deadlines by these terms (`requestTerms`) and copies each policy into its deadline, so that a later change never rewrites it.
 * @throws Problem "unavailable" when no policy applies.
 */
export async function startDeadlines<Subjects extends DeadlineSubject[]>(
  tx: Tx,
  request: Clocked,
  subjects: [...Subjects],
  now: Date,
  from = now,
): Promise<{ [K in keyof Subjects]: Term }> {
  const terms = await requestTerms(tx, request, subjects, now, from);
  await startClocks(
    tx,
    (terms as readonly Term[]).map((term, index) => ({
      ...term,
      subject: subjects[index]!,
      startsAt: from,
      ...whoseClock(request),
    })),
  );
  return terms;
}

async function asksAsSpecialised(tx: Tx, unitId: string): Promise<boolean> {
  const { rows } = await statement<{ specialised: boolean }>(
    tx,
    "select specialised_cyber as specialised from organisation where id = $1::uuid",
    [unitId],
  );
  return rows[0]?.specialised ?? false;
}

/** Whose a request's clock is: the addressee keeps it, the requester reads it. */
export const whoseClock = (request: Clocked) => ({
  subjectType: "request" as const,
  subjectId: request.id,
  caseId: request.caseId,
  requestId: request.id,
  ownerOrgId: request.addresseeOrgId,
  requesterOrgId: request.requesterOrgId,
  provinceCode: request.provinceCode,
  kindCode: request.kindCode,
  restricted: request.restricted,
  sealedTo: request.sealedTo,
});

const clockOf = ({ state, startsAt, dueAt: due, pausedAt }: DeadlineModel): DeadlineClock => ({
  state,
  startAt: startsAt,
  dueAt: due,
  pausedAt,
});

/** Ends the request's running clocks of these subjects: met in time, missed otherwise; `cancelled` when nobody failed. */
export async function endDeadlines(
  tx: Tx,
  requestId: string,
  subjects: DeadlineSubject[],
  now: Date,
  how: "done" | "cancelled",
): Promise<void> {
  await endClocks(tx, { requestId, subject: { in: subjects } }, now, how);
}

/**
 * Carries out what an arrow says about the answer's clock and returns the columns to copy onto the request.
 * Pauses keep the time that was left: real time for clock units, working time for working units.
 */
export async function turnClock(
  tx: Tx,
  request: Clocked,
  turn: ClockTurn | undefined,
  now: Date,
): Promise<ClockColumns> {
  switch (turn) {
    case "start": {
      const [, { dueAt: due, spanMinutes }] = await startDeadlines(
        tx,
        request,
        ["ACKNOWLEDGE", "ANSWER"],
        now,
      );
      return { dueAt: due, queueAt: due, pausedAt: null, spanMinutes };
    }
    case "restart": {
      const [{ dueAt: due, spanMinutes }] = await startDeadlines(tx, request, ["ANSWER"], now);
      return { dueAt: due, queueAt: due, pausedAt: null, spanMinutes };
    }
    case "pause": {
      await tx.deadline.updateMany({
        where: { requestId: request.id, state: "running", subject: "ANSWER" },
        data: { state: "paused", pausedAt: now },
      });
      return { pausedAt: now, queueAt: pausedQueueAt };
    }
    case "resume":
      return resume(tx, request, now);
    case "stop":
    case "cancel":
      await endDeadlines(
        tx,
        request.id,
        ["ANSWER", "ACKNOWLEDGE"],
        now,
        turn === "cancel" ? "cancelled" : "done",
      );
      return {};
    default:
      return {};
  }
}

async function resume(tx: Tx, request: Clocked, now: Date): Promise<ClockColumns> {
  const paused = await tx.deadline.findFirst({
    where: { requestId: request.id, state: "paused", subject: "ANSWER" },
  });
  // A waived limit has no clock to go on with; the request rests no more all the same.
  if (!paused?.pausedAt) return { pausedAt: null };
  const { calendarOf } = await deadlineReference(tx);
  const { unit } = paused.policy as unknown as PolicyCopy;
  const calendar = calendarOf(request.addresseeOrgId);
  const { dueAt: due } = resumeClock({ ...clockOf(paused), unit }, now, calendar);
  const pauses = [
    ...(paused.pauses as { from: string; to: string }[]),
    { from: paused.pausedAt.toISOString(), to: now.toISOString() },
  ];
  await tx.deadline.updateMany({
    where: { id: paused.id, state: "paused" },
    data: { state: "running", pausedAt: null, dueAt: due, pauses },
  });
  return { pausedAt: null, dueAt: due, queueAt: due };
}
