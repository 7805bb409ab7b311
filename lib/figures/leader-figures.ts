import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { asActor, databaseNow, readAsActor } from "@/lib/db";
import { addDays } from "@/lib/local-days";
import { answersOf, readAnswers, worstFirst } from "./answers";
import { trendFigures, trendNames } from "./definitions";
import { casesBehindTrend, isRangeWithheld, isWithheld, seesSmallFigures } from "./disclosure";
import { type DayRange, edgeWeeks, type PeriodFilter } from "./period";
import { readRanges } from "./ranges";
import { type Known, moneyOf, type ProvinceCount, provincesOf } from "./shown";
import { shownPeriod } from "./shown-period";
import { byOrganisationSql, casesByProvinceSql } from "./sql";
import type { LeaderFigures, TrendRow, TrendValue } from "./types";

/**
 * The leader's page: aggregates of the reader's provinces and no person. Null when the actor may not read figures.
 * Times are minutes, amounts VND.
 */
export async function getLeaderFigures(actor: Actor, filter: PeriodFilter): Promise<LeaderFigures | null> {
  if (!may(actor, "figures.read")) return null;
  const now = await asActor(actor, databaseNow);
  const seesSmall = seesSmallFigures(actor);
  const period = await shownPeriod(actor, filter, now);
  const shownRanges = [period, period.previous, period.lastYear, ...period.weeks];
  // Closed weeks are remembered (ranges.ts), and most of these are among the eight of the trend.
  const edges = seesSmall ? [] : shownRanges.map(edgeWeeks);
  const [lastWeek, secondLast = lastWeek] = edgeWeeks(period).last;
  const lastWeeks = [lastWeek.from, secondLast.from];
  const [ranges, first, answers, cases] = await Promise.all([
    readRanges(actor, [...shownRanges, ...edges.flatMap(({ last, before }) => [...last, before])], now),
    readFirstDay(actor),
    readAnswers(actor, period, "figures_by_organisation", byOrganisationSql),
    readAsActor<ProvinceCount>(actor, {
      name: "figures_cases_by_province",
      text: casesByProvinceSql,
      values: [actor.provinces, period.from, period.to, addDays(period.from, -7), ...lastWeeks],
      isHeavy: true,
    }),
  ]);
  const isRecorded = ({ to }: DayRange) => first !== null && to >= first;
  const rest = ranges.slice(shownRanges.length);
  const known = ranges.slice(0, shownRanges.length).map((range, index): Known => {
    const { last, before } = edges[index] ?? { last: [], before: null };
    const around = { last: last.map(() => rest.shift()!), before: before && rest.shift()! };
    return { range, edges: before && isRecorded(before) ? around : { ...around, before: null } };
  });
  const [current, previous, lastYear, ...weeks] = known as [Known, Known, Known, ...Known[]];
  const trend = trendNames.map((name): TrendRow => {
    const { unit, better, of } = trendFigures[name];
    const shown = ({ range, edges }: Known, days: DayRange): TrendValue => {
      if (!isRecorded(days)) return null;
      // Times are no sums: nothing is worked out from two of them.
      const isFew =
        name === "cases" || name === "heldShare"
          ? isRangeWithheld(seesSmall, range, edges, (part) => casesBehindTrend(part, name))
          : isWithheld(seesSmall, ...casesBehindTrend(range, name));
      return isFew ? "withheld" : of(range);
    };
    return {
      name,
      unit,
      better,
      now: shown(current, period),
      previous: shown(previous, period.previous),
      lastYear: shown(lastYear, period.lastYear),
      weeks: weeks.map((week, index) => shown(week, period.weeks[index] as DayRange)),
      isComparable: !(period.isRunning && unit === "count"),
    };
  });
  return {
    asOf: now.toISOString(),
    period,
    money: moneyOf(current, seesSmall),
    hasPrevious: isRecorded(period.previous),
    previousReported: moneyOf(previous, seesSmall).reported,
    totals: answersOf(
      answers.find(({ key }) => key === null),
      seesSmall,
    ),
    organisations: answers
      .flatMap((row) =>
        row.key === null ? [] : [{ id: row.key, name: row.name ?? "", ...answersOf(row, seesSmall) }],
      )
      .sort(worstFirst),
    trend,
    map: provincesOf(actor, cases, first === null || addDays(period.from, -1) < first, seesSmall),
  };
}

/** The first day that anything was counted on in the reader's provinces: before it there is no zero, there is nothing. */
async function readFirstDay(actor: Actor): Promise<string | null> {
  const [row] = await readAsActor<{ first: string | null }>(actor, {
    name: "figures_first_day",
    text: `select min(x.day)::text as first from unnest($1::text[]) as p(code) cross join lateral (
        (select f.day from figure_day f where f.province_code = p.code order by f.day limit 1)
        union all (select d.day from figure_delta d where d.province_code = p.code order by d.day limit 1)) x`,
    values: [actor.provinces],
  });
  return row?.first ?? null;
}
