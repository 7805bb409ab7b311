import type { Actor } from "@/lib/access/actor";
import { asActor, databaseNow, readAsActor } from "@/lib/db";
import { dayOf } from "@/lib/day";
import { added, type Histogram } from "@/lib/figures/pace/buckets";
import { type Known, readKnown } from "@/lib/figures/pace/known";
import { chanceLate, knownOf } from "@/lib/figures/pace/predict";
import { addDays, startOf } from "@/lib/local-days";

/** Whose requests: what this desk was asked, or what this police unit asked. */
export type AtRiskSide = "desk" | "unit";
export type AtRiskRow = {
  id: string;
  code: string;
  kindCode: string;
  urgency: "emergency" | "urgent" | "normal";
  /** What is disputed in it, VND in digits: with the urgency what one chooses by whom to call first. */
  disputed: string;
  /** Who answers, or for a desk who asks. */
  other: string;
  dueAt: string;
  /** Between 0 and 1; null where too few answers are known. */
  chance: number | null;
};
/** What is due today and still open: how many will be late at the pace of the last thirty days, and which. */
export type AtRisk = {
  asOf: string;
  due: number;
  expected: number;
  unknown: number;
  /** Already late, and open still. */
  late: number;
  rows: AtRiskRow[];
};

const daysKnown = 30;
const shownRows = 20;
/** Beyond so many due today a list helps nobody; what is due first is looked at. */
const mostRead = 5_000;

type Due = {
  id: string;
  code: string;
  kindCode: string;
  urgency: AtRiskRow["urgency"];
  disputed: string;
  org: string;
  other: string;
  startsAt: Date;
  dueAt: Date;
  paused: number;
};

/**
 * What will be late today at the current pace. Each answer clock that ends before midnight is compared with the answers of the same
 * organisation to the same kind and urgency in the last thirty days; where it gave fewer than twenty, with those of the kind in all
 * urgencies, then for a desk with all its answers and for police with the kind's answers of all organisations.
 */
export async function getAtRisk(actor: Actor, side: AtRiskSide): Promise<AtRisk> {
  const now = await asActor(actor, databaseNow);
  const today = dayOf(now);
  const [due, late] = await Promise.all([
    readDue(actor, side, now, startOf(addDays(today, 1))),
    countLate(actor, side, now),
  ]);
  const days = { from: addDays(today, -daysKnown), to: today };
  const known = due.length === 0 ? [] : await readKnown(actor, side, days);
  const pool = poolsOf(known, side);
  const rows = due
    .map(({ startsAt, dueAt, paused, org, ...row }): AtRiskRow => {
      const waited = (now.getTime() - startsAt.getTime()) / 60_000 - paused;
      const histogram = pool(org, row.kindCode, row.urgency);
      const chance =
        histogram && chanceLate(histogram, waited, waited + (dueAt.getTime() - now.getTime()) / 60_000);
      return { ...row, dueAt: dueAt.toISOString(), chance };
    })
    .sort((a, b) => (b.chance ?? -1) - (a.chance ?? -1) || a.dueAt.localeCompare(b.dueAt));
  return {
    asOf: now.toISOString(),
    due: rows.length,
    expected: rows.reduce((sum, { chance }) => sum + (chance ?? 0), 0),
    unknown: rows.filter(({ chance }) => chance === null).length,
    late,
    rows: rows.slice(0, shownRows),
  };
}

/** Row-level security narrows to what the reader may see; the side says which of his two it is. $1: the organisations of his side. */
const mine: Record<AtRiskSide, string> = {
  desk: "d.owner_org_id = any($1::uuid[])",
  unit: "d.requester_org_id = any($1::uuid[])",
};
const orgsOf = (actor: Actor, side: AtRiskSide) => (side === "desk" ? [actor.orgId] : actor.orgIds);
const running = "d.state = 'running' and d.subject = 'ANSWER' and d.request_id is not null";

async function readDue(actor: Actor, side: AtRiskSide, now: Date, until: Date): Promise<Due[]> {
  return readAsActor<Due>(actor, {
    name: `at_risk_due_${side}`,
    text: `select r.id, r.code, r.kind_code as "kindCode", r.urgency::text, r.disputed_amount::text as disputed, d.owner_org_id as org, o.short_name as other, d.starts_at as "startsAt", d.due_at as "dueAt",
          coalesce((select sum(date_part('epoch', (p->>'to')::timestamptz - (p->>'from')::timestamptz)) / 60 from jsonb_array_elements(d.pauses) p), 0) as paused
        from deadline d join request r on r.id = d.request_id
        join organisation o on o.id = ${side === "desk" ? "r.requester_org_id" : "r.addressee_org_id"}
        where ${running} and ${mine[side]} and d.due_at > $2 and d.due_at < $3 order by d.due_at limit ${mostRead}`,
    values: [orgsOf(actor, side), now, until],
    isHeavy: true,
  });
}

async function countLate(actor: Actor, side: AtRiskSide, now: Date): Promise<number> {
  const [row] = await readAsActor<{ late: number }>(actor, {
    name: `at_risk_late_${side}`,
    text: `select count(*)::int as late from deadline d where ${running} and ${mine[side]} and d.due_at <= $2`,
    values: [orgsOf(actor, side), now],
    isHeavy: true,
  });
  return row?.late ?? 0;
}

function poolsOf(known: readonly Known[], side: AtRiskSide) {
  const by = (keyOf: (row: Known) => string) => {
    const pools = new Map<string, Histogram>();
    for (const row of known) {
      const one: Histogram = new Map([[row.bucket, row.count]]);
      const before = pools.get(keyOf(row));
      pools.set(keyOf(row), before ? added([before, one]) : one);
    }
    return pools;
  };
  const exact = by(({ org, kind, urgency }) => `${org} ${kind} ${urgency}`);
  const ofKind = by(({ org, kind }) => `${org} ${kind}`);
  const ofAll = by(side === "desk" ? ({ org }) => org : ({ kind }) => kind);
  return (org: string, kind: string, urgency: string): Histogram | null =>
    knownOf([
      exact.get(`${org} ${kind} ${urgency}`),
      ofKind.get(`${org} ${kind}`),
      ofAll.get(side === "desk" ? org : kind),
    ]);
}
