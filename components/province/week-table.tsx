import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { weekNumber } from "@/lib/figures/period";
import type { WeekAnswers } from "@/lib/figures/types";
import { FigureTable } from "./figure-table";
import { Minutes } from "./minutes";
import { OnTime } from "./on-time";
import { rangeWords } from "./period-words";

/** Eight weeks of one organisation, the newest first. */
export function WeekTable({ weeks }: { weeks: readonly WeekAnswers[] }) {
  const t = useTranslations("province.behind");
  const over = useTranslations("province.overdue");
  const isSuppressed = ({ median, answered }: WeekAnswers) => median === null && answered > 0;
  return (
    <FigureTable
      title={t("byWeek")}
      heading={t("week")}
      rows={[...weeks].reverse()}
      keyOf={({ from }) => from}
      nameOf={(week) => (
        <>
          {t("weekName", { week: weekNumber(week.from) })} <span className="dim num">{rangeWords(week)}</span>
        </>
      )}
      columns={[
        [t("sent"), ({ sent }) => sent],
        [t("answered"), ({ answered }) => answered],
        [over("median"), (week) => <Minutes value={week.median} suppressed={isSuppressed(week)} />],
        [over("onTime"), (week) => <OnTime {...week} suppressed={isSuppressed(week)} />],
        [t("held"), ({ heldAmount }) => <Money value={heldAmount} />],
      ]}
    />
  );
}
