import type { Metadata } from "next";
import { CalendarDays } from "@/components/icons/calendar-days";
import { CircleCheck } from "@/components/icons/circle-check";
import { CircleHelp } from "@/components/icons/circle-help";
import { AdminTable } from "@/components/admin/admin-table";
import { AddHolidayForm, OfficeHoursForm } from "@/components/admin/calendar-forms";
import { ValidDays } from "@/components/admin/valid-days";
import { Card } from "@/components/ui/card";
import { RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { StatusBadge } from "@/components/ui/status-badge";
import { Tabs } from "@/components/ui/tabs";
import { requireAdmin } from "@/lib/access/require-admin";
import { dayOf } from "@/lib/day";
import { getLanguage, getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { listHolidays, listOfficeHours } from "@/lib/reference/calendar-queries";
import { calendarFilter } from "@/lib/reference/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.tabs"))("calendars") };
}

export default async function CalendarsPage({ searchParams }: PageProps<"/admin/calendars">) {
  const actor = await requireAdmin();
  const today = dayOf(new Date());
  const year = calendarFilter.parse(await searchParams).year ?? Number(today.slice(0, 4));
  const [t, h, a, language, { rows, years }, hours] = await Promise.all([
    getWords("admin.calendar"),
    getWords("admin.hours"),
    getWords("admin"),
    getLanguage(),
    listHolidays(actor, year),
    listOfficeHours(actor),
  ]);
  return (
    <Page title={a("tabs.calendars")} lead={t("lead")} aside={<AddHolidayForm />}>
      <div className="stack">
        <Tabs
          label={t("years")}
          tabs={years.map((one) => ({
            href: `${paths.adminCalendars}?year=${one}`,
            label: String(one),
            current: one === year,
          }))}
        />
        <AdminTable
          caption={t("caption", { year: String(year) })}
          heads={[
            { name: t("date"), isRowHeader: true, phone: "title" },
            { name: t("name") },
            { name: t("kind") },
            { name: t("state"), phone: "lead" },
          ]}
          rows={rows.map((row) => ({
            id: row.id,
            cells: [
              <RowLink key="d" href={paths.adminHoliday(row.id)}>
                <span className="num nw">{row.date.split("-").reverse().join("/")}</span>{" "}
                <span className="mut font-normal">
                  {a(`weekday.${new Date(`${row.date}T00:00:00Z`).getUTCDay()}` as "weekday.0")}
                </span>
              </RowLink>,
              language === "vi" ? row.nameVi : row.nameEn,
              a(`holiday.${row.kind}` as "holiday.possible"),
              row.status === "official" ? (
                <StatusBadge key="s" look={{ tone: "green", icon: CircleCheck }} word={t("official")} />
              ) : (
                <StatusBadge key="s" look={{ tone: "amber", icon: CircleHelp }} word={t("expected")} />
              ),
            ],
          }))}
          empty={
            <Empty
              icon={<CalendarDays className="i i-20" aria-hidden />}
              title={t("empty", { year: String(year) })}
            />
          }
        />
        <Card title={h("title")} aside={<OfficeHoursForm today={today} />}>
          <ul className="stack-3">
            {hours.map((row) => (
              <li key={row.id} className="stack-1 t13">
                <span className="row wrap between">
                  <b className="fw6">{row.organisation ?? h("everybody")}</b>
                  <ValidDays from={row.validFrom} to={row.validTo} />
                </span>
                {row.days.map(({ weekdays, windows }) => (
                  <span key={weekdays[0]} className="mut">
                    {h("line", {
                      days: weekdays.map((weekday) => a(`weekday.${weekday}` as "weekday.0")).join(", "),
                      hours: windows.length > 0 ? windows.join(", ") : h("closed"),
                    })}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  );
}
