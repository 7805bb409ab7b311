import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MoneyBand } from "@/components/province/money-band";
import { OverdueTable } from "@/components/province/overdue-table";
import { PeriodSwitch } from "@/components/province/period-switch";
import { rangeWords, searchOf } from "@/components/province/period-words";
import { ProvinceMap } from "@/components/province/province-map";
import { TrendTable } from "@/components/province/trend-table";
import { requireActor } from "@/lib/access/current-actor";
import { periodFilter, weekNumber } from "@/lib/figures/period";
import { getLeaderFigures } from "@/lib/figures/queries";
import { formatTime } from "@/lib/i18n/local-time";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("province"))("title") };
}

export default async function ProvincePage({ searchParams }: PageProps<"/province">) {
  const actor = await requireActor();
  const query = await searchParams;
  const [t, figures] = await Promise.all([getWords("province"), getLeaderFigures(actor, periodFilter.parse(query))]);
  if (!figures) notFound();
  const { period } = figures;
  const heading = period.name === "week" ? t("heading.week", { week: weekNumber(period.to) }) : t(`heading.${period.name}`);
  return (
    <div className={query.all === "1" ? "ld ld-long" : "ld"}>
      <div className="ld-head row wrap">
        <h1 className="h1">
          {heading} <span className="ld-range mut num">{t("range", { range: rangeWords(period), time: formatTime(figures.asOf) })}</span>
        </h1>
        <span className="push" />
        <PeriodSwitch period={period} path={paths.province} />
      </div>
      <MoneyBand figures={figures} />
      <OverdueTable figures={figures} search={searchOf(period)} all={query.all === "1"} />
      <TrendTable trend={figures.trend} />
      <ProvinceMap cases={figures.map} />
      <footer className="ld-foot foot-note">{t("foot")}</footer>
    </div>
  );
}
