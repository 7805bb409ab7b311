import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { Methods } from "@/components/province/methods";
import { MoneyBand } from "@/components/province/money-band";
import { OverdueTable } from "@/components/province/overdue-table";
import { PeriodSwitch } from "@/components/province/period-switch";
import { PrintHead } from "@/components/province/print-head";
import { rangeWords, searchOf } from "@/components/province/period-words";
import { ProvinceMap } from "@/components/province/province-map";
import { TrendTable } from "@/components/province/trend-table";
import { PrintButton } from "@/components/ui/print-button";
import { Page } from "@/components/ui/page";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { may } from "@/lib/access/policy";
import { overdueSums } from "@/lib/ladder/queries";
import { mayOversee } from "@/lib/ladder/rules";
import { isDemo } from "@/lib/env";
import { type PeriodFilter, periodFilter, weekNumber } from "@/lib/figures/period";
import { getLeaderFigures } from "@/lib/figures/leader-figures";
import { formatTime } from "@/lib/i18n/local-time";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("province"))("title") };
}

/** Rights first, outside the part that streams: whoever reads no figures gets a plain "not found". */
export default async function ProvincePage({ searchParams }: PageProps<"/province">) {
  const actor = await requireActor();
  if (!may(actor, "figures.read")) notFound();
  const query = await searchParams;
  const t = await getWords("province");
  return (
    <Suspense
      fallback={
        <Page title={t("title")}>
          <SkeletonRows label={t("loading")} rows={8} />
        </Page>
      }
    >
      <Overview actor={actor} filter={periodFilter.parse(query)} all={query.all === "1"} />
    </Suspense>
  );
}

async function Overview({ actor, filter, all }: { actor: Actor; filter: PeriodFilter; all: boolean }) {
  const [t, figures, climbed] = await Promise.all([
    getWords("province"),
    getLeaderFigures(actor, filter),
    mayOversee(actor) ? overdueSums(actor) : [],
  ]);
  if (!figures) return null;
  const { period } = figures;
  const heading =
    period.name === "week"
      ? t("heading.week", { week: weekNumber(period.to) })
      : period.name === "month" && period.inWeeks
        ? t("heading.monthWeeks", { month: Number(period.to.slice(5, 7)) })
        : t(`heading.${period.name}`);
  return (
    <div className={all ? "ld ld-long" : "ld"}>
      <PrintHead
        organisation={actor.orgName}
        provinces={actor.provinces}
        period={period}
        asOf={figures.asOf}
        isDemo={isDemo()}
      />
      <div className="ld-head row wrap">
        <h1 className="h1">
          {heading}{" "}
          <span className="ld-range mut num">
            {t("range", { range: rangeWords(period), time: formatTime(figures.asOf) })}
          </span>
        </h1>
        {period.waitsFor ? (
          <span className="ld-range mut">{t("waitsFor", { week: weekNumber(period.waitsFor) })}</span>
        ) : null}
        <span className="push" />
        <span className="no-print">
          <PrintButton size="sm" />
        </span>
        <PeriodSwitch period={period} path={paths.province} />
      </div>
      <MoneyBand figures={figures} />
      <OverdueTable figures={figures} search={searchOf(period)} all={all} climbed={climbed} />
      <TrendTable trend={figures.trend} />
      <ProvinceMap cases={figures.map} />
      <footer className="ld-foot foot-note">
        <p>{t("foot")}</p>
        <Methods />
      </footer>
    </div>
  );
}
