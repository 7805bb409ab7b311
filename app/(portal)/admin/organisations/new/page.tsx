import type { Metadata } from "next";
import { NewOrganisationForm } from "@/components/admin/organisation-forms";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { requireAdmin } from "@/lib/access/require-admin";
import { dayOf } from "@/lib/day";
import { getWords } from "@/lib/i18n/words";
import { listProvinces } from "@/lib/organisations/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.organisations"))("new") };
}

export default async function NewOrganisationPage() {
  const actor = await requireAdmin();
  const [t, provinces] = await Promise.all([getWords("admin.organisations"), listProvinces(actor)]);
  return (
    <Page title={t("new")}>
      <Card className="max-w-3xl">
        <NewOrganisationForm provinces={provinces} today={dayOf(new Date())} />
      </Card>
    </Page>
  );
}
