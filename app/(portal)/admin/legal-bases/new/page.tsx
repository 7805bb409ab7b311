import type { Metadata } from "next";
import { DocumentForm } from "@/components/admin/document-form";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { getWords } from "@/lib/i18n/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.document"))("new") };
}

export default async function NewLegalDocumentPage() {
  await requireAdmin();
  const t = await getWords("admin.document");
  return (
    <Page title={t("new")}>
      <Card className="max-w-3xl">
        <DocumentForm />
      </Card>
    </Page>
  );
}
