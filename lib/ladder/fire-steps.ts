import { randomUUID } from "node:crypto";
import { recordOfClock } from "@/lib/audit/record";
import { asSystem, databaseNow, statement, type Tx } from "@/lib/db";
import { notify, type Word } from "@/lib/notices/notify";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { claimDue, type Claimed, ladderRows } from "./claim";
import { planSteps, type Step, stepsDue } from "./plan";
import { type Directory, directoryFor } from "./recipients";
import { isEscalation, isOutside, isReminder, type Skipped } from "./rungs";

/** So many clocks share a transaction, and one run takes so many of those; the next run, five seconds later, goes on. */
const atOnce = 200;
const batches = 25;

/** A step as it is written down, with whom it tells. */
type Fired = {
  id: string;
  clock: Claimed;
  step: Step;
  skipped: Skipped | null;
  toOrgId: string | null;
  to: string[];
};

/**
 * Fires every reminder, breach and step of the ladder that is due, each once: the step's row, its words and its event stand or fall
 * together, and the row's key refuses a second one. Any number of workers may run it at once. `clock` gives the instant (the
 * database's; tests bring their own). Returns how many steps told somebody.
 */
export async function fireSteps(clock: (tx: Tx) => Promise<Date> = databaseNow): Promise<number> {
  let told = 0;
  for (let batch = 0; batch < batches; batch += 1) {
    const { fired, isFull } = await asSystem((tx) => fireBatch(tx, clock));
    told += fired;
    if (!isFull) break;
  }
  return told;
}

async function fireBatch(
  tx: Tx,
  clockOf: (tx: Tx) => Promise<Date>,
): Promise<{ fired: number; isFull: boolean }> {
  const now = await clockOf(tx);
  const { clocks, isFull } = await claimDue(tx, now, atOnce);
  if (clocks.length === 0) return { fired: 0, isFull: false };
  const rows = await ladderRows(tx);
  const { calendarOf } = await deadlineReference(tx);
  const directory = await directoryFor(tx, clocks, now);
  const all: Fired[] = [];
  const next: (Date | null)[] = [];
  for (const clock of clocks) {
    const pauses = clock.pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
    const plan = planSteps({ ...clock, pauses }, rows, calendarOf(clock.ownerOrgId));
    const due = stepsDue(plan, new Set(clock.done), clock, now);
    next.push(due.nextAt);
    for (const { step, why } of due.skip) all.push({ ...blank(clock, step), skipped: why });
    for (const step of due.fire) all.push(await aim(directory, clock, step));
  }
  const fresh = await writeSteps(tx, all, now);
  await notify(tx, fresh.flatMap(wordsOf));
  await writeEscalations(tx, fresh, now);
  await statement(
    tx,
    `update deadline d set next_step_at = n.at from unnest($1::uuid[], $2::timestamptz[]) as n (id, at) where d.id = n.id and d.state = 'running'`,
    [clocks.map(({ id }) => id), next],
  );
  await writeEvents(tx, fresh);
  return { fired: fresh.filter(({ skipped }) => skipped === null).length, isFull };
}

const blank = (clock: Claimed, step: Step): Fired => ({
  id: randomUUID(),
  clock,
  step,
  skipped: null,
  toOrgId: null,
  to: [],
});

async function aim({ reach, askers }: Directory, clock: Claimed, step: Step): Promise<Fired> {
  const fired = blank(clock, step);
  // Of a sealed case nobody outside its parties learns anything.
  if (isOutside(step.rung) && clock.restricted) return { ...fired, skipped: "sealed" };
  const reached = await reach(clock, step.recipient);
  if (!reached) return { ...fired, skipped: "nobody" };
  // That the end passed is told to both sides.
  const others = step.rung === "breach" && clock.ownerOrgId !== clock.requesterOrgId ? askers(clock) : [];
  return { ...fired, toOrgId: reached.orgId, to: [...new Set([...reached.memberIds, ...others])] };
}

