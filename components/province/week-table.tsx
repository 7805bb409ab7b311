import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { weekNumber } from "@/lib/figures/period";
import type { WeekAnswers } from "@/lib/figures/types";
import { FigureTable } from "./figure-table";
import { Minutes } from "./minutes";
import { OnTime } from "./on-time";
import { rangeWords } from "./period-words";
import { Withheld } from "./withheld";

/** Eight weeks of one organisation, the newest first. */
export function WeekTable({ weeks }: { weeks: readonly WeekAnswers[] }) {
  const t = useTranslations("province.behind");
  const over = useTranslations("province.overdue");
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
        [over("median"), ({ median, isWithheld }) => <Minutes value={median} isWithheld={isWithheld} />],
        [over("onTime"), (week) => <OnTime {...week} />],
        [t("held"), ({ heldAmount }) => (heldAmount === null ? <Withheld /> : <Money value={heldAmount} />)],
      ]}
    />
  );
}
