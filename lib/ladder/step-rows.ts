import { recordOfClock } from "@/lib/audit/record";
import { statement, type Tx } from "@/lib/db";
import type { Claimed } from "./claim";
import type { Step } from "./plan";
import { isEscalation, isReminder, type Skipped } from "./rungs";

/** A step as it is written down, with whom it tells. */
export type Fired = {
  id: string;
  clock: Claimed;
  step: Step;
  skipped: Skipped | null;
  toOrgId: string | null;
  to: string[];
};

/** Writes the steps down; those that somebody wrote before are left out. */
export async function writeSteps(tx: Tx, all: readonly Fired[], now: Date): Promise<Fired[]> {
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

/** What climbed is kept where those it climbed to read it; what a unit owes itself stays between its people. */
export async function writeEscalations(tx: Tx, fresh: readonly Fired[], now: Date): Promise<void> {
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
export async function writeEvents(tx: Tx, fresh: readonly Fired[]): Promise<void> {
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
