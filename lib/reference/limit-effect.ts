import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { asSystem, databaseNow, statement, type Tx } from "@/lib/db";
import { dueAt, type Pause } from "@/lib/deadlines/due";
import { choosePolicy, type DeadlinePolicy, type DeadlineUnit } from "@/lib/deadlines/policy";
import { deadlineReference } from "@/lib/organisations/time-limits";
import { Problem } from "@/lib/errors";
import { limitCombination } from "./columns";
import { limitFlaw } from "./limits";
import type { previewEffectInput } from "./schema";
import type { LimitEffect } from "./types";

const days = 90;
/** Fewer than these would tell of single requests. */
const fewest = 5;

type Row = {
  starts_at: Date;
  ended_at: Date;
  met: boolean;
  pauses: { from: string; to: string }[];
  owner_org_id: string;
  requester_org_id: string;
  kind: string;
  urgency: string;
  legal_bases: string[] | null;
};
/** The register's word on a unit that asks. */
type Units = ReadonlyMap<string, { level: string | null; specialisedCyber: boolean }>;
// Times and codes alone: no code of a request, nothing of a case, and no sealed one.
const rowsSql = `
  select d.starts_at, d.ended_at, d.state = 'met' as met, d.pauses, d.owner_org_id, d.requester_org_id, coalesce(r.kind_code, d.kind_code, '') as kind,
    coalesce(r.urgency::text, 'normal') as urgency, r.legal_bases
  from deadline d left join request r on r.id = d.request_id
  where d.subject = $1::deadline_subject and d.state in ('met', 'missed') and d.ended_at >= $2::timestamptz and not d.restricted
    and ($3::text is null or coalesce(r.kind_code, d.kind_code) = $3) and ($4::text is null or coalesce(r.urgency::text, 'normal') = $4)
    and ($5::uuid is null or d.requester_org_id = $5)`;

/**
 * What a limit would have meant for the clocks that ended in the last 90 days and that it would have been for: how many were in time by the
 * limit they had and would have been by this one, and how long they took (minutes, without pauses). Counts alone, none under five. Clocks
 * that a narrower limit would have kept are left out, and it is said that there are such.
 * @throws Problem `invalid` at `value` for a limit that could not stand
 */
export function previewEffect(
  actor: Actor,
  input: z.output<typeof previewEffectInput>,
): Promise<LimitEffect> {
  assertAdministers(actor);
  return asSystem(async (tx) => {
    const now = await databaseNow(tx);
    const { policies, calendarOf } = await deadlineReference(tx);
    const flaw = limitFlaw(input, now, calendarOf(""));
    if (flaw) throw new Problem("invalid", { fields: { value: `admin.errors.${flaw}` } });
    const rows = await endedClocks(tx, input, now);
    const known = await tx.organisation.findMany({
      where: { id: { in: [...new Set(rows.map((row) => row.requester_org_id))] } },
      select: { id: true, level: true, specialisedCyber: true },
    });
    const units: Units = new Map(known.map((unit) => [unit.id, unit]));
    const limit = limitOf(input);
    const same = (one: DeadlinePolicy) =>
      limitCombination.every((name) => (one[name] ?? null) === (limit[name] ?? null));
    const beside = [limit, ...policies.filter((one) => !same(one))];
    const chosen = memo(
      (row: Row) => ({ ...questionOf(row, units), subject: input.subject, at: now }),
      // Of what it does not speak of it is not chosen even where it stands alone.
      (question) => (choosePolicy([limit], question) ? choosePolicy(beside, question) : undefined),
    );
    const took: number[] = [];
    let [before, after, overtaken] = [0, 0, 0];
    for (const row of rows) {
      const policy = chosen(row);
      if (policy !== limit) {
        overtaken += Number(policy !== undefined);
        continue;
      }
      const pauses = row.pauses.map(({ from, to }): Pause => ({ from: new Date(from), to: new Date(to) }));
      const { unit, value } = input;
      const due = dueAt({
        start: row.starts_at,
        unit,
        value,
        calendar: calendarOf(row.owner_org_id),
        pauses,
      });
      const rested = pauses.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()), 0);
      took.push((row.ended_at.getTime() - row.starts_at.getTime() - rested) / 60_000);
      before += Number(row.met);
      after += Number(row.ended_at <= due);
    }
    const isOvertaken = overtaken >= fewest;
    if (took.length < fewest) return { days, fewest, told: null, isOvertaken };
    took.sort((left, right) => left - right);
    const at = (share: number) => Math.round(took[Math.ceil(share * took.length) - 1]!);
    return {
      days,
      fewest,
      isOvertaken,
      told: { count: took.length, before, after, median: at(0.5), p90: at(0.9), longest: at(1) },
    };
  });
}

async function endedClocks(tx: Tx, input: z.output<typeof previewEffectInput>, now: Date): Promise<Row[]> {
  const { subject, kindCode, urgency, requesterOrgId } = input;
  const since = new Date(now.getTime() - days * 86_400_000);
  const { rows } = await statement<Row>(tx, rowsSql, [
    subject,
    since,
    kindCode ?? null,
    urgency ?? null,
    requesterOrgId ?? null,
  ]);
  return rows;
}

const limitOf = (input: z.output<typeof previewEffectInput>): DeadlinePolicy => ({
  id: "",
  subject: input.subject,
  kindCode: input.kindCode ?? null,
  urgency: input.urgency ?? null,
  legalBasis: input.legalBasis ?? null,
  specialisedOnly: input.specialisedOnly,
  requesterOrgId: input.requesterOrgId ?? null,
  requesterLevel: input.requesterLevel ?? null,
  unit: input.unit as DeadlineUnit,
  value: input.value,
  emergencyOf: null,
  // Seen as if it had always been so.
  validFrom: new Date(0),
  validTo: null,
  verify: true,
});

const questionOf = (row: Row, units: Units) => ({
  kind: row.kind,
  urgency: row.urgency,
  legalBases: row.legal_bases ?? [],
  specialisedCyber: units.get(row.requester_org_id)?.specialisedCyber ?? false,
  requesterOrgId: row.requester_org_id,
  requesterLevel: units.get(row.requester_org_id)?.level ?? null,
});

/** A hundred thousand clocks ask a few hundred different questions. */
function memo<Q extends ReturnType<typeof questionOf>, A>(ask: (row: Row) => Q, answer: (question: Q) => A) {
  const known = new Map<string, A>();
  return (row: Row): A => {
    const key = [row.kind, row.urgency, row.legal_bases?.join(), row.requester_org_id].join("|");
    const seen = known.has(key) ? known.get(key)! : answer(ask(row));
    known.set(key, seen);
    return seen;
  };
}
