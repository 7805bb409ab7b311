import type pg from "pg";
import type { WorkCalendar } from "@/lib/deadlines/calendar";
import type { DeadlineUnit } from "@/lib/deadlines/policy";
import { type Climbing, type LadderRow, planSteps } from "@/lib/ladder/plan";
import { isEscalation, isOutside, isReminder, type Rung } from "@/lib/ladder/rungs";
import { insertRows, type Row, seedId } from "../owner";

type Clock = Omit<Climbing, "pauses"> & {
  id: string;
  requestId: string | null;
  code: string;
  kindCode: string | null;
  ownerOrgId: string;
  ownerKind: string;
  requesterOrgId: string;
  provinceCode: string;
  restricted: boolean;
  pauses: { from: string; to: string }[];
};

const clocksSql = `select d.id, d.subject, coalesce(r.urgency::text, 'normal') as urgency, d.starts_at as "startsAt", d.due_at as "dueAt", d.due_since as "dueSince",
    d.policy ->> 'unit' as unit, d.pauses, d.request_id as "requestId", coalesce(r.code, c.code) as code, d.kind_code as "kindCode", d.owner_org_id as "ownerOrgId",
    o.kind as "ownerKind", coalesce(d.requester_org_id, d.owner_org_id) as "requesterOrgId", d.province_code as "provinceCode", d.restricted
  from deadline d join organisation o on o.id = d.owner_org_id join fraud_case c on c.id = d.case_id left join request r on r.id = d.request_id
  where d.state = 'running' order by d.id`;
const overseersSql = `select o.id, p.code as "provinceCode", o.kind, (select m.id from membership m where m.organisation_id = o.id order by m.id limit 1) as member
  from province p join organisation o on (o.kind = 'state_bank_branch' and o.segment = 'region-' || p.sbv_region)
    or (o.kind = 'department' and o.segment = 'science-technology' and o.province_code = p.code)
    or (o.kind = 'peoples_committee' and o.level = 'province' and o.province_code = p.code)`;

/**
 * What the ladder has done about the story's running clocks by now, so that the first start tells nobody of old things: each step whose
 * time passed is written down, what climbed is there to be read, and the sweep looks again at the next one. Returns rows by table.
 */
export async function seedLadder(
  client: pg.Client,
  now: Date,
  calendar: WorkCalendar,
): Promise<Record<string, number>> {
  const { rows: ladder } = await client.query<LadderRow>(
    `select subject, urgency, rung, share, minutes_after as "minutesAfter", recipient, enabled, valid_from as "validFrom", valid_to as "validTo" from ladder_step`,
  );
  const { rows: clocks } = await client.query<Clock & { unit: DeadlineUnit }>(clocksSql);
  const { rows: overseers } = await client.query<{
    id: string;
    provinceCode: string;
    kind: string;
    member: string | null;
  }>(overseersSql);
  const aboveOf = (clock: Clock, rung: Rung) => {
    const kind =
      rung === "committee"
        ? "peoples_committee"
        : ["bank", "payment_intermediary"].includes(clock.ownerKind)
          ? "state_bank_branch"
          : "department";
    return overseers.find((org) => org.kind === kind && org.provinceCode === clock.provinceCode);
  };
  const steps: Row[] = [];
  const escalations: Row[] = [];
  const next: { id: string; at: Date | null }[] = [];
  for (const clock of clocks) {
    const pauses = clock.pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
    const plan = planSteps({ ...clock, pauses }, ladder, calendar);
    next.push({ id: clock.id, at: plan.find(({ at }) => at > now)?.at ?? null });
    for (const { rung, at } of plan.filter((step) => step.at <= now)) {
      const outside = isOutside(rung) ? aboveOf(clock, rung) : undefined;
      const isNobodys = isOutside(rung) && (!outside || clock.ownerKind === "police");
      const skipped = isOutside(rung) && clock.restricted ? "sealed" : isNobodys ? "nobody" : null;
      const toOrgId = skipped ? null : (outside?.id ?? clock.ownerOrgId);
      const id = seedId(`step:${clock.id}:${rung}`);
      steps.push({
        id,
        deadline_id: clock.id,
        rung,
        due_version: 1,
        planned_at: at,
        fired_at: at,
        skipped,
        told: skipped ? 0 : 1,
        to_org_id: isReminder(rung) ? null : toOrgId,
      });
      if (
        skipped ||
        clock.restricted ||
        !isEscalation(rung) ||
        !["ANSWER", "ACKNOWLEDGE"].includes(clock.subject)
      )
        continue;
      // Of what climbed outside, every third was taken note of within the hour.
      const seenAt = new Date(Math.min(at.getTime() + 40 * 60_000, now.getTime()));
      const isSeen = outside?.member && escalations.length % 3 === 0;
      escalations.push({
        id: seedId(`escalation:${clock.id}:${rung}`),
        step_id: id,
        deadline_id: clock.id,
        request_id: clock.requestId,
        code: clock.code,
        kind_code: clock.kindCode ?? clock.subject,
        subject: clock.subject,
        owner_org_id: clock.ownerOrgId,
        requester_org_id: clock.requesterOrgId,
        province_code: clock.provinceCode,
        to_org_id: toOrgId,
        rung,
        due_at: clock.dueAt,
        at,
        acknowledged_at: isSeen ? seenAt : null,
        acknowledged_by_id: isSeen ? outside.member : null,
        version: 1,
      });
    }
  }
  const written = {
    deadline_step: await insertRows(client, "deadline_step", steps),
    escalation: await insertRows(client, "escalation", escalations),
  };
  await client.query(
    "update deadline d set next_step_at = n.at from unnest($1::uuid[], $2::timestamptz[]) as n (id, at) where d.id = n.id",
    [next.map(({ id }) => id), next.map(({ at }) => at)],
  );
  return written;
}
