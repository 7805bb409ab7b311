import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { asActor, databaseNow } from "@/lib/db";
import { answersOf, readAnswers, rounded } from "./answers";
import type { RangeFigures } from "./definitions";
import { casesBehindHeld, isWithheld, seesSmallFigures } from "./disclosure";
import type { PeriodFilter } from "./period";
import { readRanges } from "./ranges";
import { shownPeriod } from "./shown-period";
import { byKindSql } from "./sql";
import type { OrganisationFigures } from "./types";

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
  const period = await shownPeriod(actor, filter, now);
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
