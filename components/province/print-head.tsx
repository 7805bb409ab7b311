import { useLocale, useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/i18n/local-time";
import { type DayRange, lengthOf } from "@/lib/figures/period";
import map from "@/lib/figures/vietnam.json";
import { rangeWords } from "./period-words";

/** What a sheet of figures says of itself, on paper alone: whose they are, of which days, as of when, and whether they are real. */
export function PrintHead({
  organisation,
  provinces,
  period,
  asOf,
  isDemo,
}: {
  organisation: string;
  provinces: readonly string[];
  period: DayRange;
  asOf: string;
  isDemo: boolean;
}) {
  const t = useTranslations("province.print");
  const frame = useTranslations("frame");
  const locale = useLocale();
  const known = map.provinces.filter(({ code }) => provinces.includes(code));
  // Whoever reads the figures of many provinces has them on the map.
  const named = known.length === 1 ? known.map(({ name, nameEn }) => (locale === "en" ? nameEn : name)) : [];
  return (
    <header className="print-head">
      <p className="row">
        <b className="fw6">{frame("name")}</b>
        {isDemo ? <b className="fw6 push">{frame("demo")}</b> : null}
      </p>
      <p>{[organisation, ...named].join(" · ")}</p>
      <p className="num">
        {t("period", { range: rangeWords(period), days: lengthOf(period) })} ·{" "}
        {t("asOf", { time: formatDateTime(asOf) })}
      </p>
    </header>
  );
}
