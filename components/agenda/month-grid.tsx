import { Count } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { agendaAddress } from "@/lib/agenda/address";
import type { AgendaFilter } from "@/lib/agenda/schema";
import { type DayCount, isDue } from "@/lib/agenda/types";
import { getWords } from "@/lib/i18n/words";
import { DayKeys } from "./day-keys";

const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;
const written = (day: string) => day.split("-").reverse().join("/");

/** A month as whole weeks: each day leads to its list and says how much is due, what is late in red. words: agenda.* */
export async function MonthGrid({
  shown,
  days,
  month,
  today,
  counts,
  caption,
}: {
  shown: AgendaFilter;
  /** Whole weeks from a Monday, yyyy-mm-dd. */
  days: readonly string[];
  /** yyyy-mm of the month that is shown; the days around it are muted. */
  month: string | null;
  today: string;
  counts: readonly DayCount[];
  caption: string;
}) {
  const t = await getWords("agenda");
  const sums = new Map<string, { count: number; overdue: number; kinds: DayCount[] }>();
  for (const one of counts) {
    const { count, overdue, kinds } = sums.get(one.day) ?? { count: 0, overdue: 0, kinds: [] };
    sums.set(one.day, {
      count: count + (isDue(one) ? one.count : 0),
      overdue: overdue + one.overdue,
      kinds: [...kinds, one],
    });
  }
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return (
    <DayKeys>
      <table className="ag-month">
        <caption className="vh">
          {caption} {t("keys")}
        </caption>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" abbr={t(`weekday.${weekday}`)}>
                {t(`weekdayShort.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const { count, overdue, kinds } = sums.get(day) ?? { count: 0, overdue: 0, kinds: [] };
                return (
                  <td
                    key={day}
                    data-out={month !== null && !day.startsWith(month) ? "" : undefined}
                    data-open={day === shown.day ? "" : undefined}
                  >
                    <Link
                      href={agendaAddress(shown, { day: day === shown.day ? undefined : day })}
                      className="ag-day"
                      data-day={day}
                      scroll={false}
                      aria-current={day === today ? "date" : undefined}
                    >
                      <span className="vh">{t("dayLabel", { day: written(day), count, overdue })}</span>
                      <span className="num" aria-hidden>
                        {Number(day.slice(8))}
                      </span>
                      <span className="ag-wide ag-kinds" aria-hidden>
                        {kinds.map(({ kind, count: some, overdue: late }) => (
                          <span key={kind} className={late > 0 ? "c-red fw5" : undefined}>
                            <span className="num">{some}</span> {t(`short.${kind}`)}
                          </span>
                        ))}
                      </span>
                      <span className="row wrap g1 ag-phone" aria-hidden>
                        {overdue > 0 ? <Count value={overdue} tone="red" /> : null}
                        {count > overdue ? <Count value={count - overdue} /> : null}
                      </span>
                    </Link>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </DayKeys>
  );
}
