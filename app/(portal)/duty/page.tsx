import type { Metadata } from "next";
import { ChevronLeft } from "@/components/icons/chevron-left";
import { ChevronRight } from "@/components/icons/chevron-right";
import { notFound } from "next/navigation";
import { KeptLists } from "@/components/duty/kept-lists";
import { NoteForm } from "@/components/duty/note-form";
import { NoteList } from "@/components/duty/note-list";
import { OnDutyNow } from "@/components/duty/on-duty-now";
import { AddShiftForm, LeaveForm, LimitForm, RepeatForm } from "@/components/duty/roster-forms";
import { SwapList } from "@/components/duty/swap-list";
import { WeekGrid } from "@/components/duty/week-grid";
import { PrintButton } from "@/components/ui/print-button";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { requireActor } from "@/lib/access/current-actor";
import { dayOf } from "@/lib/day";
import { getDutyWeek } from "@/lib/duty/queries";
import { weekFilter } from "@/lib/duty/schema";
import { formatDate } from "@/lib/i18n/local-time";
import { getWords } from "@/lib/i18n/words";
import { addDays, startOf } from "@/lib/local-days";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("duty"))("title") };
}

/** The roster of the organisation in which the reader acts, a week at a time. For who reads none the page does not exist. */
export default async function DutyPage({ searchParams }: PageProps<"/duty">) {
  const actor = await requireActor();
  const asked = weekFilter.parse(await searchParams).week;
  const [t, week] = await Promise.all([getWords("duty"), getDutyWeek(actor, asked)]);
  if (!week) notFound();
  const now = new Date().toISOString();
  const today = dayOf(new Date());
  const { monday, colleagues, canManage } = week;
  const sunday = addDays(monday, 6);
  const form = { colleagues, day: monday > today ? monday : today };
  return (
    <BrowserWords names={["duty", "errors", "admin.form", "admin.errors", "admin.weekday"]}>
      <Page
        title={t("title")}
        lead={actor.orgName}
        aside={
          <>
            {canManage ? (
              <>
                <RepeatForm {...form} />
                <LeaveForm {...form} />
                <LimitForm limit={week.limit} />
                <ButtonLink href={paths.dutySheet}>{t("sheet.open")}</ButtonLink>
              </>
            ) : null}
            <PrintButton />
            {canManage ? <AddShiftForm {...form} /> : null}
          </>
        }
      >
        <div className="stack">
          {week.noteOf ? (
            <Note tone="amber" title={t("note.asked")} action={<NoteForm shiftId={week.noteOf} />}>
              {t("note.askedText")}
            </Note>
          ) : null}
          <OnDutyNow now={week.now} limit={week.limit} hasRoster={week.hasRoster} />
          <div className="row wrap between">
            <h2 className="h2">
              {t("week", { from: formatDate(startOf(monday)), to: formatDate(startOf(sunday)) })}
            </h2>
            <span className="row no-print">
              <ButtonLink
                size="sm"
                href={paths.dutyWeek(addDays(monday, -7))}
                icon={<ChevronLeft className="i" aria-hidden />}
              >
                {t("before")}
              </ButtonLink>
              <ButtonLink size="sm" href={paths.duty}>
                {t("thisWeek")}
              </ButtonLink>
              <ButtonLink size="sm" href={paths.dutyWeek(addDays(monday, 7))}>
                {t("after")}
                <ChevronRight className="i" aria-hidden />
              </ButtonLink>
            </span>
          </div>
          {week.gaps.length > 0 ? (
            <Note tone="amber" title={t("gaps", { count: week.gaps.length })}>
              {t("gapsText")}
            </Note>
          ) : null}
          <WeekGrid week={week} now={now} />
          <SwapList swaps={week.swaps} />
          <div className="no-print">
            <NoteList notes={week.notes} />
          </div>
          <KeptLists leaves={week.leaves} patterns={week.patterns} canManage={canManage} />
        </div>
      </Page>
    </BrowserWords>
  );
}
