import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AnswerSheet } from "@/components/sheets/answer-sheet";
import { BrowserWords } from "@/components/ui/browser-words";
import { Page } from "@/components/ui/page";
import { answersRequests } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { getWords } from "@/lib/i18n/words";
import { largestSheet } from "@/lib/requests/sheets/form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("sheets"))("title") };
}

/** Answering in Excel: of everything that waits, or of one request. Whose request it is, the download asks. */
export default async function AnswerSheetPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!answersRequests(actor)) notFound();
  const named = z.uuid().safeParse((await searchParams).request);
  const t = await getWords("sheets");
  return (
    <BrowserWords
      names={["sheets", "files.refused", "outcomes", "errors", "money", "answers", "requests.answer"]}
    >
      <Page title={t("title")} lead={t("lead")}>
        <AnswerSheet maxBytes={largestSheet} {...(named.success ? { requestId: named.data } : {})} />
      </Page>
    </BrowserWords>
  );
}
