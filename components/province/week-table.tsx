import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { weekNumber } from "@/lib/figures/period";
import type { WeekAnswers } from "@/lib/figures/types";
import { Minutes } from "./minutes";
import { OnTime } from "./on-time";
import { rangeWords } from "./period-words";

/** Eight weeks of one organisation, the newest first. */
export function WeekTable({ weeks }: { weeks: readonly WeekAnswers[] }) {
  const t = useTranslations("province.behind");
  const over = useTranslations("province.overdue");
  return (
    <Card title={t("byWeek")} flush>
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("week")}</th>
              <th scope="col" className="r">
                {t("sent")}
              </th>
              <th scope="col" className="r">
                {t("answered")}
              </th>
              <th scope="col" className="r">
                {over("median")}
              </th>
              <th scope="col" className="r">
                {over("onTime")}
              </th>
              <th scope="col" className="r">
                {t("held")}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...weeks].reverse().map((week) => (
              <tr key={week.from}>
                <th scope="row" className="fw5">
                  {t("weekName", { week: weekNumber(week.from) })}{" "}
                  <span className="dim num">{rangeWords(week)}</span>
                </th>
                <td className="r num">{week.sent}</td>
                <td className="r num">{week.answered}</td>
                <td className="r num">
                  <Minutes value={week.median} suppressed={week.median === null && week.answered > 0} />
                </td>
                <td className="r num">
                  <OnTime
                    inTime={week.inTime}
                    answered={week.answered}
                    suppressed={week.median === null && week.answered > 0}
                  />
                </td>
                <td className="r">
                  <Money value={week.heldAmount} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
