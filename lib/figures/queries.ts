import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { asActor, databaseNow, readAsActor } from "@/lib/db";
import { addDays, startOf } from "@/lib/local-days";
import { isSuppressed, moneyBand, smallestCell, trendFigures, trendNames } from "./definitions";
import { type Period, type PeriodFilter, periodOf } from "./period";
import { readRanges } from "./ranges";
import { byKindSql, byOrganisationSql, casesByProvinceSql } from "./sql";
import type {
  LeaderFigures,
  MoneyBandRow,
  OrganisationAnswers,
  OrganisationFigures,
  TrendRow,
} from "./types";

type AnswerRow = {
  key: string | null;
  name: string | null;
  open: number | null;
  overdue: number | null;
  longest: string | null;
  answered: number | null;
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
  const period = periodOf(filter, now);
  const [ranges, answers, cases] = await Promise.all([
    readRanges(actor, [period, period.previous, period.lastYear, ...period.weeks], now),
    readAnswers(actor, period, "figures_by_organisation", byOrganisationSql),
    readAsActor<{ code: string; cases: number }>(actor, {
      name: "figures_cases_by_province",
      text: casesByProvinceSql,
      values: [actor.provinces, period.from, period.to],
    }),
  ]);
  const [current, previous, lastYear, ...weeks] = ranges as [
    (typeof ranges)[0],
    (typeof ranges)[0],
    (typeof ranges)[0],
    ...typeof ranges,
  ];
  const police = actor.orgKind === "police";
  const trend = trendNames.map((name): TrendRow => {
    const { unit, better, of } = trendFigures[name];
    const shown = (value: number | null) =>
      name === "cases" && value !== null && isSuppressed(value, police) ? null : value;
    return {
      name,
      unit,
      better,
      now: shown(of(current)),
      previous: shown(of(previous)),
      lastYear: shown(of(lastYear)),
      weeks: weeks.map((week) => shown(of(week))),
    };
  });
  const { cases: count, requests, ...amounts } = moneyBand(current);
  return {
    asOf: now.toISOString(),
    period,
    money: {
      ...(Object.fromEntries(
        Object.entries(amounts).map(([name, value]) => [name, value.toString()]),
      ) as Omit<MoneyBandRow, "cases" | "requests">),
      requests,
      cases: isSuppressed(count, police) ? null : count,
    },
    previousReported: moneyBand(previous).reported.toString(),
    totals: answersOf(
      answers.find(({ key }) => key === null),
      police,
    ),
    organisations: answers
      .flatMap((row) =>
        row.key === null ? [] : [{ id: row.key, name: row.name ?? "", ...answersOf(row, police) }],
      )
      .sort(worstFirst),
    trend,
    map: cases.map(({ code, cases: reported }) => ({
      code,
      cases: isSuppressed(reported, police) ? null : reported,
      own: code === actor.provinceCode,
    })),
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
  const period = periodOf(filter, now);
  const police = actor.orgKind === "police";
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
      police,
    ),
    kinds: rows
      .flatMap((row) => (row.key === null ? [] : [{ kindCode: row.key, ...answersOf(row, police) }]))
      .sort((a, b) => b.overdue - a.overdue || b.open - a.open),
    weeks: period.weeks.map((range, index) => {
      const figures = weeks[index];
      const few = isSuppressed(figures?.answered ?? 0, police);
      return {
        ...range,
        sent: figures?.count["request.sent"] ?? 0,
        answered: figures?.answered ?? 0,
        inTime: figures?.inTime ?? 0,
        median: few ? null : rounded(figures?.median ?? null),
        heldAmount: (figures?.amount["answer.held"] ?? 0n).toString(),
      };
    }),
  };
}

function readAnswers(
  actor: Actor,
  { from, to }: Period,
  name: string,
  text: string,
  organisationId?: string,
): Promise<AnswerRow[]> {
  return readAsActor<AnswerRow>(actor, {
    name,
    text,
    values: [
      actor.provinces,
      startOf(from),
      startOf(addDays(to, 1)),
      ...(organisationId ? [organisationId] : []),
    ],
  });
}

function answersOf(row: AnswerRow | undefined, police: boolean): Omit<OrganisationAnswers, "id" | "name"> {
  const answered = row?.answered ?? 0;
  const suppressed = !police && answered > 0 && answered < smallestCell;
  return {
    open: row?.open ?? 0,
    overdue: row?.overdue ?? 0,
    longest: row?.longest ? Math.floor(Number(row.longest)) : null,
    answered,
    inTime: row?.in_time ?? 0,
    median: suppressed ? null : rounded(row?.took?.[0] ?? null),
    p90: suppressed ? null : rounded(row?.took?.[1] ?? null),
    suppressed,
  };
}

const rounded = (minutes: number | null) => (minutes === null ? null : Math.max(0, Math.round(minutes)));
const worstFirst = (a: OrganisationAnswers, b: OrganisationAnswers) =>
  b.overdue - a.overdue ||
  (b.longest ?? 0) - (a.longest ?? 0) ||
  b.open - a.open ||
  a.name.localeCompare(b.name, "vi");
