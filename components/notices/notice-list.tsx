import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { dayOf } from "@/lib/day";
import { formatDate } from "@/lib/i18n/local-time";
import { addDays } from "@/lib/local-days";
import { groupByRecord, type NoticeGroup } from "@/lib/notices/grouped";
import type { NoticeRow } from "@/lib/notices/types";
import { NoticeLine } from "./notice-line";

/** In the order of the list: the days, each with the records whose newest is of it. */
function byDay(rows: readonly NoticeRow[]): { day: string; groups: NoticeGroup[] }[] {
  const days = new Map<string, NoticeGroup[]>();
  for (const group of groupByRecord(rows)) {
    const day = dayOf(new Date(group.newest.at));
    days.set(day, [...(days.get(day) ?? []), group]);
  }
  return [...days].map(([day, groups]) => ({ day, groups }));
}

/** What one is told, by day, one line for each record. `now` is the server's instant, ISO. */
export function NoticeList({ rows, now }: { rows: readonly NoticeRow[]; now: string }) {
  const t = useTranslations("notices");
  const today = dayOf(new Date(now));
  const dayWords = (day: string) =>
    day === today ? t("today") : day === addDays(today, -1) ? t("yesterday") : formatDate(`${day}T05:00:00Z`);
  return byDay(rows).map(({ day, groups }) => (
    <Card key={day} title={dayWords(day)} flush>
      <ul>
        {groups.map((group) => (
          <NoticeLine key={group.newest.id} group={group} now={now} />
        ))}
      </ul>
    </Card>
  ));
}
