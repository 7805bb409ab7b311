import { ArrowDownRight } from "@/components/icons/arrow-down-right";
import { ArrowRight } from "@/components/icons/arrow-right";
import { ArrowUpRight } from "@/components/icons/arrow-up-right";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { durationOf, shownMinutes } from "@/components/ui/duration-words";
import type { TrendRow, TrendValue } from "@/lib/figures/types";
import { formatShare } from "@/lib/money/share";
import { Sparkline } from "./sparkline";
import { Withheld } from "./withheld";

/** Each figure now, in the period before, on the same days of last year, and over eight weeks. Green is better, red is worse. */
export function TrendTable({ trend }: { trend: readonly TrendRow[] }) {
  const t = useTranslations("province.trend");
  const words = useFigureWords();
  // In the portal's first year there is nothing of last year: no column says so line by line.
  const isFirstYear = trend.every(({ lastYear }) => lastYear === null);
  return (
    <section
      className={classNames("card ld-trend clip", isFirstYear && "is-first-year")}
      aria-labelledby="trend-title"
    >
      <header className="card-head">
        <h2 className="h2" id="trend-title">
          {t("title")}
        </h2>
      </header>
      <div className="scroll-x" tabIndex={0} role="group" aria-labelledby="trend-title">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("figure")}</th>
              <th scope="col" className="r">
                {t("now")}
              </th>
              {isFirstYear ? null : (
                <th scope="col" className="r">
                  {t("lastYear")}
                </th>
              )}
              <th scope="col" className="sp-h">
                {t("weeks")}
              </th>
            </tr>
          </thead>
          <tbody>
            {trend.map((row) => (
              <tr key={row.name}>
                <th scope="row" className="fw5" title={t(`method.${row.name}`)}>
                  {t(`names.${row.name}`)}
                  <span className="sub">
                    <Change row={row} />
                  </span>
                </th>
                <td className="r num">
                  <b className="fw6">{row.now === "withheld" ? <Withheld /> : words(row.unit, row.now)}</b>
                  <span className="sub">
                    {row.previous === null
                      ? t("noFigures")
                      : t("before", { value: words(row.unit, row.previous) })}
                  </span>
                </td>
                {isFirstYear ? null : (
                  <td className="r num mut">
                    {row.lastYear === null ? (
                      <span className="sub">{t("noFigures")}</span>
                    ) : row.lastYear === "withheld" ? (
                      <Withheld />
                    ) : (
                      words(row.unit, row.lastYear)
                    )}
                  </td>
                )}
                <td className="sp-c">
                  <Sparkline
                    values={row.weeks.map((value) => (value === "withheld" ? null : value))}
                    label={t("spark", {
                      name: t(`names.${row.name}`),
                      values: row.weeks.map((value) => words(row.unit, value)).join("; "),
                    })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Change({ row }: { row: TrendRow }) {
  const t = useTranslations("province.trend");
  const words = useFigureWords();
  if (row.now === "withheld" || row.previous === "withheld")
    return <span className="dim">{t("notCompared")}</span>;
  if (!row.isComparable) return <span className="dim">{t("running")}</span>;
  if (row.now === null || row.previous === null) return <span className="dim">{t("noComparison")}</span>;
  const shown = (value: number) => (row.unit === "minutes" ? shownMinutes(Math.round(value)) : value);
  const difference = shown(row.now) - shown(row.previous);
  if (difference === 0)
    return (
      <span className="row g1 mut">
        <ArrowRight className="i i-14" aria-hidden />
        {t("same")}
      </span>
    );
  const isUp = difference > 0;
  const Icon = isUp ? ArrowUpRight : ArrowDownRight;
  const size =
    row.unit === "share"
      ? t("points", { value: words("points", Math.abs(difference)) })
      : words(row.unit, Math.abs(difference));
  const word = row.unit === "minutes" ? (isUp ? "slower" : "faster") : isUp ? "more" : "less";
  return (
    <span className={`row g1 ${isUp === (row.better === "up") ? "c-green" : "c-red"}`}>
      <Icon className="i i-14" aria-hidden />
      {t(word, { size })}
    </span>
  );
}

/** A figure in its unit: per mille as percent, minutes as a length of time, counts as they are; the word of what is withheld. */
function useFigureWords(): (unit: TrendRow["unit"] | "points", value: TrendValue) => string {
  const format = useFormatter();
  const language = useLocale();
  const d = useTranslations("format.duration");
  const t = useTranslations("province");
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return (unit, value) => {
    if (value === null) return "–";
    if (value === "withheld") return t("few");
    if (unit === "share") return formatShare(value, language);
    if (unit === "points") return format.number(value / 10, digits);
    if (unit === "count") return format.number(value);
    const { unit: length, ...values } = durationOf(Math.round(value));
    return d(length, values);
  };
}
