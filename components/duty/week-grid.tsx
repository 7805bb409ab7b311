import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Timestamp } from "@/components/ui/timestamp";
import { dayOf } from "@/lib/day";
import { weekdayOf } from "@/lib/duty/span";
import type { DutyWeek, ShiftRow } from "@/lib/duty/types";
import { formatDate, formatTime, isSameDay } from "@/lib/i18n/local-time";
import { addDays, startOf } from "@/lib/local-days";
import { ShiftCard } from "./shift-card";

/** A week by day and place in line: a table on a desk and on paper, a list of days on a phone. A shift stands on the day it begins. */
export function WeekGrid({ week, now }: { week: DutyWeek; now: string }) {
  const t = useTranslations("duty");
  const weekday = useTranslations("admin.weekday");
  const language = useLocale() === "en" ? "en" : "vi";
  const today = dayOf(new Date(now));
  const onDay = (day: string) => {
    const [from, to] = [startOf(day).toISOString(), startOf(addDays(day, 1)).toISOString()];
    // What began before Monday stands on Monday.
    return week.shifts.filter(({ fromAt }) => (fromAt < from ? day === week.monday : fromAt < to));
  };
  const ranks = [...new Set([1, ...week.shifts.map(({ rank }) => rank)])].sort((a, b) => a - b);
  const gapsOn = (day: string) => {
    const [from, to] = [startOf(day).toISOString(), startOf(addDays(day, 1)).toISOString()];
    return week.gaps
      .filter((gap) => gap.from < to && gap.to > from)
      .map((gap) => ({ from: gap.from > from ? gap.from : from, to: gap.to < to ? gap.to : to }));
  };
  const head = (day: string, holiday: DutyWeek["days"][number]["holiday"]) => (
    <>
      {weekday(`${weekdayOf(day)}` as "0")}{" "}
      <span className="num nw">{formatDate(startOf(day)).slice(0, 5)}</span>
      {holiday ? <span className="block t12 c-amber">{holiday[language]}</span> : null}
    </>
  );
  const gaps = (day: string) =>
    gapsOn(day).map(({ from, to }) => (
      <p key={from} className="duty-gap t13">
        {t("gap")}{" "}
        <span className="num nw">
          {formatTime(from)}–{isSameDay(from, to) ? formatTime(to) : "24:00"}
        </span>
      </p>
    ));
  const card = (shift: ShiftRow, withRank: boolean) => (
    <ShiftCard
      key={shift.id}
      shift={shift}
      week={week}
      now={now}
      withRank={withRank}
      isGoingOn={shift.fromAt < startOf(week.monday).toISOString()}
    />
  );
  return (
    <div className="duty-print">
      <table className="duty-table">
        <caption className="vh">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("form.rank")}</th>
            {week.days.map(({ day, holiday }) => (
              <th
                key={day}
                scope="col"
                className={classNames("first-letter:uppercase", day === today && "duty-today")}
              >
                {head(day, holiday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ranks.map((rank) => (
            <tr key={rank}>
              <th scope="row">{t("rank", { rank, behind: rank - 1 })}</th>
              {week.days.map(({ day }) => (
                <td key={day} className={classNames(day === today && "duty-today")}>
                  <div className="stack-1">
                    {onDay(day)
                      .filter((shift) => shift.rank === rank)
                      .map((shift) => card(shift, false))}
                    {rank === 1 ? gaps(day) : null}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="duty-days">
        {week.days.map(({ day, holiday }) => (
          <section key={day} className="card stack-1 p-3">
            <h3 className="h3 first-letter:uppercase">{head(day, holiday)}</h3>
            {onDay(day).map((shift) => card(shift, true))}
            {gaps(day)}
          </section>
        ))}
      </div>
      <p className="print-only t12">
        {t("printed")} <Timestamp at={now} />
      </p>
    </div>
  );
}
