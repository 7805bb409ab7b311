import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AppealPaper } from "@/components/release/appeal-paper";
import { PrintButton } from "@/components/ui/print-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { requireAppealSide } from "@/lib/access/require-money-side";
import { paths } from "@/lib/paths";
import { getAppealLetter } from "@/lib/release/appeal-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appeals.letter"))("title") };
}

/** The answer as a paper, to be printed and sent. */
export default async function AppealLetterPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await requireAppealSide();
  const { id } = await params;
  const letter = z.uuid().safeParse(id).success ? await getAppealLetter(actor, id) : null;
  if (!letter) notFound();
  const t = await getTranslations("appeals.letter");
  return (
    <Page
      title={t("title")}
      lead={<span className="id">{letter.documentNumber}</span>}
      aside={
        <>
          <ButtonLink href={paths.appeal(id)}>{t("back")}</ButtonLink>
          <PrintButton />
        </>
      }
    >
      <AppealPaper letter={letter} />
    </Page>
  );
}
