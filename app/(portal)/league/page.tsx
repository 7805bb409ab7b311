import { Scale } from "@/components/icons/scale";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FiguresLoading, FiguresPage } from "@/components/league/figures-page";
import { LeagueFilters } from "@/components/league/league-filters";
import { LeagueTable } from "@/components/league/league-table";
import { MethodLink } from "@/components/league/method-link";
import { PrintButton } from "@/components/ui/print-button";
import { Empty } from "@/components/ui/empty";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { may } from "@/lib/access/policy";
import { leastDays, seesSmallFigures } from "@/lib/figures/disclosure";
import { getWords } from "@/lib/i18n/words";
import { leagueFilter, type LeagueFilter } from "@/lib/league/filter";
import { leastAnswers } from "@/lib/league/least";
import { getLeague } from "@/lib/league/queries";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("league"))("title") };
}

/** How those who are asked compare. Rights first, outside the part that streams. */
export default async function LeaguePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!may(actor, "figures.read")) notFound();
  const [t, query] = [await getWords("league"), await searchParams];
  return (
    <FiguresLoading title={t("title")} loading={t("loading")}>
      <Table actor={actor} filter={leagueFilter.parse(query)} />
    </FiguresLoading>
  );
}

async function Table({ actor, filter }: { actor: Actor; filter: LeagueFilter }) {
  const [t, league] = await Promise.all([getWords("league"), getLeague(actor, filter)]);
  if (!league) return null;
  const { rows } = league;
  return (
    <FiguresPage
      title={t("title")}
      about={t("lead")}
      actor={actor}
      asOf={league.asOf}
      period={league.period}
      filter={filter}
      path={paths.league}
      leastDays={seesSmallFigures(actor) ? 1 : leastDays}
      acts={<PrintButton />}
    >
      <LeagueFilters filter={filter} kinds={league.kinds} />
      {rows.length === 0 ? (
        <Empty icon={<Scale className="i" aria-hidden />} title={t("empty.title")}>
          {t("empty.text")}
        </Empty>
      ) : (
        <LeagueTable rows={rows} filter={filter} least={leastAnswers} />
      )}
      <footer className="foot-note">
        <p>{t("least", { least: leastAnswers })}</p>
        <MethodLink of={["answered", "quantiles", "onTime", "firstRight", "least", "restricted", "reply"]} />
      </footer>
    </FiguresPage>
  );
}
