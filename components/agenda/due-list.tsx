import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Timestamp } from "@/components/ui/timestamp";
import { placeOf } from "@/lib/agenda/place";
import type { DueItem } from "@/lib/agenda/types";
import { dayOf } from "@/lib/day";
import { formatNear } from "@/lib/i18n/local-time";
import { getWords } from "@/lib/i18n/words";
import { OctagonAlert } from "@/components/icons/octagon-alert";

const written = (day: string) => day.split("-").reverse().join("/");

/** What is due, under its days, earliest first; each line leads to its record. words: agenda.* kinds.* cases.legal.* */
export async function DueList({ items, today }: { items: readonly DueItem[]; today: string }) {
  const t = await getWords("agenda");
  const days = new Map<string, DueItem[]>();
  for (const item of items) {
    const day = item.lastDay ?? dayOf(new Date(item.at));
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return (
    <div className="stack">
      {[...days]
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([day, due]) => (
          <section key={day} className="stack-1">
            <h2 className="h3 row wrap">
              {t(`weekday.${new Date(`${day}T00:00:00Z`).getUTCDay()}` as "weekday.1")}, {written(day)}
              {day === today ? <Badge tone="blue">{t("today")}</Badge> : null}
            </h2>
            <ul className="ag-list">
              {due.map((item) => (
                <li key={`${item.kind}-${item.id}`}>
                  <DueLine item={item} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

async function DueLine({ item }: { item: DueItem }) {
  const [t, words] = await Promise.all([getWords("agenda"), getWords()]);
  const place = placeOf(item);
  const known = item.detail && `${item.kind === "case" ? "cases.legal" : "kinds"}.${item.detail}`;
  const detail = known && words.has(known as never) ? words(known as never) : null;
  const what = [
    item.kind === "hold" && item.count > 1 ? t("holds", { count: item.count }) : null,
    detail,
    item.lastDay ? words("ui.timeLeft.endOfDay", { day: written(item.lastDay) }) : null,
    item.person,
    item.until ? t("until", { at: formatNear(item.until, item.at) }) : null,
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <>
      {item.lastDay ? (
        <time
          dateTime={item.at}
          title={words("ui.timeLeft.endOfDay", { day: written(item.lastDay) })}
          className={item.isOverdue ? "c-red fw6" : "fw6"}
        >
          {t("endOfDayBrief")}
        </time>
      ) : (
        <Timestamp at={item.at} part="time" className={item.isOverdue ? "c-red fw6" : "fw6"} />
      )}
      <span className="stack-1">
        <span className="row wrap">
          <b className="fw6">{t(`kind.${item.kind}`)}</b>
          {item.isOverdue ? (
            <Badge tone="red" icon={<OctagonAlert className="i" aria-hidden />}>
              {t("overdue")}
            </Badge>
          ) : null}
        </span>
        {what ? <span className="t13 mut">{what}</span> : null}
      </span>
      <span className="stack-1 ag-record">
        {place ? (
          <Link href={place} className="id">
            {item.code ?? t("roster")}
          </Link>
        ) : null}
        {item.organisation ? <span className="t12 mut">{item.organisation}</span> : null}
      </span>
    </>
  );
}
