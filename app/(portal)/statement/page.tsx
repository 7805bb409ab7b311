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

/** Turns a pasted statement into a case with its requests. What was pasted or worked on before is open again. */
export default async function NewStatementPage() {
  const actor = await requirePolice();
  const [options, draft] = await Promise.all([
    getStatementOptions(actor, await getLanguage()),
    getDraft(actor, "statement:new"),
  ]);
  if (!options) notFound();
  const text = draft?.body.text;
  return (
    <StatementPage
      options={options}
      draft={draft}
      first={typeof text === "string" && text !== "" ? await readStatement(actor, text) : null}
    />
  );
}
