import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeHolidayForm } from "@/components/admin/calendar-forms";
import { ConfirmForm } from "@/components/admin/confirm-form";
import { ConfirmState } from "@/components/admin/confirm-state";
import { SubjectHistory } from "@/components/admin/subject-history";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { getLanguage, getWords } from "@/lib/i18n/words";
import { isUuid } from "@/lib/organisations/edge-id";
import { getHoliday } from "@/lib/reference/calendar-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.calendar"))("tab") };
}

export default async function HolidayPage({ params }: PageProps<"/admin/calendars/[id]">) {
  const actor = await requireAdmin();
  const { id } = await params;
  const found = isUuid(id) ? await getHoliday(actor, id) : null;
  if (!found) notFound();
  const [t, language] = await Promise.all([getWords("admin.calendar"), getLanguage()]);
  const { holiday, acts } = found;
  const open = holiday.status !== "official";
  return (
    <Page
      title={language === "vi" ? holiday.nameVi : holiday.nameEn}
      lead={<span className="num">{holiday.date.split("-").reverse().join("/")}</span>}
      aside={
        <>
          <ConfirmState verify={open} />
          {open ? (
            <ConfirmForm of="holiday" id={holiday.id} version={holiday.version} source={holiday.source} />
          ) : null}
        </>
      }
    >
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start">
        <Card title={t("details")}>
          <ChangeHolidayForm holiday={holiday} />
        </Card>
        <SubjectHistory acts={acts} />
      </div>
    </Page>
  );
}
