import { FileSpreadsheet, Gauge } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { AtRiskCard } from "@/components/league/at-risk-card";
import { LeaguePeriod } from "@/components/league/league-period";
import { MethodLink } from "@/components/league/method-link";
import { OwnKinds, OwnTrend, Slowest } from "@/components/league/own-tables";
import { PeersCard } from "@/components/league/peers-card";
import { ReplyCard } from "@/components/league/reply-card";
import { PrintHead } from "@/components/province/print-head";
import { rangeWords } from "@/components/province/period-words";
import { PrintButton } from "@/components/requests/print-button";
import { BrowserWords } from "@/components/ui/browser-words";
import { buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { may } from "@/lib/access/policy";
import { isDemo } from "@/lib/env";
import { formatTime } from "@/lib/i18n/local-time";
import { getWords } from "@/lib/i18n/words";
import { leagueQuery } from "@/lib/league/address";
import { getAtRisk } from "@/lib/league/at-risk";
import { leagueFilter, type LeagueFilter } from "@/lib/league/filter";
import { getOwnFigures } from "@/lib/league/own-figures";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("ownFigures"))("title") };
}

/** How the acting organisation answers, for who leads its desk. Rights first, outside the part that streams. */
export default async function OwnFiguresPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!may(actor, "figures.own")) notFound();
  const [t, query] = [await getWords("ownFigures"), await searchParams];
  return (
    <Suspense
      fallback={
        <Page title={t("title")}>
          <SkeletonRows label={t("loading")} rows={8} />
        </Page>
      }
    >
      <Figures actor={actor} filter={leagueFilter.parse(query)} />
    </Suspense>
  );
}

async function Figures({ actor, filter }: { actor: Actor; filter: LeagueFilter }) {
  const [t, league, figures, risk] = await Promise.all([
    getWords("ownFigures"),
    getWords("league"),
    getOwnFigures(actor, filter),
    getAtRisk(actor, "desk"),
  ]);
  if (!figures) return null;
  const { period } = figures;
  const isEmpty = figures.kinds.length === 0;
  return (
    <BrowserWords names={["ownFigures.reply", "errors", "problems"]}>
      <Page
        title={t("title")}
        lead={
          <>
            {actor.orgName} · <span className="num nw">{rangeWords(period)}</span>
            {period.isRunning ? ` (${league("period.running")})` : ""}.{" "}
            {league("period.comparedTo", { range: rangeWords(period.previous) })}.{" "}
            {league("asOf", { time: formatTime(figures.asOf) })}.
          </>
        }
        aside={
          <>
            <LeaguePeriod period={period} filter={filter} path={paths.ownFigures} leastDays={1} />
            {isEmpty ? null : (
              <a className={buttonLook({})} href={paths.ownFiguresBook(leagueQuery(filter))} download>
                <FileSpreadsheet className="i" aria-hidden />
                {t("take")}
              </a>
            )}
            <PrintButton label={t("print")} />
          </>
        }
      >
        <PrintHead
          organisation={actor.orgName}
          provinces={actor.provinces}
          period={period}
          asOf={figures.asOf}
          isDemo={isDemo()}
        />
        <div className="stack lg">
          {isEmpty ? (
            <Empty icon={<Gauge className="i" aria-hidden />} title={t("empty.title")}>
              {t("empty.text")}
            </Empty>
          ) : (
            <>
              <OwnKinds figures={figures} />
              <div className="lg-pair">
                <OwnTrend figures={figures} />
                <PeersCard peers={figures.peers} />
              </div>
            </>
          )}
          <AtRiskCard risk={risk} side="desk" />
          {isEmpty ? null : <Slowest figures={figures} />}
          <ReplyCard figures={figures} />
          <footer className="foot-note">
            <MethodLink />
          </footer>
        </div>
      </Page>
    </BrowserWords>
  );
}
