import { CalendarRange } from "@/components/icons/calendar-range";
import { ChevronLeft } from "@/components/icons/chevron-left";
import { ChevronRight } from "@/components/icons/chevron-right";
import { useTranslations } from "next-intl";
import { formatDay, rangeWords } from "@/components/province/period-words";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import { dayBefore, leagueAddress } from "@/lib/league/address";
import type { LeagueFilter } from "@/lib/league/filter";
import type { LeaguePeriod as Period } from "@/lib/league/period";

const named = ["week", "month", "quarter"] as const;

/** Week, month, quarter, the one before and after, or days of one's own; the choice is in the address and works without script. */
export function LeaguePeriod({
  period,
  filter,
  path,
  leastDays,
}: {
  period: Period;
  filter: LeagueFilter;
  path: string;
  /** Days that one's own range has at least, for this reader. */
  leastDays: number;
}) {
  const t = useTranslations("league.period");
  const to = (change: Parameters<typeof leagueAddress>[2]) => leagueAddress(path, filter, change);
  const plain = { from: null, to: null };
  const written = { inputMode: "numeric", placeholder: t("pattern"), required: true } as const;
  const kept = [
    ["of", filter.of],
    ["kind", filter.kind],
  ] as const;
  return (
    <nav className="row wrap no-print" aria-label={t("label")}>
      <div className="seg">
        {named.map((name) => (
          <Link
            key={name}
            href={to({ ...plain, period: name, on: null })}
            aria-current={period.name === name ? "true" : undefined}
            scroll={false}
          >
            {t(name)}
          </Link>
        ))}
      </div>
      {period.name === "custom" ? null : (
        <div className="row g1">
          <ButtonLink
            size="sm"
            look="ghost"
            href={to({ ...plain, period: period.name, on: dayBefore(period) })}
            aria-label={t("previous")}
            scroll={false}
            icon={<ChevronLeft className="i" aria-hidden />}
          />
          <span className="num t13">{rangeWords({ from: period.from, to: period.until })}</span>
          {period.next ? (
            <ButtonLink
              size="sm"
              look="ghost"
              href={to({ ...plain, period: period.name, on: period.next })}
              aria-label={t("next")}
              scroll={false}
              icon={<ChevronRight className="i" aria-hidden />}
            />
          ) : null}
        </div>
      )}
      <details className="ld-custom" open={period.isRefused}>
        <summary className="btn btn-sm" aria-label={t("custom")}>
          <CalendarRange className="i" aria-hidden />
          {period.name === "custom" ? rangeWords(period) : t("custom")}
        </summary>
        <form action={path} className="card ld-dates">
          <input type="hidden" name="period" value="custom" />
          {kept.map(([name, value]) =>
            value ? <input key={name} type="hidden" name={name} value={value} /> : null,
          )}
          <Field label={t("from")} required>
            <TextInput name="from" {...written} defaultValue={formatDay(filter.from ?? period.from)} />
          </Field>
          <Field label={t("to")} required hint={leastDays > 1 ? t("hint", { days: leastDays }) : undefined}>
            <TextInput name="to" {...written} defaultValue={formatDay(filter.to ?? period.to)} />
          </Field>
          <Button type="submit" size="sm" look="primary">
            {t("show")}
          </Button>
        </form>
      </details>
      {period.isRefused ? (
        <Note tone="amber" announce>
          {t("refused")}
        </Note>
      ) : null}
    </nav>
  );
}
