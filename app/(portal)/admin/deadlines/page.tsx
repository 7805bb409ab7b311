import type { Metadata } from "next";
import { AdminTable } from "@/components/admin/admin-table";
import { ConfirmState } from "@/components/admin/confirm-state";
import { ValidDays } from "@/components/admin/valid-days";
import { WaitingTabs } from "@/components/admin/waiting-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { Timestamp } from "@/components/ui/timestamp";
import { requireAdmin } from "@/lib/access/require-admin";
import { getLanguage, getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { citation } from "@/lib/reference/citation";
import { documentNumbers } from "@/lib/reference/document-queries";
import { listLimits } from "@/lib/reference/limit-queries";
import { waitingFilter } from "@/lib/reference/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.tabs"))("deadlines") };
}

export default async function DeadlinesPage({ searchParams }: PageProps<"/admin/deadlines">) {
  const actor = await requireAdmin();
  const { state } = waitingFilter.parse(await searchParams);
  const [t, a, k, language, limits, numbers] = await Promise.all([
    getWords("admin.limit"),
    getWords("admin"),
    getWords("cases.legal"),
    getLanguage(),
    listLimits(actor, state),
    documentNumbers(actor),
  ]);
  return (
    <Page
      title={a("tabs.deadlines")}
      lead={t("lead")}
      aside={
        <ButtonLink look="primary" href={paths.newDeadlinePolicy}>
          {t("new")}
        </ButtonLink>
      }
    >
      <div className="stack">
        <WaitingTabs path={paths.adminDeadlines} state={state} />
        <AdminTable
          caption={t("caption")}
          heads={[
            { name: t("subject"), isRowHeader: true, phone: "title" },
            { name: t("applies") },
            { name: t("value"), align: "right" },
            { name: t("dueIfNow"), phone: "hide" },
            { name: t("validity") },
            { name: t("state"), phone: "lead" },
          ]}
          rows={limits.map((limit) => ({
            id: limit.id,
            cells: [
              <RowLink key="s" href={paths.adminDeadline(limit.id)}>
                {a(`subject.${limit.subject}`)}
              </RowLink>,
              <div key="a">
                {(language === "vi" ? limit.kindNameVi : limit.kindNameEn) ??
                  (limit.kindCode &&
                    (k.has(limit.kindCode as never) ? k(limit.kindCode as never) : limit.kindCode)) ??
                  t("anyKind")}
                <div className="t12 mut">
                  {[
                    limit.urgency && a(`urgency.${limit.urgency}`),
                    limit.specialisedOnly && t("specialised"),
                    limit.requester,
                    limit.requesterLevel && a(`level.${limit.requesterLevel}`),
                    limit.legalBasis && t("citing", { basis: citation(limit.legalBasis, numbers) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </div>
              </div>,
              <span key="v" className="num nw">
                {t("amount", { value: limit.value, unit: a(`unit.${limit.unit}` as "unit.hours") })}
              </span>,
              limit.dueIfNow ? <Timestamp key="d" at={limit.dueIfNow} /> : t("noPreview"),
              <ValidDays key="p" from={limit.validFrom} to={limit.validTo} />,
              <ConfirmState key="c" verify={limit.verify} />,
            ],
          }))}
          empty={<Empty title={a("waiting.none")} />}
        />
      </div>
    </Page>
  );
}
