import { recordOfClock } from "@/lib/audit/record";
import { asSystem, databaseNow, statement, type Tx } from "@/lib/db";
import type { RequestModel } from "@/lib/generated/prisma/models";
import { notify, type Word } from "@/lib/notices/notify";
import { aboutRequest } from "@/lib/requests/find";
import { canSql, type Subject, whoCan } from "./call-line";
import { limitAt, minutesFor } from "./limits";
import { hasRoster, onCallAt, standsInLine } from "./on-call";

/** One sweep takes so many at most; five seconds later the next takes the rest. */
const atOnce = 200;
/** What nobody was called for within this time is not called for any more: a worker that was away wakes nobody about last week. */
const lateHours = 24;
const waiting = {
  answer: "r.status = 'SENT' and r.opened_at is null",
  signing: "r.status = 'PENDING_SIGNATURE'",
} as const satisfies Record<Subject, string>;
const sinceOf = { answer: "r.sent_at", signing: "r.submitted_at" } as const;
const deskOf = { answer: "r.addressee_org_id", signing: "r.requester_org_id" } as const;

type Due = { id: string; subject: Subject };

/**
 * Calls who is on duty about urgent work, and the next in line when nobody opened it in time, until the line ends with a manager. Each
 * place of a line is called once: the request's row is claimed, and the database refuses a second row. `at` is the instant to act at
 * (UTC), the database's own when it is left out. Returns how many calls were made.
 */
export async function callDuty(at?: Date): Promise<number> {
  const now = at ?? (await asSystem(databaseNow));
  await asSystem((tx) => closeCalls(tx, now));
  const due = [...(await asSystem((tx) => toCall(tx, now))), ...(await asSystem((tx) => toPassOn(tx, now)))];
  let called = 0;
  for (const one of due) if (await asSystem((tx) => call(tx, one, now))) called += 1;
  return called;
}

/** Urgent work that nobody has been called for, where there is a roster and somebody in the line who can do it: the rest takes no place. */
export async function toCall(tx: Tx, now: Date): Promise<Due[]> {
  const found: Due[] = [];
  for (const subject of ["answer", "signing"] as const) {
    const { rows } = await statement<{ id: string }>(
      tx,
      `select r.id from request r where r.urgency <> 'normal' and ${waiting[subject]}
        and ${sinceOf[subject]} <= $1 and ${sinceOf[subject]} > $1::timestamptz - make_interval(hours => $2)
        and not exists (select 1 from duty_call c where c.request_id = r.id and c.subject = '${subject}' and c.since = ${sinceOf[subject]})
        and exists (select 1 from duty_shift d where d.org_id = ${deskOf[subject]} and d.cancelled_at is null and d.to_at > $1)
        and exists (select 1 from membership m where m.organisation_id = ${deskOf[subject]} and ${canSql[subject]} and ${standsInLine("m", "$1::timestamptz")})
        order by ${sinceOf[subject]} limit ${atOnce}`,
      [now, lateHours],
    );
    found.push(...rows.map(({ id }) => ({ id, subject })));
  }
  return found;
}

/** Calls that nobody followed in time. */
async function toPassOn(tx: Tx, now: Date): Promise<Due[]> {
  const { rows } = await statement<Due>(
    tx,
    `select request_id as id, subject from duty_call where passed_on_at is null and opened_at is null and next_at <= $1
      order by next_at limit ${atOnce}`,
    [now],
  );
  return rows;
}

/** A call is over when the work was opened, signed, returned or withdrawn, also when it was handed in again since. */
async function closeCalls(tx: Tx, now: Date): Promise<void> {
  await statement(
    tx,
    `update duty_call c set opened_at = coalesce(case when c.subject = 'answer' then r.opened_at end, $1) from request r
      where r.id = c.request_id and c.passed_on_at is null and c.opened_at is null
        and not (case when c.subject = 'answer' then ${waiting.answer} and c.since = ${sinceOf.answer}
          else ${waiting.signing} and c.since = ${sinceOf.signing} end)`,
    [now],
  );
}

/** Calls the next place of one request's line. */
async function call(tx: Tx, { id, subject }: Due, now: Date): Promise<boolean> {
  // Whoever holds the row is opening, signing or sweeping it: the next sweep looks again.
  const claimed = await statement(
    tx,
    `select 1 from request r where r.id = $1 and ${waiting[subject]} for update skip locked`,
    [id],
  );
  if (claimed.count === 0) return false;
  const request = await tx.request.findUniqueOrThrow({ where: { id } });
  const since = subject === "answer" ? request.sentAt : request.submittedAt;
  if (!since) return false;
  const orgId = subject === "answer" ? request.addresseeOrgId : request.requesterOrgId;
  const before = await tx.dutyCall.findMany({
    where: { requestId: id, subject, since },
    orderBy: { rank: "asc" },
  });
  const last = before.at(-1);
  if (last ? !last.nextAt || last.nextAt > now : !(await hasRoster(tx, orgId, now))) return false;
  const { line, shiftId } = await onCallAt(tx, orgId, now);
  const able = await whoCan(tx, subject, id, line);
  const left = able.filter((member) => !before.some(({ membershipId }) => membershipId === member));
  if (last)
    await tx.dutyCall.updateMany({ where: { id: last.id, passedOnAt: null }, data: { passedOnAt: now } });
  const [next, ...later] = left;
  if (!next) return false;
  const minutes = minutesFor(await limitAt(tx, orgId, now), request.urgency);
  const rank = before.length + 1;
  const made = await tx.dutyCall.create({
    data: {
      subject,
      requestId: id,
      orgId,
      since,
      rank,
      membershipId: next,
      shiftId: next === line[0] ? shiftId : null,
      calledAt: now,
      nextAt: later.length > 0 ? new Date(now.getTime() + minutes * 60_000) : null,
    },
    select: { id: true },
  });
  const managers = last ? able.filter((member) => member !== next && !line.slice(0, 1).includes(member)) : [];
  await leaveWord(tx, { request, subject, orgId, callId: made.id, next, rank, managers });
  return true;
}

/** Who is called hears it at once; from the second call on the manager hears that it was passed on. Both sides read when, not who. */
async function leaveWord(
  tx: Tx,
  told: {
    request: RequestModel;
    subject: Subject;
    orgId: string;
    callId: string;
    next: string;
    rank: number;
    managers: string[];
  },
): Promise<void> {
  const { request, subject, orgId, callId, next, rank, managers } = told;
  const about = {
    eventId: callId,
    urgent: true,
    caseId: subject === "signing" ? request.caseId : null,
    requestId: request.id,
    code: request.code,
    facts: { rank, subject },
  };
  const words: Word[] = [{ ...about, kind: "duty.called", to: [next] }];
  const heads = await managersAmong(tx, managers);
  if (heads.length > 0) words.push({ ...about, kind: "duty.passed_on", to: heads });
  await notify(tx, words);
  await recordOfClock(tx, orgId, {
    ...aboutRequest(request),
    type: rank === 1 ? "duty.called" : "duty.passed_on",
    // What goes on before a request is issued is its unit's own.
    shared: subject === "answer",
    changes: { code: request.code, dutyRank: rank },
  });
}

async function managersAmong(tx: Tx, members: readonly string[]): Promise<string[]> {
  const { rows } = await statement<{ id: string }>(
    tx,
    "select id from membership where id = any($1::uuid[]) and roles && '{liaison_manager,commander}'::role[]",
    [members],
  );
  return rows.map(({ id }) => id);
}
