import { Bell } from "@/components/icons/bell";
import { BellRing } from "@/components/icons/bell-ring";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Timestamp } from "@/components/ui/timestamp";
import { endWords, whatWords } from "@/lib/channels/mail/words";
import type { Say } from "@/lib/i18n/words-outside";
import type { NoticeGroup } from "@/lib/notices/grouped";
import type { NoticeRow } from "@/lib/notices/types";
import { NoticeActs } from "./notice-acts";

/** One record of which one was told: the newest of it, the others behind a press, and what is done with all of them. words: mail.* kinds.* */
export function NoticeLine({
  group: { newest, older, unreadIds, isUrgent },
  now,
}: {
  group: NoticeGroup;
  now: string;
}) {
  const t = useTranslations("notices");
  const say = useTranslations("mail") as unknown as Say;
  const requestKinds = useTranslations("kinds");
  const kind = whatWords(say, newest.kind, newest.limit);
  const what = newest.code ? `${kind}, ${newest.code}` : kind;
  const isUnread = unreadIds.length > 0;
  return (
    <li className={classNames("notice", isUnread && "notice-unread")}>
      {isUrgent ? (
        <Badge tone="red" icon={<BellRing className="i i-14" aria-hidden />}>
          {t("urgent")}
        </Badge>
      ) : (
        <Bell className="i mut" aria-hidden />
      )}
      <div className="notice-what">
        {newest.href ? <Link href={newest.href}>{kind}</Link> : kind}
        {isUnread ? <span className="vh"> ({t("unread")})</span> : null}{" "}
        {newest.code ? <span className="num nw">{newest.code}</span> : null}
        {newest.requestKind ? (
          <span className="block t13 mut">
            {[requestKinds(newest.requestKind as "ACCOUNT_SUSPEND"), newest.organisation]
              .filter(Boolean)
              .join(" · ")}
          </span>
        ) : null}
        <Facts row={newest} />
        {newest.snoozedUntil && newest.snoozedUntil > now ? (
          <span className="block t13 mut">
            {t("snoozedUntil")} <Timestamp at={newest.snoozedUntil} />
          </span>
        ) : null}
        {older.length > 0 ? (
          <details className="notice-more t13">
            <summary>{t("more", { count: older.length })}</summary>
            <ul className="stack-1">
              {older.map((row) => (
                <li key={row.id}>
                  {whatWords(say, row.kind, row.limit)} <Timestamp at={row.at} className="mut" />
                  <Facts row={row} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
      <Timestamp at={newest.at} part="time" className="t13 mut" />
      {isUnread ? <NoticeActs ids={unreadIds} what={what} now={now} /> : null}
    </li>
  );
}

/** How much of which time is gone. */
function Facts({ row }: { row: NoticeRow }) {
  const t = useTranslations("notices");
  const say = useTranslations("mail") as unknown as Say;
  const facts = [row.percent ? t("percent", { percent: row.percent }) : null, endWords(say, row)].filter(
    Boolean,
  );
  return facts.length > 0 ? <span className="block t13 mut">{facts.join(" · ")}</span> : null;
}
