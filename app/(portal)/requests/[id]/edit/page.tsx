import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DraftForm } from "@/components/requests/draft-form";
import { BrowserWords } from "@/components/ui/browser-words";
import { Page } from "@/components/ui/page";
import { requirePolice } from "@/lib/access/require-side";
import { getDraft } from "@/lib/drafts/queries";
import { getLanguage } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { getDraftOptions, getDraftToEdit } from "@/lib/requests/drafting/queries";

const address = z.object({ id: z.uuid() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.acts"))("edit") };
}

/** Corrects a draft: its own or one that the signer returned. */
export default async function EditRequestPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePolice();
  const parsed = address.safeParse(await params);
  if (!parsed.success) notFound();
  const saved = await getDraftToEdit(actor, parsed.data.id);
  const options = saved
    ? await getDraftOptions(actor, saved.caseId, await getLanguage(), saved.requestId)
    : null;
  if (!saved || !options) notFound();
  const [t, kept] = await Promise.all([
    getTranslations("requests.form"),
    getDraft(actor, `request:${saved.requestId}`),
  ]);
  return (
    <BrowserWords
      names={[
        "answers",
        "requests",
        "kinds",
        "cases",
        "files",
        "sheets.targets.open",
        "sheets.targets.title",
        "sheets.targets.lead",
        "sheets.targets.chosen",
        "drafts",
        "errors",
        "money",
        "targets",
        "authenticity.noProcuracy",
      ]}
    >
      <Page
        title={t("editTitle", { code: saved.code })}
        lead={
          <Link href={paths.case(options.caseId)}>
            {options.caseCode} · {options.caseTitle}
          </Link>
        }
      >
        <DraftForm options={options} saved={saved} draft={kept} />
      </Page>
    </BrowserWords>
  );
}
