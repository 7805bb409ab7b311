import { statement, type Tx } from "@/lib/db";
import { dueFurther } from "@/lib/deadlines/due";
import type { DeadlineUnit } from "@/lib/deadlines/policy";
import { deadlineReference } from "@/lib/organisations/time-limits";
import type { RequestModel } from "@/lib/generated/prisma/models";

/** An answer's open clock, and where it ended before anybody gave it more time. */
export type AnswerClock = {
  id: string;
  state: "running" | "paused";
  dueAt: Date;
  spanMinutes: number;
  firstDueAt: Date;
  unit: DeadlineUnit;
  /** How much more time its policy gives altogether, in `unit`. */
  most: number;
};

/** The clock that runs or rests for this request's answer; null when none does. */
export async function openAnswerClock(tx: Tx, requestId: string): Promise<AnswerClock | null> {
  const { rows } = await statement<AnswerClock>(
    tx,
    `select d.id, d.state, d.due_at as "dueAt", d.span_minutes as "spanMinutes", d.policy ->> 'unit' as unit, coalesce((d.policy ->> 'mostExtension')::int, (d.policy ->> 'value')::int) as most,
        coalesce((select e.due_before from deadline_extension e where e.deadline_id = d.id order by e.extended_at, e.id limit 1), d.due_at) as "firstDueAt"
      from deadline d where d.request_id = $1::uuid and d.subject = 'ANSWER' and d.state in ('running', 'paused')`,
    [requestId],
  );
  return rows[0] ?? null;
}

/** Until when this clock may be extended at most (UTC): all more time together is no longer than its policy allows. */
export async function latestExtension(
  tx: Tx,
  clock: AnswerClock,
  { addresseeOrgId }: Pick<RequestModel, "addresseeOrgId">,
): Promise<Date> {
  if (clock.most === 0) return clock.firstDueAt;
  const calendar = (await deadlineReference(tx)).calendarOf(addresseeOrgId);
  return dueFurther({ end: clock.firstDueAt, unit: clock.unit, value: clock.most, calendar });
}
