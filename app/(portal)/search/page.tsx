import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SearchForm } from "@/components/search/search-form";
import { BrowserWords } from "@/components/ui/browser-words";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { requireActor } from "@/lib/access/current-actor";
import { may } from "@/lib/access/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

/** Look-up by code, account, number or name, within one's reach and with a purpose. */
export default async function SearchPage() {
  const actor = await requireActor();
  if (!may(actor, "search.use")) notFound();
  const t = await getTranslations("search");
  return (
    <BrowserWords names={["search", "cases", "requests", "kinds", "errors", "money", "targets"]}>
      <Page title={t("title")} lead={t("lead")}>
        <Card className="max-w-3xl">
          <SearchForm autoFocus />
        </Card>
      </Page>
    </BrowserWords>
  );
}
