import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { LeagueFilters } from "@/components/league/league-filters";
import { LeaguePeriod } from "@/components/league/league-period";
import { LeagueTable } from "@/components/league/league-table";
import { MethodLink } from "@/components/league/method-link";
import { PrintHead } from "@/components/province/print-head";
import { rangeWords } from "@/components/province/period-words";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { may } from "@/lib/access/policy";
import { isDemo } from "@/lib/env";
import { leastDays, seesSmallFigures } from "@/lib/figures/disclosure";
import { formatTime } from "@/lib/i18n/local-time";
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
    <Suspense
      fallback={
        <Page title={t("title")}>
          <SkeletonRows label={t("loading")} rows={8} />
        </Page>
      }
    >
      <Table actor={actor} filter={leagueFilter.parse(query)} />
    </Suspense>
  );
}

async function Table({ actor, filter }: { actor: Actor; filter: LeagueFilter }) {
  const [t, league] = await Promise.all([getWords("league"), getLeague(actor, filter)]);
  if (!league) return null;
  const { period, rows } = league;
  return (
    <Page
      title={t("title")}
      lead={
        <>
          {t("lead")} <span className="num nw">{rangeWords(period)}</span>
          {period.isRunning ? ` (${t("period.running")})` : ""}.{" "}
          {t("asOf", { time: formatTime(league.asOf) })}.
        </>
      }
      aside={
        <LeaguePeriod
          period={period}
          filter={filter}
          path={paths.league}
          leastDays={seesSmallFigures(actor) ? 1 : leastDays}
        />
      }
    >
      <PrintHead
        organisation={actor.orgName}
        provinces={actor.provinces}
        period={period}
        asOf={league.asOf}
        isDemo={isDemo()}
      />
      <div className="stack lg">
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
          <MethodLink
            of={["answered", "quantiles", "onTime", "firstRight", "least", "restricted", "reply"]}
          />
        </footer>
      </div>
    </Page>
  );
}
