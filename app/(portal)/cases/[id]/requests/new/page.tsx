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
import { getDraftAgain } from "@/lib/requests/drafting/again";
import { againDraftKey, newDraftKey } from "@/lib/requests/drafting/draft-key";
import { getDraftOptions } from "@/lib/requests/drafting/queries";

const address = z.object({ id: z.uuid() });
const id = z.uuid().optional().catch(undefined);
const query = z.object({ target: id, from: id });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.form"))("newTitle") };
}

/** Drafts a request on a case, begun from one of its targets, or from a withdrawn request, when the address names one. */
export default async function NewRequestPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requirePolice();
  const parsed = address.safeParse(await params);
  if (!parsed.success) notFound();
  const options = await getDraftOptions(actor, parsed.data.id, await getLanguage());
  if (!options) notFound();
  const { target, from } = query.parse(await searchParams);
  const again = from ? await getDraftAgain(actor, options.caseId, from) : null;
  if (from && !again) notFound();
  const [t, kept] = await Promise.all([
    getTranslations("requests.form"),
    getDraft(actor, again ? againDraftKey(again.requestId) : newDraftKey(options.caseId, target)),
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
        title={t("newTitle")}
        lead={
          <Link href={paths.case(options.caseId)}>
            {options.caseCode} · {options.caseTitle}
          </Link>
        }
      >
        <DraftForm options={options} again={again ?? undefined} draft={kept} beginWith={target} />
      </Page>
    </BrowserWords>
  );
}
