import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CaseForm } from "@/components/cases/case-form";
import { BrowserWords } from "@/components/ui/browser-words";
import { Page } from "@/components/ui/page";
import { may } from "@/lib/access/policy";
import { requirePolice } from "@/lib/access/require-side";
import { getCaseFormOptions } from "@/lib/cases/queries";
import { getDraft } from "@/lib/drafts/queries";
import { getLanguage } from "@/lib/i18n/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases.form"))("title") };
}

/** Takes a report. What was typed before and not sent is open again. */
export default async function NewCasePage() {
  const actor = await requirePolice();
  if (!may(actor, "case.create")) notFound();
  const language = await getLanguage();
  const [t, options, draft] = await Promise.all([
    getTranslations("cases.form"),
    getCaseFormOptions(actor, language),
    getDraft(actor, "case:new"),
  ]);
  return (
    <BrowserWords names={["cases", "errors", "money", "targets", "drafts"]}>
      <Page title={t("title")} lead={t("lead")}>
        <CaseForm options={options} draft={draft} now={new Date().toISOString()} />
      </Page>
    </BrowserWords>
  );
}