/** Writes the steps down; those that somebody wrote before are left out. */
async function writeSteps(tx: Tx, all: readonly Fired[], now: Date): Promise<Fired[]> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `insert into deadline_step (id, deadline_id, rung, due_version, planned_at, fired_at, skipped, told, to_org_id)
      select n.id, n.deadline_id, n.rung, n.due_version, n.planned_at, $9, n.skipped, n.told, n.to_org_id
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::timestamptz[], $6::text[], $7::int[], $8::uuid[])
        as n (id, deadline_id, rung, due_version, planned_at, skipped, told, to_org_id)
      on conflict on constraint deadline_step_once do nothing returning id`,
    [
      all.map(({ id }) => id),
      all.map(({ clock }) => clock.id),
      all.map(({ step }) => step.rung),
      all.map(({ clock }) => clock.dueVersion),
      all.map(({ step }) => step.at),
      all.map(({ skipped }) => skipped),
      all.map(({ to }) => to.length),
      all.map(({ toOrgId }) => toOrgId),
      now,
    ],
  );
  const written = new Set(rows.map(({ id }) => id));
  return all.filter(({ id }) => written.has(id));
}

/** What a step says: a code, an instant, a share, an organisation's name. Nothing of the case. */
function wordsOf({ id, clock, step, skipped, to }: Fired): Word[] {
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

/** What climbed is kept where those it climbed to read it; what a unit owes itself stays between its people. */
async function writeEscalations(tx: Tx, fresh: readonly Fired[], now: Date): Promise<void> {
  const climbed = fresh.filter(
    ({ step, skipped, clock }) =>
      skipped === null &&
      isEscalation(step.rung) &&
      !clock.restricted &&
      (clock.subject === "ANSWER" || clock.subject === "ACKNOWLEDGE"),
  );
  if (climbed.length === 0) return;
  await statement(
    tx,
    `insert into escalation (step_id, deadline_id, request_id, code, kind_code, subject, owner_org_id, requester_org_id, province_code, to_org_id, rung, due_at, at)
      select d.*, $13 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::deadline_subject[], $7::uuid[], $8::uuid[], $9::text[],
        $10::uuid[], $11::text[], $12::timestamptz[]) as d`,
    [
      climbed.map(({ id }) => id),
      climbed.map(({ clock }) => clock.id),
      climbed.map(({ clock }) => clock.requestId),
      climbed.map(({ clock }) => clock.code),
      climbed.map(({ clock }) => clock.kindCode ?? clock.subject),
      climbed.map(({ clock }) => clock.subject),
      climbed.map(({ clock }) => clock.ownerOrgId),
      climbed.map(({ clock }) => clock.requesterOrgId ?? clock.ownerOrgId),
      climbed.map(({ clock }) => clock.provinceCode),
      climbed.map(({ toOrgId }) => toOrgId),
      climbed.map(({ step }) => step.rung),
      climbed.map(({ clock }) => clock.dueAt),
      now,
    ],
  );
}

/** Breach and escalation stand in the record of whoever owes it. In one order of chains, so that two workers never wait in a ring. */
async function writeEvents(tx: Tx, fresh: readonly Fired[]): Promise<void> {
  const told = fresh
    .filter(({ step, skipped }) => skipped === null && !isReminder(step.rung))
    .sort((left, right) => (left.clock.ownerOrgId < right.clock.ownerOrgId ? -1 : 1));
  for (const { clock, step } of told)
    await recordOfClock(tx, clock.ownerOrgId, {
      type: step.rung === "breach" ? "deadline.breached" : "deadline.escalated",
      caseId: clock.caseId,
      requestId: clock.requestId ?? undefined,
      requesterOrgId: clock.requesterOrgId ?? undefined,
      addresseeOrgId: clock.requestId ? clock.ownerOrgId : undefined,
      provinceCode: clock.provinceCode,
      restricted: clock.restricted,
      sealedTo: clock.sealedTo,
      shared: clock.requestId !== null && clock.ownerOrgId !== clock.requesterOrgId,
      subjectType: "deadline",
      subjectId: clock.id,
      changes: {
        code: clock.code,
        subject: clock.subject,
        dueAt: clock.dueAt.toISOString(),
        ...(step.rung === "breach" ? {} : { rung: step.rung }),
      },
    });
}
