import { CalendarRange } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { formatDay } from "./period-words";
import type { Period } from "@/lib/figures/period";

/**
 * Today, this week, this month or days of one's own; the choice is in the address. Works without script: days that are too
 * few for this reader come back as they were typed, with what is wrong.
 */
export function PeriodSwitch({ period, path }: { period: Period; path: string }) {
  const t = useTranslations("province.period");
  const { tooShort, leastDays } = period;
  const typed = tooShort ?? period;
  const least = { days: leastDays };
  const written = { inputMode: "numeric", placeholder: t("pattern") } as const;
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
      <details className="ld-custom" open={tooShort !== null}>
        <summary className="btn btn-sm" aria-label={t("custom")}>
          <CalendarRange className="i" aria-hidden />
          {period.name === "custom" ? `${formatDay(period.from)} – ${formatDay(period.to)}` : t("custom")}
        </summary>
        <form action={path} className="card ld-dates">
          <input type="hidden" name="period" value="custom" />
          <Field label={t("from")} required>
            <TextInput name="from" required {...written} defaultValue={formatDay(typed.from)} />
          </Field>
          <Field
            label={t("to")}
            required
            error={tooShort ? t("tooShort", least) : undefined}
            hint={leastDays > 1 ? t("hint", least) : undefined}
          >
            <TextInput
              name="to"
              required
              {...written}
              defaultValue={formatDay(typed.to)}
              autoFocus={tooShort !== null}
            />
          </Field>
          <Button type="submit" size="sm" look="primary">
            {t("show")}
          </Button>
        </form>
      </details>
    </nav>
  );
}
