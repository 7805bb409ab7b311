import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfirmForm } from "@/components/admin/confirm-form";
import { ConfirmState } from "@/components/admin/confirm-state";
import { DocumentForm } from "@/components/admin/document-form";
import { SubjectHistory } from "@/components/admin/subject-history";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { getLanguage, getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { getDocument } from "@/lib/reference/document-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.document"))("tab") };
}

export default async function LegalDocumentPage({ params }: PageProps<"/admin/legal-bases/[id]">) {
  const actor = await requireAdmin();
  const { id } = await params;
  const found = /^[a-z0-9-]{1,80}$/.test(id) ? await getDocument(actor, id) : null;
  if (!found) notFound();
  const [t, a, language] = await Promise.all([getWords("admin.document"), getWords("admin"), getLanguage()]);
  const { document, uses, acts } = found;
  const usedBy = [
    ...uses.kinds.map(({ code, nameVi, nameEn }) => ({
      href: paths.adminRequestKind(code),
      name: language === "vi" ? nameVi : nameEn,
    })),
    ...uses.limits.map(({ id: limit, subject, unit, value }) => ({
      href: paths.adminDeadline(limit),
      name: t("usedByLimit", {
        subject: a(`subject.${subject}` as "subject.ANSWER"),
        value,
        unit: a(`unit.${unit}` as "unit.hours"),
      }),
    })),
  ];
  return (
    <Page
      title={language === "vi" ? document.titleVi : document.titleEn}
      lead={document.number}
      aside={
        <>
          <ConfirmState verify={document.verify} />
          {document.verify ? (
            <ConfirmForm
              of="document"
              id={document.id}
              version={document.version}
              source={document.source ?? ""}
            />
          ) : null}
        </>
      }
    >
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start">
        <Card title={t("details")}>
          <DocumentForm document={document} />
        </Card>
        <div className="stack">
          <Card title={t("usedBy")}>
            {usedBy.length === 0 ? <p className="t13 mut">{t("usedNowhere")}</p> : null}
            <ul className="stack-2">
              {usedBy.map(({ href, name }) => (
                <li key={href} className="t13">
                  <Link href={href}>{name}</Link>
                </li>
              ))}
            </ul>
          </Card>
          <SubjectHistory acts={acts} />
        </div>
      </div>
    </Page>
  );
}
