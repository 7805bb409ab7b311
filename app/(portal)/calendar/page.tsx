import type { Metadata } from "next";
import { CalendarDays } from "@/components/icons/calendar-days";
import { AgendaBar } from "@/components/agenda/agenda-bar";
import { DueList } from "@/components/agenda/due-list";
import { MonthGrid } from "@/components/agenda/month-grid";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { looksAfterOthers, requireDates } from "@/lib/access/require-dates";
import { agendaAddress } from "@/lib/agenda/address";
import { countDue, listDue } from "@/lib/agenda/queries";
import { agendaFilter } from "@/lib/agenda/schema";
import { daysOf, spanOf } from "@/lib/agenda/span";
import { isDue } from "@/lib/agenda/types";
import { dayAfter, dayOf } from "@/lib/day";
import { getWords } from "@/lib/i18n/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("agenda"))("title") };
}

const written = (day: string) => day.split("-").reverse().join("/");

/** Everything that is due, by day. */
export default async function CalendarPage({ searchParams }: PageProps<"/calendar">) {
  const actor = await requireDates();
  const shown = agendaFilter.parse(await searchParams);
  const today = dayOf(new Date());
  const at = shown.at ?? today;
  const span = spanOf(shown.view, at);
  const reach = shown.who ?? (looksAfterOthers(actor) ? "team" : "own");
  const asked = { reach, from: span.from, to: span.to, kinds: shown.kinds };
  // Below a month stands its list for a phone: it opens on today, and what was before is one touch away.
  const isFromToday = shown.view === "month" && span.from < today && today < span.to;
  const [edgeAt, edgeId] = shown.after?.split("_") ?? [];
  const [t, counts, list, open] = await Promise.all([
    getWords("agenda"),
    countDue(actor, asked),
    listDue(actor, {
      ...asked,
      ...(isFromToday ? { from: today } : {}),
      after: edgeAt && edgeId ? { at: edgeAt, id: edgeId } : null,
    }),
    shown.day ? listDue(actor, { ...asked, from: shown.day, to: dayAfter(shown.day) }) : null,
  ]);
  const sum = counts
    .filter(isDue)
    .reduce((all, { count, overdue }) => ({ count: all.count + count, overdue: all.overdue + overdue }), {
      count: 0,
      overdue: 0,
    });
  const last = daysOf(span).at(-1)!;
  const title = {
    month: t("monthOf", { month: at.slice(5, 7), year: at.slice(0, 4) }),
    week: t("weekOf", { from: written(span.from), to: written(last) }),
    list: t("listFrom", { from: written(span.from), to: written(last) }),
  }[shown.view];
  const isGrid = shown.view === "month";
  const empty = (
    <Empty icon={<CalendarDays className="i i-20" aria-hidden />} title={t("empty.title")}>
      {t(`empty.${reach}`)}
    </Empty>
  );
  const whole = (
    <div className="stack">
      {isFromToday ? (
        <ButtonLink href={agendaAddress(shown, { view: "list", at: span.from })}>{t("earlier")}</ButtonLink>
      ) : null}
      {list.items.length > 0 ? <DueList items={list.items} today={today} /> : empty}
      <div className="row end no-print">
        {shown.after ? <ButtonLink href={agendaAddress(shown)}>{t("first")}</ButtonLink> : null}
        {list.next ? (
          <ButtonLink href={agendaAddress(shown, { after: `${list.next.at}_${list.next.id}` })}>
            {t("more")}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
  return (
    <Page title={t("title")} lead={`${title}: ${t("caption", sum)}`}>
      <div className="stack">
        <AgendaBar shown={shown} reach={reach} span={span} />
        {isGrid ? (
          <MonthGrid
            shown={shown}
            days={daysOf(span)}
            month={at.slice(0, 7)}
            today={today}
            counts={counts}
            caption={`${title}: ${t("caption", sum)}.`}
          />
        ) : null}
        {open ? (
          open.items.length > 0 ? (
            <DueList items={open.items} today={today} />
          ) : (
            <Card>{t("empty.day")}</Card>
          )
        ) : null}
        {open ? null : isGrid ? (
          <div className={counts.length > 0 ? "ag-phone" : undefined}>{whole}</div>
        ) : (
          whole
        )}
      </div>
    </Page>
  );
}
