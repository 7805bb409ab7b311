import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { asActor, databaseNow, readAsActor } from "@/lib/db";
import { addDays, startOf } from "@/lib/local-days";
import { moneyBand, type RangeFigures, trendFigures, trendNames } from "./definitions";
import {
  type Amount,
  casesBehind,
  casesBehindHeld,
  casesBehindTrend,
  type Edges,
  isRangeWithheld,
  isWithheld,
  seesSmallFigures,
  withheldParts,
} from "./disclosure";
import { type DayRange, edgeWeeks, type Period, type PeriodFilter, periodOf } from "./period";
import { readRanges } from "./ranges";
import { byKindSql, byOrganisationSql, casesByProvinceSql } from "./sql";
import type {
  LeaderFigures,
  MoneyBandRow,
  OrganisationAnswers,
  OrganisationFigures,
  ProvinceCases,
  TrendRow,
  TrendValue,
} from "./types";

type AnswerRow = {
  key: string | null;
  name: string | null;
  open: number | null;
  overdue: number | null;
  longest: string | null;
  answered: number | null;
  cases: number | null;
  in_time: number | null;
  took: number[] | null;
  now: Date;
};

/**
 * The leader's page: aggregates of the reader's provinces and no person. Null when the actor may not read figures.
 * Times are minutes, amounts VND.
 */
export async function getLeaderFigures(actor: Actor, filter: PeriodFilter): Promise<LeaderFigures | null> {
  if (!may(actor, "figures.read")) return null;
  const now = await asActor(actor, databaseNow);
  const seesSmall = seesSmallFigures(actor);
  const period = periodOf(filter, now, seesSmall);
  const shownRanges = [period, period.previous, period.lastYear, ...period.weeks];
  // Closed weeks are remembered (ranges.ts), and most of these are among the eight of the trend.
  const edges = seesSmall ? [] : shownRanges.map(edgeWeeks);
  const [lastWeek, secondLast = lastWeek] = edgeWeeks(period).last;
  const lastWeeks = [lastWeek.from, secondLast.from];
  const [ranges, first, answers, cases] = await Promise.all([
    readRanges(actor, [...shownRanges, ...edges.flatMap(({ last, before }) => [...last, before])], now),
    readFirstDay(actor),
    readAnswers(actor, period, "figures_by_organisation", byOrganisationSql),
    readAsActor<ProvinceCount>(
      actor,
      {
        name: "figures_cases_by_province",
        text: casesByProvinceSql,
        values: [actor.provinces, period.from, period.to, addDays(period.from, -7), ...lastWeeks],
      },
      { isHeavy: true },
    ),
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

/** What is behind an organisation's number: by kind, and week by week. Null when it is not the actor's to read. */
export async function getOrganisationFigures(
  actor: Actor,
  organisationId: string,
  filter: PeriodFilter,
): Promise<OrganisationFigures | null> {
  if (!may(actor, "figures.read")) return null;
  const { now, organisation } = await asActor(actor, async (tx) => ({
    now: await databaseNow(tx),
    organisation: await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } }),
  }));
  if (!organisation) return null;
  const seesSmall = seesSmallFigures(actor);
  const period = periodOf(filter, now, seesSmall);
  const [rows, weeks] = await Promise.all([
    readAnswers(actor, period, "figures_by_kind", byKindSql, organisationId),
    readRanges(actor, period.weeks, now, organisationId),
  ]);
  return {
    asOf: now.toISOString(),
    period,
    name: organisation.name,
    totals: answersOf(
      rows.find(({ key }) => key === null),
      seesSmall,
    ),
    kinds: rows
      .flatMap((row) => (row.key === null ? [] : [{ kindCode: row.key, ...answersOf(row, seesSmall) }]))
      .sort((a, b) => b.overdue - a.overdue || b.open - a.open),
    weeks: period.weeks.map((range, index) => {
      const figures = weeks[index] as RangeFigures;
      const few = isWithheld(seesSmall, figures.endedCases);
      return {
        ...range,
        sent: figures.count["request.sent"],
        answered: figures.answered,
        inTime: figures.inTime,
        median: few ? null : rounded(figures.median),
        isWithheld: few,
        heldAmount: isWithheld(seesSmall, ...casesBehindHeld(figures))
          ? null
          : figures.amount["answer.held"].toString(),
      };
    }),
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

function readAnswers(
  actor: Actor,
  { from, to }: Period,
  name: string,
  text: string,
  organisationId?: string,
): Promise<AnswerRow[]> {
  return readAsActor<AnswerRow>(
    actor,
    {
      name,
      text,
      values: [
        actor.provinces,
        startOf(from),
        startOf(addDays(to, 1)),
        ...(organisationId ? [organisationId] : []),
      ],
    },
    { isHeavy: true },
  );
}

/** A range as it was read, with what decides whether its ends may be known. */
type Known = { range: RangeFigures; edges: Edges<RangeFigures> };
type ProvinceCount = { code: string; cases: number; before: number; last: number; second_last: number };

/** Cases by province, as far as this reader may see them: neither one by one nor as what is left of the whole. */
function provincesOf(
  actor: Actor,
  counts: ProvinceCount[],
  isFirst: boolean,
  seesSmall: boolean,
): ProvinceCases[] {
  const parts = counts.map((count) => ({
    ...count,
    isFew: isRangeWithheld(
      seesSmall,
      count.cases,
      { last: [count.last, count.second_last], before: isFirst ? null : count.before },
      (cases) => [cases],
    ),
  }));
  const hidden = withheldParts(parts);
  return parts.map((part) => ({
    code: part.code,
    cases: hidden.has(part) ? null : part.cases,
    own: part.code === actor.provinceCode,
  }));
}

/** The money of a range, as far as this reader may see it. */
function moneyOf({ range, edges }: Known, seesSmall: boolean): MoneyBandRow {
  const { cases, requests, ...amounts } = moneyBand(range);
  const shown = (name: Amount) =>
    !isRangeWithheld(seesSmall, range, edges, (part) => casesBehind(part, name));
  return {
    ...(Object.fromEntries(
      (Object.keys(amounts) as Amount[]).map((name) => [name, shown(name) ? amounts[name].toString() : null]),
    ) as Record<Amount, string | null>),
    requests: shown("requested") ? requests : null,
    cases: shown("reported") ? cases : null,
  };
}

function answersOf(row: AnswerRow | undefined, seesSmall: boolean): Omit<OrganisationAnswers, "id" | "name"> {
  const few = isWithheld(seesSmall, row?.cases ?? 0);
  return {
    open: row?.open ?? 0,
    overdue: row?.overdue ?? 0,
    longest: row?.longest ? Math.floor(Number(row.longest)) : null,
    answered: row?.answered ?? 0,
    inTime: row?.in_time ?? 0,
    median: few ? null : rounded(row?.took?.[0] ?? null),
    p90: few ? null : rounded(row?.took?.[1] ?? null),
    isWithheld: few,
  };
}

const rounded = (minutes: number | null) => (minutes === null ? null : Math.max(0, Math.round(minutes)));
const worstFirst = (a: OrganisationAnswers, b: OrganisationAnswers) =>
  b.overdue - a.overdue ||
  (b.longest ?? 0) - (a.longest ?? 0) ||
  b.open - a.open ||
  a.name.localeCompare(b.name, "vi");
