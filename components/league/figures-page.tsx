import { useTranslations } from "next-intl";
import { Suspense, type ReactNode } from "react";
import { rangeWords } from "@/components/province/period-words";
import { PrintHead } from "@/components/province/print-head";
import { Page } from "@/components/ui/page";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Actor } from "@/lib/access/actor";
import { isDemo } from "@/lib/env";
import { formatTime } from "@/lib/i18n/local-time";
import type { LeagueFilter } from "@/lib/league/filter";
import type { LeaguePeriod as Period } from "@/lib/league/period";
import { LeaguePeriod } from "./league-period";

/** What stands until the figures of answers are read. */
export function FiguresLoading({
  title,
  loading,
  children,
}: {
  title: string;
  loading: string;
  children: ReactNode;
}) {
  const fallback = (
    <Page title={title}>
      <SkeletonRows label={loading} rows={8} />
    </Page>
  );
  return <Suspense fallback={fallback}>{children}</Suspense>;
}

/** A page of figures of a period: whose they are, of which days and of when, on the screen and on paper, and the choice of other days. */
export function FiguresPage({
  title,
  about,
  isCompared = false,
  actor,
  asOf,
  period,
  filter,
  path,
  leastDays,
  acts,
  children,
}: {
  title: string;
  /** What stands before the days. */
  about: ReactNode;
  /** Whether the period before stands beside it. */
  isCompared?: boolean;
  actor: Actor;
  asOf: string;
  period: Period;
  filter: LeagueFilter;
  path: string;
  /** Days that one's own range has at least, for this reader. */
  leastDays: number;
  acts?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("league");
  return (
    <Page
      title={title}
      lead={
        <>
          {about} <span className="num nw">{rangeWords(period)}</span>
          {period.isRunning ? ` (${t("period.running")})` : ""}.{" "}
          {isCompared ? `${t("period.comparedTo", { range: rangeWords(period.previous) })}. ` : ""}
          {t("asOf", { time: formatTime(asOf) })}.
        </>
      }
      aside={
        <>
          <LeaguePeriod period={period} filter={filter} path={path} leastDays={leastDays} />
          {acts}
        </>
      }
    >
      <PrintHead
        organisation={actor.orgName}
        provinces={actor.provinces}
        period={period}
        asOf={asOf}
        isDemo={isDemo()}
      />
      <div className="stack lg">{children}</div>
    </Page>
  );
}
