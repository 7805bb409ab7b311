import { statement, type Tx } from "@/lib/db";
import { cancelClock, type DeadlineClock, resumeClock, stopClock } from "@/lib/deadlines/clock";
import { dueAt } from "@/lib/deadlines/due";
import { choosePolicy, type DeadlineUnit } from "@/lib/deadlines/policy";
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
type PolicyCopy = {
  id: string;
  unit: DeadlineUnit;
  value: number;
  verify: boolean;
  note: string | null;
  source: string;
  legalBasis: string | null;
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

type Started = { dueAt: Date; spanMinutes: number };
const insertSql = `
  insert into deadline (subject, label, policy, due_at, span_minutes, starts_at, case_id, request_id, owner_org_id, requester_org_id, province_code, kind_code, restricted, sealed_to)
  select d.*, $6, $7, $8, $9, $10, $11, $12, $13, $14
  from unnest($1::deadline_subject[], $2::text[], $3::jsonb[], $4::timestamptz[], $5::int[]) as d`;

/**
 * Starts deadlines from the policies in force at `now` and copies each policy into its deadline, so that a later change never
 * rewrites it. Gives them in the order of `subjects`.
 * @throws Problem "unavailable" when no policy applies: an administrator has to give one first.
 */
export async function startDeadlines<Subjects extends DeadlineSubject[]>(
  tx: Tx,
  request: Clocked,
  subjects: [...Subjects],
  specialisedCyber: boolean,
  now: Date,
): Promise<{ [K in keyof Subjects]: Started }> {
  const { policies, calendarOf } = await deadlineReference(tx);
  const calendar = calendarOf(request.addresseeOrgId);
  const started = subjects.map((subject) => {
    const policy = choosePolicy(policies, {
      subject,
      kind: request.kindCode,
      urgency: request.urgency,
      specialisedCyber,
      at: now,
      legalBases: request.legalBases,
    });
    if (!policy || policy.value === null)
      throw new Problem("unavailable", { fields: { kindCode: "deadline.noPolicy" } });
    const { id, unit, value, verify, note, source, legalBasis } = policy;
    const due = dueAt({ start: now, unit, value, calendar });
    const copy: PolicyCopy = { id, unit, value, verify, note, source, legalBasis };
    return {
      subject,
      label: note ?? subject,
      copy,
      dueAt: due,
      spanMinutes: Math.max(1, Math.round((due.getTime() - now.getTime()) / 60_000)),
    };
  });
  await statement(tx, insertSql, [
    started.map(({ subject }) => subject),
    started.map(({ label }) => label),
    started.map(({ copy }) => JSON.stringify(copy)),
    started.map(({ dueAt: due }) => due),
    started.map(({ spanMinutes }) => spanMinutes),
    now,
    request.caseId,
    request.id,
    request.addresseeOrgId,
    request.requesterOrgId,
    request.provinceCode,
    request.kindCode,
    request.restricted,
    request.sealedTo,
  ]);
  return started as unknown as { [K in keyof Subjects]: Started };
}

const clockOf = ({ state, startsAt, dueAt: due, pausedAt }: DeadlineModel): DeadlineClock => ({
  state,
  startAt: startsAt,
  dueAt: due,
  pausedAt,
});
const running = { state: { in: ["running", "paused"] as ("running" | "paused")[] } };

/**
 * Ends the request's running clocks of these subjects: met in time, missed otherwise; `cancelled` when nobody failed.
 * Returns the verdict on the answer's clock, null when none was judged.
 */
export async function endDeadlines(
  tx: Tx,
  requestId: string,
  subjects: DeadlineSubject[],
  now: Date,
  how: "done" | "cancelled",
): Promise<boolean | null> {
  const open = await tx.deadline.findMany({ where: { requestId, subject: { in: subjects }, ...running } });
  let inTime: boolean | null = null;
  for (const deadline of open) {
    const { state } = (how === "cancelled" ? cancelClock : stopClock)(clockOf(deadline), now);
    if (deadline.subject === "ANSWER" && how === "done") inTime = state === "met";
    await tx.deadline.updateMany({
      where: { id: deadline.id, ...running },
      data: { state, endedAt: now },
    });
  }
  return inTime;
}

/**
 * Carries out what an arrow says about the answer's clock and returns the columns to copy onto the request.
 * Pauses keep the time that was left: real time for clock units, working time for working units.
 */
export async function turnClock(
  tx: Tx,
  request: Clocked,
  turn: ClockTurn | undefined,
  specialisedCyber: boolean,
  now: Date,
): Promise<{ columns: ClockColumns; inTime: boolean | null }> {
  switch (turn) {
    case "start": {
      const [, { dueAt: due, spanMinutes }] = await startDeadlines(
        tx,
        request,
        ["ACKNOWLEDGE", "ANSWER"],
        specialisedCyber,
        now,
      );
      return { columns: { dueAt: due, queueAt: due, pausedAt: null, spanMinutes }, inTime: null };
    }
    case "restart": {
      const [{ dueAt: due, spanMinutes }] = await startDeadlines(
        tx,
        request,
        ["ANSWER"],
        specialisedCyber,
        now,
      );
      return { columns: { dueAt: due, queueAt: due, pausedAt: null, spanMinutes }, inTime: null };
    }
    case "pause": {
      await tx.deadline.updateMany({
        where: { requestId: request.id, state: "running", subject: "ANSWER" },
        data: { state: "paused", pausedAt: now },
      });
      return { columns: { pausedAt: now, queueAt: pausedQueueAt }, inTime: null };
    }
    case "resume":
      return { columns: await resume(tx, request, now), inTime: null };
    case "stop":
    case "cancel": {
      const how = turn === "cancel" ? "cancelled" : "done";
      return {
        columns: {},
        inTime: await endDeadlines(tx, request.id, ["ANSWER", "ACKNOWLEDGE"], now, how),
      };
    }
    default:
      return { columns: {}, inTime: null };
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
