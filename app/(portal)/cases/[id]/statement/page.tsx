import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { StatementPage } from "@/components/statements/statement-page";
import { requirePolice } from "@/lib/access/require-side";
import { getDraft } from "@/lib/drafts/queries";
import { getLanguage } from "@/lib/i18n/words";
import { getStatementOptions, readStatement } from "@/lib/statements/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statement"))("title") };
}

/** Adds a pasted statement to a case: its payments, targets and requests. */
export default async function CaseStatementPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePolice();
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const options = await getStatementOptions(actor, await getLanguage(), id);
  if (!options) notFound();
  const draft = await getDraft(actor, `statement:${id}`);
  const text = draft?.body.text;
  return (
    <StatementPage
      options={options}
      draft={draft}
      first={typeof text === "string" && text !== "" ? await readStatement(actor, text) : null}
    />
  );
}
