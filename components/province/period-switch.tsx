import { CalendarRange } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { formatDay } from "./period-words";
import type { Period } from "@/lib/figures/period";

/** Today, this week, this month or days of one's own; the choice is in the address. Works without script. */
export function PeriodSwitch({ period, path }: { period: Period; path: string }) {
  const t = useTranslations("province.period");
  return (
    <nav className="row wrap" aria-label={t("label")}>
      <div className="seg">
        {(["today", "week", "month"] as const).map((name) => (
          <Link
            key={name}
            href={name === "week" ? path : `${path}?period=${name}`}
            aria-current={period.name === name ? "true" : undefined}
            scroll={false}
          >
            {t(name)}
          </Link>
        ))}
      </div>
      <details className="ld-custom">
        <summary className="btn btn-sm" aria-label={t("custom")}>
          <CalendarRange className="i" aria-hidden />
          {period.name === "custom" ? `${formatDay(period.from)} – ${formatDay(period.to)}` : t("custom")}
        </summary>
        <form action={path} className="card ld-dates">
          <input type="hidden" name="period" value="custom" />
          <label className="field">
            <span className="label">{t("from")}</span>
            <input
              className="input"
              name="from"
              required
              defaultValue={formatDay(period.from)}
              inputMode="numeric"
              placeholder={t("pattern")}
            />
          </label>
          <label className="field">
            <span className="label">{t("to")}</span>
            <input
              className="input"
              name="to"
              required
              defaultValue={formatDay(period.to)}
              inputMode="numeric"
              placeholder={t("pattern")}
            />
          </label>
          <Button type="submit" size="sm" look="primary">
            {t("show")}
          </Button>
        </form>
      </details>
    </nav>
  );
}
