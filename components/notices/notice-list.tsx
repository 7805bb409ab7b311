import { Bell } from "@/components/icons/bell";
import { BellRing } from "@/components/icons/bell-ring";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Timestamp } from "@/components/ui/timestamp";
import { dayOf } from "@/lib/day";
import { formatDate } from "@/lib/i18n/local-time";
import type { Say } from "@/lib/i18n/words-outside";
import { addDays } from "@/lib/local-days";
import { endWords, whatWords } from "@/lib/channels/mail/words";
import type { NoticeRow } from "@/lib/notices/types";
import { NoticeActs } from "./notice-acts";

/** In the order of the list: one group for each day, and in it what is about one record together, where its newest stands. */
function byDay(rows: readonly NoticeRow[]): { day: string; rows: NoticeRow[] }[] {
  const days = new Map<string, Map<string, NoticeRow[]>>();
  for (const row of rows) {
    const day = dayOf(new Date(row.at));
    const records = days.get(day) ?? new Map<string, NoticeRow[]>();
    const record = row.code ?? row.id;
    records.set(record, [...(records.get(record) ?? []), row]);
    days.set(day, records);
  }
  return [...days].map(([day, records]) => ({ day, rows: [...records.values()].flat() }));
}

/** What one is told, by day. `now` is the server's instant, ISO. words: mail.* kinds.* */
export function NoticeList({ rows, now }: { rows: readonly NoticeRow[]; now: string }) {
  const t = useTranslations("notices");
  const say = useTranslations("mail") as unknown as Say;
  const requestKinds = useTranslations("kinds");
  const today = dayOf(new Date(now));
  const dayWords = (day: string) =>
    day === today ? t("today") : day === addDays(today, -1) ? t("yesterday") : formatDate(`${day}T05:00:00Z`);
  return byDay(rows).map(({ day, rows: ofDay }) => (
    <Card key={day} title={dayWords(day)} flush>
      <ul>
        {ofDay.map((row) => {
          const kind = whatWords(say, row.kind, row.limit);
          const end = endWords(say, row);
          const what = row.code ? `${kind}, ${row.code}` : kind;
          return (
            <li key={row.id} className={classNames("notice", !row.isRead && "notice-unread")}>
              {row.urgent ? (
                <Badge tone="red" icon={<BellRing className="i i-14" aria-hidden />}>
                  {t("urgent")}
                </Badge>
              ) : (
                <Bell className="i mut" aria-hidden />
              )}
              <span className="notice-what">
                {row.href ? <Link href={row.href}>{kind}</Link> : kind}
                {row.isRead ? null : <span className="vh"> ({t("unread")})</span>}{" "}
                {row.code ? <span className="num nw">{row.code}</span> : null}
                {row.requestKind ? (
                  <span className="block t13 mut">
                    {[requestKinds(row.requestKind as "ACCOUNT_SUSPEND"), row.organisation]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                ) : null}
                {row.percent || end ? (
                  <span className="block t13 mut">
                    {[row.percent ? t("percent", { percent: row.percent }) : null, end]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                ) : null}
                {row.snoozedUntil && row.snoozedUntil > now ? (
                  <span className="block t13 mut">
                    {t("snoozedUntil")} <Timestamp at={row.snoozedUntil} />
                  </span>
                ) : null}
              </span>
              <Timestamp at={row.at} part="time" className="t13 mut" />
              {row.isRead ? null : <NoticeActs noticeId={row.id} what={what} now={now} />}
            </li>
          );
        })}
      </ul>
    </Card>
  ));
}
