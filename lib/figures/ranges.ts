import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/day";
import { readAsActor } from "@/lib/db";
import { addDays, startOf } from "@/lib/local-days";
import { onNotice } from "@/lib/notices/listen";
import { type Measure, measures } from "./count";
import type { RangeFigures } from "./definitions";
import type { DayRange } from "./period";
import { endedSql, sumsSql } from "./sql";

// A range that ended before today does not change any more: what happens is counted on its own day. Ten minutes of memory
// keep eight weeks of a large province from being added up again for every reader; a rebuild is seen when they are over.
// Restricting a case changes days long past: every process hears of that and forgets at once.
const keptMs = 10 * 60_000;
const kept = new Map<string, { until: number; value: Promise<RangeFigures> }>();
const mostKept = 2_000;

const changesThePast = new Set(["case.restricted", "case.unrestricted", "resync"]);
let hears = false;
function hearOfThePast(): void {
  if (hears) return;
  hears = true;
  onNotice(({ topic }) => {
    if (changesThePast.has(topic)) forgetFigures();
  });
}

/** Forgets closed ranges, after a rebuild in this process and in tests. */
export function forgetFigures(): void {
  kept.clear();
}

/**
 * Figures of ranges of local days in the reader's provinces, one SQL statement for sums and one for clocks, for those
 * ranges only that are not remembered. With an organisation, only what was asked of it.
 */
export async function readRanges(
  actor: Actor,
  ranges: DayRange[],
  now: Date,
  organisationId: string | null = null,
): Promise<RangeFigures[]> {
  hearOfThePast();
  const today = dayOf(now);
  // Everybody who may read a province's figures reads the same ones: restricted cases are never in them.
  const keyOf = ({ from, to }: DayRange) =>
    [[...actor.provinces].sort().join(","), organisationId ?? "", from, to].join("|");
  const wanted = [...new Map(ranges.map((range) => [keyOf(range), range])).entries()];
  const missing = wanted.filter(([key, { to }]) => to >= today || (kept.get(key)?.until ?? 0) < Date.now());
  const fresh = new Map<string, Promise<RangeFigures>>();
  if (missing.length > 0) {
    const all = load(
      actor,
      missing.map(([, range]) => range),
      organisationId,
    );
    missing.forEach(([key, { to }], index) => {
      const value = all.then((list) => list[index] as RangeFigures);
      fresh.set(key, value);
      if (to < today) keep(key, value);
    });
  }
  return Promise.all(
    ranges.map(
      (range) => (fresh.get(keyOf(range)) ?? kept.get(keyOf(range))?.value) as Promise<RangeFigures>,
    ),
  );
}

function keep(key: string, value: Promise<RangeFigures>): void {
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, { until: Date.now() + keptMs, value });
  value.catch(() => kept.delete(key));
}

async function load(
  actor: Actor,
  ranges: DayRange[],
  organisationId: string | null,
): Promise<RangeFigures[]> {
  const [sums, ended] = await Promise.all([
    readAsActor<{ i: number; measure: Measure; count: string; amount: string; cases: number }>(actor, {
      name: "figures_sums",
      text: sumsSql,
      values: [actor.provinces, ranges.map(({ from }) => from), ranges.map(({ to }) => to), organisationId],
      isHeavy: true,
    }),
    readAsActor<{ i: number; answered: number; cases: number; in_time: number; took: number[] | null }>(
      actor,
      {
        name: "figures_ended",
        text: endedSql,
        values: [
          actor.provinces,
          ranges.map(({ from }) => startOf(from)),
          ranges.map(({ to }) => startOf(addDays(to, 1))),
          organisationId,
        ],
        isHeavy: true,
      },
    ),
  ]);
  return ranges.map((_, index) => {
    const clocks = ended.find(({ i }) => i === index + 1);
    const figures: RangeFigures = {
      count: Object.fromEntries(measures.map((name) => [name, 0])) as Record<Measure, number>,
      amount: Object.fromEntries(measures.map((name) => [name, 0n])) as Record<Measure, bigint>,
      cases: Object.fromEntries(measures.map((name) => [name, 0])) as Record<Measure, number>,
      answered: clocks?.answered ?? 0,
      inTime: clocks?.in_time ?? 0,
      median: clocks?.took?.[0] ?? null,
      p90: clocks?.took?.[1] ?? null,
      endedCases: clocks?.cases ?? 0,
    };
    for (const { i, measure, count, amount, cases } of sums) {
      if (i !== index + 1) continue;
      figures.count[measure] = Number(count);
      figures.amount[measure] = BigInt(amount);
      figures.cases[measure] = cases;
    }
    return figures;
  });
}
