import { FileSpreadsheet } from "@/components/icons/file-spreadsheet";
import { Gauge } from "@/components/icons/gauge";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AtRiskCard } from "@/components/league/at-risk-card";
import { FiguresPage, FiguresLoading } from "@/components/league/figures-page";
import { MethodLink } from "@/components/league/method-link";
import { OwnKinds, OwnTrend, Slowest } from "@/components/league/own-tables";
import { PeersCard } from "@/components/league/peers-card";
import { ReplyCard } from "@/components/league/reply-card";
import { PrintButton } from "@/components/ui/print-button";
import { BrowserWords } from "@/components/ui/browser-words";
import { buttonLook } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { may } from "@/lib/access/policy";
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
    <FiguresLoading title={t("title")} loading={t("loading")}>
      <Figures actor={actor} filter={leagueFilter.parse(query)} />
    </FiguresLoading>
  );
}

async function Figures({ actor, filter }: { actor: Actor; filter: LeagueFilter }) {
  const [t, figures, risk] = await Promise.all([
    getWords("ownFigures"),
    getOwnFigures(actor, filter),
    getAtRisk(actor, "desk"),
  ]);
  if (!figures) return null;
  const isEmpty = figures.kinds.length === 0;
  return (
    <BrowserWords names={["ownFigures.reply", "errors", "problems"]}>
      <FiguresPage
        title={t("title")}
        about={`${actor.orgName} ·`}
        isCompared
        actor={actor}
        asOf={figures.asOf}
        period={figures.period}
        filter={filter}
        path={paths.ownFigures}
        leastDays={1}
        acts={
          <>
            {isEmpty ? null : (
              <a className={buttonLook({})} href={paths.ownFiguresBook(leagueQuery(filter))} download>
                <FileSpreadsheet className="i" aria-hidden />
                {t("take")}
              </a>
            )}
            <PrintButton />
          </>
        }
      >
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
      </FiguresPage>
    </BrowserWords>
  );
}
