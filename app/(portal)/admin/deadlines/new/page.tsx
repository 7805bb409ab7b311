import type { Metadata } from "next";
import { NewLimitForm } from "@/components/admin/limit-forms";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { dayAfter, dayOf } from "@/lib/day";
import { getLanguage, getWords } from "@/lib/i18n/words";
import { listDocumentChoices } from "@/lib/reference/document-queries";
import { listKinds } from "@/lib/reference/kind-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.limit"))("new") };
}

export default async function NewDeadlinePage() {
  const actor = await requireAdmin();
  const language = await getLanguage();
  const [t, kinds, documents] = await Promise.all([
    getWords("admin.limit"),
    listKinds(actor),
    listDocumentChoices(actor, language),
  ]);
  return (
    <Page title={t("new")} lead={t("newLead")}>
      <Card className="max-w-3xl">
        <NewLimitForm
          kinds={kinds.map(({ code, nameVi, nameEn }) => ({
            code,
            name: language === "vi" ? nameVi : nameEn,
          }))}
          documents={documents}
          from={dayAfter(dayOf(new Date()))}
        />
      </Card>
    </Page>
  );
}
