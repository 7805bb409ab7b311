import type { Metadata } from "next";
import { InviteForm } from "@/components/admin/person-forms";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { getWords } from "@/lib/i18n/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.people"))("invite") };
}

export default async function InvitePage() {
  await requireAdmin();
  const t = await getWords("admin.people");
  return (
    <Page title={t("invite")} lead={t("inviteLead")}>
      <Card className="max-w-3xl">
        <InviteForm />
      </Card>
    </Page>
  );
}
