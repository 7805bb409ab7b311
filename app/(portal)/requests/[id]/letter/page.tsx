import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { LetterPaper } from "@/components/requests/letter-paper";
import { DownloadLink } from "@/components/letters/download-link";
import { MinutesLinks } from "@/components/letters/minutes-links";
import { PrintButton } from "@/components/ui/print-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { requireActor } from "@/lib/access/current-actor";
import { getLanguage, getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { getLetter, hasMinutesOf } from "@/lib/requests/letters/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("letter"))("title") };
}

export default async function LetterPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const letter = z.uuid().safeParse(id).success ? await getLetter(actor, id) : null;
  if (!letter) notFound();
  const [t, letters, language, hasMinutes] = await Promise.all([
    getWords("letter"),
    getWords("letters"),
    getLanguage(),
    hasMinutesOf(actor, id),
  ]);
  return (
    <Page
      title={t("title")}
      lead={<span className="id">{letter.documentNumber ?? letter.code}</span>}
      aside={
        <>
          <ButtonLink href={paths.request(id)}>{t("back")}</ButtonLink>
          <DownloadLink href={paths.letterFile(id, "pdf")}>{letters("pdf")}</DownloadLink>
          <DownloadLink href={paths.letterFile(id, "docx")}>{letters("docx")}</DownloadLink>
          {hasMinutes ? <MinutesLinks id={id} /> : null}
          <PrintButton />
        </>
      }
    >
      <div className="no-print stack-2 paper-notes">
        {letter.genuine === false ? (
          <Note tone="red" announce>
            {t("changed")}
          </Note>
        ) : null}
        {letter.genuine === null ? <Note tone="amber">{t("draft")}</Note> : null}
        {language === "en" ? <Note tone="blue">{t("translation")}</Note> : null}
      </div>
      <LetterPaper letter={letter} />
    </Page>
  );
}
