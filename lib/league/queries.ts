import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { asActor, databaseNow, readAsActor } from "@/lib/db";
import { isWithheld, leastCases, seesSmallFigures } from "@/lib/figures/disclosure";
import { lineOf, stagesBy } from "@/lib/figures/pace/line";
import { readByOrganisation } from "@/lib/figures/pace/read";
import { addDays, startOf } from "@/lib/local-days";
import { leagueKinds, type LeagueFilter, type LeagueKind } from "./filter";
import { leastAnswers } from "./least";
import { inOrder, type LeagueRow, usualOrder } from "./order";
import { type LeaguePeriod, leaguePeriod } from "./period";
import { listReplies } from "./replies";

export type League = { asOf: string; period: LeaguePeriod; kinds: readonly LeagueKind[]; rows: LeagueRow[] };

/** Whom this reader compares: a branch of the State Bank those whom it oversees. */
export const kindsFor = ({ orgKind }: Pick<Actor, "orgKind">): readonly LeagueKind[] =>
  orgKind === "state_bank_branch" ? ["bank", "payment_intermediary"] : leagueKinds;

/**
 * How organisations answered the reader's provinces: aggregates alone. Null when the actor reads no figures. Minutes; shares with what
 * they are shares of. A line of fewer than five answers is not compared; one that rests on fewer than five cases is withheld from who
 * sees no small figures.
 */
export async function getLeague(actor: Actor, filter: LeagueFilter): Promise<League | null> {
  if (!may(actor, "figures.read")) return null;
  const now = await asActor(actor, databaseNow);
  const seesSmall = seesSmallFigures(actor);
  const period = leaguePeriod(filter, now, seesSmall);
  const kinds = kindsFor(actor);
  const shown = filter.of ? kinds.filter((kind) => kind === filter.of) : kinds;
  const [rows, replies, behind] = await Promise.all([
    readByOrganisation(actor, [period], filter.kind ?? null),
    listReplies(actor, period),
    seesSmall ? new Map<string, number>() : casesBehind(actor, period, filter.kind ?? null),
  ]);
  const stages = stagesBy(rows, ({ org }) => org);
  const named = await namesOf(
    actor,
    [...new Set([...stages.keys(), ...replies.map(({ orgId }) => orgId)])],
    shown,
  );
  const lines = named.map(({ id, name, orgKind }): LeagueRow => {
    const line = lineOf(stages.get(id) ?? {});
    const answered = line.answered.count;
    const state =
      answered < leastAnswers ? "few" : isWithheld(seesSmall, behind.get(id) ?? 0) ? "withheld" : "shown";
    const said = replies.find(({ orgId }) => orgId === id);
    return {
      id,
      name,
      orgKind,
      answered,
      line: state === "shown" ? line : null,
      state,
      reply: said ? { body: said.body, version: said.version, at: said.at } : null,
    };
  });
  return {
    asOf: now.toISOString(),
    period,
    kinds,
    rows: inOrder(lines, filter.sort, filter.order ?? usualOrder[filter.sort]),
  };
}

function namesOf(
  actor: Actor,
  ids: string[],
  kinds: readonly LeagueKind[],
): Promise<{ id: string; name: string; orgKind: string }[]> {
  return readAsActor(actor, {
    name: "league_names",
    text: `select id, short_name as name, kind::text as "orgKind" from organisation where id = any($1::uuid[]) and kind::text = any($2::text[])`,
    values: [ids, [...kinds]],
  });
}

/** On how many cases each line rests: the first two hundred answers tell in nearly every line that they are enough. */
async function casesBehind(actor: Actor, { from, to }: LeaguePeriod, kindCode: string | null) {
  const of = `d.owner_org_id = o.id and d.subject = 'ANSWER' and d.state in ('met', 'missed') and not d.restricted
    and d.ended_at >= $1 and d.ended_at < $2 and d.province_code = any($3) and ($4::text is null or d.kind_code = $4)`;
  const rows = await readAsActor<{ id: string; cases: number }>(actor, {
    name: "league_cases_behind",
    text: `select o.id, case when few.cases >= ${leastCases} or few.looked < 200 then few.cases
          else (select count(distinct d.case_id)::int from deadline d where ${of}) end as cases
        from organisation o cross join lateral (
          select count(distinct case_id)::int as cases, count(*)::int as looked from (select d.case_id from deadline d where ${of} limit 200) x
        ) few where o.kind::text = any($5::text[]) and few.looked > 0`,
    values: [startOf(from), startOf(addDays(to, 1)), actor.provinces, kindCode, [...leagueKinds]],
    isHeavy: true,
  });
  return new Map(rows.map(({ id, cases }) => [id, cases]));
}
