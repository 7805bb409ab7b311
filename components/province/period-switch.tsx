import { CalendarRange } from "@/components/icons/calendar-range";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { formatDay } from "./period-words";
import type { DayRange, Period } from "@/lib/figures/period";

const offered = ["today", "week", "month"] as const;
/** Who sees no small figures is not offered a day (lib/figures/period.ts). */
const offeredOutside = ["week", "month"] as const;

/**
 * Today, this week, this month or days of one's own; the choice is in the address. Works without script: days that cannot be
 * shown to this reader come back as they were typed, with what is wrong. words: province.period.errors.*
 */
export function PeriodSwitch({ period, path }: { period: Period; path: string }) {
  const t = useTranslations("province.period");
  const { refused, leastDays } = period;
  const typed = refused ?? period;
  const least = { days: leastDays };
  const flawOf = (side: keyof DayRange) => refused?.flaws[side];
  const wrong = (side: keyof DayRange) => {
    const flaw = flawOf(side);
    return flaw ? t(`errors.${flaw}`, least) : undefined;
  };
  const focused = flawOf("from") ? "from" : flawOf("to") ? "to" : null;
  const written = { inputMode: "numeric", placeholder: t("pattern") } as const;
  return (
    <nav className="row wrap no-print" aria-label={t("label")}>
      <div className="seg">
        {(leastDays > 1 ? offeredOutside : offered).map((name) => (
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
      <details className="ld-custom" open={refused !== null}>
        <summary className="btn btn-sm" aria-label={t("custom")}>
          <CalendarRange className="i" aria-hidden />
          {period.name === "custom" ? `${formatDay(period.from)} – ${formatDay(period.to)}` : t("custom")}
        </summary>
        <form action={path} className="card ld-dates">
          <input type="hidden" name="period" value="custom" />
          <Field label={t("from")} required error={wrong("from")}>
            <TextInput
              name="from"
              required
              {...written}
              defaultValue={formatDay(typed.from)}
              autoFocus={focused === "from"}
            />
          </Field>
          <Field
            label={t("to")}
            required
            error={wrong("to")}
            hint={leastDays > 1 ? t("hint", least) : undefined}
          >
            <TextInput
              name="to"
              required
              {...written}
              defaultValue={formatDay(typed.to)}
              autoFocus={focused === "to"}
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
