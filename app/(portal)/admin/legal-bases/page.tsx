import type { Metadata } from "next";
import { Scale } from "@/components/icons/scale";
import { AdminTable } from "@/components/admin/admin-table";
import { ConfirmState } from "@/components/admin/confirm-state";
import { ListFilter } from "@/components/admin/list-filter";
import { ValidDays } from "@/components/admin/valid-days";
import { ButtonLink } from "@/components/ui/button-link";
import { RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { getLanguage, getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { listDocuments } from "@/lib/reference/document-queries";
import { legalFilter } from "@/lib/reference/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.tabs"))("legal") };
}

export default async function LegalBasesPage({ searchParams }: PageProps<"/admin/legal-bases">) {
  const actor = await requireAdmin();
  const { q, state } = legalFilter.parse(await searchParams);
  const [t, a, language, documents] = await Promise.all([
    getWords("admin.document"),
    getWords("admin"),
    getLanguage(),
    listDocuments(actor, q, state),
  ]);
  return (
    <Page
      title={a("tabs.legal")}
      lead={t("lead")}
      aside={
        <ButtonLink look="primary" href={paths.newLegalDocument}>
          {t("new")}
        </ButtonLink>
      }
    >
      <div className="stack">
        <ListFilter
          path={paths.adminLegalBases}
          search={{ name: "q", label: t("search"), value: q }}
          selects={[
            {
              name: "state",
              label: t("state"),
              value: state ?? "",
              placeholder: a("waiting.all"),
              choices: [{ value: "open", label: a("waiting.open") }],
            },
          ]}
          submit={t("find")}
        />
        <AdminTable
          caption={t("caption")}
          heads={[
            { name: t("title"), isRowHeader: true, phone: "title" },
            { name: t("number") },
            { name: t("status"), phone: "aside" },
            { name: t("validity"), phone: "hide" },
            { name: t("state"), phone: "lead" },
          ]}
          rows={documents.map((document) => ({
            id: document.id,
            cells: [
              <div key="t">
                <RowLink href={paths.adminLegalDocument(document.id)}>
                  {language === "vi" ? document.titleVi : document.titleEn}
                </RowLink>
                <div className="t12 mut">
                  {[document.issuer, t("articleCount", { count: document.articleCount })]
                    .filter(Boolean)
                    .join(" · ")}
                </div>
              </div>,
              <span key="n" className="num nw">
                {document.number ?? a(`type.${document.type}` as "type.law")}
              </span>,
              a(`status.${document.status}` as "status.expired"),
              <ValidDays key="v" from={document.validFrom} to={document.validTo} />,
              <ConfirmState key="c" verify={document.verify} />,
            ],
          }))}
          empty={<Empty icon={<Scale className="i i-20" aria-hidden />} title={t("empty")} />}
        />
      </div>
    </Page>
  );
}
