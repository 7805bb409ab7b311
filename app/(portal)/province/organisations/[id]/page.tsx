import { ChevronLeft } from "@/components/icons/chevron-left";
import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { KindTable } from "@/components/province/kind-table";
import { PeriodSwitch } from "@/components/province/period-switch";
import { PrintHead } from "@/components/province/print-head";
import { rangeWords, searchOf } from "@/components/province/period-words";
import { WeekTable } from "@/components/province/week-table";
import { Page } from "@/components/ui/page";
import { requireActor } from "@/lib/access/current-actor";
import { isDemo } from "@/lib/env";
import { periodFilter, weekNumber } from "@/lib/figures/period";
import { getOrganisationFigures } from "@/lib/figures/organisation-figures";
import { formatTime } from "@/lib/i18n/local-time";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("province"))("behind.title") };
}

export default async function ProvinceOrganisationPage({
  params,
  searchParams,
}: PageProps<"/province/organisations/[id]">) {
  const actor = await requireActor();
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const [t, figures] = await Promise.all([
    getWords("province"),
    getOrganisationFigures(actor, id, periodFilter.parse(await searchParams)),
  ]);
  if (!figures) notFound();
  const { period } = figures;
  return (
    <Page
      title={figures.name}
      lead={
        <>
          <Link className="row g1" href={`${paths.province}${searchOf(period)}`}>
            <ChevronLeft className="i i-14" aria-hidden />
            {t("behind.back")}
          </Link>
          {t("range", { range: rangeWords(period), time: formatTime(figures.asOf) })}
          {period.waitsFor ? ` ${t("waitsFor", { week: weekNumber(period.waitsFor) })}` : null}
        </>
      }
      aside={<PeriodSwitch period={period} path={paths.provinceOrganisation(id)} />}
    >
      <PrintHead
        organisation={actor.orgName}
        provinces={actor.provinces}
        period={period}
        asOf={figures.asOf}
        isDemo={isDemo()}
      />
      <div className="stack">
        <KindTable figures={figures} />
        <WeekTable weeks={figures.weeks} />
        <p className="foot-note">{t("behind.foot")}</p>
      </div>
    </Page>
  );
}
