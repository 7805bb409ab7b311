import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RequestSheet } from "@/components/requests/request-sheet";
import { Page } from "@/components/ui/page";
import { requirePolice } from "@/lib/access/require-side";
import { getWords } from "@/lib/i18n/words";
import { listedFilter } from "@/lib/requests/list-out/filter";
import { getListed } from "@/lib/requests/list-out/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("sheets.requests"))("title") };
}

/** What of the list would leave as a workbook, before it does. */
export default async function RequestSheetPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requirePolice();
  const filter = listedFilter.parse(await searchParams);
  const listed = await getListed(actor, filter);
  if (!listed) notFound();
  const t = await getWords("sheets.requests");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <RequestSheet filter={filter} listed={listed} />
    </Page>
  );
}
