import type { Actor } from "@/lib/access/actor";
import { asActor, databaseNow, statement, type Tx } from "@/lib/db";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { type Claimed, ladderRows } from "./claim";
import { planSteps } from "./plan";
import type { Rung } from "./rungs";

type Subject = "ANSWER" | "ACKNOWLEDGE";
/** What was told about a request's clock. Instants ISO, UTC; `notedAt` is when whom it climbed to took note. */
export type StepTold = { subject: Subject; rung: Rung; at: string; climbed: boolean; notedAt: string | null };
/** The story of a request's reminders: what was told, the earliest first, and what comes next while a clock runs. */
export type RequestSteps = { told: StepTold[]; next: { subject: Subject; rung: Rung; at: string } | null };

type Clock = Pick<
  Claimed,
  "ownerOrgId" | "unit" | "startsAt" | "dueAt" | "dueSince" | "pauses" | "urgency" | "done"
> & { subject: Subject };

/**
 * The same of one request for the unit that sent it and those above. Row-level security gives the steps with their clock, so of a
 * sealed case its members alone read them; nobody is named. The next step is planned as the sweep plans it.
 */
export async function getRequestSteps(actor: Actor, requestId: string): Promise<RequestSteps> {
  return asActor(actor, async (tx) => {
    const { rows: told } = await statement<{
      subject: Subject;
      rung: Rung;
      at: Date;
      climbed: boolean;
      notedAt: Date | null;
    }>(
      tx,
      `select d.subject, s.rung, s.fired_at as at, e.id is not null as climbed, e.acknowledged_at as "notedAt"
        from deadline d join deadline_step s on s.deadline_id = d.id left join escalation e on e.step_id = s.id
        where d.request_id = $1::uuid and d.requester_org_id = any($2::uuid[]) and d.subject in ('ANSWER', 'ACKNOWLEDGE') and s.skipped is null
        order by s.fired_at, s.planned_at limit 60`,
      [requestId, actor.orgIds],
    );
    return {
      told: told.map(({ at, notedAt, ...row }) => ({
        ...row,
        at: at.toISOString(),
        notedAt: notedAt?.toISOString() ?? null,
      })),
      next: await nextOf(tx, requestId, actor.orgIds),
    };
  });
}

async function nextOf(tx: Tx, requestId: string, orgIds: string[]): Promise<RequestSteps["next"]> {
  const { rows: clocks } = await statement<Clock>(
    tx,
    `select d.subject, d.owner_org_id as "ownerOrgId", d.policy ->> 'unit' as unit, d.starts_at as "startsAt", d.due_at as "dueAt",
        d.due_since as "dueSince", d.pauses, r.urgency,
        array(select s.rung from deadline_step s where s.deadline_id = d.id and s.due_version = d.due_version) as done
      from deadline d join request r on r.id = d.request_id
      where d.request_id = $1::uuid and d.requester_org_id = any($2::uuid[]) and d.subject in ('ANSWER', 'ACKNOWLEDGE') and d.state = 'running'`,
    [requestId, orgIds],
  );
  if (clocks.length === 0) return null;
  const [now, rows, { calendarOf }] = [
    await databaseNow(tx),
    await ladderRows(tx),
    await deadlineReference(tx),
  ];
  const coming = clocks.flatMap((clock) => {
    const pauses = clock.pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
    return planSteps({ ...clock, pauses }, rows, calendarOf(clock.ownerOrgId))
      .filter(({ rung, at }) => at > now && !clock.done.includes(rung))
      .map(({ rung, at }) => ({ subject: clock.subject, rung, at }));
  });
  const [next] = coming.sort((left, right) => left.at.getTime() - right.at.getTime());
  return next ? { ...next, at: next.at.toISOString() } : null;
}
